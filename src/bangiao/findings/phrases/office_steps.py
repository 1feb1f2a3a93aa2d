"""One step along an office's words: a body, a place, a bracket, lower-case words; the step chooses which."""

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.findings.phrases.office_capitals import take_capital
from bangiao.findings.phrases.office_joints import take_joint
from bangiao.findings.phrases.office_prepositions import take_preposition
from bangiao.findings.phrases.office_walk import LONGEST_ACRONYM, OfficeWalk
from bangiao.languages.pack import Entry

_LOWER_KINDS = ("word", "delegation", "number", "marker", "prefix", "late")
_BEFORE_LOWER = ("open", "plain", "head", "field", "cap", "about")


def step(walk: OfficeWalk) -> bool:
    """Take the next part of the office; false where the office ends."""
    atom, grammar = walk.at(), walk.pack.grammar
    if atom is None or atom.text in grammar.also_holding:
        return False
    if body := atom.entry("body", "field"):
        return _take_body(walk, body)
    if atom.entry("country", "short", "region", "city", "org"):
        return _take_place(walk, atom)
    if atom.kind == "tail" or (atom.kind == "prefix" and walk.last == "head"):
        return _take_tail(walk, atom)
    if walk.venue and walk.last == "open" and atom.entry("head", "rank", "honorific"):
        return walk.take(1, "open")
    if atom.entry("head") and walk.last == "open" and atom.text[0].isupper() and walk.small_after():
        return walk.take(1, "open")  # Hội đồng Cố vấn kinh tế …
    if (head := atom.entry("head")) and walk.last in ("head", "of"):
        return _take_head(walk, head)
    if atom.text == "(":
        return _take_acronym(walk)
    if atom.text in grammar.office_joints:
        return take_joint(walk)
    if atom.text in grammar.office_prepositions:
        return take_preposition(walk, atom.text)
    if atom.kind == "cap":
        return take_capital(walk)
    return _take_word(walk, atom)


def _take_tail(walk: OfficeWalk, atom: Atom) -> bool:
    """Thủ tướng <tạm quyền>, Bộ trưởng <phụ trách> …: words that stand after a head."""
    about = atom.text in walk.pack.grammar.in_charge_of
    walk.open = walk.open or about
    walk.charged = walk.charged or about
    return walk.take(1, "about" if about else walk.last)


def _take_head(walk: OfficeWalk, head: Entry) -> bool:
    """Phó Chủ tịch <Thượng viện>, Trợ lý của <Tổng thống>: a head after a head tells the channel of an open one."""
    walk.inner = walk.inner or walk.last == "of"
    if head.channel != "by_body" and walk.head and walk.head.channel == "by_body":
        walk.channels.append(head.channel)
    return walk.take(1, "head")


def _take_word(walk: OfficeWalk, atom: Atom) -> bool:
    """What is no part of an office by itself, but may stand inside a body's name."""
    following = walk.at(1)
    if atom.text in walk.pack.grammar.continents and following is not None and following.kind == "cap":
        return walk.last in ("head", "body", "field", "open", "of", "about") and walk.take(2, "field")
    named = atom.kind in ("place_head", "venue", "trigger") and atom.text[0].isupper()
    if named and walk.last in ("head", "of", "open", "body"):
        walk.open = True
        if atom.kind == "trigger":
            walk.channels.append("other")
        return walk.take(1, "open")
    if atom.kind in _LOWER_KINDS and walk.last in _BEFORE_LOWER:
        return _take_plain(walk, atom)
    # Cảnh sát quốc gia <nước>
    after = walk.at(2)
    national = walk.last == "body" and walk.lower_pair() and after is not None and after.entry("country") is not None
    return national and walk.take(2, "plain")


def _take_body(walk: OfficeWalk, body: Entry) -> bool:
    walk.channels.extend(body.channel.split())
    walk.fallback = walk.fallback or body.default
    if not walk.abroad:
        walk.country = walk.country or body.code or None
    if body.channel == "business" and walk.company is None:
        walk.company = walk.position
    walk.take(1, "field" if body.kind == "field" else "open" if body.open else "body")
    walk.open = walk.open or body.open
    return True


