"""Capital words inside an office: part of a body's name, or the holder's name, where the office ends."""

from bangiao.findings.phrases.atoms import is_vietnamese
from bangiao.findings.phrases.names import name_end, starts_name
from bangiao.findings.phrases.office_walk import LONGEST_ACRONYM, OfficeWalk, ordinary_at


def take_capital(walk: OfficeWalk) -> bool:
    """Capital words: part of the body's name, or the holder's name, where the office ends."""
    if ordinary_at(walk, 0):
        walk.take(2, "plain")
        return True
    atom = walk.at()
    if atom is None:
        return False
    if (
        atom.text.isupper()
        and 1 < len(atom.text) <= LONGEST_ACRONYM
        and walk.last in ("open", "body", "head", "of", "plain", "country")
    ):
        following, after = walk.at(1), walk.at(2)
        surname = walk.last == "country" and after is not None and after.text == "-"  # LEE Wan-kyu
        if not surname and (
            following is None or following.kind != "cap" or walk.last == "open" or not following.text.isupper()
        ):
            walk.take(1, "acronym")
            return True
    following = walk.at(1)
    if (
        is_vietnamese(atom.text)
        and following is not None
        and following.kind == "word"
        and f"{atom.text} {following.text}".lower() in walk.pack.ordinary
    ):
        walk.take(2, "plain")
        return True
    end = name_end(walk.atoms, walk.position, walk.pack)
    if end > walk.position and walk.inner and walk.named:
        walk.cut = walk.cut or walk.position  # Đặc phái viên của Tổng thống X: the name is the President's
        walk.take(end - walk.position, "country")
        walk.inner = False
        return True
    if end == walk.position:
        if walk.last in ("open", "of", "about") and not starts_name(walk.atoms, walk.position, walk.pack):
            walk.take(1, "cap")
            return True
        return False
    if (
        walk.last in ("open", "about")
        and end == walk.position + 1
        and following is not None
        and following.text.islower()
        and following.kind != "trigger"
        and following.start == atom.end + 1
    ):
        walk.take(1, "open")
        return True
    if (walk.last not in ("open", "of", "plain", "about") and not walk.named) or not walk.open:
        return False
    if walk.named:
        walk.take(end - walk.position, "cap")
        return True
    share = _body_share(walk, end)
    if share:
        walk.take(share, "cap")
    return share > 0


def _body_share(walk: OfficeWalk, end: int) -> int:
    """How many words of a run of capitals after an open body name the body; the rest names the person."""
    words = [walk.atoms[i] for i in range(walk.position, end)]
    count = len(words)
    if walk.last == "plain":
        return 0
    kinds = [is_vietnamese(word.text) for word in words]
    for index in range(1, count):
        if (
            kinds[index] != kinds[index - 1]
            and kinds[index:] == [kinds[index]] * (count - index)
            and words[index].kind == "cap"
        ):
            return index
    if count <= 2:
        # a party's or a province's name before the holder's is told by the lexicon; a company's is open
        return count if count == 1 or {"business", "other"} & set(walk.channels) else 0
    return max(1, count - 3)
