"""Lists of people as one phrase, and a delegation's leader who stands for it."""

from itertools import pairwise

from msgspec.structs import replace

from bangiao.findings.phrases.people import Mention
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.grammar import Grammar
from bangiao.text.fold import fold


def join_people(phrases: list[Phrase], grammar: Grammar) -> list[Phrase]:
    """Put lists of people together and let a delegation's leader stand for it."""
    out: list[Phrase] = []
    index = 0
    while index < len(phrases):
        phrase = phrases[index]
        if whole := _of_bodies(phrases, index):
            phrases[index + 1] = phrase = whole
            index += 1
        if phrase.kind == "group" and (led := _led(phrases, index, grammar)):
            person, after = led
            out.append(_leader(phrase, person))
            index = after
            continue
        if phrase.kind == "people":
            phrases[index] = phrase = _titled(phrases, index, grammar)
            joined, index = _listed(phrases, index, out, grammar)
            out.append(joined)
            continue
        out.append(phrase)
        index += 1
    return out


def _of_bodies(phrases: list[Phrase], index: int) -> Phrase | None:
    """Đoàn đại biểu 21 trường đại học của Hoa Kỳ: a delegation of nobody is that of the bodies named right after it."""
    phrase = phrases[index]
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    if phrase.kind != "group" or phrase.country or phrase.org or after is None or after.start != phrase.end + 1:
        return None
    if after.kind not in ("place", "group") or not after.country or phrase.atom is None:
        return None
    if not phrase.atom.entry("delegation"):
        return None
    channels = phrase.channels or after.channels or (after.place.channels if after.place is not None else ())
    return replace(phrase, end=after.end, country=after.country, channels=channels)


def _titled(phrases: list[Phrase], index: int, grammar: Grammar) -> Phrase:
    """ông B được bổ nhiệm làm Thủ tướng …: the office that is said of a person who has none is his."""
    phrase = phrases[index]
    mention = phrase.mentions[0]
    if mention.offices:
        return phrase
    for following in phrases[index + 1 : index + 8]:
        if following.title is not None:
            office = following.title
            held = replace(mention, offices=office.offices, country=office.country, org=office.org)
            return replace(phrase, mentions=(held,), country=office.country, org=office.org, channels=office.channels)
        passive = (
            phrases[index + 1].text in grammar.passive and following.kind == "people"
        )  # được Nhà vua … phê chuẩn làm
        if (following.kind not in ("word", "marker") and not passive) or following.text in (",", ";"):
            break
    return phrase


def _led(phrases: list[Phrase], index: int, grammar: Grammar) -> tuple[Phrase, int] | None:
    """Đoàn … do X dẫn đầu / làm Trưởng đoàn: the leader, and where the phrase ends."""
    position = index + 1
    while position < len(phrases) and position <= index + 8:
        phrase = phrases[position]
        if phrase.role("by") or phrase.text in grammar.by:
            if position + 1 < len(phrases) and phrases[position + 1].kind == "people":
                after = position + 2
                if after < len(phrases) and phrases[after].text.lower() in grammar.sends_out:
                    return None  # phái đoàn do A cử: who sends it does not come
                if after < len(phrases) and phrases[after].text == ",":
                    after += 1
                while (
                    after < len(phrases)
                    and after < position + 7
                    and phrases[after].text.lower() in grammar.leads_delegation
                ):
                    after += 1
                return phrases[position + 1], after
            return None
        if phrase.kind in ("trigger", "people", "date", "place") or phrase.text in (".", ";"):
            return None
        position += 1
    return None


def _leader(group: Phrase, person: Phrase) -> Phrase:
    return Phrase(
        "people",
        group.start,
        person.end,
        mentions=person.mentions,
        together=True,
        country=person.country or group.country,
        org=person.org or group.org,
        channels=person.channels,
    )


