"""The differences of two codings, to be settled one by one: what is open, what stands, how far the two agree."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.evaluation.coding import Difference, FieldAgreement, agreement
from bangiao.evaluation.settling import Ruling, checked, settling
from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import CHANNELS, FORMS, MODES, STATUSES
from bangiao.views.marked import Zone, zones
from bangiao.views.marks import Mark

if TYPE_CHECKING:
    from bangiao.register.codings import DoubleCoding
    from bangiao.register.store import Register

_WORDS = {"form": FORMS, "mode": MODES, "status": STATUSES, "channels": CHANNELS}
_KEYS = {"1": "one", "2": "other"}


class Settled(Struct, frozen=True):
    """A difference with the word that stands on it."""

    difference: Difference
    ruling: Ruling


class CodingView(Struct, frozen=True):
    """A double coding as it stands: `seen` is to be handed back with a word, so that nobody settles unseen."""

    id: str
    coders: tuple[str, str]
    codebook: str
    documents: int
    complete: int
    fields: tuple[FieldAgreement, ...]
    open: tuple[Difference, ...]
    settled: tuple[Settled, ...]
    seen: int

    def difference(self, ident: str) -> Difference:
        """A difference by its id, open or settled; raises QuestionError."""
        found = next((one for one in (*self.open, *(one.difference for one in self.settled)) if one.id == ident), None)
        if found is None:
            raise QuestionError(f"these codings have no difference {ident}", "choose one that is listed")
        return found


class DifferenceView(Struct, frozen=True):
    """A difference on one screen: the report's words where the register has them, and what the field can hold."""

    difference: Difference
    zones: tuple[Zone, ...]
    language: str | None
    words: tuple[str, ...]
    ruling: Ruling | None


def coding_view(double: "DoubleCoding") -> CodingView:
    """How two codings stand to each other now."""
    found = agreement(double.one, double.other)
    now = settling(double.one, double.other, double.rulings)
    return CodingView(
        double.id,
        double.coders,
        double.codebook,
        found.documents,
        len(now.documents),
        found.fields,
        now.open,
        tuple(Settled(*one) for one in now.settled),
        len(double.rulings),
    )


def difference_view(register: "Register", view: CodingView, ident: str) -> DifferenceView:
    """One difference with what is needed to settle it."""
    difference = view.difference(ident)
    ruling = next((one.ruling for one in view.settled if one.difference.id == ident), None)
    words: tuple[str, ...] = _WORDS.get(difference.field, ())
    try:
        read = register.report(difference.document)
    except QuestionError:  # coded elsewhere: the texts need not lie in this register
        return DifferenceView(difference, (), None, words, ruling)
    start = read.report.text.find(difference.trigger or "\0")
    marks = [Mark(start, start + len(difference.trigger or ""), "trigger", "1", "")] if start >= 0 else []
    return DifferenceView(difference, tuple(zones(read.report, marks)), read.report.language, words, ruling)


def word_for(difference: Difference, choice: str, value: str = "") -> str:
    """What a choice settles: 1 or 2 for what the one or the other wrote, c for an own value; raises QuestionError."""
    if choice in _KEYS:
        return str(getattr(difference, _KEYS[choice]))
    if choice == "c":
        return checked(difference, value)
    raise QuestionError(f"{choice!r} settles nothing", "1 takes what the first wrote, 2 the second, c an own value")
