"""Bangiao from Python, for notebooks and scripts: the stages one by one, and the answers as data frames.

    import bangiao

    readings = list(bangiao.read("reports/"))
    with bangiao.resolve(readings) as register:
        lines = bangiao.timeline(register, country="JP", since="2021").contacts
        bangiao.frame(lines)

Every record is the same frozen one that the commands print with `--json`.
"""

import os
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bangiao.model.errors import InputError, installing
from bangiao.model.report import Refusal
from bangiao.pipeline import Reading, read_pages, read_sentence
from bangiao.register import open_register as open_register
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions
from bangiao.views.contact import contact as contact
from bangiao.views.office import office as office
from bangiao.views.person import person as person
from bangiao.views.report import report as report
from bangiao.views.timeline import Timeline, TimelineQuestion
from bangiao.views.timeline import timeline as _timeline

if TYPE_CHECKING:
    import msgspec
    import pandas


class UnreadInput(UserWarning):
    """An input could not be read; the others were."""


def read(*inputs: str | os.PathLike[str], allow_hosts: Iterable[str] = ()) -> Iterator[Reading]:
    """Read reports from files, folders and addresses, one at a time, without a register.

    Each comes as a `Reading`: its `report`, cut from the page, and its `findings`. What cannot be read is told
    in a warning (`UnreadInput`) and left out.
    """
    options = SourceOptions(allow_hosts=tuple(allow_hosts))
    for one in read_pages([os.fspath(name) for name in inputs], options):
        if isinstance(one, Refusal):
            warnings.warn(_told(one), UnreadInput, stacklevel=2)
        else:
            yield one


def find(words: str, published: str | None = None) -> Reading:
    """Find what a text tells, taken as the main text of a report of that day (YYYY-MM-DD); raises InputError."""
    found = read_sentence(words, published)
    if isinstance(found, Refusal):
        raise InputError(found.reason, found.hint)
    return found


def resolve(readings: Iterable[Reading], register: str = ":memory:") -> Register:
    """Put readings together: who is who, which contact is the same, who held which office when.

    The answer is an open register, in memory unless a file or a database's address is named.
    """
    opened = open_register(register)
    for one in readings:
        opened.add(one.report, one.findings)
    return opened


def timeline(register: Register, **words: object) -> Timeline:
    """The contacts that fit: `country`, `person`, `channel`, `form`, `status`, `since`, `until`, `limit` …

    The words are the fields of `TimelineQuestion`; without `limit` all contacts come. Raises QuestionError.
    """
    question = TimelineQuestion(**{"limit": None, **words})  # type: ignore[arg-type]
    return _timeline(register, question)


def frame(records: "Iterable[msgspec.Struct]") -> "pandas.DataFrame":
    """A table of records, a row each, with the fields of what lies in them under `outer.inner`.

    Lists stay lists. Needs pandas, which comes with the extra `data`; raises InputError without it.
    """
    import msgspec

    try:
        import pandas
    except ImportError:
        raise InputError("data frames need pandas", installing("data")) from None
    return pandas.json_normalize([msgspec.to_builtins(one) for one in records])


def _told(refusal: Refusal) -> str:
    hint = f" – {refusal.hint}" if refusal.hint else ""
    return f"{refusal.input}: {refusal.reason}{hint}"
