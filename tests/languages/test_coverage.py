"""What `make coverage-of-pack` counts: every word of every table once, fired or never; nothing without the corpora."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.coverage import READER, STANDING, Word, main, report, words_of


@pytest.mark.parametrize("table", [*READER, *STANDING])
def test_each_word_of_an_entry_is_counted_once(table: str) -> None:
    words = list(words_of(table))
    assert words
    assert [word for word, times in Counter((word.path, word.words) for word in words).items() if times > 1] == []


def test_every_table_but_that_of_pages_is_counted(repository: Path) -> None:
    tables = {path.stem for path in (repository / "src/bangiao/languages/vi").glob("*.toml")}
    assert {*READER, *STANDING} == tables - {"page"}


def test_words_that_never_fire_are_listed_with_their_entry(capsys: pytest.CaptureFixture[str]) -> None:
    words = [Word("triggers", "trigger.0", "to meet", "Gặp"), Word("triggers", "trigger.0", "to meet", "gặp nhanh")]
    report(words, Counter({("trigger", "gặp"): 3}), ["triggers"])
    shown = capsys.readouterr().out.splitlines()
    assert shown[1].split() == ["triggers", "2", "1", "1", "3"]
    assert shown[3:] == ["vi/triggers.toml, never:", "  trigger.0 (to meet): gặp nhanh"]


def test_without_the_corpora_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BANGIAO_SHARED", str(tmp_path / "absent"))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")


def test_an_unknown_table_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BANGIAO_SHARED", str(tmp_path))
    assert main(["citys"]) == 2
    assert "cities" in capsys.readouterr().err
