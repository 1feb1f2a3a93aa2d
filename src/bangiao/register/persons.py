"""Who is one person, kept up to date: only names of which a report tells something new, and those near them."""

from collections.abc import Collection, Iterable

from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from bangiao.register import attestations, near
from bangiao.register.chunks import chunks
from bangiao.register.near import Spelt
from bangiao.register.rows import Rows
from bangiao.register.schema import doubts, findings, lexicon, mentions, people, spellings
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import person_id
from bangiao.resolution.namesakes import Span
from bangiao.resolution.offices import telling_titles, titles
from bangiao.resolution.people import Likely, Named, misspelt, resolve_people, two_of_one_name


class Settled(Struct, frozen=True):
    """What settling did: the findings whose people are others now, and the people who may be gone."""

    findings: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def spelt_in(connection: Connection, reports: Collection[str]) -> set[Spelt]:
    """The names that reports give, with those that they teach."""
    found: set[Spelt] = set()
    for chunk in chunks(sorted(reports)):
        query = select(spellings.c.base_id, func.min(spellings.c.spelling), spellings.c.side)
        query = query.join(mentions, mentions.c.base_id == spellings.c.base_id)
        query = query.join(findings, findings.c.finding_id == mentions.c.finding_id)
        query = query.where(findings.c.report_id.in_(chunk)).group_by(spellings.c.base_id, spellings.c.side)
        found |= {Spelt(*row) for row in connection.execute(query)}
        for row in connection.execute(select(lexicon).where(lexicon.c.report_id.in_(chunk))).mappings():
            found.add(Spelt(row["alias_base"], row["alias"], row["side"]))
            found.add(Spelt(row["name_base"], row["name"], row["side"]))
    return found


