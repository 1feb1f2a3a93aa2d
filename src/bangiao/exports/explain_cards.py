"""The findings of one report as cards: each field with its words, rule or reason, and the gold beside it."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bangiao.evaluation.documents import Document, ToldCommitment, ToldContact
from bangiao.evaluation.tally import line_of, page_agreement
from bangiao.exports.explain_rows import Row, pairs_with, rows
from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.model.findings import Commitment, Contact, Findings, Statement
from bangiao.model.report import Report
from bangiao.views.marks import labelled


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of a page one after the other."""
    return Markup("").join(parts)


def cards(number: int, report: Report, findings: Findings, gold: Document | None) -> Markup:
    """All cards of a report: page against gold, contacts, what the gold has beyond them, sentences, doubts."""
    pairs = pairs_with(gold, findings.contacts) if gold else {}
    found = [_card(number, label, finding, gold, pairs) for label, finding in labelled(findings)]
    if not findings.contacts:
        found.insert(0, Markup("<p class='none'>No contact found.</p>"))
    if gold:
        found.insert(0, _page(report, gold))
        found += [_missed(contact) for place, contact in enumerate(gold.contacts) if place not in pairs.values()]
        found += _promises(report, findings, gold)
    return joined(found) + _doubts(tuple(dict.fromkeys((*report.doubts, *findings.doubts))))


def _page(report: Report, gold: Document) -> Markup:
    """How the page was cut, where the gold says how it is to be."""
    if gold.text_starts is None:
        return Markup("")
    ours = Document(
        report.id,
        headline=report.headline,
        outlet=report.outlet,
        byline=report.byline,
        credit=report.credit,
        published=report.published,
        body=report.body,
        captions=report.captions,
        related=tuple(item.headline for item in report.related),
    )
    chips = (
        Markup("<span class='{}'>{}</span> ").format("right" if agrees else "wrong", name)
        for name, agrees in page_agreement(gold, ours).items()
    )
    return Markup("<section class='card chips'><h3>The page against the gold</h3>{}</section>").format(joined(chips))


def _promises(report: Report, findings: Findings, gold: Document) -> list[Markup]:
    """The gold's commitments, each said to be read, or missed."""
    ours = {commitment.line for commitment in findings.commitments}
    out = []
    for promise in gold.commitments or ():
        at = promise.at or line_of(promise.quote, report.text)
        out.append(_promise(promise, at, at in ours))
    return out


def _promise(promise: ToldCommitment, at: int | None, read: bool) -> Markup:
    return Markup(
        "<section class='card small'><h3>gold, line {}: {} by {} <em class='{}'>{}</em></h3>{}</section>"
    ).format(
        at or "?",
        promise.kind,
        ", ".join(promise.by),
        "right" if read else "wrong",
        "line read" if read else "missed",
        ", ".join(promise.topics),
    )


def _card(
    number: int, label: str, finding: Contact | Commitment | Statement, gold: Document | None, pairs: dict[int, int]
) -> Markup:
    if not isinstance(finding, Contact):
        return _sentence_card(number, label, finding)
    place = int(label) - 1
    beside = gold.contacts[pairs[place]] if gold and place in pairs else None
    table = joined(_row(number, row, gold is not None) for row in rows(finding, beside))
    verdict = Markup("<em class='wrong'>not in the gold</em>") if gold and beside is None else ""
    head = Markup("<thead><tr><th></th><th>read</th><th>gold</th></tr></thead>") if gold else ""
    return Markup(
        "<section class='card' id='r{n}-f{label}'><h3><b>{label}</b> {form} · {status} · {mode} {verdict}</h3>"
        "<table>{head}<tbody>{rows}</tbody></table></section>"
    ).format(
        n=number,
        label=label,
        form=finding.form,
        status=finding.status,
        mode=finding.mode,
        verdict=verdict,
        head=head,
        rows=table,
    )


def _row(number: int, row: Row, with_gold: bool) -> Markup:
    sources = joined(_cite(number, cite) for cite in row.cites) + joined(_why(number, why) for why in row.inferred)
    gold = Markup("")
    if with_gold:
        verdict = "" if row.agrees is None else "right" if row.agrees else "wrong"
        shown = "" if row.gold is None else row.gold or "—"
        gold = Markup("<td class='gold {}'>{}</td>").format(verdict, shown)
    kind = "side" if row.label == "side" else ""
    return Markup("<tr class='{}'><th>{}</th><td><span>{}</span>{}</td>{}</tr>").format(
        kind, row.label, row.value or "—", sources, gold
    )


def _cite(number: int, cite: Evidence) -> Markup:
    return Markup("<small>“<a href='#r{}-p{}'>{}</a>” line {} · <code>{}</code></small>").format(
        number, cite.start, cite.quote, cite.line, cite.rule
    )


def _why(number: int, why: Inference) -> Markup:
    words = Markup(": “{}”").format(why.quote) if why.quote else ""
    return Markup("<small class='why'>inferred: {}{}</small>").format(why.reason, words)


def _sentence_card(number: int, label: str, finding: Commitment | Statement) -> Markup:
    kind = "commitment" if isinstance(finding, Commitment) else "statement"
    speaker = f" · {finding.speaker}" if isinstance(finding, Statement) and finding.speaker else ""
    cites = joined(_cite(number, cite) for cite in finding.evidence)
    return Markup(
        "<section class='card {kind}' id='r{n}-f{label}'><h3><b>{label}</b> {what} by {by}{speaker}</h3>"
        "<p>{topics}</p>{cites}{why}</section>"
    ).format(
        kind=kind,
        n=number,
        label=label,
        what=finding.kind,
        by=", ".join(finding.by) or "—",
        speaker=speaker,
        topics=", ".join(finding.topics) or "no topic",
        cites=cites,
        why=joined(_why(number, why) for why in finding.inferred),
    )


def _missed(contact: ToldContact) -> Markup:
    sides = " × ".join(
        f"{side.country or side.org} [{'; '.join(f'{person.name} ({person.office})' for person in side.people)}]"
        for side in contact.sides
    )
    where = ", ".join(filter(None, (contact.venue, contact.city, contact.country))) or "no place"
    return Markup(
        "<section class='card missed'><h3><b>!</b> {} · {} · {} <em class='wrong'>missed</em></h3>"
        "<p>“{}” · {} · {}</p><p>{}</p><p>{}</p></section>"
    ).format(
        contact.form,
        contact.status,
        contact.mode,
        contact.trigger,
        contact.date or "no date",
        where,
        sides,
        ", ".join(contact.channels),
    )


def _doubts(doubts: Sequence[Doubt]) -> Markup:
    if not doubts:
        return Markup("")
    items = (
        Markup("<li><code>{}</code> {}{}</li>").format(
            doubt.kind,
            doubt.message,
            Markup(" <small>“{}” line {}</small>").format(doubt.quote, doubt.line) if doubt.quote else "",
        )
        for doubt in doubts
    )
    return Markup("<section class='card doubts'><h3>Doubts</h3><ul>{}</ul></section>").format(joined(items))
