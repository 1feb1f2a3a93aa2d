"""As known on the morning of a day: what a person who opens the register before a meeting could know.

This is the one place that says what `--on D` means: nothing published or held on D or later enters, offices
are those of that day, ages count to it. Reports that state no day of publication enter only when D is no
earlier than today, for they may have appeared after any day that is past.
"""

from typing import TYPE_CHECKING

from bangiao.model.errors import QuestionError
from bangiao.register.records import Morning
from bangiao.resolution.dates import bounds, days_between
from bangiao.views.labels.spans import span
from bangiao.views.words import days

if TYPE_CHECKING:
    from bangiao.register.as_known import Known
    from bangiao.register.ask import Answers

__all__ = ["Morning", "age", "as_known", "days_since", "days_until", "morning"]


def morning(words: str | None, today: str) -> Morning:
    """The day that a user typed, or today (YYYY-MM-DD) where none is; raises QuestionError for what is no day."""
    if words is None:
        return Morning(today, undated=True)
    found = days(words, "on")
    if not found or found.first != found.last:
        raise QuestionError(f"on {words!r} is no single day", "write it as 2023-12-25")
    return Morning(found.first, undated=found.first >= today)


def as_known(register: "Answers", on: Morning) -> "Known":
    """The register as it was known on that morning; every view can ask it as it asks the register."""
    return register.as_known(on)


def days_since(edtf: str | None, on: Morning) -> int | None:
    """Whole days from the last day that a date can mean to the morning; null where its year is not known.

    A date that reaches past the morning, such as the month that is under way, gives 0.
    """
    known = bounds(edtf)
    return max(days_between(known.last, on.on), 0) if known else None


def days_until(edtf: str | None, on: Morning) -> int | None:
    """Whole days from the morning to the first day that a date can mean, negative when that is past."""
    known = bounds(edtf)
    return days_between(on.on, known.first) if known else None


def age(days_ago: int | None) -> str:
    """A number of days in words that can be taken in at a glance: "12 days", "5 months", "2 years 3 months"."""
    if days_ago is None:
        return "unknown"
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in span(days_ago))


def ago(days_ago: int | None) -> str:
    """How long before the morning something was: "5 months ago", "today"; "at an unknown time" where nobody tells."""
    if days_ago is None:
        return "at an unknown time"
    return f"{age(days_ago)} ago" if days_ago else "today"
