"""How far each field of a contact can be trusted, by what speaks for and against it in the report.

Each sign of a field (`signs`) is worth some points; their sum tells how surely such fields are right. `confidence.toml`
holds what the signs are worth and the sums from which trust is high or fair. `make confidence` measures them on fields
that a person judged in texts that no rule was written by, and checks them on the half of the gold kept for figures.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct, convert

from bangiao.findings.signs import ANYWAY, around, kind_of, of_contact, of_field
from bangiao.model.findings import Contact
from bangiao.model.report import Report

Level = Literal["high", "fair", "low"]
_TOLD = 2  # signs that are named where trust is not high


class Trust(Struct, frozen=True):
    """How far a field can be trusted, and the signs that count most against it."""

    level: Level
    against: tuple[str, ...] = ()


class Worth(Struct, frozen=True, forbid_unknown_fields=True):
    """What signs are worth: log odds that a field is right, added to those of any field (`start`); the two bounds."""

    start: float
    high: float
    fair: float
    points: Mapping[str, float]

    def of(self, signs: Iterable[str]) -> float:
        """The log odds of a field with these signs; a sign that was never met counts nothing."""
        return self.start + sum(self.points.get(sign, 0.0) for sign in signs)

    def wrong(self, signs: Iterable[str]) -> float:
        """How likely a field with these signs is wrong, from 0 to 1."""
        return 1 / (1 + math.exp(self.of(signs)))

    def level(self, signs: Iterable[str]) -> Level:
        """How far a field with these signs can be trusted."""
        odds = self.of(signs)
        return "high" if odds >= self.high else "fair" if odds >= self.fair else "low"

    def trust(self, signs: Sequence[str]) -> Trust:
        """The level of a field with these signs, with the signs that count most against it where it is not high."""
        worst = sorted((points, sign) for sign in set(signs) if (points := self.points.get(sign, 0.0)) < 0)
        level = self.level(signs)
        return Trust(level, () if level == "high" else tuple(sign for _, sign in worst[:_TOLD]))


@lru_cache(maxsize=1)
def measured() -> Worth:
    """What the signs were worth when they were measured."""
    return convert(tomllib.loads((files("bangiao.findings") / "confidence.toml").read_text(encoding="utf-8")), Worth)


def trust_in(report: Report, contacts: Sequence[Contact], place: int) -> dict[str, Trust]:
    """How far every field of one of a report's contacts can be trusted, by its path."""
    return {field: measured().trust(signs) for field, signs in signs_of(report, contacts, place).items()}


def expected_wrong(report: Report, contacts: Sequence[Contact], place: int) -> float:
    """How many fields of one of a report's contacts are to be expected wrong, by their signs."""
    return sum(map(measured().wrong, signs_of(report, contacts, place).values()))


def signs_of(report: Report, contacts: Sequence[Contact], place: int) -> dict[str, tuple[str, ...]]:
    """What speaks for and against every field of one of a report's contacts, by its path."""
    contact = contacts[place]
    shared = of_contact(contact, around(report, contacts))
    for_organisation = tuple(sign for sign in shared if sign not in ANYWAY)
    return {
        field: (*(for_organisation if kind_of(field) == "sides.org" else shared), *of_field(field, contact))
        for field in fields(contact)
    }


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
