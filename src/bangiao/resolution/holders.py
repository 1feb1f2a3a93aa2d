"""Which known tenures the person whom a report shows in an office can stand for: same country, name and post.

The tables resolve and date; they never find people.
"""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from bangiao.model.tenure import Tenure
from bangiao.reference.days import earliest, latest
from bangiao.resolution.likeness import likeness
from bangiao.resolution.names import name_key, plain
from bangiao.resolution.offices import titles

_FORMER = ("nguyên ", "cựu ")
OPEN_START, OPEN_END = "0000-00-00", "9999-99-99"

Key = tuple[str, ...]


class Held(Struct, frozen=True):
    """The known tenures of one person in one post; `former` says that the report calls the post a past one."""

    tenures: tuple[Tenure, ...]
    former: bool = False

    @property
    def person(self) -> str:
        """The person as the table spells the name."""
        return self.tenures[0].person

    def windows(self) -> tuple[tuple[str, str], ...]:
        """First and last possible day of each time in which the report's words can be true, open ends left open."""
        if self.former:
            return ((min(earliest(one.end) if one.end else OPEN_START for one in self.tenures), OPEN_END),)
        return tuple(window(one) for one in self.tenures)

    def allows(self, first: str, last: str) -> bool:
        """Whether the words can be true on some day from `first` to `last` (YYYY-MM-DD)."""
        return any(start <= last and first <= end for start, end in self.windows())


class Somebody(Struct, frozen=True):
    """A person of the table: all names, all tenures."""

    names: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class Holders:
    """Known tenures, found by country, name and post."""

    def __init__(self, known: Iterable[Tenure]) -> None:
        rows: dict[tuple[str, str], list[Tenure]] = {}
        for tenure in known:
            rows.setdefault((tenure.country, name_key(tenure.person)), []).append(tenure)
        self._people: dict[str, list[Somebody]] = {}
        self._exact: dict[tuple[str, Key], list[Somebody]] = {}
        for (country, _), own in rows.items():
            names = dict.fromkeys(name for one in own for name in (one.person, *one.other_names))
            one = Somebody(tuple(name for name in names if _names_somebody(person_key(name, country))), tuple(own))
            self._people.setdefault(country, []).append(one)
            for key in {person_key(name, country) for name in one.names}:
                self._exact.setdefault((country, key), []).append(one)

    def of_person(self, name: str, country: str) -> tuple[Tenure, ...]:
        """All known tenures of the person of this name; nothing where spellings alone could mean two people."""
        exact = self._exact.get((country, person_key(name, country)))
        alike = exact or [
            one
            for one in self._people.get(country, ())
            if any(likeness(name, other).verdict == "same" for other in one.names)
        ]
        return alike[0].tenures if len(alike) == 1 else ()

    def held(self, name: str | None, office: str | None, country: str | None) -> tuple[Held, ...]:
        """The posts of an office, as a report words it, in which this person is known; nothing where none fits."""
        if not name or not office or not country:
            return ()
        own = self.of_person(name, country)
        found = []
        for title in sorted(titles(office, country)) if own else ():
            post, former = without_former(title)
            fitting = tuple(one for one in own if post in titles(one.office, country))
            if fitting:
                found.append(Held(fitting, former))
        return tuple(found)


@lru_cache(maxsize=4)
def holders(known: tuple[Tenure, ...]) -> Holders:
    """The index of a table of tenures, made once."""
    return Holders(known)


def window(tenure: Tenure) -> tuple[str, str]:
    """First and last possible day of a tenure; an end that no page told stays open."""
    return (
        earliest(tenure.start) if tenure.start else OPEN_START,
        latest(tenure.end) if tenure.end else OPEN_END,
    )


def without_former(title: str) -> tuple[str, bool]:
    """A post without the word that calls it a past one, and whether there was such a word."""
    for word in _FORMER:
        if title.startswith(word):
            return title.removeprefix(word), True
    return title, False


def _names_somebody(key: Key) -> bool:
    """One syllable in letters names nobody; a name in Chinese or Japanese characters has no spaces."""
    return len(key) > 1 or (len(key) == 1 and len(key[0]) > 1 and min(key[0]) >= "\u2e80")


def person_key(name: str, country: str) -> Key:
    """A name for looking up. Vietnamese names keep marks and order; others come in either order, marked or not."""
    if country == "VN":
        return tuple(name_key(name).split())
    return tuple(sorted(plain(name).replace("-", " ").replace(".", " ").split()))
