"""The grammar's word lists: each use is there once, and the reader asks for every one."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from bangiao.languages.grammar import Grammar, read_grammar
from bangiao.languages.load import read_table
from bangiao.model.errors import PackError

USES = [field.name for field in msgspec.structs.fields(Grammar)]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    """Put a grammar with these uses where the reader looks for it."""
    monkeypatch.setattr("bangiao.languages.load.files", lambda package: tmp_path)

    def write(uses: list[str]) -> None:
        lists = [f'[[list]]\nuse = "{use}"\nwords = ["và"]\ngloss = "and"\n' for use in uses]
        (tmp_path / "xx").mkdir(exist_ok=True)
        (tmp_path / "xx" / "grammar.toml").write_text("\n".join(lists), encoding="utf-8")

    return write


def test_whole_words_are_sets_and_parts_of_words_are_tuples(put: Callable[[list[str]], None]) -> None:
    put(USES)
    grammar = read_grammar("xx")
    assert grammar.joins == frozenset({"và"})
    assert grammar.online == ("và",)


def test_missing_unknown_and_doubled_uses_are_told_together(put: Callable[[list[str]], None]) -> None:
    put([*(use for use in USES if use != "locative"), "locativ", "joins"])
    with pytest.raises(PackError) as told:
        read_grammar("xx")
    last, first = len(USES) - 1, USES.index("joins") - 1
    assert str(told.value).splitlines() == [
        f"xx/grammar.toml: list.{last}.use: no rule asks for `locativ`; did you mean `locative`?",
        f"xx/grammar.toml: list.{last + 1}.use: `joins` stands twice; put the words into list.{first}",
        "xx/grammar.toml: list: the use `locative` is missing",
    ]


def test_a_use_like_no_other_has_no_hint(put: Callable[[list[str]], None]) -> None:
    put([*USES, "zzzz"])
    with pytest.raises(PackError, match=r"no rule asks for `zzzz`$"):
        read_grammar("xx")


def test_every_list_is_glossed() -> None:
    assert [row["use"] for row in read_table("vi", "grammar")["list"] if not row["gloss"]] == []


def test_lists_stand_in_the_order_of_the_grammar() -> None:
    assert [row["use"] for row in read_table("vi", "grammar")["list"]] == USES


def test_the_reader_asks_for_every_list(repository: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "src/bangiao").rglob("*.py"))
    asked = set(re.findall(r"grammar\s*\.(\w+)", source))
    assert [use for use in USES if use not in asked] == []


def word_lists(path: Path) -> list[str]:
    """The tuples, lists and sets of Vietnamese words that a module writes down, with their lines."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if any(not word.isascii() and word.replace(" ", "").isalpha() for word in words):
                found.append(f"{path.name}:{node.lineno}: {', '.join(words)}")
    return found


@pytest.mark.parametrize("room", ["phrases", "context", "contacts"])
def test_rules_hold_no_lists_of_words(repository: Path, room: str) -> None:
    """Words belong into grammar.toml, where whoever reads Vietnamese can mend them."""
    modules = sorted((repository / "src/bangiao/findings" / room).glob("*.py"))
    assert [words for path in modules for words in word_lists(path)] == []
