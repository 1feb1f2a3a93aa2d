"""A brief: known on the morning, each item with its sources, who is new, what is coming."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bangiao.model.errors import QuestionError
from bangiao.pipeline import Reading, read_pages
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions
from bangiao.views.brief import BriefQuestion, BriefView, brief
from bangiao.views.days_kept import next_day
from tests.register.making import contact, side, told

SHII = BriefQuestion("JP", "Shii Kazuo")


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> Iterator[Register]:
    """A register with the five seeds."""
    with Register.open(":memory:") as store:
        for one in read_pages([str(shared_dir / "corpus" / "seeds")], SourceOptions()):
            assert isinstance(one, Reading)
            store.add(one.report, one.findings)
        yield store


def cited(view: BriefView) -> list[dict[str, Any]]:
    """Every item of a brief that says something, as plain values."""

    def items(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            if "cites" in value:
                yield value
            for one in value.values():
                yield from items(one)
        elif isinstance(value, list | tuple):
            for one in value:
                yield from items(one)

    return list(items(msgspec.to_builtins(view)))


def test_a_brief_for_the_talks_cites_only_what_had_appeared(seeds: Register) -> None:
    view = brief(seeds.as_known(Morning("2023-12-25")), SHII)
    days = sorted(one.report.published or "" for one in view.sources if one.report)
    assert [day[:7] for day in days] == ["2021-04", "2022-07", "2023-06"]
    assert (view.reports_read, view.left_out) == (3, 2)
    assert view.counterpart is not None
    assert [one.spelling for one in view.counterpart.spellings] == ["Shii Kazuo", "Si-i Ca-dư-ô"]
    shown = [*view.last, *view.counterpart.contacts]
    assert all((one.contact.date or "") < "2023-12-25" for one in shown)


def test_every_item_is_numbered_to_a_source(seeds: Register) -> None:
    view = brief(seeds.as_known(Morning("2023-12-25")), SHII)
    found = cited(view)
    numbers = {cite["number"] for one in found for cite in one["cites"]}
    assert len(found) > 20
    assert [one for one in found if not one["cites"]] == []
    assert numbers == {one.number for one in view.sources} == set(range(1, len(view.sources) + 1))


def test_the_parts_say_what_a_desk_asks(seeds: Register) -> None:
    view = brief(seeds.as_known(Morning("2023-12-25")), SHII)
    assert view.counterpart is not None
    assert view.counterpart.offices[0].start == "2000-11-24"
    assert {channel for one in view.last for channel in one.channels} >= {"party", "government", "parliament"}
    assert [one.days for one in view.last] == sorted(one.days or 0 for one in view.last)
    assert {one.line.kind for one in view.agreed} <= {"agreed", "signed", "pledged", "elevated"}
    assert all(one.line.open and one.line.age for one in view.open)
    assert ("Nukaga Fukushiro", None) in [(one.name, one.met_last) for one in view.newcomers]
    assert [one.key for one in view.framework] == ["traditional friendship", "extensive strategic partnership"]
    assert view.established[-1].date == "2023-11-27"
    assert (view.coming[0].date, view.coming[0].years, view.coming[0].days) == ("2024-03-18", 10, 84)


def test_a_later_brief_knows_more(seeds: Register) -> None:
    before = brief(seeds.as_known(Morning("2023-12-25")), SHII)
    after = brief(seeds.as_known(Morning("2024-05-01")), SHII)
    assert after.reports_read > before.reports_read
    assert "Chủ tịch Hội đồng Trung ương Đảng Cộng sản Nhật Bản" in str(after.counterpart)
    assert "Hội đồng" not in str(before.counterpart)


def test_what_reports_announce_is_coming(seeds: Register) -> None:
    day_after = brief(seeds.as_known(Morning("2023-12-26")), SHII)
    congress = [one for one in day_after.coming if one.kind == "event"]
    assert [one.date[:7] for one in congress] == ["2024-01", "2024-01"]
    assert all(one.what.startswith("Đại hội") and "29" in one.what for one in congress)
    published = {one.number: one.report.published for one in day_after.sources if one.report}
    assert {published[cite.number] for one in congress for cite in one.cites if cite.line} == {"2023-12-25"}


def test_somebody_new_stays_new_until_met(seeds: Register) -> None:
    """A talk with one party the day before tells nothing of the new speaker of the lower house."""
    day_after = brief(seeds.as_known(Morning("2023-12-26")), SHII)
    assert "Nukaga Fukushiro" in [one.name for one in day_after.newcomers]
    years_after = brief(seeds.as_known(Morning("2025-12-26")), SHII)
    assert "Nukaga Fukushiro" not in [one.name for one in years_after.newcomers]


def test_who_follows_somebody_we_met_is_new() -> None:
    home = side("VN", ("Trần Thị Bình", "Bộ trưởng"))
    met = contact(home, side("US", ("Joe Biden", "Tổng thống Hoa Kỳ")), date="2024-11-16")
    with Register.open(":memory:") as register:
        register.add(*told("a", met, published="2024-11-17"))
        view = brief(register.as_known(Morning("2025-03-01")), BriefQuestion("US"))
        before = brief(register.as_known(Morning("2025-01-10")), BriefQuestion("US"))
    (new,) = [one for one in view.newcomers if "Trump" in one.name]
    assert (new.since, new.met_last, new.met_whom) == ("2025-01-20", "2024-11-16", "Joe Biden")
    assert [one for one in before.newcomers if "Trump" in one.name] == []


def test_an_empty_register_has_little_to_say() -> None:
    with Register.open(":memory:") as register:
        view = brief(register.as_known(Morning("2023-12-25")), BriefQuestion("JP"))
    assert (view.contacts_total, view.last, view.agreed, view.newcomers) == (0, (), (), ())
    assert all(one.page for one in view.sources)


def test_what_cannot_be_meant_is_told() -> None:
    with Register.open(":memory:") as register:
        known = register.as_known(Morning("2023-12-25"))
        with pytest.raises(QuestionError, match="nobody called"):
            brief(known, BriefQuestion("JP", "Nobody"))
        with pytest.raises(QuestionError, match="two ends"):
            brief(known, BriefQuestion("VN"))


def test_a_plan_is_coming_and_never_a_last_contact() -> None:
    home, other = side("VN", ("Trần Thị Bình", "Bộ trưởng")), side("LA", ("Khamphone Sen", "Thủ tướng"))
    with Register.open(":memory:") as register:
        register.add(*told("a", contact(home, other, date="2025-01-10"), published="2025-01-11"))
        register.add(*told("b", contact(home, other, date="2025-03-01", status="planned"), published="2025-01-12"))
        view = brief(register.as_known(Morning("2025-02-01")), BriefQuestion("LA"))
    assert [one.contact.date for one in view.last] == ["2025-01-10"]
    planned = [one for one in view.coming if one.kind == "plan"]
    assert [(one.date, one.days) for one in planned] == [("2025-03-01", 28)]


@pytest.mark.parametrize(
    ("kept", "on", "comes"),
    [
        ("1973-09-21", "2023-12-25", "2024-09-21"),
        ("1973-12-25", "2023-12-25", "2023-12-25"),
        ("2000-02-29", "2023-01-01", "2023-02-28"),
        ("2000-02-29", "2024-01-01", "2024-02-29"),
    ],
)
def test_a_day_comes_round(kept: str, on: str, comes: str) -> None:
    assert next_day(kept, on) == comes
