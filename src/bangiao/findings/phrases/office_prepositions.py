""" "của", "tại", "về", "các" … inside an office: whether what follows still belongs to it."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.office_walk import OfficeWalk
from bangiao.text.fold import fold


def take_preposition(walk: OfficeWalk, text: str) -> bool:
    """Take a preposition, and what it brings with it; false where the office ends before it."""
    following, grammar = walk.at(1), walk.pack.grammar
    if following is None:
        return False
    if text in grammar.country_noun and following.kind in ("country", "short"):
        return walk.take(1, walk.last)
    if text in grammar.posted_at:
        return _take_post(walk, text, following)
    if text in grammar.every:
        return _take_every(walk, following)
    if text in grammar.part_of and not walk.named and (length := _clause_before_name(walk)):
        walk.cut = walk.position
        return walk.take(length, "body")
    if text in grammar.within:
        return bool(following.entry("body")) and following.text[0].isupper() and walk.take(1, "of")
    if text in grammar.office_of:
        return _take_owner(walk, following)
    return text in grammar.in_charge_of and _take_charge(walk, following)


def _is_place(atom: Atom) -> bool:
    return atom.kind in ("country", "short", "region", "city", "org")


def _take_post(walk: OfficeWalk, text: str, following: Atom) -> bool:
    """Đại sứ X tại Y, Trưởng Đại diện UNDP tại Y, Giáo sư tại Đại học Z: where somebody serves."""
    if walk.venue or (walk.country and following.kind == "city" and not walk.posted):
        return False
    if not walk.posted and walk.head is None and text not in walk.pack.grammar.at_place:
        return False  # phái đoàn Triều Tiên tới Hàn Quốc: the verb, not where a body has its seat
    if _is_place(following) and (walk.posted or walk.org or walk.last in ("open", "acronym") or walk.open):
        walk.abroad = True
        return walk.take(2, "country")
    if text not in walk.pack.grammar.at_place:
        return False
    if walk.named and following.entry("body", "place_head") and following.text[0].isupper():
        return walk.take(1, "of")
    if walk.posted and following.text in walk.pack.grammar.nations:
        walk.abroad = True
        return walk.take(1, "of")
    return False


def _take_every(walk: OfficeWalk, following: Atom) -> bool:
    """Tổng Thư ký Hiệp hội các nước ASEAN, Ủy ban các vấn đề xã hội: "các" inside a body's name."""
    third = walk.at(2)
    if following.text in walk.pack.grammar.country_noun and third is not None and third.kind == "org":
        return walk.take(2, "of")
    inside = following.entry("body") or (walk.open and following.kind == "word")
    return bool(inside) and walk.take(1, walk.last)


def _take_owner(walk: OfficeWalk, following: Atom) -> bool:
    """Thủ tướng của Y, Giám đốc của Công ty Z: whose office it is."""
    if _is_place(following) or following.entry("body", "head", "field") or following.text in walk.pack.grammar.nations:
        return walk.take(1, "of")
    if following.kind in ("cap", "place_head") and (walk.named or walk.open or walk.last == "head"):
        walk.open = True
        return walk.take(1, "open")
    return False


def _take_charge(walk: OfficeWalk, following: Atom) -> bool:
    """Thứ trưởng phụ trách …, Đặc phái viên về …: the matter; after a leader's head it is the sentence that goes on."""
    head, grammar = walk.head, walk.pack.grammar
    leader = head is not None and (
        head.words in grammar.leaders
        or fold(head.words).lower in grammar.top_heads
        or (head.channel != "by_body" and following.text in grammar.plurals)
    )
    reigns = head is not None and head.channel in ("state", "party")  # Tổng thống Mỹ về vấn đề …
    if walk.venue or reigns or (walk.last == "head" and leader):
        return False
    walk.open = walk.charged = True
    return walk.take(1, "about")


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
