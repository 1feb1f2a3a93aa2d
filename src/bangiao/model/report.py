"""A page as it was found, and the one report that is cut from it."""

from msgspec import Struct

from bangiao.model.evidence import Doubt, Span
from bangiao.model.vocabulary import BlockKind


class Page(Struct, frozen=True):
    """Decoded text as fetched or found, with where and when.

    `media` is "text/plain" or "text/html". `published` is what the source says beside the text (a
    .jsonl line's field, a feed's date), ISO 8601, else null. `fetched` is an ISO 8601 time or null.
    """

    id: str
    content: str
    media: str = "text/plain"
    url: str | None = None
    published: str | None = None
    fetched: str | None = None


class Refusal(Struct, frozen=True):
    """An input that could not be read: which one, why, and what to do about it."""

    input: str
    reason: str
    hint: str = ""


class Block(Struct, frozen=True):
    """One run of lines of a page and what it is: headline, body, caption, furniture …"""

    kind: BlockKind
    span: Span


class Related(Struct, frozen=True):
    """The headline of another report that the page shows, with its date where one stands beside it."""

    headline: str
    published: str | None = None


class Report(Struct, frozen=True):
    """One article: its text and what each part of it is.

    `text` is the input as given (for HTML the visible text of the page); every offset in the product
    counts its code points. `published` is YYYY-MM-DD, `updated` an ISO time where the page states one.
    Fields that the page does not state are null. `blocks` are in order and do not overlap; body blocks
    are the main text alone.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    language: str | None = None
    headline: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: str | None = None
    updated: str | None = None
    byline: str | None = None
    credit: str | None = None
    captions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fetched: str | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def body(self) -> str:
        """The main text alone, its blocks joined by line ends."""
        return "\n".join(block.span.of(self.text) for block in self.blocks if block.kind == "body")
