"""Coverage of the pack: what fires is counted by documents; rare entries say why they stay, and only rare ones do."""

from collections import Counter
from pathlib import Path

import pytest

from bangiao.languages.load import read_table
from benchmarks.coverage import (
    LANGUAGE,
    RARE,
    READER,
    STANDING,
    Counted,
    Word,
    all_words,
    count,
    entries,
    main,
    tables,
    without_reason,
    words_of,
)

FEW = Word("triggers", "trigger.1", "to meet", "", "gặp")
SAID = Word("triggers", "trigger.2", "to meet online", "the other half of a pair", "gặp trực tuyến")
OFTEN = Word("triggers", "trigger.3", "to receive", "", "tiếp")
COUNTED = Counted(Counter({FEW.key: 4, OFTEN.key: 9}), Counter({FEW.entry: RARE - 1, OFTEN.entry: RARE}))


def test_an_entry_in_few_documents_wants_a_reason() -> None:
    assert without_reason([FEW, SAID, OFTEN], COUNTED) == [FEW]


def test_each_entry_is_told_with_its_count_and_what_never_fired() -> None:
    assert list(entries([FEW, SAID], COUNTED)) == [
        "      2 triggers.trigger.1 (to meet)",
        "      0 triggers.trigger.2 (to meet online) – the other half of a pair",
        "        never: gặp trực tuyến",
    ]
    assert list(tables([FEW, SAID, OFTEN], COUNTED))[1].split() == ["triggers", "3", "1", "13", "3", "2", "1"]


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


@pytest.mark.parametrize("table", [*READER, *STANDING])
def test_each_word_of_an_entry_is_counted_once(table: str) -> None:
    words = list(words_of(table))
    assert words
    assert [word for word, times in Counter((word.path, word.words) for word in words).items() if times > 1] == []


def test_every_table_but_that_of_pages_is_counted(repository: Path) -> None:
    names = {path.stem for path in (repository / "src/bangiao/languages/vi").glob("*.toml")}
    assert {*READER, *STANDING} == names - {"page"}


def test_reasons_are_sentences_and_of_kinds_that_the_table_has() -> None:
    for table in (*READER, *STANDING):
        content = read_table(LANGUAGE, table)
        assert content.get("rare", {}).keys() <= content.keys()
    assert all(len(word.rare.split()) > 4 for word in all_words() if word.rare)


def test_every_rare_entry_says_why_it_stays_and_no_other_does(shared_dir: Path) -> None:
    words = all_words()
    counted = count(shared_dir, words)
    assert sorted({word.entry for word in without_reason(words, counted)}) == []
    own = {f"{table}.{key}.{number}" for table in (*READER, *STANDING) for key, number in _reasoned(table)}
    assert sorted(entry for entry in own if counted.documents[entry] >= RARE) == []


def _reasoned(table: str) -> list[tuple[str, int]]:
    """The entries of a table that have a reason of their own."""
    return [
        (key, number)
        for key, rows in read_table(LANGUAGE, table).items()
        for number, row in enumerate(rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and "rare" in row
    ]
