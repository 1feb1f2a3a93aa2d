"""What a ceremony, a message or a signing is about, to tell two of one day apart, and where a title names it."""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.model.findings import Contact
from bangiao.resolution.names import name_key
from bangiao.resolution.tables import table

_WORD = re.compile(r"[^\W_]+")
# what follows the name of an event
_TAIL = re.compile(r" (?:tại|và|ở|theo|trong|nhằm|nhân dịp|từ ngày|với|do|của (?:Thủ|Chủ|Tổng|Phó|đồng)) ?")
_END = re.compile(r"[.,;:()\"\n]")
_LONGEST = 160


class Kind(Struct, frozen=True):
    """One kind of a form: the words that tell it; `once` where a visit holds one of it."""

    form: str
    name: str
    words: tuple[str, ...]
    once: bool = False


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(row["form"], row["name"], tuple(map(name_key, row["words"])), row.get("once", False))
        for row in table("kinds")["kind"]
    )


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The words that every conference's name may hold."""
    return frozenset(map(name_key, table("kinds")["common"]["words"]))


def kind_of(contact: Contact, title: str) -> Kind | None:
    """The kind that the trigger tells, else the words after it; null where the form has no kinds or none fits.

    A conference's name is longer than its trigger ("Tuần lễ cấp cao Đại hội đồng"): there both tell it at once.
    """
    name = name_key(named(title))
    for words in (name,) if contact.form == "conference" else (name_key(contact.trigger), name_key(title)):
        padded = f" {words} "
        for kind in _kinds():
            if kind.form == contact.form and any(f" {word} " in padded for word in kind.words):
                return kind
    return None


def heading(contact: Contact, title: str) -> str:
    """A title from where it names something of its own; of an organisation's meeting without the city where it was.

    "phát biểu tại Hội nghị …" and "thăm và làm việc tại Viện …" name what follows; other titles stay as they are.
    """
    mine = common_words() | set(name_key(contact.trigger).split())
    start = 0
    while end := _TAIL.search(title, start):
        own = set(map(name_key, _WORD.findall(title[start : end.start()]))) - mine
        inside = contact.form != "conference" or end.end() <= len(contact.trigger)
        if own or not inside:
            break
        start = end.end()
    rest = title[start:]
    return rest.replace(contact.city, "") if contact.city and any(side.org for side in contact.sides) else rest


def title_of(text: str, start: int, trigger: str) -> str:
    """The trigger with the words after it, up to the next mark of punctuation: what a conference is called."""
    if text[start : start + len(trigger)] != trigger:
        return trigger
    after = text[start + len(trigger) : start + _LONGEST]
    end = _END.search(after)
    return trigger + (after[: end.start()] if end else after)


def named(title: str) -> str:
    """What a title names: all up to where place and occasion follow."""
    end = _TAIL.search(title)
    return title[: end.start()] if end else title
