"""What country, office and time add to two names: they decide between namesakes."""

from bangiao.spelling.records import Context, Match
from bangiao.text.fold import fold

NEAR_YEARS = 2


def weigh(match: Match, a: Context, b: Context) -> Match:
    """The verdict with both contexts: other countries keep namesakes apart, one office at one time joins part-names.

    A difference of letters stays unsure: a typing error and another person look alike.
    """
    if match.verdict == "same" and a.country and b.country and a.country != b.country:
        return Match("unsure", min(match.score, 0.5), f"{match.reason}; but for {a.country} and for {b.country}")
    partial = match.verdict == "unsure" and match.reason.startswith("part of the name")
    if partial and a.country and a.country == b.country and _one_office(a, b) and _near(a.date, b.date):
        return Match("same", 0.8, f"{match.reason}; in one office of {a.country} at one time")
    return match


def _one_office(a: Context, b: Context) -> bool:
    return bool(a.office and b.office) and fold(a.office or "").lower == fold(b.office or "").lower


def _near(a: str | None, b: str | None) -> bool:
    """Whether two EDTF dates lie within two years of each other; not where a year is unknown."""
    first, second = (a or "")[:4], (b or "")[:4]
    return first.isdecimal() and second.isdecimal() and abs(int(first) - int(second)) <= NEAR_YEARS
