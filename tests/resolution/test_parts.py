"""What belongs to a visit."""

from msgspec.structs import replace

from bangiao.resolution.parts import Event, is_part, whole_of

VISIT = Event(
    "c-v",
    "visit",
    "held",
    "2025-01-09/2025-01-10",
    "LA",
    {"VN": frozenset({"p-a"}), "LA": frozenset()},
    frozenset({"r-1"}),
)
TALKS = Event(
    "c-t", "talks", "held", "2025-01-09", None, {"VN": frozenset({"p-a"}), "LA": frozenset({"p-b"})}, frozenset({"r-2"})
)


def test_talks_on_the_days_of_the_visit_belong_to_it() -> None:
    assert is_part(TALKS, VISIT)
    assert not is_part(replace(TALKS, date="2025-01-12"), VISIT)


def test_without_days_one_report_must_tell_both() -> None:
    undated = replace(TALKS, date=None)
    assert not is_part(undated, VISIT)
    assert is_part(replace(undated, reports=VISIT.reports), VISIT)
    assert not is_part(replace(undated, reports=VISIT.reports, status="recalled"), VISIT)


def test_another_place_visitor_or_form_does_not_belong() -> None:
    assert not is_part(replace(TALKS, country="TH"), VISIT)
    assert not is_part(replace(TALKS, people={"VN": frozenset({"p-c"}), "LA": frozenset({"p-b"})}), VISIT)
    assert not is_part(replace(TALKS, form="call"), VISIT)
    assert not is_part(VISIT, VISIT)


def test_of_two_visits_the_one_told_together_counts() -> None:
    near = replace(VISIT, id="c-a", reports=frozenset({"r-9"}))
    both = replace(VISIT, id="c-z", reports=TALKS.reports)
    assert whole_of(TALKS, [near, both]) == both
    assert whole_of(replace(TALKS, date="2026-01-01"), [near, both]) is None
