"""From one resolved contact to its rows, and back to the tellings that a block is made of."""

import msgspec
from sqlalchemy import RowMapping

from bangiao.model.findings import Contact
from bangiao.register.rows import Row, Rows
from bangiao.resolution.contacts import Resolved, Telling
from bangiao.resolution.dates import bounds, sort_key
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import body_id, person_id, side_label

TABLES = ("contacts", "contact_sides", "participants", "contact_bodies", "contact_channels", "doubts")
_DISAGREE = "the reports of this contact do not agree on its {}; look at both and decide"
_PLAIN = ("form", "trigger", "mode", "status", "date", "date_basis", "venue", "city", "country", "occasion")


def told(row: RowMapping) -> Telling:
    """The telling of a stored finding."""
    contact = msgspec.json.decode(row["content"], type=Contact)
    return Telling(row["report_id"], row["number"], contact, row["published"], row["start"])


def finding_id(telling: Telling) -> str:
    """The stored finding that a telling comes from."""
    return f"{telling.report}/contact/{telling.number:04}"


def rows_of_contact(resolved: Resolved, rulings: Rulings) -> Rows:
    """All rows of one contact, by table."""
    rows: Rows = {table: [] for table in TABLES}
    rows["contacts"].append(_contact_row(resolved))
    ident = resolved.id
    for number, side in enumerate(resolved.contact.sides):
        label = side_label(side)
        at = {"contact_id": ident, "side": number}
        rows["contact_sides"].append(at | {"label": label, "country": side.country, "org": side.org})
        for position, one in enumerate(side.people):
            person = rulings.person(person_id(one.name, label)) if one.name else None
            row = {"position": position, "person_id": person, "name": one.name, "office": one.office, "role": one.role}
            rows["participants"].append(at | row)
        for position, body in enumerate(side.bodies):
            rows["contact_bodies"].append(at | {"position": position, "body_id": body_id(body, label), "name": body})
    rows["contact_channels"] += [{"contact_id": ident, "channel": one} for one in resolved.contact.channels]
    rows["doubts"] += [_disagreement(ident, field) for field in resolved.disagreements]
    return rows


def _contact_row(resolved: Resolved) -> Row:
    contact = resolved.contact
    days = bounds(contact.date)
    decision = resolved.decision
    return {name: getattr(contact, name) for name in (*_PLAIN, "visit_kind", "session")} | {
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


def _disagreement(ident: str, field: str) -> Row:
    """A doubt that no single report holds, but two together."""
    return {
        "doubt_id": f"{ident}/{field}",
        "report_id": None,
        "contact_id": ident,
        "kind": f"reports-disagree-{field}",
        "message": _DISAGREE.format(field),
        "start": None,
        "end": None,
        "line": None,
        "quote": "",
    }
