"""The floors of the reading: which gold files there are, and what must be reached on each."""

import math
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from bangiao.evaluation.documents import Document, read_documents
from bangiao.samples import expected
from benchmarks.material import shared

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = """\
# What the reading must reach: one to two hundredths under what it reached when the floor was set. `make floors`
# raises them; a floor is lowered only by hand, with an entry under "Changed readings" in CHANGELOG.md.
# `halves` says that the floors are for the half of the documents whose errors nobody reads; `fingerprint` is that of
# the gold they were set with. The samples are those of the package; fields of a page must be right in every document.
"""


class Gold(Struct, frozen=True):
    """One gold file, what is read for it, and the floors of its figures."""

    name: str
    gold: str
    input: str
    halves: bool = False
    fingerprint: str = ""
    floors: dict[str, float] = {}

    @property
    def shared(self) -> bool:
        """Whether it lies outside the repository."""
        return self.gold != self.name


def read_floors() -> list[Gold]:
    """Every gold file of floors.toml."""
    return msgspec.convert(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["gold"], list[Gold])


def gold_of(gold: Gold) -> dict[str, Document]:
    """The readings by hand."""
    if not gold.shared:
        return read_documents(map(msgspec.json.encode, expected().values()), gold.name)
    with (shared() / gold.gold).open("rb") as lines:
        return read_documents(lines, gold.gold)


def fingerprint(gold: Gold) -> str:
    """The first 16 hex digits of the SHA-256 of the gold."""
    if not gold.shared:
        return sha256(msgspec.json.encode(expected(), order="sorted")).hexdigest()[:16]
    return sha256((shared() / gold.gold).read_bytes()).hexdigest()[:16]


def raised(old: Mapping[str, float], reached: Mapping[str, float]) -> dict[str, float]:
    """Floors just under what is reached; none is lowered."""
    return {
        name: max(old.get(name, 0.0), math.floor(value * 100 - 1) / 100)
        for name, value in reached.items()
        if value > 0.02
    }


def write_floors(reached: Mapping[str, Mapping[str, float]]) -> None:
    """Write floors.toml with the floors raised."""
    parts = [HEAD]
    for one in read_floors():
        floors = raised(one.floors, reached[one.name])
        settings = {"name": one.name, "gold": one.gold, "input": one.input}
        parts.append(
            "[[gold]]\n"
            + "".join(f'{key} = "{value}"\n' for key, value in settings.items())
            + f'halves = {str(one.halves).lower()}\nfingerprint = "{fingerprint(one)}"\n\n[gold.floors]\n'
            + "".join(f"{name} = {floor:.2f}\n" for name, floor in floors.items())
        )
    FLOORS.write_text("\n".join(parts), encoding="utf-8")
