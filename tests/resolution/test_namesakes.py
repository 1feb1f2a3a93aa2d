"""Posts that one person does not hold at once, and the names of those who were parted."""

import pytest

from bangiao.resolution.names import person_id
from bangiao.resolution.namesakes import Span, exclusive, id_after_parting

ENVOY = Span("đại sứ tại nhật bản", "2024-01-01", "2024-09-01")


@pytest.mark.parametrize(
    ("other", "doubtful"),
    [
        (Span("thứ trưởng y tế", "2024-03-01", "2024-12-01"), True),
        (Span("thứ trưởng y tế", "2024-09-02", "2024-12-01"), False),
        (Span("thứ trưởng y tế", "2024-08-20", "2024-12-01"), False),
        (Span("đại sứ tại lào", "2024-01-01", "2024-12-01"), False),
        (Span("ủy viên trung ương đảng", "2024-01-01", "2024-12-01"), False),
        (Span("bí thư tỉnh ủy", "1950-01-01", "1955-01-01"), True),
    ],
)
def test_what_excludes(other: Span, doubtful: bool) -> None:
    assert (exclusive([ENVOY, other]) is not None) == doubtful


def test_two_deputy_ministers_are_two_but_no_two_wordings() -> None:
    one, other, worded = (
        Span(post, "2024-01-01", "2024-12-01")
        for post in ("thứ trưởng y tế", "thứ trưởng công an", "thứ trưởng y tế việt nam")
    )
    assert exclusive([one, other]) == (other, one)
    assert exclusive([one, worded]) is None
    assert exclusive([]) is None


def test_a_parted_name_has_an_id_of_its_own() -> None:
    base = person_id("Nguyễn Văn Hùng", "VN")
    parted = id_after_parting("Nguyễn Văn Hùng", "VN", {base: "Thứ trưởng"})
    assert parted == person_id("Nguyễn Văn Hùng (Thứ trưởng)", "VN")
    assert id_after_parting("Nguyễn Văn Hùng", "LA", {base: "Thứ trưởng"}) == person_id("Nguyễn Văn Hùng", "LA")
