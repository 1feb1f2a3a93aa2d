"""How far a field can be trusted rests on what was counted, and on the narrowest situation that was met often."""

from bangiao.findings.confidence import fields, lead_end, level, levels, measured, situations
from bangiao.model.evidence import Evidence, Span
from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.report import Block, Report

CONTACT = Contact(
    "talks",
    "hội đàm",
    "in_person",
    "held",
    (Side("VN", people=(Participant("Đặng Văn Thử", "Bộ trưởng"),)), Side(org="ASEAN")),
    ("government",),
    date="2024-12-05",
    evidence=(Evidence("trigger", 0, 7, 1, "hội đàm", "meet:talks"),),
)


def test_every_field_that_is_told_is_judged() -> None:
    report = Report("one", "hội đàm", (Block("body", Span(0, 7)),))
    assert fields(CONTACT) == [
        "form", "status", "mode", "date", "channels",
        "sides.0.country", "sides.0.people.0.name", "sides.0.people.0.office", "sides.1.org",
    ]  # fmt: skip
    assert set(levels(report, [CONTACT], 0)) == set(fields(CONTACT))


def test_the_narrowest_situation_comes_first() -> None:
    assert situations("date", CONTACT, 20, 2)[0] == "date meet lead few"
    assert situations("date", CONTACT, 0, 5) == ("date meet body many", "date body many", "date body", "date")


def test_the_lead_is_the_first_paragraph() -> None:
    assert lead_end(Report("one", "a\nb c\nd", (Block("headline", Span(0, 1)), Block("body", Span(2, 7))))) == 5
    assert lead_end(Report("one", "a", ())) == 0


def test_the_level_follows_the_counts() -> None:
    table = {"date meet lead few": (3, 3), "date lead few": (99, 100), "form": (95, 100), "status": (50, 100)}
    marks = {name: level(situations(name, CONTACT, 20, 1), table) for name in ("date", "form", "status", "mode")}
    assert marks == {"date": "high", "form": "fair", "status": "low", "mode": "low"}


def test_the_table_holds_counts() -> None:
    assert measured()
    assert all(0 <= hit <= of for hit, of in measured().values())