def _take_place(walk: OfficeWalk, atom: Atom) -> bool:
    entry = atom.entry("country", "short", "region", "city", "org")
    if entry is None:
        return False
    if entry.kind in ("city", "region") and walk.last == "country" and not walk.named:
        return False
    if not walk.abroad and walk.last != "about":
        if entry.kind == "org":
            walk.org = walk.org or entry.code
        else:
            walk.country = walk.country or entry.code or None
            local = entry.kind in ("city", "region") and entry.code and walk.last in ("head", "open", "body", "of")
            if local and not {"business", "other"}.intersection(walk.channels):  # a company there is no office of it
                walk.channels.append("local")
    return walk.take(1, "country")


def _take_acronym(walk: OfficeWalk) -> bool:
    """(UAE), (CPP), (Hoa Kỳ), (JICA): a short bracket inside an office."""
    inner, close = walk.at(1), walk.at(2)
    if inner is None or close is None or close.text != ")":
        return _take_bracket(walk)
    if inner.entry("country", "short", "region", "city"):
        if walk.country is None and not walk.abroad:
            walk.country = (inner.entry("country", "short", "region", "city") or inner.entries[0]).code
        return walk.take(3, "acronym")
    if inner.kind == "org" and not walk.country:
        walk.org = inner.entries[0].code  # the short form names the organisation itself, not the one it belongs to
    if inner.entry("body") and walk.last != "head":
        return walk.take(3, "acronym")
    if inner.kind in ("cap", "org", "body") and inner.text.upper() == inner.text and len(inner.text) <= LONGEST_ACRONYM:
        return walk.take(3, "acronym")
    return False


def _take_bracket(walk: OfficeWalk) -> bool:
    """(Pheu Thai): the foreign name of a body."""
    length = 1
    while (atom := walk.at(length)) is not None and atom.kind == "cap" and length < 4:
        length += 1
    first = walk.at(1)
    foreign = length == 2 and first is not None and not is_vietnamese(first.text)
    if (length > 2 or foreign) and walk.open and atom is not None and atom.text == ")":
        return walk.take(length + 1, "acronym")
    return False


def _take_plain(walk: OfficeWalk, atom: Atom) -> bool:
    """Lower-case words inside the name of an open body ("Nghiên cứu đổi mới sáng tạo toàn cầu")."""
    after = walk.at(1)
    closes = walk.open and after is not None and (after.text == "(" or bool(after.entry("country")))
    if atom.text in walk.pack.grammar.office_stops or (
        not (closes and atom.role("speech"))  # Đảng Cánh tả thống nhất (X)
        and atom.role("speech", "past", "future", "both", "inviter", "cancelled", "negative")
    ):
        return False
    if walk.named and walk.last in ("head", "plain") and not walk.open and walk.lower_pair():
        return walk.take(2, "plain")
    if not (walk.open and atom.kind != "marker") and not closes and not _goes_on(walk):
        return False
    return walk.take(1, "plain")


def _goes_on(walk: OfficeWalk) -> bool:
    """Giám đốc quốc gia Ngân hàng …: whether lower-case words lead to a body, a field or a country."""
    for offset in range(1, 5):
        atom = walk.at(offset)
        if atom is None or atom.text in walk.pack.grammar.office_stops or atom.text in (",", "."):
            return False
        if atom.entry("country", "org"):
            return walk.last != "head" or (
                (before := walk.at(offset - 1)) is not None and before.text in walk.pack.grammar.of
            )
        if atom.entry("body", "field") or (atom.text in walk.pack.grammar.joining and walk.ordinary_at(offset + 1)):
            return True
        if atom.role("speech", "past", "future", "both", "inviter", "cancelled", "negative"):
            return False
        if not (atom.text.islower() or atom.kind == "number") or atom.kind == "trigger":
            return False
    return False
