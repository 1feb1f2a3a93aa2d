"""Find the telling that a decision rests on, also after the report was read better or its text moved."""

from collections.abc import Sequence

from msgspec.structs import replace

from bangiao.model.findings import Contact
from bangiao.resolution.decisions import Anchor, Mark, Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.names import name_key, person_id, side_label
from bangiao.resolution.tellings import Telling

_NEAR = 24  # letters on each side


def named(tellings: Sequence[Telling]) -> list[Telling]:
    """Give the tellings of one report their names from their content; equal ones are numbered."""
    turns: dict[str, int] = {}
    found = []
    for one in tellings:
        contact = one.contact
        sides = sorted(
            [side_label(side), *sorted(name_key(who.name or who.office or "") for who in side.people)]
            for side in contact.sides
        )
        plain = short_id("t", contact.form, name_key(contact.trigger), sides)
        turn = turns.get(plain, 0)
        turns[plain] = turn + 1
        found.append(replace(one, name=f"{plain}-{turn}" if turn else plain))
    return found


def people_of(contact: Contact) -> tuple[str, ...]:
    """The ids of the names of those who take part."""
    return tuple(
        sorted({person_id(who.name, side_label(side)) for side in contact.sides for who in side.people if who.name})
    )


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a stretch of a text, without its white space: by them it is known after an edit."""
    before, after = text[max(0, start - 3 * _NEAR) : start], text[end : end + 3 * _NEAR]
    return "".join(before.split())[-_NEAR:], "".join(after.split())[:_NEAR]


def anchor(telling: Telling, subject: int = 0) -> Anchor:
    """What a decision keeps of a telling."""
    contact = telling.contact
    return Anchor(telling.report, telling.start, contact.trigger, subject, telling.name, people_of(contact))


def judged(tellings: Sequence[Telling], rulings: Rulings) -> list[Telling]:
    """Put the standing decisions on the tellings of one report that they rest on."""
    anchors = rulings.anchors.get(tellings[0].report, ()) if tellings else ()
    marks: dict[int, set[Mark]] = {}
    for one in anchors:
        best = max(tellings, key=lambda telling: (_fit(telling, one), -telling.number))
        if _fit(best, one) > (0, 0, 0):
            marks.setdefault(best.number, set()).update(Mark(said, one.subject) for said in rulings.marks[one])
    return [replace(one, judged=tuple(sorted(marks.get(one.number, ())))) for one in tellings]


def _fit(telling: Telling, kept: Anchor) -> tuple[int, int, int]:
    """How well a telling fits what was kept: the same content, people, words; zeros for not at all."""
    same = int(telling.name == kept.name)
    start, end = telling.start, telling.start + len(telling.contact.trigger)
    overlaps = start < kept.start + len(kept.quote) and kept.start < end
    words = 2 * overlaps + (telling.contact.trigger == kept.quote)
    people = len(set(people_of(telling.contact)) & set(kept.people))
    if not same and not overlaps and not (words and (people or not kept.people)):
        return 0, 0, 0
    return same, people, words
