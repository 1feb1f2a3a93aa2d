"""The lexicon that grows: second spellings of people, with the words that teach them."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.records import Pair

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

COLUMNS = ("name", "alias", "side", "kind", "report", "published", "line", "quote")


class Lexicon(Struct, frozen=True):
    """All pairs by side and name."""

    pairs: tuple[Pair, ...]

    def table(self) -> list[tuple[str, ...]]:
        """The pairs as rows of `COLUMNS`, for a file."""
        return [
            (
                one.name,
                one.alias,
                one.side,
                one.kind,
                one.report.url or one.report.given,
                one.report.published or "",
                str(one.line or ""),
                " ".join(one.quote.split()),
            )
            for one in self.pairs
        ]


def lexicon(register: "Answers", taught_only: bool = False) -> Lexicon:
    """List the spellings that belong together; only those that reports themselves teach where asked."""
    pairs = register.pairs()
    return Lexicon(tuple(one for one in pairs if not taught_only or one.kind != "joined"))
