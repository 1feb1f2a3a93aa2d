"""Where on a page the report stands: the stretch of running text, against menus, lists and teasers.

Every line counts for or against running text by its form alone; the report is the first stretch whose sum is
high. Nothing here knows an outlet.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from bangiao.reports.lines import Line, same

_WEIGHTS = {
    "heading": -0.45,
    "label": -0.3,
    "item": -0.4,
    "caption": 0.0,
    "date": -0.2,
    "dated": -1.0,
    "more": -0.1,
    "signature": -1.5,
    "others": -6.0,
    "replies": -2.0,
    "tools": -0.3,
    "notice": -0.3,
    "frame": 0.0,
}
_PRINTED = frozenset({"sentence", "heading", "caption"})  # what a caption without a mark looks like
_TEASER = 0.3  # a single paragraph under a headline of its own
_OUTSIDE = 0.05  # a paragraph in navigation, footer or form
_END = -4.0  # after "./."
_SUBHEADING = 10  # a heading within a report has at most so many words
_ENOUGH = 0.5  # the first stretch with half of the best sum is the report
_SOURCE = -3.0
_BOX = -0.5  # the head of a box of links within a report
_BOX_LINES = 6
_LINKS = frozenset({"item", "dated", "more", "heading"})
_PARAGRAPH = 15  # words of a paragraph that is no caption


class Stretch(Struct, frozen=True):
    """A run of lines, by first and last index, and its sum."""

    first: int
    last: int
    total: float


def find_core(lines: Sequence[Line], repeated: frozenset[int]) -> Stretch | None:
    """The stretch of lines that holds the report's running text, or null where there is none."""
    weights = _weigh(lines, repeated)
    stretches = [best for chunk in _chunks(lines) if (best := _heaviest(weights, *chunk))]
    if not stretches:
        return None
    enough = _ENOUGH * max(stretch.total for stretch in stretches)
    core = next(stretch for stretch in stretches if stretch.total >= enough)
    return _trimmed(lines, core, repeated)


def is_text(line: Line) -> bool:
    """Whether a line is running text that may belong to a report."""
    return line.form == "sentence" and not (line.hint and line.hint.outside)


def _weigh(lines: Sequence[Line], repeated: frozenset[int]) -> list[float]:
    weights: list[float] = []
    ended, box = False, 0
    for index, line in enumerate(lines):
        if line.form == "others":
            box = _box_end(lines, index)
        if line.form == "sentence":
            weight = 0.0 if index in repeated else _weigh_sentence(lines, index)
        elif index < box:
            weight = _BOX if line.form == "others" else 0.0
        elif line.form == "signature" and _signs(lines, index, repeated):
            weight = _SOURCE
        else:
            weight = _WEIGHTS[line.form]
        weights.append(weight + (_END if ended else 0.0))
        ended = line.text.endswith(("./.", "./"))
    return weights


def _box_end(lines: Sequence[Line], index: int) -> int:
    """Where a box of links within a report ends: a few headlines under a head, then running text again; 0 for none."""
    after = index + 1
    while after < len(lines) and lines[after].form in _LINKS and after - index <= _BOX_LINES:
        after += 1
    text = lines[after : after + 2]
    resumed = len(text) == 2 and all(line.form == "sentence" and line.size >= _PARAGRAPH for line in text)
    return after if resumed and after > index + 1 else 0


def _signs(lines: Sequence[Line], index: int, repeated: frozenset[int]) -> bool:
    """Whether a signature surely ends a report: it names a source, or captions begin behind it."""
    signature = lines[index].signature
    if signature and signature.credit:
        return True
    return index + 1 in repeated or (index + 1 < len(lines) and lines[index + 1].form == "caption")


def _weigh_sentence(lines: Sequence[Line], index: int) -> float:
    line = lines[index]
    if line.hint and line.hint.outside:
        return _OUTSIDE
    if _is_teaser(lines, index):
        return _TEASER
    return 0.2 + min(line.end - line.start, 400) / 200


def _is_teaser(lines: Sequence[Line], index: int) -> bool:
    """A lone paragraph under a headline, with no second one and no signature after it."""
    before = index - 1
    while before >= 0 and lines[before].form in ("caption", "date"):
        before -= 1
    if before < 0 or lines[before].form != "heading":
        return False
    after = index + 1
    while after < len(lines) and lines[after].form in ("date", "tools"):
        after += 1
    if after < len(lines) and lines[after].form in ("sentence", "item", "signature"):
        return False
    return not (_is_subheading(lines, before) and all(line.form == "caption" for line in lines[after : after + 8]))


def _is_subheading(lines: Sequence[Line], index: int) -> bool:
    """A short heading right after running text of more than one paragraph."""
    if lines[index].size > _SUBHEADING or index < 3:
        return False
    return lines[index - 1].form == "sentence" and lines[index - 2].form in ("sentence", "caption")


def _chunks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The page cut at the heads of lists of other reports that come after a report's end or open no box."""
    cuts = [0]
    for index, line in enumerate(lines):
        if line.form == "others" and _closes(lines, index):
            cuts.append(index)
    return list(zip(cuts, [*cuts[1:], len(lines)], strict=True))


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing of the report can follow the head of a list: its end came before, or no list follows."""
    for line in lines[max(0, index - 4) : index]:
        if line.text.endswith(("./.", "./")) or line.form == "signature":
            return True
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or after.form in ("sentence", "caption")


def _heaviest(weights: Sequence[float], start: int, end: int) -> Stretch | None:
    """The run with the greatest sum; of equal ones the first."""
    best: Stretch | None = None
    total, first = 0.0, start
    for index in range(start, end):
        if total <= 0:
            total, first = 0.0, index
        total += weights[index]
        if total > 0 and (best is None or total > best.total):
            best = Stretch(first, index, total)
    return best


def _trimmed(lines: Sequence[Line], core: Stretch, repeated: frozenset[int]) -> Stretch | None:
    """The stretch without what is no running text at its ends."""
    inner = [i for i in range(core.first, core.last + 1) if is_text(lines[i]) and i not in repeated]
    return Stretch(inner[0], inner[-1], core.total) if inner else None


def find_repeated(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that stand on the page more than once as captions do: printed twice, or again at the end."""
    keys = [same(line.text) if line.form in _PRINTED and 4 <= line.size <= 60 else "" for line in lines]
    counts = Counter(keys)
    found = frozenset(i for i, key in enumerate(keys) if key and counts[key] > 1)
    if not found:
        return found
    whole = sum(line.end - line.start for line in lines if line.form == "sentence")
    twice = sum(lines[i].end - lines[i].start for i in found if lines[i].form == "sentence")
    return frozenset() if 2 * twice > whole and len(found) > 4 else found
