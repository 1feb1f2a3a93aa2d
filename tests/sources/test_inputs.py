"""Files, folders and standard input as they come: good, bad, broken and hostile."""

import gzip
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import DEFAULTS, SourceOptions

LEAD = "Chủ tịch nước hội đàm với Quốc vương\nSáng 3/4, tại Phủ Chủ tịch, hai bên hội đàm.\n"
SMALL = SourceOptions(max_document=1000)


def found(*inputs: Path | str, options: SourceOptions = DEFAULTS, stdin: bytes = b"") -> list[Page | Refusal]:
    return list(open_inputs([str(name) for name in inputs], options, stdin=io.BytesIO(stdin)))


def page(*inputs: Path | str, stdin: bytes = b"") -> Page:
    (only,) = found(*inputs, stdin=stdin)
    assert isinstance(only, Page), only
    return only


def refusal(*inputs: Path | str, options: SourceOptions = DEFAULTS, stdin: bytes = b"") -> Refusal:
    (only,) = found(*inputs, options=options, stdin=stdin)
    assert isinstance(only, Refusal), only
    assert only.hint
    assert only.reason.isprintable()
    return only


def ids(*inputs: Path | str, stdin: bytes = b"") -> list[str]:
    return [one.id if isinstance(one, Page) else f"refused {one.input}" for one in found(*inputs, stdin=stdin)]


