"""A report of a few lines in our own words, and what is read of it in one line for each contact."""

from typing import Any

import pytest

from bangiao.findings.context.scene import Scene, set_scene
from bangiao.findings.dates.read import find_dates
from bangiao.findings.find import find
from bangiao.findings.phrases.atoms import Atom, scan
from bangiao.findings.phrases.build import gather
from bangiao.findings.phrases.lists import join_people
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.roster import Roster
from bangiao.languages.pack import load
from bangiao.model.evidence import Span
from bangiao.model.findings import Contact, Findings, Side
from bangiao.model.report import Block, Report
from bangiao.text.fold import fold

PUBLISHED = "2025-03-14"
PACK = load("vi")


def report(
    *lines: str, headline: str | None = None, caption: str | None = None, published: str | None = PUBLISHED
) -> Report:
    """The lines as the body of a report, after the headline and before the caption where there are any."""
    parts = [("headline", headline), *(("body", line) for line in lines), ("caption", caption)]
    blocks, texts, at = [], [], 0
    for kind, text in parts:
        if text is None:
            continue
        blocks.append(Block(kind, Span(at, at + len(text))))  # type: ignore[arg-type]
        texts.append(text)
        at += len(text) + 1
    return Report("told", "\n".join(texts), tuple(blocks), language="vi", headline=headline, published=published)


def read(*lines: str, **rest: str | None) -> Findings:
    """What the reader makes of these lines."""
    return find(report(*lines, **rest))


def one(*lines: str, **rest: str | None) -> Contact:
    """The only contact of these lines."""
    (contact,) = read(*lines, **rest).contacts
    return contact


def of_form(form: str, *lines: str, **rest: str | None) -> Contact:
    """The only contact of that form."""
    (contact,) = (contact for contact in read(*lines, **rest).contacts if contact.form == form)
    return contact


def told(*lines: str, **rest: str | None) -> list[str]:
    """Each contact as "form status date SIDE[people] …", sides and people in the order of the alphabet, "-" undated."""
    return sorted(summary(contact) for contact in read(*lines, **rest).contacts)


def summary(contact: Contact) -> str:
    """One contact in one line."""
    sides = " ".join(map(_side, sorted(contact.sides, key=lambda side: side.country or side.org or "")))
    return f"{contact.form} {contact.status} {contact.date or '-'} {sides}"


def _side(side: Side) -> str:
    people = "; ".join(sorted(person.name or f"({person.office})" for person in side.people))
    return f"{side.country or side.org}[{people}]"


def offices(contact: Contact) -> dict[str | None, str | None]:
    """The office of each person of a contact."""
    return {person.name: person.office for side in contact.sides for person in side.people}


def place(contact: Contact) -> tuple[str | None, str | None, str | None]:
    """Venue, city and country."""
    return contact.venue, contact.city, contact.country


def atoms(sentence: str) -> list[Atom]:
    """The atoms of one sentence."""
    folded = fold(sentence)
    return scan(folded.text, folded.lower, 0, len(folded.text), PACK, find_dates(folded.text))


def phrases(sentence: str) -> list[Phrase]:
    """The phrases of one sentence."""
    return join_people(gather(atoms(sentence), PACK), PACK.grammar)


def roster(text: str) -> Roster:
    """Everybody in one sentence or several."""
    return Roster([mention for phrase in phrases(text) for mention in phrase.mentions], text, PACK.grammar)


def scene(sentence: str) -> Scene:
    """A sentence laid out."""
    return set_scene(0, 0, len(sentence), "body", phrases(sentence), roster(sentence), PACK.grammar)


def at(laid: Scene, words: str) -> int:
    """Which phrase has these words."""
    return next(index for index, phrase in enumerate(laid.phrases) if phrase.text == words)


def wrong(*values: Any, reason: str) -> Any:
    """A case that the reader does not get right yet; the test fails as soon as it does."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
