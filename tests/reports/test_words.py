"""The tables of page words are whole."""

import unicodedata
from typing import get_args

import pytest

from bangiao.languages.load import read_table
from bangiao.reports.words import LANGUAGES, WordKind, label_kind, months, words_of
from bangiao.text.fold import fold_tones


@pytest.mark.parametrize("kind", get_args(WordKind))
def test_every_kind_has_words(kind: WordKind) -> None:
    assert words_of(kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_have_gloss_source_and_folded_words(language: str) -> None:
    for entry in read_table(language, "page")["words"]:
        assert entry["gloss"]
        assert entry["source"]
        for word in entry["words"]:
            assert word == unicodedata.normalize("NFC", word)
        assert len(set(entry["words"])) == len(entry["words"])


def test_all_months_have_names() -> None:
    assert set(months().values()) == set(range(1, 13))


def test_a_label_is_known_in_either_place_of_the_tone_mark() -> None:
    assert fold_tones("từ khoá") == "từ khóa"
    assert label_kind("Từ khoá", 2) == "tools"
