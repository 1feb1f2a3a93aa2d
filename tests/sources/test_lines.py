"""Files with one report a line, and lines that spoil nothing but themselves."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.lines import read_lines
from bangiao.sources.options import MEBIBYTE, SourceOptions


def read(*lines: str | bytes, limit: int = 1000) -> list[Page | Refusal]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read_lines(io.BytesIO(content), "a.jsonl", "a", SourceOptions(max_document=limit)))


def page(line: str) -> Page:
    (only,) = read(line)
    assert isinstance(only, Page), only
    return only


def reason(line: str | bytes) -> str:
    """Why a line is refused, between two that are not."""
    first, second, third = read('{"id": "1", "text": "x"}', line, '{"id": "3", "text": "x"}')
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert isinstance(second, Refusal)
    assert second.input == "a.jsonl:2"
    assert second.hint
    assert second.reason.isprintable()
    return second.reason


def test_all_keys() -> None:
    line = {"id": "x", "url": "https://p.example/1", "published": "2024-12-05T08:00+07:00", "text": "Tựa\nThân"}
    assert page(json.dumps(line)) == Page("x", "Tựa\nThân", "text/plain", line["url"], line["published"])


def test_missing_keys() -> None:
    assert page('{"text": "x"}') == Page("a-1", "x")
    assert page('{"id": null, "url": null, "published": null, "text": "x", "more": [1]}') == Page("a-1", "x")
    assert page('{"id": "", "url": "", "published": " ", "text": "x"}') == Page("a-1", "x")


def test_a_number_as_id() -> None:
    assert page('{"id": 102250621084319019, "text": "x"}').id == "102250621084319019"


def test_markup_counts_only_under_its_own_key() -> None:
    assert page('{"id": "x", "text": "<p>x"}').media == "text/plain"
    assert page('{"id": "x", "text": "y", "html": "<p>x"}') == Page("x", "<p>x", "text/html")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-12-05", "2024-12-05"),
        ("2024-12-05 08:00", "2024-12-05 08:00"),
        ("2024-12-05T01:00:00Z", "2024-12-05T01:00:00Z"),
        ("20241205", "2024-12-05T00:00:00"),
    ],
)
def test_published(given: str, kept: str) -> None:
    assert page(json.dumps({"text": "x", "published": given})).published == kept


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nonsense", "is broken JSON"),
        ('{"id": "2", "text": "x"', "is broken JSON"),
        ('{"id": "2", "text": 5}', "is not a report: Expected `str | null`, got `int` - at `$.text`"),
        ("[]", "is not a report"),
        ("5", "is not a report"),
        ('{"id": "2"}', "has neither text nor html"),
        ('{"id": "2", "text": " \\n"}', "has an empty text"),
        ('{"id": "2", "text": "a\\u0000b"}', "holds zero characters"),
        (b'{"id": "2", "text": "\xff"}', "is not UTF-8"),
        ('{"id": "2", "text": "\\ud800"}', "is broken JSON"),
        ('{"id": "2", "x": ' + "[" * 2000 + "}", "is longer than 1000 bytes"),
        ('{"id": "1", "text": "y"}', "has the id '1' of line 1"),
        ('{"id": "2", "text": "x", "published": "05/12/2024"}', "is not ISO 8601: '05/12/2024'"),
        ('{"id": "' + "2" * 501 + '", "text": "x"}', "an id of more than 500 characters"),
        ('{"id": "\\u001b[31m", "text": 5}', "is not a report"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(line: str | bytes, words: str) -> None:
    assert words in reason(line)


def test_deep_nesting_is_a_bad_line() -> None:
    deep = '{"text": "x", "x": ' + "[" * 200_000 + "}"
    first, second = read(deep, '{"text": "y"}', limit=MEBIBYTE)
    assert isinstance(first, Refusal)
    assert "nested too deeply" in first.reason
    assert isinstance(second, Page)


def test_one_id_at_one_address_is_a_version_not_a_clash() -> None:
    first = {"id": "x", "url": "https://p.example/1", "text": "sớm"}
    later = {**first, "text": "muộn"}
    other = {**first, "url": "https://p.example/2"}
    one, two, three = read(json.dumps(first), json.dumps(later), json.dumps(other))
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert isinstance(three, Refusal)


def test_line_ends_blank_lines_and_marks_in_between() -> None:
    found = read(b'\xef\xbb\xbf{"text": "a"}\r', b"", b"  ", b'\xef\xbb\xbf{"text": "b"}')
    assert [one.id for one in found if isinstance(one, Page)] == ["a-1", "a-4"]


def test_what_is_no_such_file_at_all() -> None:
    for content in ("", "\n\n", "[\n", "{\n"):
        with pytest.raises(InputError):
            read(content)


class Endless(io.RawIOBase):
    """A line of so many bytes, made while it is read; then a good one."""

    def __init__(self, count: int) -> None:
        self._left = count
        self._last = b'\n{"id": "after", "text": "x"}\n'

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._left:
            count = min(len(buffer), self._left)
            buffer[:count] = b"x" * count
            self._left -= count
            return count
        piece, self._last = self._last[: len(buffer)], self._last[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_line_of_200_megabytes_is_passed_over_in_pieces() -> None:
    stream = io.BufferedReader(Endless(200 * MEBIBYTE))
    tracemalloc.start()
    try:
        options = SourceOptions(max_document=MEBIBYTE)
        first, second = read_lines(stream, "a.jsonl", "a", options)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(first, Refusal)
    assert first == Refusal("a.jsonl:1", "is longer than 1 MB", first.hint)
    assert isinstance(second, Page)
    assert peak < 8 * MEBIBYTE


def test_many_lines_take_no_more_memory_than_few(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"id": str(n), "text": "x" * 2000}) + "\n" for n in range(10_000))
    tracemalloc.start()
    try:
        assert sum(isinstance(one, Page) for one in open_inputs([str(path)])) == 10_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 6 * MEBIBYTE  # the file has 20; ids are kept as digests


def test_the_corpora(shared_dir: Path) -> None:
    counts = {"leads.jsonl": 0, "reports.jsonl": 0}
    for name in counts:
        for one in open_inputs([str(shared_dir / "corpus" / name)]):
            assert isinstance(one, Page), one
            counts[name] += 1
    assert counts["leads.jsonl"] > 5000
    assert counts["reports.jsonl"] > 1000


@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text), max_size=5))
def test_texts_come_back_as_they_were(texts: list[str]) -> None:
    content = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode()
    found: Iterator[Page | Refusal] = iter(())
    if texts:
        found = read_lines(io.BytesIO(content), "a", "a", SourceOptions())
    assert [one.content for one in found if isinstance(one, Page)] == texts


@given(st.binary(max_size=300))
def test_any_line_is_answered(line: bytes) -> None:
    answers = list(read(b'{"text": "x"}', line))
    assert answers
    for one in answers:
        assert isinstance(one, Page | Refusal)
        if isinstance(one, Refusal):
            assert one.reason.isprintable()
