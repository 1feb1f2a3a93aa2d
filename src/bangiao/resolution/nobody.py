"""Words that a report was read to name a person by, and that a reviewer said name nobody ("theo Reuters")."""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from bangiao.model.findings import Contact, Findings, Participant, Side, Statement
from bangiao.resolution.names import name_key, side_label
from bangiao.resolution.namesakes import id_after_parting
from bangiao.resolution.withdrawal import moved


def without_nobody(findings: Findings, nobody: Collection[str], signs: Mapping[str, str]) -> Findings:
    """What a report tells without the names that are none; `nobody` holds ids of names, the text stays as it is.

    An office told with the words stays, held by somebody without a name, unless another of the side holds it too.
    `signs` tells the namesakes of this report from others of their name (`Rulings.parted`).
    """
    words = set(_words(findings.contacts, nobody, signs)) if nobody else set()
    if not words:
        return findings
    return replace(
        findings,
        contacts=tuple(_contact(one, nobody, signs) for one in findings.contacts),
        statements=tuple(_statement(one, words) for one in findings.statements),
    )


def names_read(findings: Findings, signs: Mapping[str, str]) -> set[str]:
    """The ids of all names that a report was read to give."""
    return {
        id_after_parting(one.name, side_label(side), signs)
        for contact in findings.contacts
        for side in contact.sides
        for one in side.people
        if one.name
    }


def _words(contacts: Iterable[Contact], nobody: Collection[str], signs: Mapping[str, str]) -> Iterable[str]:
    for contact in contacts:
        for side in contact.sides:
            for one in side.people:
                if one.name and _is_nobody(side, one, nobody, signs):
                    yield name_key(one.name)


def _is_nobody(side: Side, one: Participant, nobody: Collection[str], signs: Mapping[str, str]) -> bool:
    return bool(one.name) and id_after_parting(one.name or "", side_label(side), signs) in nobody


def _contact(contact: Contact, nobody: Collection[str], signs: Mapping[str, str]) -> Contact:
    sides = []
    places: dict[tuple[int, int], int] = {}
    unnamed = set()
    for number, side in enumerate(contact.sides):
        wrong = {at for at, one in enumerate(side.people) if _is_nobody(side, one, nobody, signs)}
        held = {name_key(one.office) for at, one in enumerate(side.people) if one.office and at not in wrong}
        kept: list[Participant] = []
        for at, one in enumerate(side.people):
            if at in wrong and (not one.office or name_key(one.office) in held):
                continue
            places[number, at] = len(kept)
            kept.append(replace(one, name=None) if at in wrong else one)
            unnamed |= {f"sides.{number}.people.{len(kept) - 1}.name"} if at in wrong else set()
        sides.append(replace(side, people=tuple(kept)))
    return replace(
        contact,
        sides=tuple(sides),
        evidence=tuple(one for one in moved(contact.evidence, places) if one.field not in unnamed),
        inferred=tuple(one for one in moved(contact.inferred, places) if one.field not in unnamed),
    )


def _statement(one: Statement, words: Collection[str]) -> Statement:
    if not one.speaker or name_key(one.speaker) not in words:
        return one
    return replace(one, speaker=None, evidence=tuple(said for said in one.evidence if said.field != "speaker"))
