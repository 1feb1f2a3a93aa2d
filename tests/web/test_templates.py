"""Templates and phrases fit: what a template says is there in both languages, and no phrase is idle."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bangiao.views.labels import labels
from bangiao.web.templating import PAGES, environment, linked, outward, visible


def templates(repository: Path) -> Iterator[Path]:
    yield from (repository / "src" / "bangiao" / "web" / "templates").glob("*.html")


def test_every_template_can_be_compiled(repository: Path) -> None:
    for path in templates(repository):
        environment().get_template(path.name)


def test_every_phrase_is_there_and_none_is_idle(repository: Path) -> None:
    """A key put together from a variable (`'trust.' ~ level`) stands for the whole table."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in templates(repository))
    said = set(re.findall(r"say\('([a-z_]+\.[a-z_]+)'[,)]", text))
    whole = set(re.findall(r"say\('([a-z_]+)\.' ~", text)) | set(re.findall(r"words\.of\('([a-z_]+)'", text))
    pages = tomllib.loads((files("bangiao.views.labels") / "en.pages.toml").read_text(encoding="utf-8"))
    known = {f"{table}.{key}" for table in labels("en").tables for key in labels("en").tables[table]}
    assert said <= known
    assert {f"{t}.{k}" for t, entries in pages.items() if t not in {*whole, "count"} for k in entries} <= said


def test_pages_have_names() -> None:
    assert all(labels("vi").say(f"nav.{name}") for _, name in PAGES)


def test_no_template_turns_escaping_off(repository: Path) -> None:
    for path in templates(repository):
        assert not re.search(r"\|\s*safe|autoescape|Markup|style=|\bon[a-z]+=", path.read_text(encoding="utf-8")), path


def test_addresses_and_words_are_tame() -> None:
    assert linked("/x", {"a": "1", "b": None}, c="ä&") == "/x?a=1&c=%C3%A4%26"
    assert outward("javascript:alert(1)") is None
    assert outward("https://example.org/") == "https://example.org/"
    assert visible("a\x07b\r\nc") == "a\N{REPLACEMENT CHARACTER}b\nc"
