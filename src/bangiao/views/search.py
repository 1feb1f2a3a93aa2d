"""What a few typed words find: people under any spelling, contacts, and sentences of reports.

Marks may be left out ("do muoi"), names may be spelt by syllables ("Si-i") or in another script ("志位和夫").
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.register.ask_search import NameFound, Phrases, SentenceFound
from bangiao.register.records import ContactQuestion, ReportHead
from bangiao.resolution.names import plain
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.names import country_name

if TYPE_CHECKING:
    from bangiao.register.store import Register

LONGEST = 200
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_SURE = 0.8  # from here on a person's other spellings are looked for too
_SHOWN_CONTACTS = 10


class PersonFound(Struct, frozen=True):
    """A person whom the words can mean; `spelling` is the one that fits them, `score` how well (at most 1)."""

    id: str
    name: str
    side: str
    side_name: str
    spelling: str
    score: float
    contacts: int


class Stretch(Struct, frozen=True):
    """A piece of a sentence, and whether it is what was looked for."""

    text: str
    hit: bool


class SentenceHit(Struct, frozen=True):
    """A sentence with the words in it; `line` is the 1-based line at which its part of the report begins."""

    report: ReportHead
    line: int
    start: int
    stretches: tuple[Stretch, ...]


class SearchView(Struct, frozen=True):
    """What was found: people, the best first; contacts with them or told in the sentences; one page of sentences.

    `complete` is false where the register may only be read and has no index of the words of all reports: then sentences
    of some reports, or of all, were not looked through.
    """

    words: str
    people: tuple[PersonFound, ...]
    contacts: tuple[ContactLine, ...]
    sentences: tuple[SentenceHit, ...]
    sentences_total: int
    offset: int
    complete: bool = True


def search(
    register: "Register", words: str, today: str, offset: int = 0, limit: int = 20, language: str = "vi"
) -> SearchView:
    """Search a register; raises QuestionError for more words than anybody means."""
    typed = " ".join(words.split())
    if len(typed) > LONGEST:
        hint = f"give at most {LONGEST}"
        raise QuestionError(f"{len(typed)} characters are too many to look for", hint, key="too_long", most=LONGEST)
    asked = tuple(phrase for word in typed.split() if (phrase := _plain_words(word)))[:_MOST_WORDS]
    if not asked:
        return SearchView(typed, (), (), (), 0, 0)
    complete = register.index_words()
    people = register.names_like(typed)
    spelt = {_plain_words(one.spelling) for one in people if one.score >= _SURE}
    spelt |= {_plain_words(one.person.name) for one in people[:5]}
    phrases = Phrases(asked, tuple(sorted(spelt - {()})))
    found, total = register.sentences_with(phrases, offset, limit)
    return SearchView(
        typed,
        tuple(_person(one, language) for one in people),
        _contacts(register, people, phrases, today, language) if not offset else (),
        tuple(_hit(one, phrases) for one in found),
        total,
        offset,
        complete,
    )


def _plain_words(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(words)))


def _person(found: NameFound, language: str) -> PersonFound:
    one = found.person
    side = country_name(one.side, language) or one.side
    return PersonFound(one.id, one.name, one.side, side, found.spelling, found.score, found.contacts)


def _contacts(
    register: "Register", people: tuple[NameFound, ...], phrases: Phrases, today: str, language: str
) -> tuple[ContactLine, ...]:
    """The latest contacts of the people who surely are meant, then those told in the sentences."""
    told = list(register.told_in(phrases, 3 * _SHOWN_CONTACTS))
    best = people[0].score if people else 0.0
    meant = tuple(one.person.id for one in people if one.score == best)[:3]
    if meant:
        page = register.contacts(ContactQuestion(people=meant, limit=_SHOWN_CONTACTS, newest=today))
        told = [one.id for one in page.contacts] + told
    chosen = list(dict.fromkeys(told))[:_SHOWN_CONTACTS]
    records = {one.id: one for one in register.contacts_of(chosen)}
    return tuple(contact_line(records[one], language) for one in chosen if one in records and not records[one].rejected)


def _hit(found: SentenceFound, phrases: Phrases) -> SentenceHit:
    wanted = {word for phrase in (*phrases.phrases, *phrases.names) for word in phrase}
    return SentenceHit(found.report, found.line, found.start, tuple(_stretches(found.words, wanted)))


def _stretches(words: str, wanted: set[str]) -> Iterator[Stretch]:
    """The sentence in pieces; neighbouring words that were looked for make one piece."""
    at = 0
    for start, end in _runs(words, wanted):
        if start > at:
            yield Stretch(words[at:start], False)
        yield Stretch(words[start:end], True)
        at = end
    if at < len(words):
        yield Stretch(words[at:], False)


def _runs(words: str, wanted: set[str]) -> Iterator[tuple[int, int]]:
    begin = end = -1
    for word in _WORD.finditer(words):
        if plain(word[0]) not in wanted:
            continue
        if end >= 0 and not words[end : word.start()].strip(" -"):
            end = word.end()
            continue
        if end >= 0:
            yield begin, end
        begin, end = word.span()
    if end >= 0:
        yield begin, end
