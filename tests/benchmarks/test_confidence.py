"""Trust in fields: what signs are worth is found again in made-up fields, bounds hold, judged fields stay judged."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bangiao.model.evidence import Evidence
from bangiao.model.findings import Contact, Participant, Side
from benchmarks.judged import HELD, JUDGED, key_of, mark
from benchmarks.logistic import Example, bound, fit, held_out, odds_of

CONTACT = Contact(
    "talks",
    "hội đàm",
    "in_person",
    "held",
    (Side("VN", people=(Participant("Đặng Văn Thử", "Bộ trưởng"),)), Side("LA")),
    ("government",),
    evidence=(Evidence("trigger", 4, 11, 1, "hội đàm", "meet:talks"),),
)


def examples() -> list[Example]:
    """Forty documents: a good sign is right 19 times in 20, a bad one once in four."""
    good = [Example(str(number % 40), "date", ("good",), number % 20 != 0) for number in range(200)]
    return good + [Example(str(number % 40), "date", ("bad",), number % 4 == 0) for number in range(200)]


def test_a_sign_is_worth_what_it_tells() -> None:
    start, worth = fit(examples(), ridge=10)
    assert odds_of(start, worth, ["good"]) > 2 > -0.5 > odds_of(start, worth, ["bad"])
    assert worth["good"] > 0 > worth["bad"]


def test_odds_are_told_by_other_documents() -> None:
    some = examples()
    odds = held_out(some)
    assert min(odds[:200]) > max(odds[200:])
    alone = [[*some, Example("new", "date", ("seen once",), right)] for right in (False, True)]
    assert held_out(alone[0])[-1] == held_out(alone[1])[-1]


def test_the_bound_keeps_the_rate() -> None:
    some = examples()
    odds = held_out(some)
    low = bound(odds, some, 0.9)
    above = [one.right for value, one in zip(odds, some, strict=True) if value >= low]
    assert sum(above) >= 0.9 * len(above) > 0
    assert bound(odds, [replace(one, right=False) for one in some], 0.9) > max(odds)


def test_weight_counts_in_the_bound() -> None:
    pair = [Example("a", "date", (), False, 0.1), Example("b", "date", (), True, 1.0)]
    assert bound([1.0, 1.0], pair, 0.9) == 1.0
    assert bound([1.0, 1.0], [replace(one, weight=1.0) for one in pair], 0.9) > 1.0


def test_a_mark_changes_with_the_value_and_a_key_with_who_took_part() -> None:
    assert mark("status", CONTACT) != mark("status", replace(CONTACT, status="planned"))
    assert mark("sides.0.people.0.name", CONTACT).startswith("sides.0.people.0.name=")
    assert key_of(CONTACT) != key_of(replace(CONTACT, sides=CONTACT.sides[:1]))


@pytest.mark.parametrize(("path", "most"), [(JUDGED, 200), (HELD, 30)])
def test_the_judged_fields_hold_no_text(path: Path, most: int) -> None:
    assert len(judged_lines(path)) > most
    assert all(line.isascii() and len(line.split("\t")) == 3 for line in judged_lines(path))


def test_what_is_measured_was_never_fitted() -> None:
    fitted, held = ({line.split("\t")[0] for line in judged_lines(path)} for path in (JUDGED, HELD))
    assert not fitted & held


def judged_lines(path: Path) -> list[str]:
    """The lines of a file of judged fields."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
