"""Who wrote a report and where it was taken from: bylines, credits of reprints, outlets before a dateline."""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.reports.words import choice, plain, words_of

LONGEST = 110  # a signature is a short line
_NAME_WORDS = 6
_JOINERS = frozenset({"và", "-", "–", "&", "and", "/", ","})
_BRACKET = re.compile(r"^(?P<name>[^()（）]*?)\s*[(（](?P<note>[^()（）]{1,60})[)）]\.?$")
_INITIALS = re.compile(r"^(?:[A-ZĐ]\.?\s?){1,3}$")
_ABBREVIATION = re.compile(r"^[A-ZĐÔ]{2,6}$")
_VOWELS = frozenset("AEIOUÔ")
_OUTLET_BRACKET = re.compile(r"^(?:[^()\n]{1,40}?)?\((?P<outlet>[^()\d]{2,30}?)(?:,?\s+\d{1,2}/\d{1,2})?\)\s*[-–—:]")
_OUTLET_BARE = re.compile(r"^(?P<outlet>[^\s()\-–—]{2,16}(?:\sOnline)?)\s*[-–—]\s")
_DOMAIN = re.compile(r"\w+\.(?:vn|com|net|org)", re.I)
_END_NOTE = re.compile(r"[(（](?P<note>[^()（）]{3,60})[)）]\s*[.。]?$")


class Signature(Struct, frozen=True):
    """The name under a report and the source it was taken from; either may be null."""

    byline: str | None = None
    credit: str | None = None


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<by>.{{0,40}}?)\s*[-–—|/(（]?\s*(?<!\w)(?:{choice(words_of('credit'))})\s*:?\s+(?P<from>\S.*)$", re.I
    )


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    return re.compile(rf"^(?:{choice(words_of('byline'))})(?P<mark>\s*:\s*|\s+)(?P<name>\S.*)$", re.I)


@lru_cache(maxsize=1)
def _notes() -> frozenset[str]:
    return frozenset(words_of("compiled"))


@lru_cache(maxsize=1)
def _reporters() -> frozenset[str]:
    return frozenset(words_of("reporter"))


def is_name(text: str) -> bool:
    """Whether a short line has the form of a person's or a newsroom's name: capitalised words, nothing else."""
    if plain(text) in _reporters() or _INITIALS.match(text):
        return True
    words = [word for word in re.split(r"[\s,/]+", text.rstrip(".")) if word]
    names = [word for word in words if word not in _JOINERS]
    if not 1 < len(names) <= _NAME_WORDS or len(text) > 60:
        return False
    return all(word[0].isupper() and not any(ch.isdigit() or ch in '":;?!%“”' for ch in word) for word in names)


def is_abbreviation(text: str) -> bool:
    """Whether a word is an outlet's or an agency's short form: few capitals, few vowels (TCCS, but not TOKYO)."""
    if not _ABBREVIATION.match(text):
        return False
    return 3 * sum(ch in _VOWELS for ch in text) <= len(text)


def read_signature(text: str) -> Signature | None:
    """The signature that a short line is, or null: "BD- Theo ND ĐT", "Mạnh Hùng", "Vũ Hoàng (Theo Politico)"."""
    if len(text) > LONGEST:
        return None
    line = text.strip(" *•·|")
    return _reprint(line) or _noted(line) or _led(line) or _alone(line)


def _reprint(line: str) -> Signature | None:
    """A line that names its source."""
    inner = line[1:-1].strip() if line[:1] in "(（" and line[-1:] in ")）" else line
    match = _credit().match(inner)
    if not match:
        return None
    source = match["from"].strip(" .")
    if source.count("(") < source.count(")"):
        source = source.rstrip(" )")
    name = match["by"].strip(" -–—|/(（")
    if not source or not (source[0].isupper() or "." in source) or len(source.split()) > 6:
        return None
    if source.count(",") > 1 or (name and not is_name(name)):
        return None
    return Signature(name or None, source)


def _noted(line: str) -> Signature | None:
    """A name with a note in brackets: (tổng hợp), (từ Tokyo), (TTXVN)."""
    match = _BRACKET.match(line)
    if not match or not is_name(match["name"]):
        return None
    note = match["note"].strip()
    if plain(note) in _notes():
        return Signature(match["name"], None)
    if is_abbreviation(note) and len(note) >= 3:
        return Signature(match["name"], note)
    return Signature(match["name"], None) if plain(note).split()[:1] == ["từ"] else None


def _led(line: str) -> Signature | None:
    """A name behind a word such as "Tác giả:" or "By"."""
    match = _byline().match(line)
    if not match:
        return None
    name = re.split(r"\s*[/|,]\s*", match["name"], maxsplit=1)[0].strip(" .")
    spaced = ":" not in match["mark"] and not line[:3].lower().startswith("by ")
    return Signature(name) if not spaced and is_name(name) else None


def _alone(line: str) -> Signature | None:
    """A name or an agency alone on its line."""
    if is_abbreviation(line) and len(line) >= 4:
        return Signature(None, line)
    name, slash, source = line.rpartition("/")
    if slash and is_name(name.strip()) and (is_abbreviation(source.strip()) or _DOMAIN.fullmatch(source.strip())):
        return Signature(name.strip(), source.strip())
    return Signature(line.rstrip(".") if not _INITIALS.match(line) else line) if is_name(line) else None


def end_credit(text: str) -> str | None:
    """The source that a last paragraph names in brackets at its end: "… (Theo TTXVN)"."""
    match = _END_NOTE.search(text[-80:])
    signature = _reprint(match["note"]) if match else None
    return signature.credit if signature and not signature.byline else None


def outlet_before(text: str) -> str | None:
    """The outlet that a report's first paragraph begins with: "TCCS - ", "(ĐCSVN) - ", "HÀ NỘI (TTXVN) - "."""
    start = text[:80].lstrip()
    if match := _OUTLET_BRACKET.match(start):
        outlet = match["outlet"].strip()
        return outlet if len(outlet.split()) <= 4 and outlet[:1].isalnum() else None
    match = _OUTLET_BARE.match(start)
    if not match:
        return None
    outlet = match["outlet"]
    short = outlet.removesuffix(" Online")
    return outlet if is_abbreviation(short) or _DOMAIN.fullmatch(outlet) else None
