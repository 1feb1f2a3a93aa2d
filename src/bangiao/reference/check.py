"""What must hold of a table's rows: every date stands in the calendar and has a source, nothing stands twice."""

from collections.abc import Iterable, Iterator

from bangiao.model.tenure import Anniversary, Rank, Tenure
from bangiao.reference.days import earliest, is_date, latest


def tenure_faults(row: Tenure) -> Iterator[str]:
    """What is wrong with one tenure, in words; nothing for a sound one."""
    if not row.person.strip():
        yield "person is empty"
    yield from _country_faults(row.country)
    if not (row.office or row.office_en):
        yield "the office is named in neither language"
    for name, value in (("start", row.start), ("end", row.end)):
        yield from _date_faults(name, value)
        if value and not getattr(row, f"{name}_source"):
            yield f"{name} {value} has no source"
    if not (row.start_source or row.end_source):
        yield "has no source"
    if row.start and row.end and is_date(row.start) and is_date(row.end) and earliest(row.start) > latest(row.end):
        yield f"starts {row.start}, after its end {row.end}"


def anniversary_faults(row: Anniversary) -> Iterator[str]:
    """What is wrong with one anniversary."""
    if not row.what_en:
        yield "what_en is empty"
    if len(row.date) != 10 or not is_date(row.date):
        yield f"date {row.date!r} is no day: write YYYY-MM-DD"
    for code in row.countries:
        yield from _country_faults(code)
    if not row.countries:
        yield "names no country"
    if not row.source:
        yield "has no source"


def rank_faults(row: Rank) -> Iterator[str]:
    """What is wrong with one line of an order of leaders."""
    if row.rank < 1:
        yield f"rank {row.rank} is below 1"
    yield from _country_faults(row.country)
    for name, value in (("valid_from", row.valid_from), ("valid_to", row.valid_to)):
        yield from _date_faults(name, value)
    if row.valid_from and row.valid_to and earliest(row.valid_from) > latest(row.valid_to):
        yield f"is valid from {row.valid_from}, after {row.valid_to}"
    if not row.source:
        yield "has no source"


def tenure_key(row: Tenure) -> tuple[str, ...]:
    """What makes two rows the same tenure: person, country, office and its dates."""
    return (row.person, row.country, row.office or "", row.office_en or "", row.start or "", row.end or "")


def repeated(keys: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """The numbers of rows whose key stood before, each with the number of the first."""
    first: dict[tuple[str, ...], int] = {}
    for number, key in keys:
        if key in first:
            yield number, first[key]
        first.setdefault(key, number)


def is_country(code: str) -> bool:
    """Whether a word has the form of an ISO 3166-1 alpha-2 code."""
    return len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()


def _country_faults(code: str) -> Iterator[str]:
    if not is_country(code):
        yield f"country {code!r} is no ISO 3166-1 alpha-2 code, such as VN"


def _date_faults(name: str, value: str | None) -> Iterator[str]:
    if value and not is_date(value):
        yield f"{name} {value!r} is no date: write YYYY-MM-DD, YYYY-MM or YYYY"
