"""A double coding for a data paper: both codings, the settled records, the agreement, and the codebook."""

import csv
import io
from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec

from bangiao import __version__
from bangiao.evaluation.coding import CONTACT, SIDES, Agreement, Documents, agreement, coded, units
from bangiao.evaluation.documents import Document
from bangiao.evaluation.settling import Settling, settling, standing
from bangiao.exports.cells import harmless
from bangiao.model.vocabulary import CHANNELS, FORMS, MODES, STATUSES
from bangiao.register.codings import DoubleCoding

AGREEMENT = ("field", "units", "alike", "alpha")
VALUES = ("document", "contact", "trigger", "field", "one", "other")
DIFFERENCES = ("id", "document", "contact", "trigger", "field", "one", "other", "settled", "by", "at", "why")
RULINGS = ("difference", "value", "by", "at", "why")


def coding_release(double: DoubleCoding) -> Iterator[tuple[str, bytes]]:
    """The files by name, the checksums last; equal codings and rulings give equal bytes."""
    view = settling(double.one, double.other, double.rulings)
    files = dict(_files(double, agreement(double.one, double.other), view))
    yield from files.items()
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    yield "SHA256SUMS", sums.encode()


def _files(double: DoubleCoding, found: Agreement, view: Settling) -> Iterator[tuple[str, bytes]]:
    for name, documents in (("coding-one.jsonl", double.one), ("coding-other.jsonl", double.other)):
        yield name, _lines(documents[ident] for ident in sorted(double.one.keys() & double.other.keys()))
    yield "settled.jsonl", _lines(view.documents)
    shown = [(one.field, one.units, one.alike, "" if one.alpha is None else f"{one.alpha:.4f}") for one in found.fields]
    yield "agreement.csv", _table(AGREEMENT, shown)
    yield "values.csv", _table(VALUES, _values(double.one, double.other))
    yield "differences.csv", _table(DIFFERENCES, _differences(found, double))
    yield "rulings.csv", _table(RULINGS, [(r.difference, r.value, r.by, r.at, r.why) for r in double.rulings])
    yield "codebook.md", codebook(double, view).encode()


def _lines(documents: Iterable[Document]) -> bytes:
    """The documents in the guide's fields, one a line."""
    rows = ({"id": one.id, "diplomatic": bool(one.contacts), "contacts": one.contacts} for one in documents)
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _values(one: Documents, other: Documents) -> Iterator[tuple[object, ...]]:
    """Every unit of every field: from these rows anybody can reckon the agreement anew."""
    for unit in units(one, other):
        for field, first, second in coded(unit):
            yield unit.document, unit.number, unit.trigger, field, first, second


def _differences(found: Agreement, double: DoubleCoding) -> Iterator[tuple[object, ...]]:
    last = standing(double.rulings)
    for one in found.differences:
        said = last.get(one.id)
        settled = (said.value, said.by, said.at, said.why) if said else (None, None, None, None)
        yield one.id, one.document, one.unit, one.trigger, one.field, one.one, one.other, *settled


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless("" if cell is None else str(cell)) for cell in row] for row in rows)
    return page.getvalue().encode()


def codebook(double: DoubleCoding, view: Settling) -> str:
    """What the files hold, in Markdown."""
    read = len(double.one.keys() & double.other.keys())
    number = len(view.settled) + len(view.open)
    closed = (("form", FORMS), ("mode", MODES), ("status", STATUSES), ("channels", CHANNELS))
    words = "".join(f"- `{field}`: {', '.join(f'`{one}`' for one in values)}\n" for field, values in closed)
    return f"""# Codebook of a double coding

Made by Bangiao {__version__}. Coders: {" and ".join(double.coders)}, blind to each other and to the program.
Codebook: {double.codebook}. Documents read by both: {read}; settled in full: {len(view.documents)}.
Differences: {number}; settled: {len(view.settled)}; open: {len(view.open)}.

| file | what it holds |
|---|---|
| `coding-one.jsonl` | what {double.coders[0]} wrote, one document a line, in the guide's fields |
| `coding-other.jsonl` | what {double.coders[1]} wrote |
| `settled.jsonl` | the records after the differences were settled, of documents in which nothing is open |
| `agreement.csv` | Krippendorff's alpha for nominal data of each field |
| `values.csv` | the values from which it is reckoned: contact for contact, field for field |
| `differences.csv` | what had to be settled, with the word that stands on it |
| `rulings.csv` | every word in the order given, also those that a later one replaced; an empty value opened again |
| `SHA256SUMS` | checksums of the files |

Contacts of the two codings are paired by form, sides, people and day, the most alike first; `{CONTACT}` says whether
each coder told it, and the other fields are compared on contacts that both told. `people` are compared by side and
name, `offices` person for person; both are settled together with the sides, as `{SIDES}`: sides parted by `|`, people
by `;`, a name from its office by the first comma. Alpha is 1 − Do/De (Krippendorff 2011): the disagreement observed
over that expected by chance. It is empty where all values are one.

Closed vocabularies:

{words}"""
