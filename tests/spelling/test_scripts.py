"""Kana, Hangul, Cyrillic and Han characters, each read by its own table."""

import pytest

from bangiao.spelling import compare
from bangiao.spelling.japanese import romaji
from bangiao.spelling.korean import latin


@pytest.mark.parametrize(
    ("kana", "hepburn"),
    [("シイ", "shii"), ("プーチン", "puuchin"), ("ばっば", "babba"), ("フック", "fukku"), ("チュン", "chun")],
)
def test_kana_in_hepburn(kana: str, hepburn: str) -> None:
    assert romaji(kana) == hepburn


def test_hangul_syllable_by_syllable() -> None:
    assert [latin(letter) for letter in "김정은박"] == ["gim", "jeong", "eun", "bak"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lê Hoài Trung", "レ・ホアイ・チュン"),
        ("Tập Cận Bình", "习近平"),
        ("習近平", "习近平"),
        ("김정은", "Kim Jong Un"),
        ("文在寅", "Moon Jae-in"),
        ("Владимир Путин", "Vla-đi-mia Pu-tin"),
        ("Mao Zedong", "Mao Tse-tung"),
    ],
)
def test_one_name_in_two_scripts(a: str, b: str) -> None:
    assert compare(a, b).verdict == "same"
