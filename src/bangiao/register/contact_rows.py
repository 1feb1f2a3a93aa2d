"""From one resolved contact to its rows, and back to the tellings that a block is made of."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import RowMapping

from bangiao.model.findings import Contact
from bangiao.register.rows import Row, Rows
from bangiao.resolution.bodies import body_id
from bangiao.resolution.contacts import Resolved, Telling
from bangiao.resolution.copies import Copy
from bangiao.resolution.dates import bounds, sort_key
from bangiao.resolution.decisions import Mark, Rulings
from bangiao.resolution.merging import differing_counts
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.tellings import Count

TABLES = ("contacts", "contact_sides", "participants", "contact_bodies", "contact_channels", "copies", "doubts")
_DISAGREE = "the reports of this contact do not agree on its {}; look at both and decide"
_COUNTED = "the reports of this contact give different numbers: {}; look at both"
_LIKELY = "this contact may be the same as {}; bangiao judge same or different settles it"
_PLAIN = ("form", "trigger", "mode", "status", "date", "date_basis", "date_candidates", "venue", "city", "country")


def told(row: RowMapping) -> Telling:
    """The telling of a stored finding."""
    return Telling(
        row["report_id"],
        row["number"],
        msgspec.json.decode(row["content"], type=Contact),
        row["published"],
        row["start"],
        row["title"],
        row["name"],
        msgspec.json.decode(row["marks"], type=tuple[Mark, ...]),
        msgspec.json.decode(row["counts"], type=tuple[Count, ...]),
    )


def finding_id(telling: Telling) -> str:
    """The stored finding that a telling comes from."""
    return f"{telling.report}/contact/{telling.number:04}"


def rows_of_contact(resolved: Resolved, copies: Sequence[Copy], rulings: Rulings) -> Rows:
    """All rows of one contact, by table; `copies` are the reports that repeat others."""
    rows: Rows = {table: [] for table in TABLES}
    ident = resolved.id
    reports = {one.report for one in resolved.tellings}
    rows["contacts"].append(_contact_row(resolved) | {"sources": len(reports) - len(copies)})
    rows["copies"] += [
        {"contact_id": ident, "report_id": one.report, "original": one.original, "how": one.how} for one in copies
    ]
    for number, side in enumerate(resolved.contact.sides):
        label = side_label(side)
        at = {"contact_id": ident, "side": number}
        rows["contact_sides"].append(at | {"label": label, "country": side.country, "org": side.org})
        for position, one in enumerate(side.people):
            base = person_id(one.name, label) if one.name else None
            row = {"position": position, "office": one.office, "role": one.role}
            row |= {"person_id": rulings.person(base) if base else None, "name": rulings.name(base, one.name)}
            rows["participants"].append(at | row)
        for position, body in enumerate(side.bodies):
            rows["contact_bodies"].append(at | {"position": position, "body_id": body_id(body, label), "name": body})
    rows["contact_channels"] += [{"contact_id": ident, "channel": one} for one in resolved.contact.channels]
    rows["doubts"] += _doubts(resolved)
    return rows


def _contact_row(resolved: Resolved) -> Row:
    contact = resolved.contact
    days = bounds(contact.date)
    decision = resolved.decision
    return {name: getattr(contact, name) for name in (*_PLAIN, "occasion", "visit_kind", "session")} | {
        "contact_id": resolved.id,
        "block": resolved.block,
        "first_day": days.first if days else None,
        "last_day": days.last if days else None,
        "sort": sort_key(contact.date),
        "tellings": len(resolved.tellings),
        "main_finding": finding_id(resolved.tellings[resolved.main]),
        "disagreements": " ".join(resolved.disagreements),
        "decision_id": decision.id if decision else None,
        "rejected": bool(decision and decision.kind == "reject"),
    }


def _doubts(resolved: Resolved) -> list[Row]:
    """Doubts that no single report holds, but several together."""
    found = []
    for field in resolved.disagreements:
        message = _COUNTED.format(_counted(resolved)) if field == "count" else _DISAGREE.format(field)
        found.append(_doubt(resolved.id, field, f"reports-disagree-{field}", message))
    for other in resolved.likely:
        if resolved.id < other:  # one doubt for the pair
            found.append(_doubt(resolved.id, other, "likely-same-contact", _LIKELY.format(other)))
    return found


def _counted(resolved: Resolved) -> str:
    """The words with the numbers that differ."""
    nouns = differing_counts(resolved.tellings)
    words = {count.quote for one in resolved.tellings for count in one.counts if count.noun in nouns}
    return ", ".join(f"“{one}”" for one in sorted(words))


def _doubt(ident: str, part: str, kind: str, message: str) -> Row:
    return {
        "doubt_id": f"{ident}/{part}",
        "report_id": None,
        "contact_id": ident,
        "base_id": None,
        "kind": kind,
        "message": message,
        "start": None,
        "end": None,
        "line": None,
        "quote": "",
    }