def persons_of(connection: Connection, bases: Iterable[str]) -> dict[str, str]:
    """The person of each of these names, as the register has it."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(bases))):
        rows = connection.execute(
            select(spellings.c.base_id, spellings.c.person_id).where(spellings.c.base_id.in_(chunk))
        )
        found.update((base, person) for base, person in rows)
    return found


def spelt(connection: Connection, bases: Collection[str]) -> set[Spelt]:
    """The names of these ids that occur."""
    found: set[Spelt] = set()
    for chunk in chunks(sorted(bases)):
        query = select(spellings.c.base_id, func.min(spellings.c.spelling), spellings.c.side)
        query = query.where(spellings.c.base_id.in_(chunk)).group_by(spellings.c.base_id, spellings.c.side)
        found |= {Spelt(*row) for row in connection.execute(query)}
    return found


def findings_naming(connection: Connection, named: Collection[Spelt]) -> set[str]:
    """The findings in which the people of these names stand, whatever their spelling there."""
    people_ = set(persons_of(connection, (one.base for one in named)).values())
    found: set[str] = set()
    for chunk in chunks(sorted(people_)):
        found |= set(
            connection.scalars(select(mentions.c.finding_id).where(mentions.c.person_id.in_(chunk)).distinct())
        )
    return found


def news(connection: Connection, rows: Rows) -> set[str]:
    """Take in what new reports say of names; gives the names of which they say what was not known."""
    told = attestations.add(connection, rows["mentions"])
    spelt_now: dict[str, str] = {}
    for row in rows["spellings"]:
        spelt_now[row["base_id"]] = min(row["spelling"], spelt_now.get(row["base_id"], row["spelling"]))
    filed = near.filed(connection, spelt_now)
    told |= {base for base, name in spelt_now.items() if base not in filed or name < filed[base]}
    return told | {row[name] for row in rows["lexicon"] for name in ("name_base", "alias_base")}


def settle_people(connection: Connection, changed: Collection[Spelt], rulings: Rulings) -> Settled:
    """Resolve the names that can be one with those that changed; everything else stays as it is."""
    present = {one.base: one for one in spelt(connection, {one.base for one in changed})}
    gone = {one for one in changed if one.base not in present}
    loosened = near.file(connection, sorted(present.values()), {one.base for one in gone})
    close = _near(connection, {*present.values(), *gone, *spelt(connection, loosened)}, rulings)
    stored = persons_of(connection, (one.base for one in close))
    named = _attested(connection, [one for one in close if one.base in stored], rulings)
    result = resolve_people(named, rulings, near.pairs(connection, {one.base for one in named}))
    two = [likely for one in named for likely in two_of_one_name(one)]
    slips = [likely for one in named if one.base not in rulings.names for likely in misspelt(one)]
    # an office-holder whom reports name too is compared as a name
    doubtful = [one for one in slips if one.other not in stored]
    _doubt(connection, [one.base for one in close], (*result.likely, *two, *doubtful))
    moved = {base: person for base, person in result.persons.items() if stored[base] != person}
    return _move(connection, moved, {one.base: one for one in close}, stored)


def _near(connection: Connection, changed: Collection[Spelt], rulings: Rulings) -> list[Spelt]:
    """The names that writing, lessons and decisions connect with those that changed, however many steps away."""
    groups: dict[str, set[str]] = {}
    for base, person in rulings.persons.items():
        groups.setdefault(person, {person}).add(base)
    found = {one.base: one for one in sorted(changed)}
    fresh = list(found.values())
    while fresh:
        linked = _linked(connection, fresh, groups, rulings)
        candidates = near.beside(connection, [one.base for one in fresh]) | spelt(connection, linked - found.keys())
        added = {other.base: other for other in sorted(candidates) if other.base not in found}
        found.update(added)
        fresh = list(added.values())
    return sorted(found.values())


def _linked(
    connection: Connection, fresh: Collection[Spelt], groups: dict[str, set[str]], rulings: Rulings
) -> set[str]:
    """The names that lessons and decisions put beside these."""
    known = {one.base: one for one in fresh}
    found = {base for one in known for base in groups.get(rulings.person(one), ())}
    found |= {base for pair in rulings.apart if not known.keys().isdisjoint(pair) for base in pair}
    return found.union(*_taught(connection, known, rulings).values())


def _taught(connection: Connection, known: dict[str, Spelt], rulings: Rulings) -> dict[str, set[str]]:
    """For each name the names that a report or a correction gives as other spellings of it."""
    found: dict[str, set[str]] = {base: set() for base in known}
    for chunk in chunks(sorted(known)):
        pairs = select(lexicon.c.name_base, lexicon.c.alias_base)
        pairs = pairs.where(or_(lexicon.c.name_base.in_(chunk), lexicon.c.alias_base.in_(chunk)))
        for one, other in connection.execute(pairs):
            for base, twin in ((one, other), (other, one)):
                if base in found:
                    found[base].add(twin)
    corrections = rulings.names
    for one in known.values():
        if one.base in corrections:
            found[one.base].add(person_id(corrections[one.base], one.label))
        found[one.base] |= {
            base for base, value in corrections.items() if person_id(value, one.label) == one.base and base != one.base
        }
    return found


def _attested(connection: Connection, present: list[Spelt], rulings: Rulings) -> list[Named]:
    """Names with the posts and days in which reports show them, and those named beside them."""
    bases = {one.base: one for one in present}
    posts: dict[str, set[str]] = {base: set() for base in bases}
    days: dict[str, list[str]] = {base: [] for base in bases}
    held: dict[str, dict[str, list[str]]] = {base: {} for base in bases}
    for one in attestations.read(connection, bases):
        label = bases[one.base].label
        posts[one.base] |= telling_titles(one.office, label)
        if one.first and one.last:
            days[one.base] += (one.first, one.last)
            for post in titles(one.office, label):
                held[one.base].setdefault(post, []).extend((one.first, one.last))
    beside: dict[str, set[str]] = {base: set() for base in bases}
    for base, neighbour in attestations.beside(connection, bases):
        beside[base].add(neighbour)
    taught = _taught(connection, bases, rulings)
    return [
        Named(
            one.base,
            one.name,
            one.label,
            frozenset(posts[one.base]),
            min(days[one.base], default=None),
            max(days[one.base], default=None),
            frozenset(beside[one.base]),
            frozenset(taught[one.base]),
            tuple(Span(post, min(found), max(found)) for post, found in sorted(held[one.base].items())),
        )
        for one in present
    ]


def _doubt(connection: Connection, bases: list[str], likely: Iterable[Likely]) -> None:
    """Replace the doubts about these names."""
    for chunk in chunks(sorted(bases)):
        connection.execute(delete(doubts).where(doubts.c.base_id.in_(chunk)))
    rows = [
        {
            "doubt_id": f"{one.one}/{one.other}",
            "report_id": None,
            "contact_id": None,
            "base_id": one.one,
            "kind": one.kind,
            "message": one.message,
            "start": None,
            "end": None,
            "line": None,
            "quote": "",
        }
        for one in likely
    ]
    if rows:
        connection.execute(doubts.insert(), rows)


def _move(connection: Connection, moved: dict[str, str], known: dict[str, Spelt], stored: dict[str, str]) -> Settled:
    """Give names to other people, where they are found to be others."""
    if not moved:
        return Settled()
    targets = {person: known[person] for person in moved.values()}
    there = set()
    for chunk in chunks(sorted(targets)):
        there |= set(connection.scalars(select(people.c.person_id).where(people.c.person_id.in_(chunk))))
    fresh = [
        {"person_id": one.base, "name": one.name, "side": one.label}
        for one in targets.values()
        if one.base not in there
    ]
    if fresh:
        connection.execute(people.insert(), fresh)
    pairs = [{"at": base, "person": person} for base, person in sorted(moved.items())]
    for table in (spellings, mentions):
        wish = update(table).where(table.c.base_id == bindparam("at")).values(person_id=bindparam("person"))
        connection.execute(wish, pairs)
    touched: set[str] = set()
    for chunk in chunks(sorted(moved)):
        touched |= set(
            connection.scalars(select(mentions.c.finding_id).where(mentions.c.base_id.in_(chunk)).distinct())
        )
    return Settled(frozenset(touched), frozenset({*moved.values(), *(stored[base] for base in moved)}))
