"""The head of a report: which line is its headline, and which date is the report's own."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from bangiao.reports.dates import PageDate, find_day
from bangiao.reports.lines import Line, same
from bangiao.reports.signatures import outlet_before
from bangiao.reports.words import choice, is_wide, plain, words_of
from bangiao.reports.zones import Stretch

HEADLINE_WORDS = 45
_MENU = 5  # so many lines after the first one tell a menu
_MASTHEAD_WORDS = 7
_LEAD = 3  # a date may stand between the lead and the rest, so many lines below the first paragraph
_ABOVE = 4  # so many lines above a headline may carry the report's date
_NEVER = frozenset({"date", "dated", "more", "others", "replies", "tools", "notice", "frame", "caption"})
_SUFFIX = re.compile(r"^\s*[-–—|:：｜»\[]\s*(?P<suffix>\S.{0,80})$")
_DATELINE = 40  # characters between an outlet's mark and a full date that still make a dateline


class Dated(Struct, frozen=True):
    """The day of publication with its basis, and the time of the last change; null where nothing states them."""

    published: str | None = None
    basis: str | None = None
    updated: str | None = None
    line: int | None = None


def find_headline(lines: Sequence[Line], core: Stretch | None, facts: Mapping[str, str]) -> int | None:
    """The line that is the report's headline, or null."""
    limit = core.first if core else len(lines)
    if limit == 0:
        return 0 if len(lines) > 1 and lines[0].size <= HEADLINE_WORDS and not _is_opening(lines) else None
    stated = same(facts["headline"]) if "headline" in facts else None
    best, best_score = None, 0.0
    for index in range(limit):
        line = lines[index]
        if line.size > HEADLINE_WORDS or (line.form in _NEVER and index) or line.form in ("others", "replies", "date"):
            continue
        score = _score(lines, index, limit, stated)
        if score > best_score:
            best, best_score = index, score
    return best if best is None else _lowest_copy(lines, best, limit)


def _lowest_copy(lines: Sequence[Line], index: int, limit: int) -> int:
    """Of copies of a headline, in a page's title and above the text, the one nearest to the text."""
    title = same(lines[index].text)
    for copy in range(index + 1, limit):
        if lines[copy].form == "sentence":
            break  # below a paragraph a copy is a caption
        if lines[copy].form == lines[index].form and same(lines[copy].text) == title:
            index = copy
    return index


def _is_opening(lines: Sequence[Line]) -> bool:
    """Whether a first line is a report's first sentence rather than its headline."""
    first = lines[0]
    return outlet_before(first.text) is not None or (first.text.endswith(".") and first.size > 30)


def _score(lines: Sequence[Line], index: int, limit: int, stated: str | None) -> float:
    """How much speaks for a line as headline: its form, its place, what stands beside it, what the head states."""
    line = lines[index]
    score = {"heading": 3.0, "label": 0.5, "sentence": 1.0, "signature": -2.0, "item": 0.2}.get(line.form, 0.1)
    score -= 0.2 * min(limit - index, 15)
    if index == 0:
        score += _first_bonus(lines, limit)
    if any(0 <= i < len(lines) and lines[i].form == "date" for i in (index - 1, index + 1)):
        score += 2.0
    if line.hint and line.hint.heading == "h1":
        score += 3.0
    if line.hint and (line.hint.outside or line.hint.links > 0.7):
        score -= 3.0
    shown = same(line.text)
    if stated and (stated == shown or (line.size >= 4 and stated.startswith(shown))):
        score += 6.0
    if line.size >= 4 and index and lines[0].size > line.size and title_suffix(lines[0].text, line.text):
        score += 6.0
    return score


def _first_bonus(lines: Sequence[Line], limit: int) -> float:
    """A first line is mostly the headline, but not the name of the outlet above a menu."""
    menu = sum(line.form in ("label", "tools") for line in lines[1 : min(limit, 1 + _MENU)])
    if limit <= 3 and lines[0].form != "tools" and all(line.form != "heading" for line in lines[1:limit]):
        return 4.5
    return 4.5 if lines[0].form in ("heading", "sentence") and menu < 2 else 0.5


