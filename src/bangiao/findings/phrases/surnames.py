"""A surname alone ("Trump", "Putin"): whoever the report names in full elsewhere."""

from collections.abc import Iterable

from bangiao.findings.phrases.people import Mention
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.pack import Pack


def surnames(mentions: Iterable[Mention]) -> frozenset[str]:
    """The words that may stand for a person by themselves: the first and the last of each foreign name."""
    found: set[str] = set()
    for mention in mentions:
        if mention.name and not mention.vietnamese_form and (mention.offices or mention.honorific):
            words = mention.name.split()
            if len(words) != 3 or words[1] != "-":  # ông Diaz - Canel: one name, not two
                found |= {words[0], words[-1]}
    return frozenset(word for word in found if len(word) > 1)


def name_again(phrases: list[Phrase], known: frozenset[str], pack: Pack) -> list[Phrase]:
    """The phrases with each known surname that stands alone as a person."""
    if not known:
        return phrases
    found: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        if pair := _pair(phrase, known):
            found.extend(pair)
        else:
            found.append(_person(*phrase.span, phrase.text) if _stands(phrases, index, known, pack) else phrase)
    return found


def _pair(phrase: Phrase, known: frozenset[str]) -> list[Phrase]:
    """cuộc gặp Trump - Putin: two surnames with a dash between them are two persons."""
    mention = phrase.mentions[0] if len(phrase.mentions) == 1 else None
    if mention is None or mention.offices or not mention.name or "-" not in mention.name:
        return []
    first, _, second = mention.name.partition("-")
    if not {first.strip(), second.strip()} <= known:
        return []
    start, dash = mention.name_start, mention.name_start + len(first)
    return [
        _person(start, start + len(first.rstrip()), first.rstrip()),
        Phrase("mark", dash, dash + 1, "-"),
        _person(mention.name_end - len(second.lstrip()), mention.name_end, second.lstrip()),
    ]


def _stands(phrases: list[Phrase], index: int, known: frozenset[str], pack: Pack) -> bool:
    """Whether a known surname is neither part of a longer name nor of an ordinary word ("Kim ngạch")."""
    phrase = phrases[index]
    if phrase.text not in known or phrase.kind != "word" or not phrase.proper:
        return False
    before = phrases[index - 1] if index else None
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    if before is not None and before.proper and before.end + 1 == phrase.start:
        return False
    if after is None or after.start != phrase.end + 1:
        return True
    return not after.proper and f"{phrase.text} {after.text}".lower() not in pack.ordinary


def _person(start: int, end: int, name: str) -> Phrase:
    return Phrase("people", start, end, mentions=(Mention(0, 0, start, end, name, start, end),))
