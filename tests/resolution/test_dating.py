"""Contacts of one report share their year where their days lie close; what is recalled is left alone."""

import json
import re
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from bangiao.model.evidence import Evidence
from bangiao.model.findings import Contact, Findings, Participant, Side
from bangiao.model.report import Page
from bangiao.model.tenure import Tenure
from bangiao.model.vocabulary import Status
from bangiao.pipeline import Reading, read_page
from bangiao.resolution.dating import date_contacts, dated

SPEAKER, MINISTER = "Chủ tịch Hạ viện", "Bộ trưởng Ngoại giao"
KNOWN = (
    Tenure("Sato Hana", "JP", SPEAKER, start="2019-06", end="2021-12-31", start_source="A page", end_source="B page"),
    Tenure("Kato Jiro", "JP", MINISTER, start="2021-03-01", start_source="C page"),
    Tenure("Mori Ken", "JP", "Thủ tướng", start="2015", end="2016-05", start_source="D page", end_source="D page"),
)


def meets(name: str | None, office: str | None, date: str | None, status: Status = "held") -> Contact:
    people = (Participant(name, office),) if office else ()
    cited = (Evidence("sides.0.people.0.office", 3, 9, 1, office, "test"),) if office else ()
    return Contact(
        "meeting",
        "gặp",
        "in_person",
        status,
        (Side("JP", people=people), Side("VN")),
        (),
        date,
        "stated",
        evidence=cited,
    )


def dates(*contacts: Contact) -> list[str | None]:
    return [one.date for one in dated(Findings("a", contacts), KNOWN).contacts]


def test_contacts_of_one_report_that_lie_close_share_the_year() -> None:
    told = (
        meets("Sato Hana", SPEAKER, "XXXX-06-01"),
        meets("Kato Jiro", MINISTER, "XXXX-06-03"),
        meets(None, None, "XXXX-06-02"),
    )
    assert dates(*told) == ["2021-06-01", "2021-06-03", "2021-06-02"]
    one = dated(Findings("a", told), KNOWN).contacts[2]
    assert one.date_basis == (
        "inferred: 2021 is the only year that fits Kato Jiro, Bộ trưởng Ngoại giao since 2021-03-01; "
        "Sato Hana, Chủ tịch Hạ viện 2019-06 to 2021-12-31"
    )
    assert [(why.field, why.quote, why.reason.split("; sources: ")[1]) for why in one.inferred] == [
        ("date", MINISTER, "C page"),
        ("date", SPEAKER, "A page; B page"),
    ]


def test_days_far_apart_in_the_year_may_be_of_two_years() -> None:
    told = (meets("Sato Hana", SPEAKER, "XXXX-12-30"), meets("Kato Jiro", MINISTER, "XXXX-01-02"))
    assert dates(*told) == ["XXXX-12-30", "XXXX-01-02"]
    found, _ = date_contacts(told, KNOWN)
    assert {at: one.candidates for at, one in found.items()} == {0: "[2019-12-30,2020-12-30,2021-12-30]"}


def test_what_is_recalled_or_has_its_year_is_left_alone() -> None:
    recalled = meets("Sato Hana", SPEAKER, "XXXX-06-01", "recalled")
    stated = meets("Sato Hana", SPEAKER, "2024-06-01")
    findings = Findings("a", (recalled, stated, meets("Sato Hana", SPEAKER, None)))
    assert dated(findings, KNOWN) is findings


def test_intervals_keep_their_form() -> None:
    both = (meets("Sato Hana", SPEAKER, "XXXX-06-01/XXXX-06-03"), meets("Kato Jiro", MINISTER, "../XXXX-06-05"))
    assert dates(*both) == ["2021-06-01/2021-06-03", "../2021-06-05"]


def test_offices_that_never_met_are_a_doubt() -> None:
    told = Findings("a", (meets("Sato Hana", SPEAKER, "XXXX-06-01"), meets("Mori Ken", "Thủ tướng", "XXXX-06-01")))
    result = dated(told, KNOWN)
    assert result.contacts == told.contacts
    assert [one.kind for one in result.doubts] == ["date-offices-disagree"]


def test_without_the_table_nothing_is_said() -> None:
    told = Findings("a", (meets("Sato Hana", SPEAKER, "XXXX-06-01"),))
    assert dated(told, ()) is told
    assert dated(told) is told


@pytest.mark.parametrize("name", ["Sato", "Sato Hanako", None])
def test_the_table_finds_nobody(name: str | None) -> None:
    assert dates(meets(name, SPEAKER, "XXXX-06-01"), meets("Kato Jiro", MINISTER, "XXXX-06-01")) == ["XXXX-06-01"] * 2


def test_years_taken_away_come_back_or_stay_open(shared_dir: Path) -> None:
    """Reports of a known day with their years struck out: what is inferred is that year, what is left holds it."""
    inferred = 0
    with (shared_dir / "corpus" / "leads.jsonl").open(encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 4):
            lead = json.loads(line)
            reading = read_page(Page(lead["id"], lead["text"], published=lead["published"]))
            assert isinstance(reading, Reading)
            told = [one for one in reading.findings.contacts if _day(one)]
            if len({one.date[:4] for one in told if one.date}) != 1:
                continue
            found, _ = date_contacts([replace(one, date=f"XXXX{(one.date or '')[4:]}") for one in told])
            for at, known in found.items():
                assert (told[at].date or "?") in (known.date or known.candidates or ""), lead["id"]
                inferred += known.date is not None
    assert inferred > 30


def _day(contact: Contact) -> bool:
    return contact.status == "held" and re.fullmatch(r"\d{4}-\d\d-\d\d", contact.date or "") is not None
