"""One person: the offices in which reports show them, their contacts, their spellings."""

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from bangiao.register.records import Attestation, ContactQuestion, Person, Spelling
from bangiao.resolution.holders import Holders
from bangiao.resolution.names import name_key
from bangiao.resolution.offices import titles
from bangiao.views.holders import Holder, holders
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.names import country_name
from bangiao.views.words import person as meant

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class OfficeHeld(Struct, frozen=True):
    """An office as worded, from the first to the last day on which a report shows the person in it.

    Both days are null where no attestation has a day. These are attestations, not the term of office.
    """

    office: str
    first: str | None
    last: str | None
    times: int
    first_seen: Attestation
    last_seen: Attestation


class PersonView(Struct, frozen=True):
    """A person with offices in order of their first attestation, contacts by date, spellings by frequency.

    `tenures` gives each single post with its time: start and end where a page or a report states them, first
    and last attestation. `offices` gives the offices as reports word them.
    """

    person: Person
    side_name: str
    tenures: tuple[Holder, ...]
    offices: tuple[OfficeHeld, ...]
    contacts: tuple[ContactLine, ...]
    contacts_total: int
    spellings: tuple[Spelling, ...]


def person(register: "Answers", words: str, language: str = "vi", limit: int | None = 50) -> PersonView:
    """Show one person by id or name; raises QuestionError when nobody, or more than one, is meant."""
    found = meant(register, words)
    page = register.contacts(ContactQuestion(people=(found.id,), limit=limit))
    return PersonView(
        found,
        country_name(found.side, language) or found.side,
        times_in_office(register, found, language),
        _offices(register.attestations(found.id)),
        tuple(contact_line(one, language) for one in page.contacts),
        page.total,
        register.spellings(found.id),
    )


def times_in_office(register: "Answers", found: Person, language: str) -> tuple[Holder, ...]:
    """The posts of one person by start; the known tenures are looked up by all spellings, post by post."""
    seen, told = register.posts_of(found.id), register.changes_of(found.id)
    table = Holders(register.known_tenures())
    spelt = dict.fromkeys((found.name, *(one.spelling for one in register.spellings(found.id))))
    known = list(dict.fromkeys(one for name in spelt for one in table.of_person(name, found.side)))
    own = [msgspec.structs.replace(one, other_names=(found.name, *spelt, *one.other_names)) for one in known]
    times: list[Holder] = []
    for post in sorted({one.post for one in seen} | {one.post for one in told}):
        fitting = [one for one in own if one.country == post.side and post.title in titles(one.office, post.side)]
        own = [one for one in own if one not in fitting]
        times += holders(
            [one for one in seen if one.post == post], fitting, [one for one in told if one.post == post], language
        )
    rest = [holder for one in own for holder in holders((), [one], (), language)]
    named = [msgspec.structs.replace(one, person=found.id, name=found.name) for one in (*times, *rest)]
    return tuple(sorted(named, key=lambda one: (one.begins, one.office)))


def _offices(attestations: tuple[Attestation, ...]) -> tuple[OfficeHeld, ...]:
    """Attestations, which come by day with undated ones last, gathered by office."""
    gathered: dict[str, list[Attestation]] = {}
    for one in attestations:
        gathered.setdefault(name_key(one.office), []).append(one)
    held = []
    for seen in gathered.values():
        dated = [one for one in seen if one.day] or seen
        held.append(OfficeHeld(dated[0].office, dated[0].day, dated[-1].day, len(seen), dated[0], dated[-1]))
    return tuple(sorted(held, key=lambda one: (one.first or "~", one.last or "~", one.office)))
