"""What a reviewer saw: a mark of records and of the ledger's entries about them, so that nobody overwrites unseen."""

from collections.abc import Sequence
from hashlib import blake2b

import msgspec
from sqlalchemy import Connection, select

from bangiao.model.errors import QuestionError
from bangiao.register import ask_contacts, ask_people, ledger
from bangiao.register.schema import contacts, doubts, people, spellings
from bangiao.resolution.decisions import Decision


class Overtaken(QuestionError):
    """Somebody decided about the same in the meantime; `entries` are the ledger's entries about it, the latest last."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        who = f" by {entries[-1].by}" if entries else ""
        super().__init__(f"this was changed{who} since you opened it", "look at it as it is now, then decide")
        self.entries = tuple(entries)


def mark(connection: Connection, subjects: Sequence[str]) -> str:
    """A mark that changes when one of these contacts, people or doubts does, or the ledger's word on it."""
    parts = [_state(connection, one) for one in subjects]
    said = [one.id for one in entries(connection, subjects)]
    return blake2b(msgspec.json.encode([parts, said]), digest_size=12).hexdigest()


def entries(connection: Connection, subjects: Sequence[str]) -> list[Decision]:
    """The ledger's entries about any of these, and those that undo them, in order of time."""
    told = ledger.read(connection)
    named = {one.id for one in told if set(one.subjects) & set(subjects)}
    return [one for one in told if one.id in named or (one.kind == "undo" and one.subjects[0] in named)]


def _state(connection: Connection, ident: str) -> object:
    if connection.scalar(select(contacts.c.contact_id).where(contacts.c.contact_id == ident)):
        return ask_contacts.records(connection, [ident])
    if found := connection.scalar(select(spellings.c.person_id).where(spellings.c.base_id == ident).limit(1)):
        return ask_people.persons(connection, [found])
    if connection.scalar(select(people.c.person_id).where(people.c.person_id == ident)):
        return ask_people.persons(connection, [ident])
    return connection.scalar(select(doubts.c.message).where(doubts.c.doubt_id == ident))
