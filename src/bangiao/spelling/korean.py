"""Korean names in Hangul, as Latin letters."""

from functools import lru_cache

from bangiao.spelling.tables import table

FIRST, VOWELS, LASTS = 0xAC00, 21, 28


@lru_cache(maxsize=50_000)
def latin(syllable: str) -> str:
    """One Hangul syllable in the Revised Romanization, syllable by syllable as names are written: 정 → jeong."""
    number = ord(syllable) - FIRST
    if not 0 <= number < 19 * VOWELS * LASTS:
        return syllable
    rules = table("hangul")
    first, rest = divmod(number, VOWELS * LASTS)
    vowel, last = divmod(rest, LASTS)
    return str(rules["first"][first] + rules["vowel"][vowel] + rules["last"][last])
