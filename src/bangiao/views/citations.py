"""The words that a field rests on: quoted, or the reason where no words say it outright."""

from collections.abc import Iterable

from msgspec import Struct

from bangiao.model.evidence import Evidence, Inference


class Citation(Struct, frozen=True):
    """A place in a report: the quoted words, or the reason of an inference with the words it was read from.

    `report` is the register's id; `reason` is empty where the words themselves say it.
    """

    report: str
    quote: str
    line: int | None
    start: int | None
    end: int | None
    rule: str = ""
    reason: str = ""


def cited(report: str, path: str, evidence: Iterable[Evidence], inferred: Iterable[Inference]) -> tuple[Citation, ...]:
    """What a report gives for a field, quoted words first; `path` also covers what lies below it."""
    below = f"{path}."
    said = [
        Citation(report, one.quote, one.line, one.start, one.end, rule=one.rule)
        for one in evidence
        if one.field == path or one.field.startswith(below)
    ]
    read = [
        Citation(report, one.quote, one.line, one.start, one.end, reason=one.reason)
        for one in inferred
        if one.field == path or one.field.startswith(below)
    ]
    return (*said, *read)
