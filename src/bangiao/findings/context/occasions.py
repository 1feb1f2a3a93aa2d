"""Occasions ("nhân dịp …", "trong khuôn khổ …") and those who only invite: where they stand in a sentence."""

from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.grammar import Grammar


def inviters_in(phrases: list[Phrase]) -> list[int]:
    """Theo lời mời của B, A thăm …: where those stand who only invite."""
    found = []
    for index, phrase in enumerate(phrases):
        if phrase.role("inviter"):
            for position in range(index + 1, min(index + 4, len(phrases))):
                if phrases[position].kind in ("people", "group", "country"):
                    found.append(position)
                    break
    return found


def occasions_in(phrases: list[Phrase], grammar: Grammar) -> list[tuple[int, int]]:
    """Each from the marker to the comma before the main clause, or to the end where it trails."""
    found = []
    index = 0
    while index < len(phrases):
        if _opens_occasion(phrases, index, grammar) and not _said(phrases, index, grammar):
            last = _occasion_end(phrases, index, grammar)
            found.append((index, last))
            index = last
        index += 1
    return found


def _said(phrases: list[Phrase], index: int, grammar: Grammar) -> bool:
    """Whether a verb of saying stands before: then "trong khuôn khổ …" is part of what is said."""
    return any(
        phrase.role("speech")
        and phrase.text[0].islower()
        and (position + 1 >= index or phrases[position + 1].text.lower() not in grammar.where_spoken)
        for position, phrase in enumerate(phrases[:index])
        if position
    )


def _opens_occasion(phrases: list[Phrase], index: int, grammar: Grammar) -> bool:
    """nhân dịp …, trong khuôn khổ …, trước chuyến thăm …: what the main clause happens beside."""
    phrase = phrases[index]
    if phrase.role("occasion"):
        return True
    if phrase.role("stage"):
        return not any(p.kind in ("people", "group", "trigger") for p in phrases[:index])
    following = phrases[index + 1] if index + 1 < len(phrases) else None
    return (
        phrase.text.lower() in grammar.occasion_opens
        and following is not None
        and following.kind == "trigger"
        and following.entry is not None
        and following.entry.noun
        and following.entry.form == "visit"
    )


def _occasion_end(phrases: list[Phrase], index: int, grammar: Grammar) -> int:
    for position in range(index + 1, len(phrases)):
        phrase = phrases[position]
        if phrase.text == ";":
            return position
        if phrase.text == "," and position + 1 < len(phrases):
            following = phrases[position + 1]
            if (
                following.kind in ("people", "date", "place", "group", "country", "pronoun")
                or following.text in grammar.main_clause_opens
            ):
                return position
            if following.role("past", "future", "both") or _dated(phrases, position + 1, grammar):
                return position
    return len(phrases)


def _dated(phrases: list[Phrase], index: int, grammar: Grammar) -> bool:
    """…, lúc 13h ngày 9/11, A …: a preposition and a date open the main clause."""
    return phrases[index].text in grammar.at_time and index + 1 < len(phrases) and phrases[index + 1].kind == "date"
