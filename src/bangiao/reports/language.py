"""Which language a report is in, by its letters and its commonest words."""

import re
import unicodedata

SAMPLE = 1500  # characters that are enough to tell
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
# letters that Vietnamese alone has, once composed
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in is was that for on with as by said has have at from",
        "fr": "le la les des et du une dans est que pour sur avec par au aux ce qui",
        "es": "el los las del y en una que por con para se su es al como más",
        "de": "der die das und den von zu mit im ist des auf für ein eine nicht dem",
        "id": "yang dan di untuk dengan dari pada ini itu dalam akan tidak oleh ke",
        "vi": "cua va la cac trong duoc voi cho nguoi mot nhung hai viet nam da nuoc",
    }.items()
}


def language_of(text: str) -> str | None:
    """The language as a BCP 47 code, or null when the text does not tell."""
    sample = unicodedata.normalize("NFC", text[:SAMPLE]).lower()
    letters = len(_LETTER.findall(sample))
    if letters < 8:
        return None
    if len(_VIETNAMESE.findall(sample)) > letters * 0.05:
        return "vi"
    for code, pattern in _SCRIPTS:
        # kana beside characters mark Japanese; a few foreign letters in a Latin text mark nothing
        if len(pattern.findall(sample)) > letters * (0.08 if code == "ja" else 0.3):
            return code
    words = _WORD.findall(sample)
    code, count = max(
        ((code, sum(word in common for word in words)) for code, common in _COMMON.items()), key=lambda c: c[1]
    )
    return code if count >= 2 and count > len(words) * 0.1 else None
