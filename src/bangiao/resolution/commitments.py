"""Which contact a commitment was made in, and when: what a report tells around the sentence."""

from collections.abc import Sequence

from msgspec import Struct

from bangiao.model.vocabulary import Form, Status

# a visit or ceremony is only the frame of what is said in its meetings
_FRAMES: frozenset[Form] = frozenset({"visit", "ceremony", "message"})


class ToldContact(Struct, frozen=True):
    """A contact that a report tells: its id, where its trigger stands, its labels of sides."""

    contact: str
    start: int
    form: Form
    status: Status
    sides: frozenset[str]


class Setting(Struct, frozen=True):
    """The contact in which a sentence was said, and why it is taken for that one."""

    contact: str
    why: str


def setting(
    start: int, end: int, by: Sequence[str], told: Sequence[ToldContact], *, invites: bool = False
) -> Setting | None:
    """The contact in which a sentence at start:end was said by these sides; null where the report tells none.

    The last one told before the sentence's end that has one of its sides; meetings go before visits, what took
    place before what is planned, and what is only recalled is none of this report's. A sentence that `invites`
    and tells the visit itself belongs to that visit.
    """
    asked = [
        one for one in told if invites and one.form == "visit" and start <= one.start < end and one.sides & set(by)
    ]
    if asked:
        return Setting(asked[0].contact, "the visit that the sentence itself tells")
    fitting = [one for one in told if one.status != "recalled" and one.sides & set(by)]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: _closeness(one, end, by))
    if best.start < start:
        return Setting(best.contact, f"the last {best.form} of these sides told before the sentence")
    if best.start < end:
        return Setting(best.contact, f"the {best.form} that the sentence itself tells")
    return Setting(best.contact, f"the {best.form} of these sides that the report tells")


def _closeness(one: ToldContact, end: int, by: Sequence[str]) -> tuple[bool, bool, bool, bool, int]:
    before = one.start < end
    return (
        one.status == "held",
        set(by) <= one.sides,
        one.form not in _FRAMES,
        before,
        one.start if before else -one.start,
    )
