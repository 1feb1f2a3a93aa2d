"""The public record of one report: what `bangiao extract` prints, one JSON line a report."""

from typing import Any

import msgspec

from bangiao.model.findings import Contact, Findings, Side
from bangiao.model.report import Report

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
        "contacts": [contact_record(contact) for contact in findings.contacts],
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


def contact_record(contact: Contact) -> Record:
    """One contact in the guide's fields, its citations and inferences after them."""
    out: Record = {}
    for name in _CONTACT_FIELDS:
        if name == "channels":
            out["sides"] = [side_record(side) for side in contact.sides]
        out[name] = msgspec.to_builtins(getattr(contact, name))
    return out


def side_record(side: Side) -> Record:
    """A side as {"country": "JP"} or {"org": "ASEAN"}, with its people and bodies."""
    who = {"country": side.country} if side.country else {"org": side.org}
    return who | {"people": msgspec.to_builtins(side.people), "bodies": list(side.bodies)}


def line(report: Report, findings: Findings, with_text: bool = False) -> bytes:
    """The record as one line of UTF-8 JSON, with its line end."""
    return msgspec.json.encode(record(report, findings, with_text)) + b"\n"
