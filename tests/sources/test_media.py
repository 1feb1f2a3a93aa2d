"""What kind of content a name, a header or the first bytes tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.sources.media import SUFFIXES, by_content, by_header, by_name, refuse_binary, stem


@pytest.mark.parametrize(
    ("name", "media", "bare"),
    [
        ("a.txt", "text/plain", "a"),
        ("a.b.HTM", "text/html", "a.b"),
        ("a.html.gz", "text/html", "a"),
        ("a.jsonl.GZ", "application/jsonl", "a"),
        ("a.gz", None, "a"),
        ("a.md", None, "a"),
        ("a", None, "a"),
        (".txt", None, ".txt"),
        (".gz", None, ".gz"),
    ],
)
def test_names(name: str, media: str | None, bare: str) -> None:
    assert by_name(name) == media
    assert stem(name) == bare


@pytest.mark.parametrize(
    ("header", "name", "media"),
    [
        ("text/html; charset=utf-8", "a.txt", "text/html"),
        ("TEXT/HTML", "", "text/html"),
        ("application/xhtml+xml", "", "text/html"),
        ("text/plain", "a.jsonl", "application/jsonl"),
        ("application/octet-stream", "a.html.gz", "text/html"),
        ("", "page", None),
    ],
)
def test_headers(header: str, name: str, media: str | None) -> None:
    assert by_header(header, name) == media


@pytest.mark.parametrize("header", ["image/png", "application/rss+xml", "nonsense"])
def test_headers_of_other_things(header: str) -> None:
    with pytest.raises(InputError, match="not a page"):
        by_header(header, "a.html")


def test_a_name_is_believed_unless_a_whole_page_stands_there() -> None:
    assert by_content(b"<p>quoted", "text/plain") == "text/plain"
    assert by_content(b"<!-- a --><!-- b -->\n<!DOCTYPE html>", "text/plain") == "text/html"
    assert by_content(b"\xff\xfe<\0h\0t\0m\0l\0>\0", None) == "text/html"
    assert by_content(b"no tag at all", "text/html") == "text/html"


def test_comments_alone_make_no_page() -> None:
    assert by_content(b"<!---->" * 500 + b"x", "text/plain") == "text/plain"


def test_a_kind_that_is_no_text_is_named() -> None:
    for head, kind in ((b"GIF89a", "an image"), (b"WARC/1.0", "a web archive"), (b"BZh9", "packed with bzip2")):
        with pytest.raises(InputError, match=kind):
            refuse_binary(head)


@given(st.binary(max_size=100))
def test_any_start_is_of_some_kind(head: bytes) -> None:
    try:
        assert by_content(head, None) in SUFFIXES.values()
    except InputError:
        assert head.strip()
