"""A document of a few pages, free of any format: sections of paragraphs, lists and tables whose words cite sources.

Each renderer turns the same record into its format, so that all say the same.
"""

import re

from msgspec import Struct

from bangiao.views.brief_sources import Cite

# what would act on a page instead of being read: control characters, turns of the direction of writing
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")


def seen(words: str) -> str:
    """The words in one line, without signs that cannot be seen."""
    return " ".join(_UNSEEN.sub(" ", words).split())


class Run(Struct, frozen=True):
    """Words of one look; `style` is plain, strong, soft (grey) or quote; `cites` follow the words."""

    text: str
    style: str = "plain"
    cites: tuple[Cite, ...] = ()


Words = tuple[Run, ...]


class Block(Struct, frozen=True):
    """A paragraph, a list, or a table: `kind` says which.

    A paragraph has one row of one cell, a list one cell a row; `widths` are parts of the whole width.
    """

    kind: str
    rows: tuple[tuple[Words, ...], ...]
    head: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


class Section(Struct, frozen=True):
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


class SourceLine(Struct, frozen=True):
    """A numbered source; `url` is an address that may be followed, `host` what is shown of it on paper."""

    number: int
    text: str
    url: str | None = None
    host: str | None = None


class Page(Struct, frozen=True):
    """The whole document; `lead` are lines under the title."""

    language: str
    title: str
    subtitle: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[SourceLine, ...]
    footer: str


def paragraph(*runs: Run) -> Block:
    """One paragraph."""
    return Block("paragraph", ((runs,),))


def items(*rows: Words) -> Block:
    """A list."""
    return Block("list", tuple((row,) for row in rows))
