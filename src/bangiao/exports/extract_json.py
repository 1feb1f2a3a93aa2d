"""The public record of one report: what `bangiao extract` prints, one JSON line a report."""

from typing import Any

import msgspec
from msgspec.structs import replace

from bangiao.model.findings import Contact, Findings, Side
from bangiao.model.report import Report
from bangiao.resolution.dating import Dated, date_contacts

Record = dict[str, Any]

_CONTACT_FIELDS = tuple(name for name in Contact.__struct_fields__ if name != "sides")


def record(report: Report, findings: Findings, with_text: bool = False) -> Record:
    """Turn a report and its findings into the public record.

    Offsets count code points of `text`, which is there, with `body`, when `with_text` asks for it.
    """
    out: Record = {
        "id": report.id,
        "url": report.url,
        "outlet": report.outlet,
        "headline": report.headline,
        "published": report.published,
        "byline": report.byline,
        "credit": report.credit,
        "captions": list(report.captions),
        "related": [{"headline": item.headline, "published": item.published} for item in report.related],
        "language": report.language,
        "diplomatic": bool(findings.contacts),
        "contacts": _contacts(findings),
        "commitments": msgspec.to_builtins(findings.commitments),
        "statements": msgspec.to_builtins(findings.statements),
        "doubts": msgspec.to_builtins(_doubts(report, findings)),
    }
    if with_text:
        out |= {"text": report.text, "body": report.body}
    return out


def _doubts(report: Report, findings: Findings) -> tuple[Any, ...]:
    """The doubts of cutting the page and of reading the report, each once."""
    return tuple(dict.fromkeys((*report.doubts, *findings.doubts)))


def _contacts(findings: Findings) -> list[Record]:
    """The contacts; where a date has no year, with what the shipped tenures say of it."""
    known, _ = date_contacts(findings.contacts)
    return [contact_record(contact, known.get(at)) for at, contact in enumerate(findings.contacts)]


def contact_record(contact: Contact, known: Dated | None = None) -> Record:
    """One contact in the guide's fields, its citations and inferences after them.

    `date` stays as the report's words say it. What tenures say beyond them stands apart: `date_inferred`
    (a date with its basis) where one year is left, `date_candidates` where several are; the words and pages
    that decide are among `inferred`.
    """
    field = "date_inferred" if known and known.date else "date_candidates"
    reasons = tuple(replace(one, field=field) for one in known.reasons) if known else ()
    out: Record = {}
    for name in _CONTACT_FIELDS:
        if name == "channels":
            out["sides"] = [side_record(side) for side in contact.sides]
        value: Any = getattr(contact, name)
        if name == "date_candidates":
            out["date_inferred"] = {"date": known.date, "date_basis": known.basis} if known and known.date else None
            value = known.candidates if known else None
        out[name] = msgspec.to_builtins((*value, *reasons) if name == "inferred" else value)
    return out


def side_record(side: Side) -> Record:
    """A side as {"country": "JP"} or {"org": "ASEAN"}, with its people and bodies."""
    who = {"country": side.country} if side.country else {"org": side.org}
    return who | {"people": msgspec.to_builtins(side.people), "bodies": list(side.bodies)}


def line(report: Report, findings: Findings, with_text: bool = False) -> bytes:
    """The record as one line of UTF-8 JSON, with its line end."""
    return msgspec.json.encode(record(report, findings, with_text)) + b"\n"
