"""Fields that a person judged by GUIDE.md in texts drawn by seed from the corpora, outside the gold.

No rule was written by these texts, so the reading is as often wrong there as on any other. `judged.tsv` holds no text:
a report's id, a contact's key, and for each field a mark of its value, with "!" where the value is wrong. What is read
otherwise by now is not judged.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bangiao.findings.confidence import fields
from bangiao.model.findings import Contact
from bangiao.model.report import Page, Refusal
from bangiao.pipeline import Reading, read_page
from benchmarks.material import shared

JUDGED = Path(__file__).with_name("judged.tsv")
HELD = Path(__file__).with_name("judged_held.tsv")  # judged in the same way, for measuring alone
CORPORA = ("reports", "leads")

Marks = dict[str, bool]


def judged(path: Path = JUDGED) -> Iterator[tuple[Reading, int, Marks]]:
    """Every judged contact that is still told: the reading, the contact's place, and which of its fields are right."""
    marks = _marks(path)
    for page in _pages({key[0] for key in marks}):
        reading = read_page(page)
        if isinstance(reading, Refusal):
            continue
        for place, contact in enumerate(reading.findings.contacts):
            known = marks.get((page.id, key_of(contact)), {})
            still = {field: known[key] for field in fields(contact) if (key := mark(field, contact)) in known}
            if still:
                yield reading, place, still


def key_of(contact: Contact) -> str:
    """What makes a contact of a report the one that was judged: where its verb begins, its form, and who took part."""
    who = sorted((side.country or side.org or "", *(one.name or "" for one in side.people)) for side in contact.sides)
    return f"{contact.evidence[0].start}.{contact.form}.{_hash(who)}"


def count(path: Path = JUDGED) -> int:
    """How many fields were judged."""
    return sum(map(len, _marks(path).values()))


def mark(field: str, contact: Contact) -> str:
    """A field's path with four hex digits of its value."""
    value: object = contact
    for part in field.split("."):
        value = value[int(part)] if isinstance(value, tuple) and part.isdigit() else getattr(value, part)
    return f"{field}={_hash(value)}"


def _hash(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:4]


def _marks(path: Path) -> dict[tuple[str, str], Marks]:
    found: dict[tuple[str, str], Marks] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        document, key, marks = line.split("\t")
        found[document, key] = {one.rstrip("!"): not one.endswith("!") for one in marks.split()}
    return found


def _pages(wanted: set[str]) -> Iterator[Page]:
    for name in CORPORA:
        for line in (shared() / "corpus" / f"{name}.jsonl").open(encoding="utf-8"):
            page = json.loads(line)
            if page["id"] in wanted:
                yield Page(page["id"], page["text"], published=page.get("published"))
