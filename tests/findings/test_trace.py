"""The trace tells what the reading does: the same contacts, and every verb of a sentence."""

from bangiao.findings.find import find, stages
from bangiao.findings.trace import trace
from bangiao.languages.pack import load
from bangiao.model.evidence import Span
from bangiao.model.report import Block, Report


def report(words: str, language: str = "vi") -> Report:
    return Report("one", words, (Block("body", Span(0, len(words))),), language=language, published="2024-12-05")


def test_the_trace_and_the_reading_are_one() -> None:
    one = report("Ngày 5/12, Thủ tướng Lào Khamla Vongsa hội đàm với Thủ tướng Đặng Văn Thử.")
    lines = trace(one).splitlines()
    assert sum(line.startswith("  contact ") for line in lines) == len(find(one).contacts) == 1
    assert any(line.strip().startswith("tells   talks “hội đàm” held; 2024-12-05") for line in lines)


def test_a_verb_that_tells_nothing_says_so() -> None:
    lines = trace(report("Hội đàm là việc thường của các Bộ trưởng."))
    assert "tells no contact of its own" in lines


def test_a_language_without_a_pack_has_no_steps() -> None:
    assert trace(report("They met.", "en")) == ""


def test_the_stages_hold_every_telling() -> None:
    read = stages(report("Ngày 5/12, Thủ tướng Lào Khamla Vongsa hội đàm với Thủ tướng Đặng Văn Thử."), load("vi"))
    assert [draft.form for step in read.steps for draft in step.drafts] == ["talks"]
    assert len(read.groups) == len(read.told) == 1
