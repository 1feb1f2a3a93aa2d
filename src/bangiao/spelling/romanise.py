"""Names in kana, Hangul and Cyrillic in Latin letters."""

from functools import lru_cache

from bangiao.spelling import japanese, korean
from bangiao.spelling.name import Name
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import Words


@lru_cache(maxsize=50_000)
def romanised(name: Name) -> tuple[Words, ...]:
    """The words of a name in Latin letters, each with the parts between its hyphens; Hangul syllable by syllable."""
    if name.script == "kana":
        return tuple(tuple(map(japanese.romaji, group)) for group in name.groups)
    if name.script == "hangul":
        return tuple((korean.latin(letter),) for part in name.marked_words for letter in part)
    letters = table("cyrillic")["letters"]
    return tuple(
        tuple("".join(letters.get(letter, letter) for letter in part) for part in group) for group in name.groups
    )
