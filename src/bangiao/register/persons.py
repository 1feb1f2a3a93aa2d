"""Who is one person, kept up to date: only the names that share a key with the names that changed are compared."""

from collections.abc import Collection, Iterable

from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from bangiao.register.chunks import chunks
from bangiao.register.schema import doubts, findings, lexicon, mentions, name_keys, people, spellings
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import person_id
from bangiao.resolution.namesakes import Span
from bangiao.resolution.offices import telling_titles, titles
from bangiao.resolution.people import (
    Likely,
    Named,
    may_be_one,
    misspelt,
    near_office_holders,
    resolve_people,
    two_of_one_name,
)
from bangiao.spelling import keys, sought


class Spelt(Struct, frozen=True, order=True):
    """A name on a side, by its id."""

    base: str
    name: str
    label: str


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


def settle_people(connection: Connection, changed: Collection[Spelt], rulings: Rulings) -> Settled:
    """Resolve the names that can be one with those that changed; everything else stays as it is."""
    near = _near(connection, changed, rulings)
    stored = persons_of(connection, (one.base for one in near))
    _index(
        connection, [one for one in near if one.base in stored], [one.base for one in near if one.base not in stored]
    )
    named = _attested(connection, [one for one in near if one.base in stored], rulings)
    result = resolve_people(named, rulings)
    two = [likely for one in named for likely in two_of_one_name(one)]
    _doubt(
        connection, [one.base for one in near], (*result.likely, *two, *_misspelt(connection, near, stored, rulings))
    )
    moved = {base: person for base, person in result.persons.items() if stored[base] != person}
    return _move(connection, moved, {one.base: one for one in near}, stored)


def _near(connection: Connection, changed: Collection[Spelt], rulings: Rulings) -> list[Spelt]:
    """The names that keys, lessons and decisions connect with those that changed, however many steps away."""
    groups: dict[str, set[str]] = {}
    for base, person in rulings.persons.items():
        groups.setdefault(person, {person}).add(base)
    found = {one.base: one for one in sorted(changed)}
    fresh = list(found.values())
    while fresh:
        candidates = _candidates(connection, fresh, groups, rulings)
        added = {other.base: other for other in candidates if other.base not in found}
        found.update(added)
        fresh = list(added.values())
    return sorted(found.values())


def _candidates(
    connection: Connection, fresh: list[Spelt], groups: dict[str, set[str]], rulings: Rulings
) -> list[Spelt]:
    """The names that may be one with those given: looked up by key, kept where comparing leaves it open."""
    by_key: dict[str, list[Spelt]] = {}
    for one in fresh:
        for key in sought(one.name):
            by_key.setdefault(on_side(key, one.label), []).append(one)
    beside: dict[Spelt, set[Spelt]] = {}
    for chunk in chunks(sorted(by_key)):
        query = select(name_keys.c.key, spellings.c.base_id, func.min(spellings.c.spelling), spellings.c.side)
        query = query.join(spellings, spellings.c.base_id == name_keys.c.base_id).where(name_keys.c.key.in_(chunk))
        query = query.group_by(name_keys.c.key, spellings.c.base_id, spellings.c.side)
        for key, base, name, label in connection.execute(query):
            beside.setdefault(Spelt(base, name, label), set()).update(by_key[key])
    found = {other for other, some in beside.items() if any(may_be_one(_bare(one), _bare(other)) for one in some)}
    linked = {base for one in fresh for base in _linked(connection, one, groups, rulings)}
    return sorted(found | spelt(connection, linked))


def _linked(connection: Connection, one: Spelt, groups: dict[str, set[str]], rulings: Rulings) -> set[str]:
    """The names that lessons and decisions put beside this one."""
    found = set(groups.get(rulings.person(one.base), ()))
    found |= {base for pair in rulings.apart if one.base in pair for base in pair}
    found |= _taught(connection, {one.base: one}, rulings)[one.base]
    return found - {one.base}


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


def _bare(one: Spelt) -> Named:
    return Named(one.base, one.name, one.label)


def _index(connection: Connection, present: list[Spelt], gone: list[str]) -> None:
    """Keep the keys of names that occur, and of no others."""
    for chunk in chunks(sorted({*gone, *(one.base for one in present)})):
        connection.execute(delete(name_keys).where(name_keys.c.base_id.in_(chunk)))
    rows = [{"base_id": one.base, "key": on_side(key, one.label)} for one in present for key in sorted(keys(one.name))]
    if rows:
        connection.execute(name_keys.insert(), rows)


def on_side(key: str, label: str) -> str:
    """A key with the side, on which alone names are compared."""
    return f"{label} {key}"


def _attested(connection: Connection, present: list[Spelt], rulings: Rulings) -> list[Named]:
    """Names with the posts and days in which reports show them, and those named beside them."""
    bases = {one.base: one for one in present}
    posts: dict[str, set[str]] = {base: set() for base in bases}
    days: dict[str, list[str]] = {base: [] for base in bases}
    held: dict[str, dict[str, list[str]]] = {base: {} for base in bases}
    beside: dict[str, set[str]] = {base: set() for base in bases}
    other = mentions.alias()
    for chunk in chunks(sorted(bases)):
        query = select(
            mentions.c.base_id, mentions.c.office_read, func.min(mentions.c.attested), func.max(mentions.c.attested)
        )
        query = query.where(mentions.c.base_id.in_(chunk)).group_by(mentions.c.base_id, mentions.c.office_read)
        for base, office, first, last in connection.execute(query):
            posts[base] |= telling_titles(office, bases[base].label)
            days[base] += [day for day in (first, last) if day]
            for post in titles(office, bases[base].label) if first else ():
                held[base].setdefault(post, []).extend((first, last))
        both = select(mentions.c.base_id, other.c.base_id).distinct()
        both = both.join(other, (other.c.finding_id == mentions.c.finding_id) & (other.c.side == mentions.c.side))
        both = both.where(mentions.c.base_id.in_(chunk), other.c.base_id != mentions.c.base_id)
        for base, neighbour in connection.execute(both):
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
            frozenset(beside[one.base] & bases.keys()),
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


def _misspelt(connection: Connection, near: list[Spelt], stored: dict[str, str], rulings: Rulings) -> list[Likely]:
    """The names that may be slips for known holders of the same post, as long as nobody has set them right."""
    doubtful = [
        one
        for one in near
        if one.base in stored and one.base not in rulings.names and near_office_holders(one.name, one.label)
    ]
    found = [likely for one in _attested(connection, doubtful, rulings) for likely in misspelt(one)]
    return [one for one in found if one.other not in stored]  # a name that reports give too is compared with it


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
