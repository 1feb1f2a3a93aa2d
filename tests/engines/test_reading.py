"""Pages and readings on their way to another process and back."""

from pathlib import Path

from bangiao.model.report import Page, Refusal
from bangiao.pipeline import answer, packed, read_page, read_pages, told
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions

OPTIONS = SourceOptions()


def test_two_processes_read_as_one_does(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "text": "x\\ud800"}\n{"id": "b"}\n', encoding="utf-8")
    inputs = [*map(str, sample_paths()), str(bad), str(tmp_path / "nowhere.txt")]
    assert list(read_pages(inputs, OPTIONS, workers=2)) == list(read_pages(inputs, OPTIONS))


def test_a_page_with_half_characters_is_refused_before_it_is_sent() -> None:
    page = Page("a", "x\ud800")
    assert packed(page) == read_page(page)


def test_an_answer_tells_a_refusal_too() -> None:
    page = Page("a", "<html><body></body></html>", "text/html")
    task = packed(page)
    assert isinstance(task, bytes)
    assert isinstance(told(answer(task)), Refusal)
    assert told(answer(task)) == read_page(page)
