"""What one document adds to the figures: plain counts, so that documents can be summed and resampled."""

from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from msgspec import UNSET, Struct

from bangiao.evaluation.agree import people, plain, same_date, same_phrase
from bangiao.evaluation.align import Pair, align, is_exact, is_full, pair_people
from bangiao.evaluation.documents import Document, ToldCommitment, ToldContact

# contacts that a report only looks back on, or that were called off, are counted by themselves
APART = ("recalled", "cancelled")
PAGE_FIELDS = ("headline", "outlet", "byline", "credit")
COMMITMENT_FIELDS = ("kind", "by", "topics")

Counts = Counter[str]


class Tally(Struct, frozen=True):
    """The counts of one document: `counts` by name, and what is missing from exactness as pairs and leftovers."""

    id: str
    counts: Counts
    exact: bool
    gold: tuple[ToldContact, ...]
    seen: tuple[ToldContact, ...]


def tally(gold: Document, seen: Document) -> Tally:
    """Hold one predicted document against its gold."""
    wanted, wanted_apart = _parted(gold.contacts)
    had, had_apart = _parted(seen.contacts)
    pairs = align(wanted, had)
    counts: Counts = Counter()
    counts.update(_contact_counts(wanted, had, pairs))
    taken = {id(contact) for _, contact in pairs}
    # a recalled contact told as held (or the reverse) is no invention: it does not count against precision
    counts["predicted"] -= len(align(wanted_apart, [contact for contact in had if id(contact) not in taken]))
    counts.update({"recalled.gold": len(wanted_apart), "recalled.predicted": len(had_apart)})
    counts["recalled.hit"] += len(align(wanted_apart, had_apart))
    for pair in pairs:
        counts.update(_slot_counts(pair))
    if gold.commitments is not UNSET:
        counts.update(_commitment_counts(gold, seen))
    if gold.text_starts is not None:
        counts.update({f"page.{name}": int(right) for name, right in page_agreement(gold, seen).items()})
    exact = len(pairs) == len(wanted) == len(had) and all(is_exact(*pair) for pair in pairs)
    return Tally(gold.id, counts, exact, tuple(wanted), tuple(had))


def _parted(contacts: Sequence[ToldContact]) -> tuple[list[ToldContact], list[ToldContact]]:
    """The contacts that count, and those that stand apart."""
    counted = [contact for contact in contacts if contact.status not in APART]
    return counted, [contact for contact in contacts if contact.status in APART]


def _contact_counts(gold: list[ToldContact], seen: list[ToldContact], pairs: list[Pair]) -> dict[str, int]:
    return {
        "diplomatic.gold": int(bool(gold)),
        "diplomatic.predicted": int(bool(seen)),
        "diplomatic.hit": int(bool(gold) and bool(seen)),
        "gold": len(gold),
        "predicted": len(seen),
        "found.hit": len(pairs),
        "exact.hit": sum(is_exact(*pair) for pair in pairs),
        "full.hit": sum(is_full(*pair) for pair in pairs),
        "people.gold": sum(len(people(contact)) for contact in gold),
        "people.predicted": sum(len(people(contact)) for contact in seen),
    }


def _slot_counts(pair: Pair) -> dict[str, int]:
    """Which fields of a found pair agree."""
    gold, seen = pair
    matched = pair_people(gold, seen)
    with_office = [(a, b) for (_, a), (_, b) in matched if a.office]
    same = {name: getattr(gold, name) == getattr(seen, name) for name in ("form", "status", "mode", "country")}
    same["date"] = same_date(gold.date, seen.date)
    same |= {name: same_phrase(getattr(gold, name), getattr(seen, name)) for name in ("venue", "city")}
    return {f"slot.{name}": int(agrees) for name, agrees in same.items()} | {
        "channels.hit": len(set(gold.channels) & set(seen.channels)),
        "channels.gold": len(set(gold.channels)),
        "channels.predicted": len(set(seen.channels)),
        "people.hit": len(matched),
        "side": sum(wanted[0] == had[0] for wanted, had in matched),
        "office.of": len(with_office),
        "office": sum(same_phrase(a.office, b.office) for a, b in with_office),
    }


def _commitment_counts(gold: Document, seen: Document) -> dict[str, int]:
    """Promises by the line that carries them; `kind`, `by` and `topics` are summed as millionths of a line."""
    wanted, had = _by_line(gold, seen.text), _by_line(seen, seen.text)
    both = wanted.keys() & had.keys()
    counts = {
        "commitments.gold": len(wanted),
        "commitments.predicted": len(had),
        "commitments.hit": len(both),
        "commitments.documents": 1,
    }
    for name in COMMITMENT_FIELDS:
        shared = sum(_shared(_values(wanted[line], name), _values(had[line], name)) for line in both)
        counts[f"commitments.{name}"] = round(shared * MILLION)
    return counts


MILLION = 1_000_000


def _by_line(document: Document, text: str | None) -> dict[int | str | None, list[ToldCommitment]]:
    """Promises by their line; gold for a page knows only the words, which find the line in the text read."""
    lines: dict[int | str | None, list[ToldCommitment]] = {}
    for commitment in document.commitments or ():
        at = commitment.at or line_of(commitment.quote, text) or commitment.quote
        lines.setdefault(at, []).append(commitment)
    return lines


def line_of(quote: str | None, text: str | None) -> int | None:
    """The first 1-based line of a text that holds the words, whatever its spaces and composition."""
    if not quote or not text:
        return None
    wanted = _even(quote)
    return next((number for number, line in enumerate(text.split("\n"), 1) if wanted in _even(line)), None)


def _even(text: str) -> str:
    """Composed letters and single spaces."""
    return " ".join(normalize("NFC", text).split())


def _values(commitments: list[ToldCommitment], name: str) -> set[str | None]:
    if name == "kind":
        return {commitment.kind for commitment in commitments if commitment.kind}
    return {value for commitment in commitments for value in getattr(commitment, name)}


def _shared(one: set[str | None], other: set[str | None]) -> float:
    """Shared values over all values: naming every kind to be safe does not pay."""
    return len(one & other) / len(one | other) if one | other else 1.0


def page_agreement(gold: Document, seen: Document) -> dict[str, bool]:
    """How a page was cut: its fields, where its text starts and ends, and whether furniture leaked into it."""
    body = normalize("NFC", seen.body or "").strip()
    agrees = {name: plain(getattr(gold, name)) == plain(getattr(seen, name)) for name in PAGE_FIELDS}
    agrees["published"] = (gold.published or None) == ((seen.published or "")[:10] or None)
    agrees["start"] = body.startswith(normalize("NFC", gold.text_starts or ""))
    agrees["end"] = body.endswith(normalize("NFC", gold.text_ends or ""))
    agrees["no_leak"] = bool(body) and not any(normalize("NFC", text) in body for text in gold.not_text)
    agrees["captions"] = {*map(plain, gold.captions or ())} <= {*map(plain, seen.captions or ())}
    agrees["related"] = _headlines(gold) <= _headlines(seen)
    return agrees


def _headlines(document: Document) -> set[str]:
    return {plain(item if isinstance(item, str) else item.headline) for item in document.related or ()}