def _listed(phrases: list[Phrase], index: int, before: list[Phrase], grammar: Grammar) -> tuple[Phrase, int]:
    """A, B và C as one phrase; the one who invites is not joined to the subject after the comma."""
    first = phrases[index]
    mentions = list(first.mentions)
    together = False
    position, end = index + 1, first.end
    lone = bool(before) and before[-1].role("inviter")
    owned = bool(before) and (before[-1].text in grammar.of or _fronted(before, grammar))
    governed = any(phrase.kind == "trigger" for phrase in before)
    while position < len(phrases):
        step, joined = _joint(phrases, position, lone, grammar)
        after = position + step
        if not step or ((lone or owned) and joined == "," and _verb_follows(phrases, after)):
            break
        following = phrases[after - 1]
        if lone and joined == "," and _host_named(mentions, following):
            break
        if joined == ";" and not governed:
            break
        if following.kind == "people":
            if joined in (",", ";") and governed and _new_subject(phrases, after, mentions[0], following, grammar):
                break
            mentions.extend(following.mentions)
            together = together or joined in grammar.together
        end, position = following.end, after
    mentions = _wedded(mentions, grammar)
    people = replace(first, end=end, mentions=_owned(phrases, position, mentions, grammar), together=together)
    return people, position


def _fronted(before: list[Phrase], grammar: Grammar) -> bool:
    """Trong cuộc trao đổi với A, B đã …; thông qua A, B đã …: after the comma stands who acts."""
    return before[-1].text in grammar.fronting and not any(phrase.kind in ("people", "pronoun") for phrase in before)


def _host_named(inviters: list[Mention], following: Phrase) -> bool:
    """Nhận lời mời của A và B của nước ngoài, <người trong nước>: after foreign inviters one of home is the subject."""
    return (
        following.kind == "people"
        and _side(following.mentions[0]) == "home"
        and bool(following.mentions[0].name)
        and all(_side(mention) not in (None, "home") for mention in inviters)
    )


def _owned(phrases: list[Phrase], position: int, mentions: list[Mention], grammar: Grammar) -> tuple[Mention, ...]:
    """Nhà Vua A và Hoàng hậu B của Vương quốc C: the country after the list is that of all who have none."""
    owner = phrases[position + 1] if position + 1 < len(phrases) else None
    if owner is None or phrases[position].text not in grammar.of or owner.kind != "country":
        return tuple(mentions)
    return tuple(m if m.country or m.org else replace(m, country=owner.country) for m in mentions)


def _wedded(mentions: list[Mention], grammar: Grammar) -> list[Mention]:
    """Nhà vua và Hoàng hậu Nhật Bản: the country told with the consort is the monarch's too."""
    found = list(mentions)
    for index, (person, consort) in enumerate(pairwise(mentions)):
        told = consort.offices and fold(consort.offices[-1].head.words).lower in grammar.consorts
        if told and consort.country and not (person.country or person.org):
            found[index] = replace(person, country=consort.country)
    return found


def _new_subject(phrases: list[Phrase], position: int, first: Mention, following: Phrase, grammar: Grammar) -> bool:
    """… gửi điện mừng đến B, A2 đã gửi …: after an object, a person of another side is the next verb's subject."""
    if _side(first) == _side(following.mentions[0]) and phrases[position - 2].text != ";":
        return False
    for phrase in phrases[position : position + 4]:
        if phrase.kind == "trigger" or phrase.role("past", "future", "speech"):
            return True
        if phrase.kind not in ("spouse", "group") and phrase.text not in grammar.and_with:
            return False
    return False


def _verb_follows(phrases: list[Phrase], position: int) -> bool:
    """Whether the clause's verb comes next, so that the person before it is its subject and no further inviter."""
    for phrase in phrases[position : position + 8]:
        if phrase.kind == "trigger" or phrase.role("past", "future"):
            return True
        if phrase.kind == "people" or phrase.text == ",":
            return False
    return False


def _side(mention: Mention) -> str | None:
    return mention.country or mention.org or ("home" if mention.vietnamese_form or not mention.name else None)


def _joint(phrases: list[Phrase], position: int, lone: bool, grammar: Grammar) -> tuple[int, str]:
    """How many phrases the list goes on by: a joiner with a person, a spouse or an escort after it."""
    phrase = phrases[position]
    if phrase.text not in grammar.list_joins:
        return 0, ""
    following = phrases[position + 1] if position + 1 < len(phrases) else None
    if following is None:
        return 0, ""
    if phrase.text == "," and following.text in grammar.list_closes:
        inner, joined = _joint(phrases, position + 1, lone, grammar)
        return (inner + 1, joined) if inner else (0, "")
    if following.kind == "spouse" and phrase.text != ";":
        return 2, phrase.text
    if phrase.text in grammar.list_closes and following.kind == "group":
        return 2, phrase.text
    if following.kind == "people" and phrase.text in grammar.person_joins:
        return 2, phrase.text
    return 0, ""
