"""Read the words of a question, and say what was meant when they cannot be read."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from bangiao.model.errors import QuestionError
from bangiao.register.records import ContactQuestion, Person
from bangiao.resolution.dates import Bounds, bounds
from bangiao.views.names import country_code, is_known

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

Word = TypeVar("Word", bound=str)


def one_of(value: str | None, words: Sequence[Word], what: str) -> Word | None:
    """A word of a closed vocabulary, in any case, with hyphens or underscores; raises QuestionError."""
    if value is None:
        return None
    wanted = value.strip().lower().replace("-", "_")
    for word in words:
        if word == wanted:
            return word
    close = get_close_matches(wanted, words, n=1)
    hint = f"did you mean {close[0]}?" if close else f"one of: {', '.join(words)}"
    raise QuestionError(f"{value!r} is no {what}", hint, key="no_word", value=value)


def days(value: str | None, what: str) -> Bounds | None:
    """The first and last day of a date that a user typed (2024, 2024-12, 2024-12-05); raises QuestionError."""
    if value is None:
        return None
    found = bounds(value.strip())
    if not found:
        hint = "write 2024, 2024-12 or 2024-12-05, a day that the calendar has"
        raise QuestionError(f"{what} {value!r} is no date", hint, key="no_date", value=value)
    return found


def country(words: str, sides: Collection[str] = ()) -> str:
    """The code of a country that a user typed, or one of `sides` as it is; raises QuestionError."""
    code = country_code(words)
    if is_known(code) or code in sides:
        return code
    raise QuestionError(f"{words!r} is no country", "write a code (JP) or a name (Japan, Nhật Bản)")


def side(register: "Answers", words: str) -> str:
    """A country's code, or an organisation that is a side of some contact; raises QuestionError for neither."""
    code = country_code(words)
    if is_known(code) or register.contacts(ContactQuestion(country=code, limit=1)).total:
        return code
    raise QuestionError(
        f"{words!r} is no country, and no contact has an organisation of that name",
        "write a code (JP), a name (Japan, Nhật Bản), or an organisation as reports do (ASEAN)",
        key="no_side",
        value=words,
    )


def people(register: "Answers", words: str) -> tuple[Person, ...]:
    """The people meant by an id or a name; raises QuestionError when there is nobody."""
    if words.startswith("p-"):
        return (register.person(words),)
    found = register.find_people(words)
    if not found:
        raise QuestionError(
            f"the register knows nobody called {words!r}",
            "try one syllable of the name, with or without marks",
            key="nobody",
            value=words,
        )
    return found


def person(register: "Answers", words: str) -> Person:
    """The one person meant; raises QuestionError when several bear the name."""
    found = people(register, words)
    if len(found) > 1:
        named = "; ".join(f"{one.id} {one.name} ({one.side})" for one in found[:10])
        hint = f"name one by id: {named}"
        raise QuestionError(
            f"{len(found)} people are called {words!r}", hint, key="many_people", value=words, named=named
        )
    return found[0]
