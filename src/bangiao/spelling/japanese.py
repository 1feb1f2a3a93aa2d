"""Japanese names: kana to Latin letters, and the readings of kanji where a dictionary is installed."""

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import Any

from bangiao.spelling.tables import table

MOST_READINGS = 60
LONGEST_MORA = 3  # in Cyrillic letters
MORAS = re.compile(r"(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|j|f|y|w)?[aiueo]|n(?![aiueoy]))+")


@lru_cache(maxsize=1)
def _kana() -> dict[str, str]:
    return dict(table("kana")["kana"])


@lru_cache(maxsize=50_000)
def romaji(kana: str) -> str:
    """Kana in Hepburn letters, long vowels written twice: シンゾウ → shinzou, プーチン → puuchin."""
    text = "".join(_katakana(letter) for letter in unicodedata.normalize("NFKC", kana))
    known, out, position = _kana(), "", 0
    while position < len(text):
        pair = text[position : position + 2]
        if pair in known:
            latin, position = known[pair], position + 2
        else:
            latin, position = known.get(text[position], text[position]), position + 1
        if latin == "-":
            latin = out[-1:]
        if out.endswith("*"):
            out = out[:-1] + ("t" if latin.startswith("ch") else latin[:1])
        out += latin
    return out.rstrip("*")


def _katakana(letter: str) -> str:
    """Hiragana as katakana."""
    return chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter


@lru_cache(maxsize=50_000)
def of_cyrillic(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A Japanese name in Cyrillic letters in Hepburn letters, Синдзо → shinzo; empty where it is no Japanese one."""
    found = tuple((_of_cyrillic(word),) for word in words)
    return found if all(MORAS.fullmatch(word) for (word,) in found) else ()


def _of_cyrillic(word: str) -> str:
    known = table("cyrillic")["polivanov"]
    out, position = "", 0
    while position < len(word):
        size = next((size for size in range(LONGEST_MORA, 0, -1) if word[position : position + size] in known), 1)
        out += known.get(word[position : position + size], "?")
        position += size
    return out


@lru_cache(maxsize=1)
def _dictionary() -> Any | None:
    try:
        return import_module("sudachipy").Dictionary()
    except ImportError:
        return None


def has_dictionary() -> bool:
    """Whether the extra `japanese` is installed."""
    return _dictionary() is not None


@lru_cache(maxsize=20_000)
def _entries(surface: str) -> tuple[tuple[str, str], ...]:
    """The dictionary's readings of exactly this word as a name: (surname or given name, kana)."""
    dictionary = _dictionary()
    if dictionary is None:
        return ()
    found = []
    for entry in dictionary.lookup(surface):
        kinds = entry.part_of_speech()
        if "人名" in kinds and entry.surface() == surface:
            kind = "surname" if "姓" in kinds else "given" if "名" in kinds else "whole"
            found.append((kind, entry.reading_form()))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def kanji_readings(characters: str) -> frozenset[tuple[str, str]]:
    """The readings of a name in kanji as (surname, given name) in Hepburn letters; empty where none is known."""
    found: list[tuple[str, str]] = []
    compact = characters.replace(" ", "")
    for split in range(1, len(compact)):
        surnames = [reading for kind, reading in _entries(compact[:split]) if kind == "surname"]
        givens = _given(compact[split:]) if surnames else []
        found.extend((romaji(surname), romaji(given)) for surname in surnames for given in givens)
    return frozenset(found[:MOST_READINGS])


def _given(word: str) -> list[str]:
    if all(unicodedata.name(letter, "").startswith(("HIRAGANA", "KATAKANA")) for letter in word):
        return [word]
    return [reading for kind, reading in _entries(word) if kind == "given"]
