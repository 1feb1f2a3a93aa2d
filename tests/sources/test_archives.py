"""Web archives: the pages in them, and what goes wrong with them."""

import gzip
import io
from pathlib import Path

import pytest
import zstandard

from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions

HTML = "<!doctype html><title>Tin</title><p>Thủ tướng tiếp Đại sứ Nhật Bản.</p>"
URL = "https://bao.example/tin/thu-tuong-tiep-dai-su.html"


def record(body: bytes, kind: str = "response", url: str = URL, **headers: str) -> bytes:
    """One record of an archive."""
    lines = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "WARC-Target-URI": url,
        "WARC-Date": "2024-12-05T03:00:00Z",
        "Content-Type": "application/http; msgtype=response",
        **{name.replace("_", "-"): value for name, value in headers.items()},
        "Content-Length": str(len(body)),
    }
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return head.encode() + b"\r\n" + body + b"\r\n\r\n"


def answer(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """An answer of a server, as a crawler keeps it."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def read(
    tmp_path: Path, content: bytes, name: str = "a.warc", max_document: int = SourceOptions().max_document
) -> list[Page | Refusal]:
    """Everything that a file holds."""
    path = tmp_path / name
    path.write_bytes(content)
    return list(open_inputs([str(path)], SourceOptions(max_document=max_document)))


PAGE = record(answer(HTML.encode()))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress], ids=["plain", "gzip", "zstd"])
@pytest.mark.parametrize("name", ["a.warc", "a"])
def test_a_page_has_its_address_and_time(tmp_path: Path, pack: type[bytes], name: str) -> None:
    (page,) = read(tmp_path, pack(PAGE), name)
    assert isinstance(page, Page)
    assert (page.content, page.media, page.url, page.fetched) == (HTML, "text/html", URL, "2024-12-05T03:00:00Z")
    assert page.id.startswith("thu-tuong-tiep-dai-su-")


def test_records_packed_one_by_one(tmp_path: Path) -> None:
    other = record(answer(HTML.encode()), url="https://bao.example/2")
    found = read(tmp_path, gzip.compress(PAGE) + gzip.compress(other), "a.warc.gz")
    assert [page.url for page in found if isinstance(page, Page)] == [URL, "https://bao.example/2"]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    others = [
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(b"software: x\r\n", "warcinfo", Content_Type="application/warc-fields"),
        record(answer(b"\x89PNG", "image/png")),
        record(answer(b"gone", status="404 Not Found")),
        record(answer(b"User-agent: *", "text/plain"), url="https://bao.example/robots.txt"),
        record(answer(b"{}", "application/json")),
    ]
    assert read(tmp_path, b"".join([*others, PAGE]) + others[0]) == read(tmp_path, PAGE)


def test_extracted_texts_are_pages_too(tmp_path: Path) -> None:
    text = "Thủ tướng tiếp Đại sứ\nHà Nội, ngày 5/12."
    (page,) = read(tmp_path, record(text.encode(), "conversion", Content_Type="text/plain"), "a.warc.wet")
    assert isinstance(page, Page)
    assert (page.content, page.media, page.url) == (text, "text/plain", URL)


def test_bodies_packed_or_in_pieces(tmp_path: Path) -> None:
    packed = record(answer(gzip.compress(HTML.encode()), Content_Encoding="gzip"))
    whole = HTML.encode()
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(whole), whole)
    chunked = record(answer(pieces, Transfer_Encoding="chunked"))
    wrong = record(answer(HTML.encode(), "text/html; charset=iso-8859-1"))
    for one in (packed, chunked, wrong):
        (page,) = read(tmp_path, one)
        assert isinstance(page, Page)
        assert page.content == HTML


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (answer(gzip.compress(b" " * 3_000_000)), "larger than"),
        (answer(b"x" * 30_000), "larger than"),
        (answer(b"%PDF-1.7"), "is a PDF"),
        (answer(b""), "is empty"),
    ],
    ids=["bomb", "huge", "binary", "empty"],
)
def test_a_bad_record_spoils_no_other(tmp_path: Path, body: bytes, reason: str) -> None:
    found = read(tmp_path, record(body, url="https://bao.example/bad") + PAGE, max_document=20_000)
    refusal, page = found
    assert isinstance(refusal, Refusal)
    assert isinstance(page, Page)
    assert refusal.input.endswith("a.warc: https://bao.example/bad")
    assert reason in refusal.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"WARC/1.0\r\nrubbish", "web archive"),
        (record(b"GET / HTTP/1.1\r\n\r\n", "request"), "web archive without pages"),
        (b"no archive at all", "broken web archive"),
        (gzip.compress(b"WARC/1.0\r\n" + b" " * 200_000_000), "broken web archive"),
    ],
    ids=["rubbish", "requests", "text", "bomb"],
)
def test_an_archive_that_is_none(tmp_path: Path, content: bytes, reason: str) -> None:
    *_, refusal = read(tmp_path, content)
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason


def test_an_archive_that_breaks_off_gives_what_stood_before(tmp_path: Path) -> None:
    pages = (HTML + "".join(chr(0x4E00 + (number * at) % 9973) for at in range(3000)) for number in range(100))
    whole = b"".join(
        gzip.compress(record(answer(page.encode()), url=f"{URL}/{number}")) for number, page in enumerate(pages)
    )
    *found, refusal = read(tmp_path, whole[:-40], "a.warc.gz")
    assert isinstance(refusal, Refusal)
    assert "breaks off" in refusal.reason
    assert len([one for one in found if isinstance(one, Page)]) > 50


def test_an_archive_through_a_pipe() -> None:
    (page,) = open_inputs(["-"], stdin=io.BytesIO(PAGE))
    assert isinstance(page, Page)
