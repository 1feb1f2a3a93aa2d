"""Too deep, too long, too much once unpacked: refused in one line, or read in bounded room."""

import gzip
import io
import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from bangiao.exports.brief_formats import BRIEF_FORMATS
from bangiao.findings.find import find
from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal, Report
from bangiao.reports.cut import cut
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions
from tests.exports.test_brief import BAD
from tests.hostile.readers import LONGEST, harmless
from tests.hostile.seeds import BODY, MEETING, RECORD

DEEP = 100_000
ZEROS = bytes(100_000_000)
SMALL = SourceOptions(max_document=1 << 20, max_unpacked=1 << 23)

NESTED = {
    ("feeds", "lists"): "x = " + "[" * DEEP,
    ("feeds", "tables"): "x = " + "{a=" * DEEP,
    ("plan", "lists"): "x = " + "[" * DEEP,
    ("pack", "lists"): "trigger = " + "[" * DEEP,
    ("lines", "lists"): '{"text": ' + "[" * DEEP,
    ("table", "lists"): "[" * DEEP,
    ("table", "objects"): '{"a":' * DEEP,
    ("tenures", "lists"): "[" * DEEP,
    ("tenures", "objects"): '{"memberships":' * DEEP,
    ("listing", "sitemap"): "<urlset>" + "<url>" * DEEP,
    ("listing", "feed"): '<rss version="2.0"><channel><item>' + "<b>" * DEEP,
}


@pytest.mark.parametrize(("name", "kind"), NESTED)
def test_what_is_nested_too_deeply_is_refused(name: str, kind: str) -> None:
    answer = harmless(name, NESTED[name, kind].encode())
    assert len(answer) < LONGEST
    assert answer or name in ("pack", "lines", "listing")  # a bad line spoils no other; a feed may name nothing


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li", "svg", "blockquote", "template"])
def test_deep_pages_are_read(tag: str) -> None:
    told = cut(Page("deep", f"<html><body><{f'{tag}><' * 20_000}p>{MEETING}<p>{BODY}", "text/html"))
    assert isinstance(told, Refusal) or find(told) is not None


def _packed_answer() -> bytes:
    """An archive whose one answer is packed once more by its server."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(ZEROS)
    length = f"Content-Length: {len(head)}\r\n\r\n".encode()
    return gzip.compress(RECORD[: RECORD.index(b"Content-Length")] + length + head + b"\r\n\r\n")


BOMBS: dict[str, Callable[[], bytes]] = {
    "a.txt.gz": lambda: gzip.compress(ZEROS),
    "b.txt.zst": lambda: zstandard.compress(ZEROS),
    "c.jsonl.gz": lambda: gzip.compress(json.dumps({"text": "a" * len(ZEROS)}).encode()),
    "d.warc.gz": _packed_answer,
    "e.warc.zst": lambda: zstandard.compress(RECORD[:-4] + ZEROS),
    "f.html.gz": lambda: gzip.compress(gzip.compress(ZEROS)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_room(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(BOMBS[name]())
    assert file.stat().st_size < 200_000
    tracemalloc.start()
    try:
        found = list(open_inputs([str(file)], SMALL))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [one for one in found if isinstance(one, Refusal)], found
    assert not [one for one in found if isinstance(one, Page) and one.url is None]
    assert most < len(ZEROS) // 2


def _document(content: bytes, name: str = "word/document.xml") -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return sink.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'


@pytest.mark.parametrize(
    "template",
    [_document(ZEROS), _document(ENTITY, "[Content_Types].xml"), _document(b"x", "../../out"), b"PK\x03\x04"],
)
def test_a_hostile_template_is_refused(template: bytes) -> None:
    pytest.importorskip("docx")
    with pytest.raises(InputError):
        BRIEF_FORMATS[".docx"].render(BAD, template)


def test_very_many_offices_before_a_name() -> None:
    """Two thousand each time; a million in `make torture`."""
    many = int(os.environ.get("BANGIAO_OFFICES", "2000"))
    told = cut(Page("many", f"{MEETING}{BODY}\n{'Thủ tướng ' * many}{MEETING}{BODY}", "text/plain"))
    assert isinstance(told, Report)
    assert "talks" in [one.form for one in find(told).contacts]


@pytest.mark.parametrize("character", ["a", " ", ",", "(", "\u0301", "\u200b", "\u202e", "1", "/", "-", "“", "Á"])
def test_one_very_long_line(character: str) -> None:
    told = cut(Page("long", f"{MEETING}{BODY}\n{character * 300_000}\n{BODY}", "text/plain"))
    assert isinstance(told, Refusal) or "talks" in [one.form for one in find(told).contacts]
