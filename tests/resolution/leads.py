"""The shared leads as tellings, with the people of all of them resolved: what the tests on merges start from."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.resolution.anchors import named
from bangiao.resolution.clusters import components
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.kinds import title_of
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.offices import telling_titles
from bangiao.resolution.people import Named, may_be_one, resolve_people
from bangiao.resolution.tellings import Telling


def readings(file: Path, wanted: frozenset[str]) -> Iterator[Reading]:
    """Read the reports of these ids out of a .jsonl file."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for line in lines:
            row = msgspec.json.decode(line)
            if row["id"] in wanted:
                page = Page(row["id"], row["text"], url=row["url"], published=row["published"])
                reading = read_page(page)
                if isinstance(reading, Reading):
                    yield reading


def tellings(read: Iterable[Reading]) -> list[Telling]:
    """The contacts of reports as tellings."""
    found = []
    for one in read:
        own = []
        for number, contact in enumerate(one.findings.contacts):
            start = contact.evidence[0].start
            title = title_of(one.report.text, start, contact.trigger)
            own.append(Telling(one.report.id, number, contact, one.report.published, start, title))
        found += named(own)
    return found


def people(told: Iterable[Telling]) -> Rulings:
    """Who is one person among all that is told."""
    known: dict[str, Named] = {}
    for telling in told:
        for side in telling.contact.sides:
            label = side_label(side)
            bases = {person_id(one.name, label) for one in side.people if one.name}
            for one in side.people:
                if not one.name:
                    continue
                base, posts = person_id(one.name, label), telling_titles(one.office, label)
                day = (telling.published or "")[:10] or None
                old = known.get(base, Named(base, one.name, label, first=day, last=day))
                known[base] = Named(
                    base,
                    one.name,
                    label,
                    old.posts | posts,
                    min(filter(None, (old.first, day)), default=None),
                    max(filter(None, (old.last, day)), default=None),
                    old.beside | (bases - {base}),
                )
    order = sorted(known)
    links = [(a, b) for at, a in enumerate(order) for b in order[:at] if may_be_one(known[a], known[b])]
    persons: dict[str, str] = {}
    for group in components(order, links):
        persons |= resolve_people([known[base] for base in group], Rulings()).persons
    return Rulings(persons=persons)
