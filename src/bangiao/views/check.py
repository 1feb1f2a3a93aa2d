"""A draft held against the register: who is named in it, what went before, and what the register says otherwise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.findings import Contact, Findings
from bangiao.model.report import Report
from bangiao.register.records import ContactQuestion, ContactRecord, Person
from bangiao.resolution.dates import bounds
from bangiao.resolution.names import plain, side_label
from bangiao.views.citations import Citation
from bangiao.views.draft_claims import CONTRADICTIONS, Claim, Draft, claims
from bangiao.views.draft_people import DRAFT, PersonInDraft, named, people_in
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.as_known import Known


class CheckView(Struct, frozen=True):
    """What the register knows about a draft on the morning `on`.

    `people` are known people in the order of the draft, with their offices on that day; `unknown` are names in the
    draft's contacts whom neither register nor tables know. `contradictions` speak against the draft, `doubtful` only
    may. `earlier` are the latest contacts between those whom the draft names, the latest first; `earlier_total` counts
    all; `contacts` is how many contacts the draft itself tells.
    """

    on: str
    contacts: int
    people: tuple[PersonInDraft, ...]
    unknown: tuple[Citation, ...]
    contradictions: tuple[Claim, ...]
    doubtful: tuple[Claim, ...]
    earlier: tuple[ContactLine, ...]
    earlier_total: int


def check(
    register: "Known",
    report: Report,
    findings: Findings,
    by_sentence: Sequence[Contact] = (),
    language: str = "vi",
    limit: int = 5,
) -> CheckView:
    """Hold a draft against the register as known on a morning; `by_sentence` are its sentences' contacts."""
    day = register.morning.on
    found = named(register, report.text)
    people: dict[str, tuple[Person, ...]] = {}
    for one in found:
        people[plain(one.words)] = tuple(dict.fromkeys((*people.get(plain(one.words), ()), *one.meant)))
    draft = Draft(report, findings.contacts, tuple(by_sentence) or findings.contacts, people, day)
    made = claims(register, draft, language)
    earlier = _earlier(register, draft)
    return CheckView(
        day,
        len(findings.contacts),
        people_in(register, report, found, day, language),
        _unknown(draft),
        tuple(one for one in made if one.kind in CONTRADICTIONS),
        tuple(one for one in made if one.kind not in CONTRADICTIONS),
        tuple(contact_line(one, language) for one in earlier[:limit]),
        len(earlier),
    )


def _unknown(draft: Draft) -> tuple[Citation, ...]:
    """Names in the draft's contacts whom nobody knows."""
    found: dict[str, Citation] = {}
    for contact in draft.contacts:
        for number, side in enumerate(contact.sides):
            for position, one in enumerate(side.people):
                path = f"sides.{number}.people.{position}.name"
                at = next((each for each in contact.evidence if each.field == path), None)
                if one.name and at and not draft.people.get(plain(one.name)):
                    found.setdefault(one.name, Citation(DRAFT, one.name, at.line, at.start, at.end))
    return tuple(found.values())


def _earlier(register: "Known", draft: Draft) -> list[ContactRecord]:
    """Contacts between people of two sides whom the draft names; else those of one of them with the draft's sides."""
    known = {one.id: one.side for each in draft.people.values() for one in each if one.id}
    sides = {side_label(side) for contact in draft.contacts for side in contact.sides}
    records = register.contacts(ContactQuestion(people=tuple(sorted(known)))).contacts if known else ()
    held = [one for one in records if one.status in ("held", "recalled")]
    met = [one for one in held if len({known[who] for who in _people(one) if who in known}) > 1]
    chosen = met or [one for one in held if len(sides & {side.label for side in one.sides}) > 1] or held
    return sorted(chosen, key=lambda one: (bounds(one.date) is not None, one.date or "", one.id), reverse=True)


def _people(one: ContactRecord) -> set[str]:
    return {who.person for side in one.sides for who in side.people if who.person}
