"""What two sides called their relation over time, each name with the sentence that first, and last, says so."""

from collections.abc import Iterable

from msgspec import Struct

from bangiao.register.records import ReportHead
from bangiao.resolution.frameworks import Framework, How, frameworks, names_framework
from bangiao.text.fold import fold
from bangiao.views.citations import Citation
from bangiao.views.passages import Passage


class Said(Struct, frozen=True):
    """A sentence that names a framework, at an offset in it; `day` is that of publication."""

    day: str | None
    how: How
    at: int
    sentence: Citation
    report: ReportHead


class FrameworkLine(Struct, frozen=True):
    """One name of the relation, from the first to the last report that uses it.

    `raised` are the sentences that tell it as established or lifted; `ahead` counts sentences that only wish it.
    """

    key: str
    rank: int
    first: Said
    last: Said
    times: int
    raised: tuple[Said, ...]
    ahead: int


def framework_lines(passages: Iterable[Passage]) -> tuple[FrameworkLine, ...]:
    """The names of a relation by the day of their first use; those used in undated reports alone come last."""
    found: dict[str, list[tuple[Framework, Said]]] = {}
    for passage in passages:
        if not names_framework(fold(passage.sentence).lower):
            continue
        for one in frameworks(passage.sentence):
            said = Said(passage.head.published, one.how, one.start, passage.cited, passage.head)
            found.setdefault(one.key, []).append((one, said))
    lines = [line for key, uses in found.items() if (line := _line(key, uses))]
    return tuple(sorted(lines, key=lambda one: (one.first.day or "~", one.rank, one.key)))


def _line(key: str, uses: list[tuple[Framework, Said]]) -> FrameworkLine | None:
    """One name; null where every sentence only wishes it."""
    holding = sorted((said for one, said in uses if one.how != "ahead"), key=_order)
    if not holding:
        return None
    dated = [one for one in holding if one.day] or holding
    raised = tuple(one for one in holding if one.how == "raised")[:5]
    return FrameworkLine(key, uses[0][0].rank, dated[0], dated[-1], len(holding), raised, len(uses) - len(holding))


def _order(one: Said) -> tuple[str, str, int]:
    return one.day or "~", one.report.id, one.sentence.start or 0
