"""From one reading to its rows: what one report says, without a look at any other report."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.model.findings import Commitment, Contact, Findings, Statement
from bangiao.model.report import Report
from bangiao.model.tenure import Tenure
from bangiao.register.reading import Reading, findings_of, report_of
from bangiao.resolution.anchors import judged, named
from bangiao.resolution.attested import attested
from bangiao.resolution.bodies import body_id
from bangiao.resolution.changes import change_titles, changes
from bangiao.resolution.copies import sketch
from bangiao.resolution.counts import counts_of
from bangiao.resolution.dating import dated
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.kinds import title_of
from bangiao.resolution.lexicon import lessons
from bangiao.resolution.names import name_key, office_id, person_id, plain, side_label
from bangiao.resolution.namesakes import id_after_parting, parted
from bangiao.resolution.nobody import without_nobody
from bangiao.resolution.offices import posts
from bangiao.resolution.protocol import body_of, channel_of, rank_of
from bangiao.resolution.tellings import Telling
from bangiao.resolution.withdrawal import without

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# in the order in which they are written: what is referred to comes first
SHARED = ("sources", "people", "spellings", "bodies", "offices")
OWN = (
    "reports",
    "findings",
    "evidence",
    "inferences",
    "mentions",
    "posts",
    "body_mentions",
    "lexicon",
    "changes",
    "commitments",
    "statements",
    "parties",
    "topics",
    "doubts",
)
# apart from "c-", which names contacts
_PREFIX = {"commitment": "k", "statement": "s"}


class Finding(Struct, frozen=True):
    """Where a finding belongs: its id, its kind, its number among its kind in the report."""

    id: str
    kind: str
    number: int


def rows_of(reading: Reading, report_id: str, rulings: Rulings, known: tuple[Tenure, ...] = ()) -> Rows:
    """All rows that a reading gives, by table; `known` tenures date what has no year.

    People and bodies may be there already from other reports.
    """
    # who was withdrawn must not date a report either: the reason would name them
    signs = rulings.parted.get(report_id, {})
    report, told = without(report_of(reading), findings_of(reading), rulings.withdrawn, signs)
    undivided = dated(without_nobody(told, rulings.nobody, signs), known)
    findings = parted(undivided, signs)
    as_read = parted(told, signs)
    rows: Rows = {table: [] for table in (*SHARED, *OWN)}
    rows["reports"].append(_report_row(reading, report, findings, report_id, rows))
    tellings = tellings_of(report_id, report, findings, as_read, rulings)
    for telling, contact in zip(tellings, findings.contacts, strict=True):
        _add_contact(rows, report, telling, contact, rulings)
    rows["lexicon"] += _lesson_rows(report_id, report, findings, signs)
    rows["changes"] += _change_rows(report_id, report, undivided, signs)
    said: dict[tuple[str, str], int] = {}
    sentences: list[Commitment | Statement] = [*findings.commitments, *findings.statements]
    for number, one in enumerate(sentences):
        _add_sentence(rows, report_id, number, one, said)
    rows["doubts"] += _doubt_rows(report_id, dict.fromkeys((*report.doubts, *findings.doubts)))
    return rows


def tellings_of(
    report_id: str, report: Report, findings: Findings, as_read: Findings, rulings: Rulings
) -> list[Telling]:
    """The contacts of a report as tellings, without the evidence that stays with the findings, with their decisions.

    They keep the name that they had `as_read`, with the names that are none, so that contacts keep their ids.
    """
    counts = counts_of(report)
    found = []
    for number, contact in enumerate(findings.contacts):
        start = contact.evidence[0].start if contact.evidence else 0
        title = title_of(report.text, start, contact.trigger)
        found.append(Telling(report_id, number, contact, report.published, start, title, counts=counts))
    known = named([replace(one, contact=as_read.contacts[one.number]) for one in found])
    bare = [
        replace(one, name=kept.name, contact=replace(one.contact, evidence=(), inferred=()))
        for one, kept in zip(found, known, strict=True)
    ]
    return judged(bare, rulings)


def _lesson_rows(report_id: str, report: Report, findings: Findings, signs: Mapping[str, str]) -> list[Row]:
    taught = (lesson for lesson in lessons(report, findings) if signs.keys().isdisjoint(lesson.bases))
    return [
        {"report_id": report_id, "position": at, "name_base": lesson.bases[0], "alias_base": lesson.bases[1]}
        | msgspec.structs.asdict(lesson)
        for at, lesson in enumerate(taught)
    ]


def _change_rows(report_id: str, report: Report, findings: Findings, signs: Mapping[str, str]) -> list[Row]:
    told = [(one, post) for one in changes(report, findings) for post in sorted(change_titles(one))]
    return [
        {"report_id": report_id, "position": at, "base_id": id_after_parting(one.name, one.side, signs), "post": post}
        | msgspec.structs.asdict(one)
        for at, (one, post) in enumerate(told)
    ]


def _report_row(reading: Reading, report: Report, findings: Findings, report_id: str, rows: Rows) -> Row:
    source = None
    if report.outlet:
        source = short_id("s", name_key(report.outlet))
        rows["sources"].append({"source_id": source, "outlet": report.outlet})
    return {
        "report_id": report_id,
        "reading_id": reading.reading_id,
        "source_id": source,
        "given_id": report.id,
        "url": report.url,
        "headline": report.headline,
        "outlet": report.outlet,
        "published": report.published,
        "language": report.language,
        "credit": report.credit,
        "sketch": " ".join(map(str, sketch(f"{report.headline or ''}\n{report.body}"))),
        "diplomatic": bool(findings.contacts),
    }


def _add_contact(rows: Rows, report: Report, telling: Telling, contact: Contact, rulings: Rulings) -> None:
    finding = Finding(f"{telling.report}/contact/{telling.number:04}", "contact", telling.number)
    row = _finding_row(finding, telling.report, contact.evidence, telling.contact)
    rows["findings"].append(row | _telling_row(telling))
    _add_evidence(rows, finding, contact.evidence, contact.inferred)
    day = attested(contact, report.published).day
    for side_number, side in enumerate(contact.sides):
        label = side_label(side)
        for position, one in enumerate(side.people):
            at = {"finding_id": finding.id, "side": side_number, "position": position}
            row = at | {"attested": day, "name": one.name, "role": one.role}
            row |= {"office": one.office, "office_read": one.office, "office_basis": None}
            rows["mentions"].append(row | _person(rows, one.name, label, rulings))
            add_posts(rows, at, one.office, label)
        for position, body in enumerate(side.bodies):
            ident = body_id(body, label)
            rows["bodies"].append({"body_id": ident, "name": body, "side": label})
            rows["body_mentions"].append(
                {"finding_id": finding.id, "side": side_number, "position": position, "body_id": ident, "name": body}
            )


def _telling_row(telling: Telling) -> Row:
    """What a telling has beside its contact, for comparing it with others."""
    marks, counts = (msgspec.json.encode(one).decode() for one in (telling.judged, telling.counts))
    return {"title": telling.title, "name": telling.name, "marks": marks, "counts": counts}


def _person(rows: Rows, name: str | None, label: str, rulings: Rulings) -> Row:
    if not name:
        return {"base_id": None, "person_id": None}
    base = person_id(name, label)
    person = rulings.person(base)
    row = {"person_id": person, "side": label}
    rows["people"].append(row | {"name": name})
    rows["spellings"].append(row | {"base_id": base, "spelling": name, "plain": plain(name)})
    return {"base_id": base, "person_id": person}


def add_posts(rows: Rows, at: Row, office: str | None, label: str) -> None:
    """The single posts of an office, each known by the form that compares."""
    for number, post in enumerate(posts(office, label)):
        ident = office_id(post.title, label)
        rank = rank_of(post.title, label)
        rows["offices"].append(
            {
                "office_id": ident,
                "title": post.words,
                "post": post.title,
                "side": label,
                "body_id": body_of(post.title, label),
                "channel": channel_of(post.title),
                "rank": rank.rank if rank else None,
            }
        )
        rows["posts"].append(at | {"number": number, "office_id": ident, "title": post.words})


def _add_sentence(
    rows: Rows, report_id: str, number: int, one: Commitment | Statement, said: dict[tuple[str, str], int]
) -> None:
    """A commitment or statement; its id rests on the sentence, so that it stays when the report is read again."""
    kind = "commitment" if isinstance(one, Commitment) else "statement"
    finding = Finding(f"{report_id}/{kind}/{number:04}", kind, number)
    bare = replace(one, evidence=(), inferred=())
    rows["findings"].append(_finding_row(finding, report_id, one.evidence, bare, one.line))
    _add_evidence(rows, finding, one.evidence, one.inferred)
    quote = one.evidence[0].quote if one.evidence else ""
    turn = said.get((kind + one.kind, quote), 0)
    said[kind + one.kind, quote] = turn + 1
    ident = short_id(_PREFIX[kind], report_id, one.kind, quote, turn)
    row = {f"{kind}_id": ident, "finding_id": finding.id, "kind": one.kind, "line": one.line}
    if isinstance(one, Statement):
        row["speaker"] = one.speaker
    rows[f"{kind}s"].append(row)
    rows["parties"] += _numbered(finding, "party", one.by)
    rows["topics"] += _numbered(finding, "topic", one.topics)


def _finding_row(
    finding: Finding,
    report_id: str,
    evidence: Sequence[Evidence],
    content: Struct,
    line: int = 0,
) -> Row:
    first = evidence[0] if evidence else None
    return {
        "finding_id": finding.id,
        "report_id": report_id,
        "kind": finding.kind,
        "number": finding.number,
        "line": first.line if first else line,
        "start": first.start if first else 0,
        "block": None,
        "contact_id": None,
        "content": msgspec.json.encode(content).decode(),
        "title": "",
        "name": "",
        "marks": "[]",
        "counts": "[]",
    }


def _add_evidence(rows: Rows, finding: Finding, cited: Iterable[Evidence], inferred: Iterable[Inference]) -> None:
    for table, entries in (("evidence", cited), ("inferences", inferred)):
        for position, entry in enumerate(entries):
            row = {"finding_id": finding.id, "position": position, **msgspec.structs.asdict(entry)}
            rows[table].append(row)


def _numbered(finding: Finding, column: str, values: Iterable[str]) -> list[Row]:
    return [{"finding_id": finding.id, "position": at, column: value} for at, value in enumerate(values)]


def _doubt_rows(report_id: str, doubts: Iterable[Doubt]) -> list[Row]:
    return [
        {"doubt_id": f"{report_id}/doubt/{at:04}", "report_id": report_id, "contact_id": None, "base_id": None}
        | msgspec.structs.asdict(doubt)
        for at, doubt in enumerate(doubts)
    ]
