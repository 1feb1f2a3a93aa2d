"""Reports with findings whose every quotation is true, and the ways in which they can vary."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from bangiao.model.evidence import Doubt, Evidence, Inference, Span
from bangiao.model.findings import Commitment, Contact, Findings, Participant, Side, Statement
from bangiao.model.report import Block, Report
from bangiao.model.vocabulary import CHANNELS, Form, Mode, Status
from bangiao.text.place import Lines

TRIGGERS: dict[Form, str] = {"talks": "hội đàm", "meeting": "gặp", "visit": "thăm", "message": "gửi điện"}
WHO = (
    ("VN", "Nguyễn Văn Hoà", "Bộ trưởng Bộ Ngoại giao"),
    ("VN", "Nguyễn Văn Hòa", "bộ trưởng Bộ Ngoại giao"),
    ("VN", "Trần Thị Bình", None),
    ("JP", "Sato Hana", "Chủ tịch"),
    ("JP", "SATO HANA", "Chủ tịch"),
    ("JP", "Xa-tô Ha-na", "Chủ tịch"),
    ("JP", "Sato Hanna", "Bộ trưởng Ngoại giao"),
    ("LA", "Khamphone Sen", "Thủ tướng"),
    ("ASEAN", "Khamphone Sen", "Tổng Thư ký"),
    ("JP", None, "Đại sứ"),
)
DATES = ("2024-12-05", "2024-12-03/2024-12-07", "XXXX-04-02", "2021-12", None)


class Told(NamedTuple):
    """One reading, ready to be added."""

    report: Report
    findings: Findings


def side(label: str, *people: tuple[str | None, str | None], bodies: Sequence[str] = ()) -> Side:
    """A side of a country (two capitals) or an organisation."""
    named = tuple(Participant(name, office) for name, office in people)
    if len(label) == 2:
        return Side(country=label, people=named, bodies=tuple(bodies))
    return Side(org=label, people=named, bodies=tuple(bodies))


def contact(
    *sides: Side,
    form: Form = "talks",
    date: str | None = "2024-12-05",
    status: Status = "held",
    venue: str | None = None,
    city: str | None = None,
    country: str | None = None,
) -> Contact:
    """A contact whose trigger is the word of its form."""
    mode: Mode = "written" if form == "message" else "in_person"
    basis = "stated" if date else None
    channels = CHANNELS[:2]
    return Contact(form, TRIGGERS[form], mode, status, sides, channels, date, basis, venue, city, country)


def told(
    ident: str,
    *contacts: Contact,
    url: str | None = None,
    published: str | None = "2024-12-06",
    updated: str | None = None,
    fetched: str | None = None,
    outlet: str | None = None,
    more: str = "",
    agreed: str | None = None,
    doubts: Sequence[Doubt] = (),
) -> Told:
    """A report that says these contacts, one a line, with the evidence for each field that words can say."""
    lines = ["Tin đối ngoại", *map(_sentence, contacts)]
    if agreed:
        lines.append(agreed)
    lines.append(more)
    text = "\n".join(lines)
    blocks = (Block("headline", Span(0, len(lines[0]))), Block("body", Span(len(lines[0]) + 1, len(text))))
    report = Report(
        ident,
        text,
        blocks,
        url=url,
        headline=lines[0],
        published=published,
        updated=updated,
        fetched=fetched,
        outlet=outlet,
        language="vi",
    )
    cited = tuple(_cite(one, text, at + 2) for at, one in enumerate(contacts))
    sentences = _agreement(text, agreed) if agreed else ((), ())
    return Told(report, Findings(ident, cited, *sentences, doubts=tuple(doubts)))


def _sentence(one: Contact) -> str:
    parts = [one.trigger, one.date or "", one.venue or "", one.city or ""]
    for each in one.sides:
        parts += each.bodies
        parts += [word for who in each.people for word in (who.office, who.name) if word]
    return " · ".join(part for part in parts if part)


def _cite(one: Contact, text: str, line: int) -> Contact:
    start, end = list(Lines(text).spans())[line - 1]
    evidence = []

    def say(field: str, words: str | None) -> None:
        if words:
            at = text.index(words, start, end)
            evidence.append(Evidence(field, at, at + len(words), line, words, "test"))

    say("trigger", one.trigger)
    for field in ("date", "venue", "city"):
        say(field, getattr(one, field))
    for number, each in enumerate(one.sides):
        for position, who in enumerate(each.people):
            say(f"sides.{number}.people.{position}.office", who.office)
            say(f"sides.{number}.people.{position}.name", who.name)
        for position, body in enumerate(each.bodies):
            say(f"sides.{number}.bodies.{position}", body)
    inferred = (Inference("mode", "people of both sides are named", start, end, line, text[start:end]),)
    return Contact(
        **{name: getattr(one, name) for name in Contact.__struct_fields__ if name not in ("evidence", "inferred")},
        evidence=tuple(evidence),
        inferred=inferred,
    )


def _agreement(text: str, words: str) -> tuple[tuple[Commitment, ...], tuple[Statement, ...]]:
    at = text.index(words)
    line = Lines(text).number(at)
    evidence = (Evidence("sentence", at, at + len(words), line, words, "test"),)
    commitment = Commitment(line, "agreed", ("VN", "JP"), ("party", "labour"), evidence)
    return (commitment,), (Statement(line, "valued", ("VN",), None, ("party",), evidence),)


def _sides(picked: list[tuple[str, str | None, str | None]]) -> list[Side]:
    by_label: dict[str, list[tuple[str | None, str | None]]] = {}
    for label, name, office in picked:
        by_label.setdefault(label, []).append((name, office))
    return [side(label, *people, bodies=(f"Bộ của {label}",)) for label, people in by_label.items()]


contacts = st.builds(
    lambda picked, form, date, status, city: contact(*_sides(picked), form=form, date=date, status=status, city=city),
    st.lists(st.sampled_from(WHO), min_size=1, max_size=4, unique=True),
    st.sampled_from(list(TRIGGERS)),
    st.sampled_from(DATES),
    st.sampled_from(["held", "planned", "recalled", "cancelled"]),
    st.sampled_from([None, "Hà Nội", "Tokyo"]),
)

readings = st.builds(
    lambda ident, found, url, published, updated, fetched, more, agreed: told(
        ident,
        *found,
        url=url,
        published=published,
        updated=updated,
        fetched=fetched,
        more=more,
        agreed=agreed,
        outlet="Báo A" if more else "báo A",
        doubts=[Doubt("language", "Not sure.")] if more else [],
    ),
    st.sampled_from("abc"),
    st.lists(contacts, max_size=3),
    st.sampled_from([None, None, "https://a.vn/1", "http://www.a.vn/1/", "https://a.vn/2"]),
    st.sampled_from([None, "2024-12-06", "2024-12-07"]),
    st.sampled_from([None, "2024-12-08T10:00:00+07:00"]),
    st.sampled_from([None, "2025-01-01T00:00:00+00:00", "2025-01-02T00:00:00+00:00"]),
    st.sampled_from(["", "Hết."]),
    st.sampled_from([None, "Hai bên nhất trí hợp tác"]),
)
