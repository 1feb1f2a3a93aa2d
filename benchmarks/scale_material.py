"""Archives of any size, made from the leads of the corpora with other names and other dates; the same for a seed."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from msgspec import Struct

from bangiao.model.report import Refusal
from bangiao.pipeline import read_page
from bangiao.sources.inputs import open_inputs
from benchmarks.material import shared

_SHIFT = 41  # days between a lead and its next copy: far enough that no two copies tell one contact
_SAME_PEOPLE = 4  # copies in which the same made-up people act
_DAY = re.compile(r"\b(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}))?\b")


class Lead(Struct, frozen=True):
    """One lead: its words, its day, and the names of people in it."""

    id: str
    text: str
    published: date
    names: tuple[str, ...]


def leads(most: int) -> tuple[Lead, ...]:
    """The first leads of the corpus with the people that reading finds in them."""
    found = []
    for page in islice(open_inputs([str(shared() / "corpus" / "leads.jsonl")]), most):
        reading = page if isinstance(page, Refusal) else read_page(page)
        if isinstance(page, Refusal) or isinstance(reading, Refusal):
            continue
        sides = (side for contact in reading.findings.contacts for side in contact.sides)
        names = {who.name for side in sides for who in side.people if who.name}
        day = date.fromisoformat((page.published or "2024-12-05")[:10])
        found.append(Lead(page.id, page.content, day, tuple(sorted(names, key=len, reverse=True))))
    return tuple(found)


def make(documents: int, first: int = 0, moved: int = 0) -> Iterator[bytes]:
    """So many lines of a .jsonl file, no two alike; `first` is the copy of the leads to begin with.

    `moved` days later, the reports are other ones, which lie among those of an archive that has the same copies.
    """
    known = leads(documents)
    pool = sorted({name for lead in known for name in lead.names})
    for number in range(documents):
        copy, at = divmod(number, len(known))
        copy += first
        lead = known[at]
        later = copy * _SHIFT + moved
        text = _days(_people(lead, pool, copy // _SAME_PEOPLE), lead.published, later) if later else lead.text
        day = lead.published + timedelta(days=later)
        line = {"id": f"{lead.id}-{later}", "published": day.isoformat(), "text": text}
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def write(documents: int, path: Path, first: int = 0, moved: int = 0) -> Path:
    """An archive of so many documents, made once."""
    if not path.exists():
        made = path.with_suffix(".part")
        with made.open("wb") as file:
            file.writelines(make(documents, first, moved))
        made.rename(path)
    return path


def _people(lead: Lead, pool: list[str], era: int) -> str:
    """The text with other people in it: the beginning of one attested name and the end of another of its length."""
    text = lead.text
    for name in lead.names:
        text = text.replace(name, _renamed(name, pool, era))
    return text


def _renamed(name: str, pool: list[str], era: int) -> str:
    parts = name.split(" ")
    if len(parts) < 2:
        return name
    number = int.from_bytes(blake2b(f"{name} {era}".encode(), digest_size=8).digest())
    other = pool[number % len(pool)].split(" ")
    return " ".join([*parts[:-1], other[-1]]) if len(other) > 1 else name


def _days(text: str, published: date, later: int) -> str:
    """The days of a text, moved as far as its publication."""

    def moved(found: re.Match[str]) -> str:
        day, dash, month, year = found.groups()
        try:
            then = date(int(year or published.year), int(month), int(day)) + timedelta(days=later)
        except (ValueError, OverflowError):
            return found[0]
        return f"{then.day}{dash}{then.month}" + (f"{dash}{then.year}" if year else "")

    return _DAY.sub(moved, text)