def title_suffix(title: str, headline: str) -> str | None:
    """What a page's title adds to the headline: an outlet or a section."""
    folded, start = plain(" ".join(title.split())), plain(" ".join(headline.split()))
    if not folded.startswith(start) or len(folded) == len(start):
        return None
    match = _SUFFIX.match(" ".join(title.split())[len(start) :])
    if not match:
        return None
    return re.split(r"\s*[|｜：\]]\s*", match["suffix"])[-1] or None


@lru_cache(maxsize=1)
def _masthead() -> re.Pattern[str]:
    spaced = choice(tuple(word for word in words_of("masthead") if not is_wide(word)))
    wide = choice(tuple(word for word in words_of("masthead") if is_wide(word)))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|{wide}")


def masthead_outlet(line: Line) -> str | None:
    """The outlet that names itself on a page's first line: "Tạp chí Đối ngoại"."""
    match = _masthead().match(plain(line.text))
    if not match or not 2 < line.size <= _MASTHEAD_WORDS or line.form not in ("label", "heading", "signature"):
        return None
    return line.text if line.text[match.end() :].strip()[:1].isupper() else None


def title_outlet(title: str, headline: str) -> str | None:
    """The outlet that a page's title adds to the headline: "Headline - Báo …"; a section's name is none."""
    suffix = title_suffix(title, headline)
    return suffix if suffix and _masthead().search(plain(suffix)) else None


def find_date(
    lines: Sequence[Line], headline: int | None, core: Stretch | None, facts: Mapping[str, str], given: str | None
) -> Dated:
    """The report's own date: given with the page, stated on it beside headline or body, or in the dateline."""
    around = _around(lines, headline, core)
    updated = next((date.changed or date.iso for _, date in around if date.changed or date.label == "updated"), None)
    if not updated and _day(facts.get("updated", "")):
        updated = facts["updated"]
    stated = _stated(around, facts)
    line = stated[0] if stated else None
    if given and (day := _day(given)):
        return Dated(day, "given with the page", updated, line)
    if stated:
        return Dated(stated[1].day, "stated on the page", updated, line)
    if day := _day(facts.get("published", "")):
        return Dated(day, "stated on the page", updated)
    if core and (day := _dateline(lines[core.first].text)):
        return Dated(day, "dateline", updated)
    return Dated(None, None, updated)


def _around(lines: Sequence[Line], headline: int | None, core: Stretch | None) -> list[tuple[int, PageDate]]:
    """Dates beside the headline and the body, the nearest to the report first."""
    first = headline + 1 if headline is not None else 0
    last = core.first + _LEAD if core else len(lines) - 1
    below = []
    for index in range(first, min(last + 1, len(lines))):
        if lines[index].form in ("others", "replies", "dated", "more"):
            break  # what follows is another report's
        if date := _own(lines[index]):
            below.append((index, date))
    above = [(i, d) for i in range(first - 2, max(-1, first - 2 - _ABOVE), -1) if i >= 0 and (d := _own(lines[i]))]
    above = [(i, d) for i, d in above if d.timed or d.label or i == first - 2]
    after = []
    if core:
        near = range(core.last + 1, min(core.last + 4, len(lines)))
        after = [(i, d) for i in near if (d := _own(lines[i])) and d.label]
    return below + above + after


def _own(line: Line) -> PageDate | None:
    return line.date if line.form == "date" else None


def _stated(around: list[tuple[int, PageDate]], facts: Mapping[str, str]) -> tuple[int, PageDate] | None:
    """Of several dates the one that the page's head agrees with, else the first that is no date of change."""
    if not around:
        return None
    head = _day(facts.get("published", ""))
    for item in around:
        if item[1].day == head:
            return item
    return next((item for item in around if item[1].label != "updated"), around[0])


def _day(text: str) -> str | None:
    """The day at the start of an ISO 8601 time."""
    found = find_day(text[:10])
    return found[0] if found and len(text) >= 10 else None


def _dateline(text: str) -> str | None:
    """The full date that a dateline gives: "TCCS - Ngày 25-12-2023, …"."""
    outlet = outlet_before(text)
    if not outlet:
        return None
    start = plain(text[: len(outlet) + 60])
    found = find_day(start)
    return found[0] if found and found[1] - start.find(plain(outlet)) - len(outlet) <= _DATELINE else None
