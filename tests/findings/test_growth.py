"""Reading takes steps in proportion to the text, counted in calls, not in seconds: nothing in it can run away."""

import sys
from types import FrameType

import pytest

from bangiao.findings.find import find
from bangiao.model.evidence import Span
from bangiao.model.report import Block, Report

TIMES = 60
ONE_SENTENCE = "every verb of a sentence looks back over the whole of it; a bound on a sentence's length would end that"


def steps(text: str) -> int:
    """How many calls the reading of a text makes."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    report = Report("long", text, (Block("body", Span(0, len(text))),), language="vi", published="2024-12-05")
    sys.setprofile(step)
    try:
        find(report)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Thủ tướng ",
        "ngày 5/12, ",
        "Hà Nội, ",
        "Nguyễn ",
        "Bộ trưởng Bộ Ngoại giao và ",
        "Đảng Cộng sản ",
        "khẳng định ",
        "((",
        "12/",
        "- ",
        "Thủ tướng Lào Khamla Vongsa gặp Thủ tướng Đặng Văn Thử.\n",
        "Nhân dịp thăm Lào, hai bên ký Bản ghi nhớ. ",
        pytest.param("gặp ", marks=pytest.mark.xfail(reason=ONE_SENTENCE)),
        pytest.param("nhân dịp thăm ", marks=pytest.mark.xfail(reason=ONE_SENTENCE)),
    ],
)
def test_twice_the_text_takes_twice_the_steps(piece: str) -> None:
    steps(piece)  # tables are loaded once
    once, twice = steps(piece * TIMES), steps(piece * (2 * TIMES))
    assert twice < 2.3 * once
