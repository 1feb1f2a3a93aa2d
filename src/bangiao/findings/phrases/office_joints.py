"""A comma, "và" or a dash inside an office: whether what follows still belongs to it."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.office_walk import OfficeWalk, lower_pair, ordinary_at


def take_joint(walk: OfficeWalk) -> bool:
    """A comma, "và" or a dash that joins parts of one office's name."""
    text, following = walk.at(), walk.at(1)
    if text is None or following is None:
        return False
    if text.text == "-":
        if walk.last == "country" and following.entry("country", "short") and (walk.channels or walk.open):
            walk.take(2, "country")
            return True
        if walk.last in ("field", "plain", "open") and (following.entry("field") or ordinary_at(walk, 1)):
            walk.take(1, walk.last)
            return True
        if walk.last in ("open", "cap") and following.kind == "cap" and walk.named:
            walk.take(1, walk.last)
            return True
        return False
    if text.text in walk.pack.grammar.joining:
        if following.entry("field") or (
            following.entry("body") and walk.last in ("body", "country", "open", "field", "cap") and walk.named
        ):
            walk.take(1, "field")
            return True
        if following.entry("body") and walk.last in ("body",):
            walk.take(1, "body")
            return True
        if walk.last in ("field", "plain", "open", "cap") and ordinary_at(walk, 1):
            walk.take(1, "field")
            return True
        if (walk.last in ("field", "plain") or walk.open) and lower_pair(walk, 1):
            walk.take(3, "plain")
            return True
        if walk.last in ("field", "plain", "body", "open") and (length := _lower_until_country(walk)):
            walk.take(length, "plain")
            return True
        return False
    if walk.named and (body := following.entry("body")) and body.open and body.channel in ("other", "business"):
        walk.take(1, "of")
        return True
    if _country_closes(walk, following):
        walk.take(2, "country")
        return True
    # "Ngoại giao, Hội nhập khu vực và Kiều dân": a list of fields closes with "và"
    if walk.last in ("field", "plain") and (following.entry("field") or ordinary_at(walk, 1)) and _list_closes(walk):
        walk.take(1, "field")
        return True
    return False


def _country_closes(walk: OfficeWalk, following: Atom) -> bool:
    """Chủ tịch Khu tự trị X, Trung Quốc: the country after the place or the body of an office, no list of countries."""
    entry, after = following.entry("country", "short"), walk.at(2)
    if entry is None or not walk.channels or walk.posted or walk.last in ("head", "of", "acronym"):
        return False
    if walk.country not in (None, entry.code) or (walk.country and walk.atoms[walk.position - 1].entry("country")):
        return False
    third = walk.at(3) if after is not None and after.text in walk.pack.grammar.list_joins else None
    if third is not None and third.entry("country", "short"):
        return False
    walk.country = entry.code
    return True


def _lower_until_country(walk: OfficeWalk) -> int:
    """và người có công <country>: the count of words that close a ministry's name before its country, else 0."""
    for offset in range(2, 6):
        atom = walk.at(offset)
        if atom is None:
            return 0
        if atom.entry("country", "short") or atom.text in walk.pack.grammar.country_noun:
            return offset
        if not atom.text.islower() or atom.kind in ("trigger", "marker") or atom.text in walk.pack.grammar.office_stops:
            return 0
    return 0


def _list_closes(walk: OfficeWalk) -> bool:
    for offset in range(1, 9):
        atom = walk.at(offset)
        if atom is None or atom.kind in ("trigger", "head", "honorific", "date"):
            return False
        if atom.text in walk.pack.grammar.office_of:
            return (
                offset > 1 and (following := walk.at(offset + 1)) is not None and bool(following.entry("head", "body"))
            )
        if atom.text in walk.pack.grammar.joining:
            following = walk.at(offset + 1)
            return following is not None and bool(
                following.entry("field")
                or ordinary_at(walk, offset + 1)
                or (following.text.islower() and following.kind == "word")
            )
    return False
