"""Captions that carry no mark of a picture."""

import pytest

from bangiao.reports.captions import is_scene


@pytest.mark.parametrize(
    "text",
    ["Quang cảnh buổi làm việc.", "Bộ trưởng Lê Sơn phát biểu tại hội nghị.", "Hai đoàn chụp ảnh lưu niệm."],
)
def test_a_scene_is_told(text: str) -> None:
    assert is_scene(text, len(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng Lê Sơn sẽ phát biểu tại hội nghị.",
        "Phát biểu tại hội nghị, Bộ trưởng Lê Sơn nêu ba đề nghị.",
        "Trước đó, hai đoàn đã chụp ảnh lưu niệm.",
        "Năm 2021, ông phát biểu tại hội nghị.",
        "Bộ trưởng phát biểu tại hội nghị: hai bên cần thêm thời gian.",
    ],
)
def test_a_sentence_that_reports_is_no_scene(text: str) -> None:
    assert not is_scene(text, len(text.split()))
