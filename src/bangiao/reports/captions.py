"""Captions told by their own words: who took the picture, where somebody stands in it, what it shows."""

import re
from functools import lru_cache

from bangiao.reports.words import choice, words_of, words_pattern
from bangiao.text.fold import fold_tones

_TAIL = 110  # the maker of a picture is named at the end of a caption
_MARKS = (":", "：", "ảnh", "Ảnh", "=", "＝", "提供", "撮影")  # looked for first: most lines hold none
_HEAD = 400
_SCENE_WORDS = 22


@lru_cache(maxsize=1)
def _pictures() -> re.Pattern[str]:
    words = choice(words_of("picture"))
    return re.compile(
        rf"(?:^|[\s(\[.,;–—-])(?:{words})(?:\s*\([^)]{{1,20}}\))?\s*[:：]\s*[^:]{{2,60}}$"
        rf"|^(?:{words})\s+(?-i:[A-ZĐ])[^.,]{{1,40}}\W*$|(?:^|[-–—(]\s*)(?:{words})(?:\s+từ\s[^,;:]{{2,30}})?\W*$"
        rf"|(?:^|[\s(\[.–—-])ảnh\s+(?:(?-i:[A-ZĐ]{{2,}})|[\w.]+/)[^.]{{0,40}}\W*$"
        rf"|[=＝](?:{words})|(?:{words})(?:提供|撮影)\W*$",
        re.I,
    )


@lru_cache(maxsize=1)
def _positions() -> re.Pattern[str]:
    words = choice(words_of("position"))
    return re.compile(rf"[(（](?:{words})[)）,]|,\s(?:{words})(?=,|\sand\b|\svà\b)|^\(?từ (?:trái|phải)\b", re.I)


@lru_cache(maxsize=1)
def _scenes() -> re.Pattern[str]:
    opening, within = choice(words_of("scene")), choice(words_of("pose"))
    return re.compile(rf"^(?:{opening})\b|(?<!\w)(?:{within})(?!\w)[^,;:]{{0,70}}$", re.I)


@lru_cache(maxsize=1)
def _tense() -> re.Pattern[str]:
    return re.compile(words_pattern("tense"), re.I)


def is_caption(text: str) -> bool:
    """Whether a line says who took the picture, or where somebody stands in it."""
    tail = fold_tones(text[-_TAIL:])
    named = any(mark in tail for mark in _MARKS) and _pictures().search(tail) is not None
    return named or _positions().search(text[:_HEAD]) is not None


def is_scene(text: str, size: int) -> bool:
    """Whether a short sentence does nothing but say what a picture shows: "… phát biểu tại hội nghị."

    Such a sentence has no tense, no number and no quotation.
    """
    if size > _SCENE_WORDS or any(ch.isdigit() or ch in '"“”«»:;?!' for ch in text):
        return False
    return _scenes().search(text.rstrip(" .")) is not None and not _tense().search(text)
