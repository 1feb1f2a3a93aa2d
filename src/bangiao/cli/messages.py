"""One-line messages for people: what, where, and what to do; and what may reach a terminal at all."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

from bangiao.model.report import Refusal

# a report's text may not move the cursor, recolour the screen or turn the direction of writing
_CONTROL = [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)]
_DIRECTION = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F]
_UNWANTED = dict.fromkeys([*_CONTROL, *_DIRECTION])
LONGEST = 400
T = TypeVar("T")


def clean(text: str) -> str:
    """The text without characters that would act on a terminal instead of being read."""
    return text.translate(_UNWANTED)


def sentence(what: str, hint: str = "") -> str:
    """Join what happened and what to do into one line."""
    return f"{what} – {hint}" if hint else what


def say(message: str) -> None:
    """Print one line on standard error, in the program's name."""
    line = " ".join(clean(message).split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1] + "…"
    print(f"bangiao: {line}", file=sys.stderr, flush=True)


def print_json(answer: object) -> None:
    """Print a view as one JSON object."""
    import msgspec

    typer.echo(msgspec.json.encode(answer))


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 contact", "2 contacts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


NOTHING_FOUND = " – ask with fewer conditions, or see what was read: bangiao coverage"


class Outcome:
    """Counts what was read and names what was refused, as it comes; knows the exit code that follows."""

    def __init__(self) -> None:
        self.read = 0
        self.known = 0  # pages that were read and stored before
        self.refused: list[Refusal] = []

    def accepted(self, items: Iterable[T | Refusal]) -> Iterator[T]:
        """Pass on what was read; say what was refused."""
        for item in items:
            if isinstance(item, Refusal):
                self.refuse(item)
            else:
                self.read += 1
                yield item

    def refuse(self, refusal: Refusal) -> None:
        """Name an input that could not be read, and what to do about it."""
        self.refused.append(refusal)
        say(sentence(f"{refusal.input}: {refusal.reason}", refusal.hint))

    @property
    def code(self) -> int:
        """0 all read, now or before; 1 some refused; 3 nothing read."""
        if not self.read and not self.known:
            return 3
        return 1 if self.refused else 0
