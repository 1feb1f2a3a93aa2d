"""Capital words inside an office: part of a body's name, or the holder's name, where the office ends."""

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.findings.phrases.names import name_end, starts_name
from bangiao.findings.phrases.office_walk import LONGEST_ACRONYM, OfficeWalk


def take_capital(walk: OfficeWalk) -> bool:
    """Capital words: part of the body's name, or the holder's name, where the office ends."""
    atom, following = walk.at(), walk.at(1)
    if atom is None:
        return False
    if walk.ordinary_at(0):
        return walk.take(2, "plain")
    if _is_acronym(walk, atom, following):
        return walk.take(1, "acronym")
    if following is not None and _completed(walk, atom, following):
        return walk.take(2, "plain")
    end = name_end(walk.atoms, walk.position, walk.pack)
    if end == walk.position:
        shut = walk.last not in ("open", "of", "about") or starts_name(walk.atoms, walk.position, walk.pack)
        return not shut and walk.take(1, "cap")
    if walk.inner and walk.named:
        walk.cut = walk.cut or walk.position  # Đặc phái viên của Tổng thống X: the name is the President's
        walk.inner = False
        return walk.take(end - walk.position, "country")
    if end == walk.position + 1 and following is not None and _leads_on(walk, atom, following):
        return walk.take(1, "open")
    return _take_run(walk, end)


def _is_acronym(walk: OfficeWalk, atom: Atom, following: Atom | None) -> bool:
    """Tổng Giám đốc WTO: a short word in capitals, unless it is a surname in capitals ("LEE Wan-kyu")."""
    if not (atom.text.isupper() and 1 < len(atom.text) <= LONGEST_ACRONYM):
        return False
    if walk.last not in ("open", "body", "head", "of", "plain", "country"):
        return False
    after = walk.at(2)
    if walk.last == "country" and after is not None and after.text == "-":
        return False
    return following is None or following.kind != "cap" or walk.last == "open" or not following.text.isupper()


def _completed(walk: OfficeWalk, atom: Atom, following: Atom) -> bool:
    """Nghiên cứu: a capital syllable that a lower-case one makes an ordinary word of."""
    if not is_vietnamese(atom.text) or following.kind != "word" or following.start != atom.end + 1:
        return False
    if f"{atom.text} {following.text}".lower() in walk.pack.ordinary:
        return True
    after = walk.at(2)  # Bộ Công tác Công cộng, …: in a body's name, before what ends or goes on with it
    ends = after is None or after.kind == "mark" or bool(after.entry("body", "field", "country"))
    small = is_vietnamese(following.text) and following.text not in walk.pack.grammar.office_stops
    return bool(walk.channels or walk.fallback) and walk.last != "country" and ends and small


def _leads_on(walk: OfficeWalk, atom: Atom, following: Atom) -> bool:
    """Viện Goethe tại …: one capital word of an open body's name, with lower-case words right after it."""
    return (
        walk.last in ("open", "about")
        and following.text.islower()
        and following.kind != "trigger"
        and following.start == atom.end + 1
    )


def _take_run(walk: OfficeWalk, end: int) -> bool:
    """A run of capitals that may be a name: all of it is the body's where the holder is named, else a share of it."""
    if not walk.open or (walk.last not in ("open", "of", "plain", "about") and not walk.named):
        return False
    if walk.named:
        return walk.take(end - walk.position, "cap")
    share = _body_share(walk, end)
    return share > 0 and walk.take(share, "cap")


def _body_share(walk: OfficeWalk, end: int) -> int:
    """How many words of a run of capitals after an open body name the body; the rest names the person."""
    words = [walk.atoms[i] for i in range(walk.position, end)]
    count = len(words)
    hyphens = [index for index, word in enumerate(words) if word.text == "-"]
    if len(hyphens) == 1 and hyphens[0] > 2 and hyphens[0] + 2 == count:
        return hyphens[0] - 2  # Tập đoàn Samsung Lee Dong-won: surname and hyphened name are the person's
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
