"""What a person should look at next: everything doubtful, what matters most first, and what is still open of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.findings.confidence import expected_wrong, trust_in
from bangiao.model.errors import QuestionError
from bangiao.register.records import ContactQuestion, ContactRecord, DoubtRecord, ReportHead, ReportRecord
from bangiao.resolution.anchors import around
from bangiao.resolution.decisions import Anchor, Decision
from bangiao.views.doubts import DoubtKind

if TYPE_CHECKING:
    from bangiao.register.store import Register

CONFLICT = "reports-disagree"
TRUST = "low-trust"
TWO = "likely-two-people"
# in the order in which they are looked at; what only other reports could mend (no date, no text) is not asked about
KINDS = (
    CONFLICT,
    "likely-same-person",
    "likely-same-contact",
    "likely-misspelling",
    TWO,
    TRUST,
    "verb-without-contact",
    "person-without-country",
    "date-not-placed",
)
_OF_PERSON = "/namesakes"
_NEWEST = "9999-12-31"
_WORTH_A_LOOK = 1.0  # fields expected wrong: below it six contacts in seven are right (docs/quality.md)
_AT_A_TIME = 120  # contacts that are weighed anew each time; the next ones follow when these are done


class Item(Struct, frozen=True):
    """One thing to look at: `id` names it in an address, `subjects` are the contacts or people it is about.

    `field` is what is doubted of a contact; `start` and `end` are the doubted words in the report (code points).
    """

    id: str
    kind: str
    message: str
    subjects: tuple[str, ...]
    field: str | None = None
    report: ReportHead | None = None
    line: int | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None


class Queue(Struct, frozen=True):
    """The open items in order, of one kind where asked; `kinds` counts the open ones, `done` what was decided."""

    kinds: tuple[DoubtKind, ...]
    items: tuple[Item, ...]
    done: int


class Settled:
    """What the standing decisions of a ledger have settled; `text_of` gives the text of a report by its id.

    Words of a report that were looked at stay settled where an edited text has moved them: the same words beside the
    same neighbours are the same doubt.
    """

    def __init__(self, ledger: Sequence[Decision], text_of: Callable[[str], str] = lambda _: "") -> None:
        standing = [one for one in ledger if one.undone_by is None]
        self.number = len(standing)
        self._text_of = text_of
        self._words: dict[tuple[str, str, str], list[Anchor]] = {}
        for anchor in (anchor for one in standing if one.kind == "settle" for anchor in one.anchors):
            self._words.setdefault((anchor.report, anchor.name, anchor.quote), []).append(anchor)
        # the id of a doubt on words counts the doubts of its report, so another may have it by now
        self._ids = {
            one.subjects[0]
            for one in standing
            if one.kind in ("confirm", "reject") or (one.kind == "settle" and not one.anchors)
        }
        self._set = {(one.subjects[0], (one.field or "").split(" ")[0]) for one in standing if one.kind == "correct"}
        self._named = {subject for subject, field in self._set if field == "name"}

    def covers(self, item: Item) -> bool:
        """Whether nobody needs to look at this again."""
        if item.id in self._ids or (item.report and self._looked_at(item, item.report.id)):
            return True
        if item.kind == "likely-misspelling":
            return bool(self._named & set(item.subjects))
        about_one = item.kind in (CONFLICT, TRUST)
        return about_one and (item.subjects[0] in self._ids or (item.subjects[0], item.field) in self._set)

    def _looked_at(self, item: Item, report: str) -> bool:
        """Whether these words were settled, where they stand or where they stood before the text was edited."""
        start = item.start or 0
        kept = self._words.get((report, item.kind, item.quote), ())
        if any(one.start == start for one in kept):
            return True
        near = around(self._text_of(report), start, start + len(item.quote)) if any(one.near for one in kept) else ()
        return any(beside and beside == one for kept_ in kept for beside, one in zip(near, kept_.near, strict=False))


def queue(register: "Register", kind: str | None = None) -> Queue:
    """All open items in the order in which they matter; raises QuestionError for a kind that is none.

    Fields of low trust are weighed for the latest contacts when asked for, or when what comes before them is done.
    """
    if kind is not None and kind not in KINDS:
        raise QuestionError(f"nothing to review is of the kind {kind!r}", f"one of: {', '.join(KINDS)}")
    settled = Settled(register.decisions(), lambda report: register.report(report).report.text)
    found = [item for one in register.doubts() if (item := _item(one)) and not settled.covers(item)]
    counted = Counter(one.kind for one in found)
    if kind == TRUST or (kind is None and not any(counted[one] for one in KINDS[: KINDS.index(TRUST)])):
        weak = [one for one in _low_trust(register) if not settled.covers(one)]
        found += weak
        counted[TRUST] = len(weak)
    found.sort(key=lambda one: KINDS.index(one.kind))  # stable: within a kind as the register orders them
    kinds = tuple(DoubtKind(one, counted[one]) for one in KINDS if counted[one] or one == TRUST)
    return Queue(kinds, tuple(one for one in found if kind in (None, one.kind)), settled.number)


def item(register: "Register", ident: str) -> Item:
    """One item by its id, also when it was settled; raises QuestionError where it is gone.

    Any contact and any person can be looked at, doubted or not: `low-trust/CONTACT`, `PERSON/namesakes`.
    """
    if ident.startswith(f"{TRUST}/"):
        record = register.contact(ident.removeprefix(f"{TRUST}/"))
        return Item(ident, TRUST, "", (record.id,))
    found = next((one for one in register.doubts() if one.id == ident), None)
    made = _item(found) if found else None
    if made is None and ident.endswith(_OF_PERSON):
        return Item(ident, TWO, "", (register.person(ident.removesuffix(_OF_PERSON)).id,))
    if made is None:
        raise QuestionError(
            "this doubt is gone: somebody decided, or the report was read anew", "go on: bangiao review"
        )
    return made


def _item(doubt: DoubtRecord) -> Item | None:
    """A doubt as something to look at; null for one that nothing in the register can settle."""
    kind = CONFLICT if doubt.kind.startswith(CONFLICT) else doubt.kind
    if kind not in KINDS:
        return None
    subjects, field = _about(doubt, kind)
    rest = (doubt.report, doubt.line, doubt.quote, doubt.start, doubt.end)
    return Item(doubt.id, kind, doubt.message, subjects, field, *rest)


def _about(doubt: DoubtRecord, kind: str) -> tuple[tuple[str, ...], str | None]:
    first, _, second = doubt.id.partition("/")
    if kind == CONFLICT:
        return (first,), second
    if kind == TWO:
        return (first,), None
    return ((first, second), None) if kind.startswith("likely") else ((), None)


def _low_trust(register: "Register") -> Iterator[Item]:
    """Of the latest contacts those in which a field or more is to be expected wrong, the worst first."""
    latest = register.contacts(ContactQuestion(newest=_NEWEST, limit=_AT_A_TIME * 4)).contacts
    undecided = [one for one in latest if one.decision is None][:_AT_A_TIME]
    weighed = [(one, _expected_wrong(register, one)) for one in undecided]
    weighed.sort(key=lambda one: -one[1])
    for record, wrong in weighed:
        low = doubted_fields(register, record) if wrong >= _WORTH_A_LOOK else {}
        if low:
            yield Item(f"{TRUST}/{record.id}", TRUST, ", ".join(low), (record.id,))


def _expected_wrong(register: "Register", record: ContactRecord) -> float:
    """How many fields of the telling that a contact shows are to be expected wrong."""
    read, place = _main(register, record)
    return expected_wrong(read.report, read.findings.contacts, place) if place is not None else 0.0


def doubted_fields(register: "Register", record: ContactRecord) -> dict[str, tuple[str, ...]]:
    """The fields of low trust of the telling that a contact shows, each with what speaks against it."""
    read, place = _main(register, record)
    trust = trust_in(read.report, read.findings.contacts, place) if place is not None else {}
    return {field: one.against for field, one in trust.items() if one.level == "low"}


def _main(register: "Register", record: ContactRecord) -> tuple[ReportRecord, int | None]:
    """The report of that telling, and its place among the findings; null where it was read anew since."""
    report, _, number = record.main.partition("/contact/")
    read = register.report(report)
    place = int(number)
    return read, place if place < len(read.findings.contacts) else None
