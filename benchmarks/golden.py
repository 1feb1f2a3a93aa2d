"""`make accept`: the samples read and held against their readings by hand, field by field.

Every difference stands in `known.tsv`: sample, field, what the person read, what the program reads. A test fails when
the list changes in either direction, so that no reading changes unseen; `make accept` writes it anew.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import msgspec

from bangiao.evaluation.agree import plain, same_name
from bangiao.evaluation.align import align_places
from bangiao.evaluation.documents import ToldContact
from bangiao.evaluation.tally import line_of
from bangiao.exports.extract_json import record
from bangiao.samples import expected, sample_paths
from benchmarks.material import readings

KNOWN = Path(__file__).with_name("known.tsv")
HEAD = "sample\tfield\texpected\tread"
PAGE = ("headline", "outlet", "published", "byline", "credit", "diplomatic")
CONTACT = ("form", "trigger", "mode", "status", "date", "venue", "city", "country")
COMMITMENT = ("kind", "by", "topics")
ABSENT = "—"

Record = dict[str, Any]
Found = tuple[str, Any, Any]


def differences() -> list[str]:
    """One line for each field in which a sample's reading is not the person's, in the order of the samples."""
    seen = {told["id"]: told for one in readings(*sample_paths()) for told in [record(one.report, one.findings, True)]}
    return [
        "\t".join((name, field, shown(wanted), shown(had)))
        for name, gold in sorted(expected().items())
        for field, wanted, had in compared(composed(gold), composed(seen[name]))
    ]


def composed(value: Any) -> Any:
    """The same record with composed letters: a page may be written with letters and marks apart."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, dict):
        return {key: composed(one) for key, one in value.items()}
    return [composed(one) for one in value] if isinstance(value, list | tuple) else value


def shown(value: Any) -> str:
    """A value in one cell of the table; a tab or a line end in it becomes a space."""
    if value is None or value == "":
        return ABSENT
    if isinstance(value, list | tuple):
        return " | ".join(map(shown, value)) or ABSENT
    return " ".join(str(value).split())


def compared(gold: Record, seen: Record) -> Iterator[Found]:
    """The fields in which one reading differs from the person's: the page's, its contacts' and its commitments'."""
    for field in PAGE:
        if (gold.get(field) or None) != (seen.get(field) or None):
            yield field, gold.get(field), seen.get(field)
    yield from _text(gold, seen)
    yield from _contacts(gold["contacts"], seen["contacts"])
    yield from _commitments(gold["commitments"], seen["commitments"], seen["text"])


def _text(gold: Record, seen: Record) -> Iterator[Found]:
    """Where the main text starts and ends, what must not be in it, captions and related headlines."""
    body = " ".join(seen["body"].split())
    if not body.startswith(gold["text_starts"]):
        yield "text_starts", gold["text_starts"], body[: len(gold["text_starts"])]
    if not body.endswith(gold["text_ends"]):
        yield "text_ends", gold["text_ends"], body[-len(gold["text_ends"]) :]
    for words in gold["not_text"]:
        if words in body:
            yield "not_text", None, words
    if sorted(map(plain, gold["captions"])) != sorted(map(plain, seen["captions"])):
        yield "captions", gold["captions"], seen["captions"]
    wanted, had = ([(one["headline"], one["published"]) for one in side["related"]] for side in (gold, seen))
    yield from (("related", one, None) for one in wanted if one not in had)
    yield from (("related", None, one) for one in had if one not in wanted)


def _contacts(gold: Sequence[Record], seen: Sequence[Record]) -> Iterator[Found]:
    told = [msgspec.convert(list(side), list[ToldContact]) for side in (gold, seen)]
    pairs = dict(align_places(*told))
    for place, wanted in enumerate(gold):
        name = f"contact {place + 1}"
        if place not in pairs:
            yield name, brief(wanted), None
            continue
        for field, one, other in _contact(wanted, seen[pairs[place]]):
            yield f"{name} {field}", one, other
    for place, had in enumerate(seen):
        if place not in pairs.values():
            yield "contact too many", None, brief(had)


def brief(contact: Record) -> str:
    """A contact in a line: form, words, date, and who stands on each side."""
    sides = (f"{_side(side)} {', '.join(one['name'] or '?' for one in side['people'])}" for side in contact["sides"])
    return f"{contact['form']} “{contact['trigger']}” {contact['date']}: {'; '.join(map(str.strip, sides))}"


def _side(side: Mapping[str, Any]) -> str:
    return side.get("country") or side.get("org") or "?"


def _contact(wanted: Record, had: Record) -> Iterator[Found]:
    for field in CONTACT:
        if wanted[field] != had[field]:
            yield field, wanted[field], had[field]
    if set(wanted["channels"]) != set(had["channels"]):
        yield "channels", sorted(wanted["channels"]), sorted(had["channels"])
    one, other = (sorted(map(_side, contact["sides"])) for contact in (wanted, had))
    if one != other:
        yield "sides", one, other
    yield from _people(_named(wanted), _named(had))


def _named(contact: Record) -> list[tuple[str, str | None, str]]:
    return [
        (one["name"], one["office"], _side(side)) for side in contact["sides"] for one in side["people"] if one["name"]
    ]


def _people(
    wanted: Sequence[tuple[str, str | None, str]], had: Sequence[tuple[str, str | None, str]]
) -> Iterator[Found]:
    left = list(had)
    for name, office, side in wanted:
        other = next((one for one in left if same_name(name, one[0])), None)
        if other is None:
            yield "person", f"{name} ({side})", None
            continue
        left.remove(other)
        if side != other[2]:
            yield f"side of {name}", side, other[2]
        if office != other[1]:
            yield f"office of {name}", office, other[1]
    for name, _, side in left:
        yield "person", None, f"{name} ({side})"


def _commitments(gold: Sequence[Record], seen: Sequence[Record], text: str) -> Iterator[Found]:
    """By line of the text: what is promised there, by whom, about what."""
    wanted, had = _by_line(gold, text), _by_line(seen, text)
    for line in sorted(wanted.keys() | had.keys()):
        for field in COMMITMENT:
            one, other = (_values(side.get(line, []), field) for side in (wanted, had))
            if one != other:
                yield f"commitment, line {line}, {field}", one, other


def _by_line(commitments: Sequence[Record], text: str) -> dict[int, list[Record]]:
    lines: dict[int, list[Record]] = {}
    for one in commitments:
        lines.setdefault(one.get("line") or line_of(one.get("quote"), text) or 0, []).append(one)
    return lines


def _values(commitments: Sequence[Record], field: str) -> list[str]:
    return sorted({value for one in commitments for value in ([one[field]] if field == "kind" else one[field])})


def known() -> list[str]:
    """The differences that are written down."""
    return KNOWN.read_text(encoding="utf-8").splitlines()[1:] if KNOWN.exists() else []


def changes(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """What has come ("new:") and what has gone ("gone:") since the list was written, in words."""

    def told(mark: str, row: str) -> str:
        sample, field, wanted, had = row.split("\t")
        return f"{mark} {sample}: {field}: by hand {wanted}, read {had}"

    return [told("new: ", row) for row in now if row not in before] + [
        told("gone:", row) for row in before if row not in now
    ]


def main() -> int:
    """Write the list anew and say what has changed in it."""
    before, now = known(), differences()
    KNOWN.write_text("\n".join((HEAD, *now)) + "\n", encoding="utf-8")
    print("\n".join((*changes(before, now), f"{KNOWN.name}: {len(now)} differences in {len(expected())} samples")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
