"""How far each field of a contact can be trusted: how often such fields were right where a person had read them too.

A field is known by what it is (date, office …), the rule that read its contact, where the contact is told (lead or
later), and how many contacts the report tells. `confidence.toml` holds, for each such situation, how many fields of
the gold's half for reading were right; `make confidence` measures it anew and checks it on the other half.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from bangiao.model.findings import Contact
from bangiao.model.report import Report

Level = Literal["high", "fair", "low"]
Counts = Mapping[str, Sequence[int]]

HIGH, FAIR = 0.97, 0.90
LEAST = 20  # fields in a situation, before a wider one speaks for it
MANY = 3  # contacts of a report, up to which they are easily told apart

_NUMBERS = re.compile(r"\.\d+")


def situations(field: str, contact: Contact, lead_end: int, among: int) -> tuple[str, ...]:
    """The situations of a field, the narrowest first.

    `field` is a path ("sides.0.people.1.office"), `lead_end` where the report's first paragraph ends, `among` the
    number of contacts that the report tells.
    """
    kind = _NUMBERS.sub("", field)
    first = contact.evidence[0] if contact.evidence else None
    rule = first.rule.partition(":")[0] if first else ""
    place = "lead" if first and first.start < lead_end else "body"
    many = "many" if among > MANY else "few"
    return (f"{kind} {rule} {place} {many}", f"{kind} {place} {many}", f"{kind} {place}", kind)


def level(names: Sequence[str], table: Counts | None = None) -> Level:
    """How far a field can be trusted, by the narrowest of its situations that was met often enough."""
    known = measured() if table is None else table
    for name in names:
        right, of = known.get(name, (0, 0))
        if of >= LEAST:
            rate = (right + 1) / (of + 2)
            return "high" if rate >= HIGH else "fair" if rate >= FAIR else "low"
    return "low"


def lead_end(report: Report) -> int:
    """Where the first paragraph of the main text ends, as an offset of the report's text."""
    body = next((block.span for block in report.blocks if block.kind == "body"), None)
    if body is None:
        return 0
    stop = report.text.find("\n", body.start, body.end)
    return stop if stop >= 0 else body.end


@lru_cache(maxsize=1)
def measured() -> dict[str, tuple[int, int]]:
    """For each situation how many fields were right, and of how many."""
    text = (files("bangiao.findings") / "confidence.toml").read_text(encoding="utf-8")
    return {name: (counts[0], counts[1]) for name, counts in tomllib.loads(text)["right"].items()}


def levels(report: Report, contacts: Sequence[Contact], place: int) -> dict[str, Level]:
    """The level of every field of one of a report's contacts, by its path."""
    contact, end = contacts[place], lead_end(report)
    return {field: level(situations(field, contact, end, len(contacts))) for field in fields(contact)}


def fields(contact: Contact) -> list[str]:
    """The paths of the fields that a contact holds, empty ones left out."""
    names = ["form", "status", "mode"]
    names += [name for name in ("date", "venue", "city", "country") if getattr(contact, name)]
    names += ["channels"] if contact.channels else []
    for number, side in enumerate(contact.sides):
        names.append(f"sides.{number}.{'country' if side.country else 'org'}")
        for index, person in enumerate(side.people):
            names += [f"sides.{number}.people.{index}.name"] if person.name else []
            names += [f"sides.{number}.people.{index}.office"] if person.office else []
    return names
