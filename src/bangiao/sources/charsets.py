"""Which character set a text is in, where it does not say so: told by evidence in the letters, never by chance.

Only sets that reports come in are tried, and each must show the letters of its language; a text that shows
none is refused rather than guessed.
"""

import codecs
import re
import unicodedata

# What pages call a set, and the wider set that is meant (as browsers read the labels, WHATWG Encoding Standard).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
_OTHER_NAMES = {"x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "x-gbk": "gb18030"}
_KNOWN = frozenset(
    ["utf-8", "utf-16-le", "utf-16-be", "cp874", "cp932", "cp949", "euc_jp", "iso2022_jp", "gb18030", "big5hkscs"]
    + ["koi8-r", "koi8-u", *(f"cp{number}" for number in range(1250, 1259))]
    + [f"iso8859-{number}" for number in (2, 3, 4, 5, 7, 9, 10, 13, 14, 15, 16)]
)

# Sets of pairs of bytes: hardly any other text is valid in them, so that one that is declared and fits is believed.
PAIRED = frozenset(["cp949", "euc_jp", "gb18030", "big5hkscs"])

_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED_VOWEL = re.compile("[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ][\u0300\u0301\u0303\u0309\u0323]")
_PUNCTUATION = "“”‘’–—…•«»°©®€₫·\u00a0§"
_VIETNAMESE = re.compile(f"[ăâđêôơưĂÂĐÊÔƠƯáàéèíóúùÁÀÉÈÍÓÚÙ\u0300\u0301\u0303\u0309\u0323{_PUNCTUATION}]")
_WESTERN = re.compile(f"[àâäçéèêëîïôöùûüœæñáíóúßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆÑÁÍÓÚ{_PUNCTUATION}]")
_KANA = re.compile("[\u3041-\u30ff]")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60々]")
_OTHER = re.compile("[^\x00-\x7f]")
_LETTER = re.compile("[A-Za-z]")


def codec(label: str | None) -> str | None:
    """The Python name of a character set that a page or server declares; null for none or an unknown one."""
    if not label or len(label) > 40:
        return None
    plain = label.strip().lower()
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    try:
        name = codecs.lookup(plain).name
    except (LookupError, ValueError):
        return None
    wide = _WIDER.get(name, name)
    return wide if wide in _KNOWN else None


def try_codec(data: bytes, name: str) -> str | None:
    """The text, if every byte is valid in that set."""
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def guess(data: bytes) -> str | None:
    """Read bytes that are not UTF-8 by the letters they show: Vietnamese, Japanese or Western, else null."""
    for name, shows in (("cp1258", shows_vietnamese), ("cp932", _shows_japanese), ("euc_jp", _shows_japanese)):
        text = try_codec(data, name)
        if text is not None and shows(text):
            return text
    text = try_codec(data, "cp1252")
    return text if text is not None and _shows_western(text) else None


def guess_utf16(data: bytes) -> str | None:
    """Read UTF-16 without a byte order mark: its zero bytes all stand on one side of the pairs."""
    if len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if not (even or odd) or (even and odd):
        return None
    text = try_codec(data, "utf-16-be" if even else "utf-16-le")
    return text if text is not None and looks_written(text) else None


def shows_vietnamese(text: str) -> bool:
    """Whether the tone marks of windows-1258 stand on vowels, as they do in Vietnamese only."""
    marks, others = len(_MARKS.findall(text)), len(_OTHER.findall(text))
    placed, fitting = len(_MARKED_VOWEL.findall(text)), len(_VIETNAMESE.findall(text))
    return placed >= 2 and placed >= 0.95 * marks and fitting >= 0.95 * others


def looks_written(text: str) -> bool:
    """Whether the beginning holds hardly any unassigned, private or control characters."""
    start = text[:2000]
    strange = sum(unicodedata.category(ch) in ("Cn", "Co", "Cc") and ch not in "\t\n\r\f\v" for ch in start)
    return strange <= 0.01 * len(start)


def _shows_japanese(text: str) -> bool:
    others, kana = len(_OTHER.findall(text)), len(_KANA.findall(text))
    return kana >= 4 and kana >= 0.2 * others and len(_JAPANESE.findall(text)) >= 0.97 * others


def _shows_western(text: str) -> bool:
    others, letters = len(_OTHER.findall(text)), len(_LETTER.findall(text))
    return len(_WESTERN.findall(text)) == others <= 0.15 * letters and letters >= 0.5 * len(text)
