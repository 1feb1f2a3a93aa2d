"""Names in kana, Hangul and Cyrillic in Latin letters."""

from functools import lru_cache

from bangiao.spelling import japanese, korean
from bangiao.spelling.name import Name
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import Words


@lru_cache(maxsize=50_000)
def romanised(name: Name) -> tuple[Words, ...]:
    """The words of a name in Latin letters; Hangul syllable by syllable, as one word each."""
    if name.script == "kana":
        return tuple((japanese.romaji(part),) for part in name.marked_words)
    if name.script == "hangul":
        return tuple((korean.latin(letter),) for part in name.marked_words for letter in part)
    letters = table("cyrillic")["letters"]
    return tuple(("".join(letters.get(letter, letter) for letter in part),) for part in name.marked_words)
