""" "của", "tại", "về", "các" … inside an office: whether what follows still belongs to it."""

from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.office_walk import OfficeWalk


def take_preposition(walk: OfficeWalk, text: str) -> bool:
    """Take a preposition, and what it brings with it; false where the office ends before it."""
    following = walk.at(1)
    if following is None:
        return False
    place = following.kind in ("country", "short", "region", "city", "org")
    if text in walk.pack.grammar.country_noun and following.kind in ("country", "short"):
        walk.take(1, walk.last)
        return True
    if text in walk.pack.grammar.posted_at:
        if walk.venue:
            return False
        if place and (walk.posted or walk.org or "open" in walk.last or walk.last == "acronym" or walk.open):
            walk.abroad = True
            walk.take(2, "country")
            return True
        if (
            text in walk.pack.grammar.at_place
            and walk.named
            and following.entry("body", "place_head")
            and following.text[0].isupper()
        ):
            walk.take(1, "of")
            return True
        if text in walk.pack.grammar.at_place and walk.posted and following.text in walk.pack.grammar.nations:
            walk.abroad = True
            walk.take(1, "of")
            return True
        return False
    if text in walk.pack.grammar.every:
        third = walk.at(2)
        nations = following.text in walk.pack.grammar.country_noun and third is not None and third.kind == "org"
        if nations or following.entry("body") or (walk.open and following.kind == "word"):
            walk.take(2 if nations else 1, "of" if nations else walk.last)
            return True
        return False
    if text in walk.pack.grammar.part_of and not walk.named and (length := _clause_before_name(walk)):
        walk.cut = walk.position
        walk.take(length, "body")
        return True
    if text in walk.pack.grammar.office_of:
        if place or following.entry("body", "head", "field") or following.text in walk.pack.grammar.nations:
            walk.take(1, "of")
            return True
        if following.kind in ("cap", "place_head") and (walk.named or walk.open or walk.last == "head"):
            walk.take(1, "open")
            walk.open = True
            return True
        return False
    if text in walk.pack.grammar.in_charge_of:
        if walk.venue or (
            walk.last == "head"
            and walk.head is not None
            and (
                walk.head.words in walk.pack.grammar.leaders
                or (walk.head.channel != "by_body" and following.text in walk.pack.grammar.plurals)
            )
        ):
            return False
        walk.take(1, "about")
        walk.open = True
        return True
    return False


def _clause_before_name(walk: OfficeWalk) -> int:
    """thuộc liên minh cầm quyền <name>: how many words stand before the name, 0 where none follows."""
    for offset in range(1, 7):
        atom = walk.at(offset)
        if atom is None or atom.text in (",", ".", ";"):
            return 0
        if atom.kind == "cap" and name_end(walk.atoms, walk.position + offset, walk.pack) > walk.position + offset:
            return offset if offset > 1 else 0
        if not atom.text.islower():
            return 0
    return 0
