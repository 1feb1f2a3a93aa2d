"""What of a telling is compared."""

from msgspec.structs import replace

from bangiao.model.findings import Contact, Participant, Side
from bangiao.resolution.decisions import Mark, Rulings
from bangiao.resolution.tellings import Telling, sight

NONE = Rulings()
VN = Side("VN", people=(Participant("Trần Thị Bình", "Bộ trưởng"),))
TALKS = Contact("talks", "hội đàm", "in_person", "held", (VN, Side("JP")), ("government",), date="2024-12-05")
TOLD = Telling("r-a", 0, TALKS, "2024-12-06", title="hội đàm cấp cao")


def test_copies_look_alike_whoever_prints_them() -> None:
    copy = replace(TOLD, report="r-b", number=3, start=120, contact=replace(TALKS, venue="Tokyo"))
    turned = replace(TOLD, contact=replace(TALKS, sides=(Side("JP"), VN)))
    assert sight(TOLD, NONE).look == sight(copy, NONE).look == sight(turned, NONE).look


def test_what_a_verdict_may_rest_on_changes_the_look() -> None:
    others = (
        replace(TOLD, title="hội đàm hẹp"),
        replace(TOLD, judged=(Mark("d-1", 0),)),
        replace(TOLD, contact=replace(TALKS, form="meeting")),
        replace(TOLD, contact=replace(TALKS, trigger="cuộc hội đàm")),
        replace(TOLD, contact=replace(TALKS, country="JP")),
        replace(TOLD, contact=replace(TALKS, date="2024-12-06")),
        replace(TOLD, contact=replace(TALKS, sides=(VN, Side("KR")))),
        replace(TOLD, contact=replace(TALKS, sides=(Side("VN"), Side("JP")))),
    )
    looks = {sight(one, NONE).look for one in (TOLD, *others)}
    assert len(looks) == len(others) + 1