class TestFiles:
    def test_a_text(self, tmp_path: Path) -> None:
        path = tmp_path / "2024.12.05-talks.txt"
        path.write_text(LEAD, encoding="utf-8")
        assert page(path) == Page("2024.12.05-talks", LEAD)

    @pytest.mark.parametrize("suffix", [".html", ".htm", ".HTML"])
    def test_a_page(self, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"page{suffix}"
        path.write_text("<p>Hội đàm", encoding="utf-8")
        assert page(path) == Page("page", "<p>Hội đàm", "text/html")

    @pytest.mark.parametrize("name", ["report.txt.gz", "report.html.gz", "report.gz", "report.txt"])
    def test_packed_with_gzip(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(gzip.compress(LEAD.encode()))
        assert page(path).content == LEAD
        assert page(path).id == "report"

    def test_packed_in_several_parts(self, tmp_path: Path) -> None:
        path = tmp_path / "report.txt.gz"
        path.write_bytes(gzip.compress(LEAD.encode()) + gzip.compress(LEAD.encode()))
        assert page(path).content == LEAD * 2

    def test_line_ends_and_letters_stay_as_they_are(self, tmp_path: Path) -> None:
        path = tmp_path / "report.txt"
        text = "Ho\u0300a bi\u0300nh\r\nhội đàm\r"
        path.write_bytes(text.encode())
        assert page(path).content == text

    @pytest.mark.parametrize(
        ("content", "media"),
        [
            (LEAD, "text/plain"),
            ("\n <!-- x --> <!DOCTYPE html><p>x", "text/html"),
            ("<div>Hội đàm</div>", "text/html"),
            ('{"id": "x", "html": "<p>Hội đàm"}', "text/html"),
            ("{ba} nước hội đàm", "text/plain"),
            ("< 5 nước hội đàm", "text/plain"),
        ],
    )
    def test_an_unknown_suffix_is_told_by_its_content(self, tmp_path: Path, content: str, media: str) -> None:
        path = tmp_path / "report.news"
        path.write_text(content, encoding="utf-8")
        assert page(path).media == media

    def test_a_page_saved_as_text_is_a_page(self, tmp_path: Path) -> None:
        path = tmp_path / "report.txt"
        path.write_text("<?xml version='1.0'?><html><p>Hội đàm</html>", encoding="utf-8")
        assert page(path).media == "text/html"

    def test_the_same_file_twice_is_read_once(self, tmp_path: Path) -> None:
        path = tmp_path / "report.txt"
        path.write_text(LEAD, encoding="utf-8")
        assert ids(path, tmp_path, path) == ["report"]

    def test_two_files_of_one_name_are_told(self, tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "report.txt").write_text(f"{folder} hội đàm", encoding="utf-8")
        first, second = found(tmp_path)
        assert isinstance(first, Page)
        assert isinstance(second, Refusal)
        assert second.input.endswith("b/report.txt")
        assert "a/report.txt" in second.reason

    def test_a_pipe_named_by_itself(self) -> None:
        reader, writer = os.pipe()
        os.write(writer, LEAD.encode())
        os.close(writer)
        try:
            assert page(f"/dev/fd/{reader}").content == LEAD
        finally:
            os.close(reader)


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.txt", b"", "is empty"),
            ("a.txt", b" \n\t\r\n", "holds only blank space"),
            ("a.html", b"", "is empty"),
            ("a.jsonl", b"", "is empty"),
            ("a.jsonl", b"\n\n", "is empty"),
            ("a.txt.gz", b"", "is empty"),
            ("a.txt.gz", b"plain", "is named .gz but is not a gzip file"),
            ("a.txt.gz", gzip.compress(LEAD.encode())[:-12], "is a gzip file that breaks off"),
            ("a.txt.gz", gzip.compress(LEAD.encode())[:-8] + b"\0" * 8, "is a broken gzip file"),
            ("a.txt.gz", gzip.compress(gzip.compress(b"x")), "is packed with gzip twice"),
            ("a.txt.gz", b"\x1f\x8b" + b"\xff" * 40, "is a broken gzip file"),
            ("a.txt", b"%PDF-1.7\n", "is a PDF, not text"),
            ("a.docx", b"PK\x03\x04....", "is a damaged zip file"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old office document, not text"),
            ("a.txt", b"\x00\x01\x02\xff\xfe" * 50, "is binary, not text"),
            ("a.txt", b"abc\0def", "holds zero characters"),
            ("a.txt", b"\x01\x02\x03\x04\x05", "is binary, not text"),
            ("a.txt", LEAD.encode() + b"\xff\n", "is UTF-8 with broken bytes, the first in line 3"),
            ("a.txt", bytes(range(0x80, 0x100)), "is in a character set that cannot be told"),
            ("a.txt", b"\xff\xfeabc", "begins as UTF-16-LE but has broken bytes"),
            ("a.json", b'[{"id": "a", "text": "x"}]', "is a JSON list"),
            ("a.jsonl", b'[{"id": "a",\n "text": "x"}]', "is JSON, but not one report a line"),
            ("a.jsonl", b'{\n"id": "a",\n "text": "x"}', "is JSON, but not one report a line"),
            ("a.xml", b'<?xml version="1.0"?><rss/>', "is XML, but no page"),
        ],
    )
    def test_each_has_its_words(self, tmp_path: Path, name: str, content: bytes, words: str) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        told = refusal(path)
        assert words in told.reason
        assert told.input == str(path)

    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "absent.txt").reason == "does not exist"
        (tmp_path / "file.txt").write_text(LEAD, encoding="utf-8")
        assert "a part of its path is a file" in refusal(tmp_path / "file.txt" / "x").reason

    def test_names_that_are_none(self) -> None:
        assert "is not a name" in refusal("").reason
        assert "is not a name" in refusal("a\0b").reason
        assert "too long" in refusal("x" * 5000).reason

    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "file:/etc/passwd", "ftp://x.example/", "data:text/html,x"]
    )
    def test_other_schemes(self, address: str) -> None:
        assert "which is not opened" in refusal(address).reason

    def test_a_link_round_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
        assert "round in a circle" in refusal(tmp_path / "a.txt").reason

    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.txt"
        path.write_text(LEAD, encoding="utf-8")
        path.chmod(0)
        with as_nobody():
            assert "permission denied" in refusal(path).reason

    def test_more_than_a_report(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_bytes(b"x" * 1001)
        assert refusal(path, options=SMALL).reason == "is larger than 1000 bytes"
        path.write_bytes(b"x" * 1000)
        assert isinstance(found(path, options=SMALL)[0], Page)

    @pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.html.gz"])
    def test_a_bomb(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(gzip.compress(b"x" * 10_000_000))
        assert "is larger than" in refusal(path, options=SMALL).reason

    @pytest.mark.parametrize("block", [b"x", b"\n"])
    def test_a_bomb_of_lines(self, tmp_path: Path, block: bytes) -> None:
        path = tmp_path / "bomb.jsonl.gz"
        path.write_bytes(gzip.compress(block * 10_000_000))
        assert "unpacks to far more than a text would" in found(path, options=SMALL)[-1].reason  # type: ignore[union-attr]

    def test_too_much_in_all(self, tmp_path: Path) -> None:
        path = tmp_path / "big.jsonl.gz"
        path.write_bytes(gzip.compress(b"".join(b'{"id":"%d","text":"x"}\n' % n for n in range(2000))))
        *pages, last = found(path, options=SourceOptions(max_unpacked=20_000))
        assert isinstance(last, Refusal)
        assert "unpacks to more than 19.5 kB" in last.reason
        assert pages == [] or all(isinstance(one, Page) for one in pages)

    def test_a_name_with_control_characters_is_shown_harmless(self) -> None:
        assert refusal("absent\x1b[31m\n.txt").input == "absent\\x1b[31m\\x0a.txt"

    def test_a_name_that_is_no_unicode(self, tmp_path: Path) -> None:
        path = os.path.join(os.fsencode(tmp_path), b"b\xe1o.txt")
        with open(path, "wb") as stream:
            stream.write(LEAD.encode())
        assert page(tmp_path).id == "b\ufffdo"

    def test_the_others_are_read_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_text(LEAD, encoding="utf-8")
        assert ids("absent", tmp_path / "good.txt", "ftp://x") == ["refused absent", "good", "refused ftp://x"]


class TestFolders:
    def test_sorted_recursive_and_without_what_is_hidden(self, tmp_path: Path) -> None:
        for name in ("b/2.txt", "b/1.html", "a.txt", "c.htm.gz", ".hidden.txt", ".git/x.txt", "b/.x.txt", "d.png", "e"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(gzip.compress(b"x") if name.endswith(".gz") else b"x")
        assert ids(tmp_path) == ["a", "1", "2", "c"]

    def test_without_reports(self, tmp_path: Path) -> None:
        assert refusal(tmp_path).reason == "is a folder without reports"
        (tmp_path / "notes.png").write_bytes(b"%PDF")
        (tmp_path / "empty").mkdir()
        assert refusal(tmp_path).reason == "is a folder without reports"

    def test_one_that_may_not_be_listed(self, tmp_path: Path) -> None:
        (tmp_path / "closed").mkdir()
        (tmp_path / "closed" / "x.txt").write_text(LEAD, encoding="utf-8")
        (tmp_path / "closed").chmod(0)
        try:
            with as_nobody():
                assert "permission denied" in refusal(tmp_path / "closed").reason
        finally:
            (tmp_path / "closed").chmod(0o700)

    def test_links_to_folders_are_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "x.txt").write_text(LEAD, encoding="utf-8")
        (tmp_path / "round").symlink_to(tmp_path)
        assert ids(tmp_path) == ["x"]
        assert ids(tmp_path / "round") == ["x"]

    def test_what_is_no_file_is_told(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "absent")
        (tmp_path / "c.txt").write_text(LEAD, encoding="utf-8")
        pipe, link, text = found(tmp_path)
        assert isinstance(pipe, Refusal)
        assert isinstance(link, Refusal)
        assert isinstance(text, Page)
        assert pipe.reason == "is a device or a pipe"
        assert link.reason == "does not exist"

    def test_very_deep_ones(self, tmp_path: Path) -> None:
        place = tmp_path
        for _ in range(300):
            place /= "d"
        place.mkdir(parents=True)
        (place / "x.txt").write_text(LEAD, encoding="utf-8")
        assert ids(tmp_path) == ["x"]

    def test_nothing_is_opened_before_it_is_asked_for(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
        reading = open_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
        assert isinstance(next(reading), Page)
        (tmp_path / "b.txt").write_text(LEAD, encoding="utf-8")
        assert isinstance(next(reading), Page)

    def test_files_are_closed_when_reading_stops(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "x"}\n{"text": "y"}\n', encoding="utf-8")
        before = len(os.listdir("/dev/fd"))
        reading = open_inputs([str(path)])
        next(reading)
        assert isinstance(reading, Iterator)
        reading.close()  # type: ignore[attr-defined]
        assert len(os.listdir("/dev/fd")) == before


class TestStandardInput:
    @pytest.mark.parametrize(
        ("stdin", "media", "ident"),
        [
            (LEAD.encode(), "text/plain", "stdin"),
            (b"<html><p>x</html>", "text/html", "stdin"),
            (b'{"id": "x", "text": "y"}', "text/plain", "x"),
            (b'{"text": "y"}', "text/plain", "stdin-1"),
            (gzip.compress(b"<html>"), "text/html", "stdin"),
            ('{"id": "x", "text": "Hội đàm"}\r\n'.encode("utf-16"), "text/plain", "x"),
        ],
    )
    def test_is_told_by_its_content(self, stdin: bytes, media: str, ident: str) -> None:
        read = page("-", stdin=stdin)
        assert (read.media, read.id) == (media, ident)

    def test_can_be_read_only_once(self) -> None:
        _, second = found("-", "-", stdin=b"x")
        assert isinstance(second, Refusal)
        assert "only once" in second.reason

    def test_is_named_in_words(self) -> None:
        assert refusal("-", stdin=b"").input == "standard input"

    def test_comes_in_small_pieces(self) -> None:
        class Slow(io.RawIOBase):
            rest = json.dumps({"id": "slow", "text": LEAD}).encode()

            def readable(self) -> bool:
                return True

            def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
                piece, self.rest = self.rest[:1], self.rest[1:]
                buffer[: len(piece)] = piece
                return len(piece)

        (only,) = open_inputs(["-"], stdin=io.BufferedReader(Slow()))  # type: ignore[type-var]
        assert isinstance(only, Page)
        assert only.id == "slow"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of a superuser, where the tests run with them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@given(st.binary(max_size=400))
def test_any_bytes_give_pages_or_refusals(content: bytes) -> None:
    answers = list(found("-", stdin=content))
    assert answers
    for one in answers:
        assert isinstance(one, Page | Refusal)
        if isinstance(one, Page):
            assert one.content.encode("utf-8")
            assert "\0" not in one.content


@given(
    st.sampled_from([b"{", b"\xff\xfe", b"\x1f\x8b\x08", b"<", b'{"text": "x"}\n', b"\xef\xbb\xbf"]),
    st.binary(max_size=200),
)
def test_any_bytes_after_a_telling_start(start: bytes, content: bytes) -> None:
    answers = list(found("-", stdin=start + content))
    assert answers
    for one in answers:
        assert isinstance(one, Page | Refusal)


@given(st.text(max_size=80))
def test_any_name_is_answered(name: str) -> None:
    answers = list(open_inputs([f"/absent/{name}"]))
    assert answers
    for one in answers:
        assert isinstance(one, Refusal)
        assert one.input.isprintable()
        assert one.input.encode()


def test_the_corpora_of_pages_and_seeds(shared_dir: Path) -> None:
    seeds = ids(shared_dir / "corpus" / "seeds")
    assert len(seeds) == 5
    assert all(name[:3].isdigit() and "." not in name for name in seeds)
    pages = found(shared_dir / "corpus" / "pages")
    assert [one.media for one in pages if isinstance(one, Page)] == ["text/html"] * 3
