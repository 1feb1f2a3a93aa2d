"""What goes wrong: contacts by form, and the errors of the half that is read by kind."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bangiao.evaluation.agree import people, same_date, same_phrase, sides
from bangiao.evaluation.align import align, is_exact, is_full, pair_people
from bangiao.evaluation.documents import Document, ToldContact
from bangiao.evaluation.tally import tally

Documents = Mapping[str, Document]


def by_form(gold: Documents, seen: Documents) -> dict[str, Counter[str]]:
    """For each form of the gold: how many there are, found, exact, full, and how many are told too many."""
    forms: dict[str, Counter[str]] = {}
    for key, document in gold.items():
        one = tally(document, seen.get(key) or Document(key))
        pairs = align(one.gold, one.seen)
        for contact in one.gold:
            forms.setdefault(contact.form or "?", Counter())["of"] += 1
        for wanted, had in pairs:
            hits = {"found": 1, "exact": int(is_exact(wanted, had)), "full": int(is_full(wanted, had))}
            forms[wanted.form or "?"].update(hits)
        for contact in _left(one.seen, [had for _, had in pairs]):
            forms.setdefault(contact.form or "?", Counter())["extra"] += 1
    return dict(sorted(forms.items(), key=lambda entry: -entry[1]["of"]))


def _left(contacts: tuple[ToldContact, ...], taken: list[ToldContact]) -> list[ToldContact]:
    return [contact for contact in contacts if not any(contact is other for other in taken)]


def kinds(gold: Documents, seen: Documents) -> Counter[str]:
    """How often each kind of error occurs."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        one = tally(document, seen.get(key) or Document(key))
        pairs = align(one.gold, one.seen)
        alone = not one.seen
        counts["missed, nothing told" if alone else "missed beside others"] += len(one.gold) - len(pairs)
        counts["too many, none there" if not one.gold else "too many beside others"] += len(one.seen) - len(pairs)
        for pair in pairs:
            counts.update(_slips(*pair))
    return +counts


def _slips(wanted: ToldContact, had: ToldContact) -> Iterator[str]:
    """The fields in which a contact that was found differs."""
    for name in ("form", "status", "mode"):
        if getattr(wanted, name) != getattr(had, name):
            yield name
    if not same_date(wanted.date, had.date):
        yield "date missed" if not had.date else "date invented" if not wanted.date else "date other"
    if wanted.country != had.country:
        yield "country missed" if not had.country else "country invented" if not wanted.country else "country other"
    if sides(wanted) != sides(had):
        yield "sides"
    matched = pair_people(wanted, had)
    if len(matched) < len(people(wanted)):
        yield "person missed"
    if len(matched) < len(people(had)):
        yield "person too many"
    if set(wanted.channels) != set(had.channels):
        yield "channels"
    if any(not same_phrase(one.office, other.office) for (_, one), (_, other) in matched if one.office):
        yield "office"
    for name in ("venue", "city"):
        if not same_phrase(getattr(wanted, name), getattr(had, name)):
            yield name
