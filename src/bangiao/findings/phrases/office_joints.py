"""A comma, "và" or a dash inside an office: whether what follows still belongs to it."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.office_walk import OfficeWalk


def take_joint(walk: OfficeWalk) -> bool:
    """Take a comma, "và" or a dash that joins parts of one office's name; false where it ends the office."""
    joint, following = walk.at(), walk.at(1)
    if joint is None or following is None:
        return False
    if joint.text == "-":
        return _take_dash(walk, following)
    if joint.text in walk.pack.grammar.joining:
        return _take_and(walk, following)
    return _take_comma(walk, following)


def _take_dash(walk: OfficeWalk, following: Atom) -> bool:
    """Hội Hữu nghị Việt Nam - Pháp, Bộ Kinh tế - Tài chính: a dash inside a body's name."""
    if walk.fielded and walk.org and walk.last == "country":
        return False  # Hội nghị Bộ trưởng Ngoại giao ASEAN - Nhật Bản: a partner, no part of the body
    if walk.last == "country" and following.entry("country", "short") and (walk.channels or walk.open):
        return walk.take(2, "country")
    if walk.last == "country" and walk.country and following.entry("org") and walk.open:
        return walk.take(2, "country")  # Hội đồng Kinh doanh Hoa Kỳ - ASEAN
    if (after := walk.at(2)) is not None and after.text == ":":
        return False  # … tại Phủ Chủ tịch - Ảnh: TTXVN
    fields = walk.last in ("field", "plain", "open") and (following.entry("field") or walk.ordinary_at(1))
    words = walk.last in ("open", "cap") and following.kind == "cap" and walk.named
    return bool(fields or words) and walk.take(1, walk.last)


def _take_and(walk: OfficeWalk, following: Atom) -> bool:
    """Bộ Nông nghiệp và Môi trường, Bộ Lao động và người có công …: "và" inside a body's name."""
    body = following.entry("body")
    if body and walk.begun == following.text:
        return False  # UBND tỉnh A và UBND tỉnh B: another's body of the same kind
    after_body = walk.last in ("body", "country", "open", "field", "cap") and walk.named
    if following.entry("field") or (body and after_body):
        return walk.take(1, "field")
    if body and walk.last == "body":
        return walk.take(1, "body")
    if walk.last in ("field", "plain", "open", "cap") and walk.ordinary_at(1):
        return walk.take(1, "field")
    if (walk.last in ("field", "plain") or walk.open) and walk.lower_pair(1):
        return walk.take(3, "plain")
    if walk.last in ("field", "plain", "body", "open") and (length := _lower_until_country(walk)):
        return walk.take(length, "plain")
    return False


def _take_comma(walk: OfficeWalk, following: Atom) -> bool:
    """Giám đốc, Học viện X; Chủ tịch Khu tự trị X, Trung Quốc; Ngoại giao, Hội nhập và …: a comma inside an office."""
    if walk.named and (body := following.entry("body")) and body.open and body.channel in ("other", "business"):
        return walk.take(1, "of")
    general = walk.head is not None and walk.head.channel == "by_body"
    if (walk.charged or (walk.last == "head" and general)) and _names_body(walk, following):
        return walk.take(1, "of")  # Tổng Giám đốc, Hội đồng Kinh doanh X; Quốc vụ khanh phụ trách …, Bộ Kinh tế X
    if _country_closes(walk, following):
        return walk.take(2, "country")
    # "Ngoại giao, Hội nhập khu vực và Kiều dân": a list of fields closes with "và"
    field = walk.last in ("field", "plain") and (following.entry("field") or walk.ordinary_at(1))
    return bool(field) and _list_closes(walk) and walk.take(1, "field")


def _names_body(walk: OfficeWalk, following: Atom) -> bool:
    """Whether a body with a name of its own follows, so that an office before it is an office there."""
    body, after = following.entry("body"), walk.at(2)
    return body is not None and body.open and after is not None and after.text[0].isupper()


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
                or walk.ordinary_at(offset + 1)
                or (following.text.islower() and following.kind == "word")
            )
    return False
