"""What a ceremony, a message or a signing is about, and what a conference is called, to tell two of one day apart."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from bangiao.model.findings import Contact
from bangiao.resolution.names import name_key

_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.,;:()\"\n]")
_LONGEST = 160


class Kind(Struct, frozen=True):
    """One kind of a form: the words that tell it; `once` where a visit holds one of it."""

    form: str
    name: str
    words: tuple[str, ...]
    once: bool = False


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("bangiao.resolution") / "data" / "kinds.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(row["form"], row["name"], tuple(map(name_key, row["words"])), row.get("once", False))
        for row in _table()["kind"]
    )


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that every conference's name may hold."""
    return frozenset(map(name_key, _table()["common"]["words"]))


def kind_of(contact: Contact, title: str) -> Kind | None:
    """The kind that the trigger tells, else the words after it; null where the form has no kinds or none fits."""
    for words in (name_key(contact.trigger), name_key(title)):
        padded = f" {words} "
        for kind in _kinds():
            if kind.form == contact.form and any(f" {word} " in padded for word in kind.words):
                return kind
    return None


def title_of(text: str, start: int, trigger: str) -> str:
    """The trigger with the words after it, up to the next mark of punctuation: what a conference is called."""
    if text[start : start + len(trigger)] != trigger:
        return trigger
    after = text[start + len(trigger) : start + _LONGEST]
    end = _END.search(after)
    return trigger + (after[: end.start()] if end else after)


@lru_cache(maxsize=65536)
def _telling_words(title: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell conferences apart, and among them the sure ones: numbers and abbreviations."""
    words = _WORD.findall(title)
    sure = frozenset(word for word in words if word.isdigit() or (word.isupper() and len(word) > 1))
    return frozenset(name_key(word) for word in words) - _common(), sure


def same_name(one: str, other: str) -> bool | None:
    """Whether two titles name one event: true, false, or null where they say too little."""
    (words, sure), (others, surely) = _telling_words(one), _telling_words(other)
    if sure and surely and not (sure <= surely or surely <= sure):
        return False
    if not words or not others:
        return None
    shared = len(words & others) / min(len(words), len(others))
    if shared >= 0.6:
        return True
    return False if shared < 0.2 else None
