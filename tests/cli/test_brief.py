"""`bangiao brief` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def filled(bangiao: Command, report: Path) -> None:
    assert bangiao("read", report).code == 0


@pytest.mark.usefixtures("filled")
def test_it_is_printed_or_written(bangiao: Command, tmp_path: Path) -> None:
    printed = bangiao("brief", "--with", "Lào", "--on", "2025-02-01")
    assert printed.code == 0
    assert printed.out.startswith("# Tài liệu phục vụ tiếp xúc: Lào\n")
    assert "mở thêm hai cửa khẩu" in printed.out
    for suffix, start in ((".docx", b"PK"), (".pdf", b"%PDF"), (".html", b"<!DOCTYPE"), (".md", b"# Briefing note")):
        target = tmp_path / f"note{suffix}"
        answer = bangiao("brief", "--with", "LA", "--on", "2025-02-01", "--language", "en", "-o", target)
        assert (answer.code, answer.out) == (0, ""), answer.err
        assert f"wrote {target}" in answer.err
        assert target.read_bytes().startswith(start)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".brief")] == []


@pytest.mark.usefixtures("filled")
def test_it_is_given_as_json(bangiao: Command) -> None:
    view = json.loads(bangiao("brief", "--with", "LA", "--on", "2025-02-01", "--json").out)
    assert view["on"] == "2025-02-01"
    assert view["last"][0]["contact"]["form"] == "talks"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--with", "LA", "-o", "note.odt"), 2, "end the name in .docx, .pdf"),
        (("--with", "LA", "--language", "fr"), 2, "one of: vi, en"),
        (("--with", "LA", "--on", "2025"), 2, "no single day"),
        (("--with", "LA", "--counterpart", "Nobody"), 2, "nobody called"),
        (("--with", "VN"), 2, "two ends"),
        (("--with", "LA", "-o", "/nowhere/note.md"), 2, "does not exist"),
        (("--with", "LA", "--template", "x.docx"), 2, "cannot shape a .md file"),
        (("--with", "LA", "--template", "absent.j2"), 3, "absent.j2"),
    ],
)
def test_what_cannot_be_done_is_told(bangiao: Command, arguments: tuple[str, ...], code: int, message: str) -> None:
    answer = bangiao("brief", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.usefixtures("filled")
def test_a_template_of_ones_own(bangiao: Command, tmp_path: Path) -> None:
    ours = tmp_path / "ours.md"
    ours.write_text("{{ page.subtitle }}\n", encoding="utf-8")
    answer = bangiao("brief", "--with", "LA", "--on", "2025-02-01", "--template", ours)
    assert answer.out == "Cho ngày 1 tháng 2, 2025\n"
