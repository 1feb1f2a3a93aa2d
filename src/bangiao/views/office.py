"""One office: who held it over time, and who held it on a day."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.tenure import Tenure
from bangiao.reference.days import earliest, latest
from bangiao.register.ask_offices import Post
from bangiao.resolution.dates import Bounds
from bangiao.resolution.names import plain
from bangiao.resolution.offices import titles
from bangiao.views.holders import Holder, holders
from bangiao.views.names import country_code
from bangiao.views.words import country as one_country
from bangiao.views.words import days

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

How = Literal["stated", "seen", "open", "possible"]


class OfficeView(Struct, frozen=True):
    """The times in an office by side and start; `total` counts all, `holders` is at most as many as asked for."""

    office: str
    country: str | None
    holders: tuple[Holder, ...]
    total: int


class Answer(Struct, frozen=True):
    """Somebody who was, or may have been, in office on a day, and how that is known.

    `stated`: a page states a start and an end around the day. `seen`: reports show the person in office
    on the day, or before and after it. `open`: the start is stated, no page or report tells the end, and
    nobody is known to have followed by then. `possible`: only the end is stated, or one side is uncertain.
    """

    how: How
    holder: Holder


class WhoView(Struct, frozen=True):
    """Who was in an office on a day; `before` and `after` are the nearest holders where nobody is known."""

    office: str
    country: str | None
    on: str
    answers: tuple[Answer, ...]
    before: Holder | None
    after: Holder | None


def office(
    register: "Answers", words: str, country: str | None = None, language: str = "vi", limit: int | None = 50
) -> OfficeView:
    """Show the holders of an office over time; raises QuestionError where no report and no table names it."""
    found = _holders(register, words, country, language)
    return OfficeView(words, country_code(country) if country else None, found[:limit], len(found))


def who(register: "Answers", words: str, on: str, country: str | None = None, language: str = "vi") -> WhoView:
    """Tell who held an office on a day, month or year; raises QuestionError where a word cannot be read."""
    day = days(on, "on")
    if not day:
        raise QuestionError("no day is given", "write --on 2024-04-02")
    found = _holders(register, words, country, language)
    answers = [Answer(how, one) for one in found if (how := how_known(one, day, found))]
    order: tuple[How, ...] = ("stated", "seen", "open", "possible")
    answers.sort(key=lambda one: (one.holder.side, order.index(one.how), one.holder.begins))
    before = [one for one in found if _ends(one) < day.first] if not answers else []
    after = [one for one in found if day.last < one.begins != "~"] if not answers else []
    return WhoView(
        words,
        country_code(country) if country else None,
        on,
        tuple(answers),
        max(before, key=_ends, default=None),
        min(after, key=lambda one: one.begins, default=None),
    )


def _holders(register: "Answers", words: str, country: str | None, language: str) -> tuple[Holder, ...]:
    """The times in the office that the words mean, by post: what is told of one post says nothing of another."""
    known = register.known_tenures()
    wanted, tenures = _meant(register.posts(), known, words, country)
    seen, told = register.seen_in(wanted), register.changes_in(wanted)
    found: list[Holder] = []
    for post in sorted(wanted):
        found += holders(
            [one for one in seen if one.post == post],
            [one for one in tenures if one.country == post.side and post.title in titles(one.office, post.side)],
            [one for one in told if one.post == post],
            language,
        )
    return tuple(found)


def _meant(
    posts: Sequence[Post], known: Sequence[Tenure], words: str, country: str | None
) -> tuple[frozenset[Post], list[Tenure]]:
    """The posts that the words name, in one country or in all; raises QuestionError where there is none."""
    sides = {one.side for one in posts} | {one.country for one in known}
    sides = {one_country(country, sides)} if country else sides
    wanted = {Post(side, title) for side in sides for title in titles(words, side)}
    tenures = [
        one for one in known if one.country in sides and titles(one.office, one.country) & titles(words, one.country)
    ]
    held = {Post(one.country, title) for one in tenures for title in titles(one.office, one.country)}
    meant = wanted & {*posts, *held}
    if not meant:
        bare = plain(words)
        close = sorted({one.title for one in posts if bare and bare in plain(one.title)})[:5]
        hint = (
            f"known offices with these words: {'; '.join(close)}" if close else "write it as reports do, with its body"
        )
        raise QuestionError(f"no report and no table names the office {words!r}", hint)
    return frozenset(meant), tenures


def how_known(one: Holder, day: Bounds, found: Sequence[Holder]) -> How | None:
    """How it is known that somebody was in office on a day; null where it is not."""
    seen = [each.day for each in (one.first, one.last) if each and each.day]
    if seen and min(seen) <= day.last and day.first <= max(seen):
        return "stated" if _stated(one, day) else "seen"
    start, end = one.start, one.end
    if start and day.last < _first(start.date):
        return None
    if end and _last(end.date) < day.first:
        return None
    if _stated(one, day):
        return "stated"
    if start and not start.date.startswith("..") and not end:
        followed = any(one.begins < other.begins <= day.first and other.side == one.side for other in found)
        return "possible" if followed else "open" if latest(start.date) <= day.last else "possible"
    return "possible" if end and not end.date.startswith("..") else None


def _stated(one: Holder, day: Bounds) -> bool:
    if not one.start or not one.end or ".." in (one.start.date + one.end.date):
        return False
    return earliest(one.start.date) <= day.last and day.first <= latest(one.end.date)


def _first(edtf: str) -> str:
    return "0000" if edtf.startswith("..") else earliest(edtf)


def _last(edtf: str) -> str:
    return edtf.removeprefix("../") if edtf.startswith("..") else latest(edtf)


def _ends(one: Holder) -> str:
    """The last day on which somebody is known to have been in office."""
    if one.end:
        return _last(one.end.date)
    seen = [each.day for each in (one.first, one.last) if each and each.day]
    return max([*seen, *([one.begins] if one.begins != "~" else [])], default="~")
