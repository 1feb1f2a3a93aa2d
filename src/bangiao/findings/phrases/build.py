"""Gather atoms into phrases: people (and lists of them), groups, places, countries, dates, triggers, markers."""

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.offices import Walk, read_office, walk_body
from bangiao.findings.phrases.people import Mention, read_mention
from bangiao.findings.phrases.places import Place, read_place
from bangiao.languages.grammar import Grammar
from bangiao.languages.pack import Entry, Pack
from bangiao.model.dates import DateMention


class Phrase(Struct, frozen=True, gc=False):
    """A stretch of a sentence with one use.

    `kind`: people, group, country, org, place, date, trigger, marker, spouse, mark, word. `mentions` of people, joined by
    `together` ("cùng") or not; `country`/`org`/`channels` of a group; `place` of a place.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    together: bool = False
    entry: Entry | None = None
    place: Place | None = None
    date: DateMention | None = None
    country: str | None = None
    org: str | None = None
    channels: tuple[str, ...] = ()
    atom: Atom | None = None
    proper: bool = False
    both: bool = False
    title: Mention | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the folded text."""
        return self.start, self.end

    def role(self, *roles: str) -> bool:
        """Whether it is a marker with one of these roles."""
        if self.both:
            return "both" in roles
        return self.atom is not None and self.atom.role(*roles)


def gather(atoms: list[Atom], pack: Pack) -> list[Phrase]:
    """The phrases of one sentence, in order."""
    phrases: list[Phrase] = []
    index = 0
    while index < len(atoms):
        phrase, index = _next(atoms, index, phrases, pack)
        phrases.append(phrase)
    return _join(phrases, pack.grammar)


def _next(atoms: list[Atom], index: int, phrases: list[Phrase], pack: Pack) -> tuple[Phrase, int]:
    atom = atoms[index]
    before = atoms[index - 1] if index else None
    if atom.kind == "date":
        return Phrase("date", atom.start, atom.end, atom.text, date=atom.date), index + 1
    if atom.text.lower() in pack.grammar.two and index + 1 < len(atoms) and atoms[index + 1].entry("head"):
        office = read_office(atoms, index + 1, pack)
        if office is not None and name_end(atoms, office.last, pack) == office.last and office.country is None:
            return Phrase("marker", atom.start, office.end, "hai bên", both=True), office.last
    if atom.entry("spouse"):
        return _spouse(atoms, index, pack)
    if atom.entry("honorific") and (spouse := _titled_spouse(atoms, index, pack)):
        return Phrase("spouse", atom.start, atoms[spouse - 1].end), spouse
    if atom.kind == "trigger" and index and atom.text in pack.grammar.named_organisation:
        return Phrase("word", atom.start, atom.end, atom.text, atom=atom, proper=True), index + 1
    if (before is not None and before.text in pack.grammar.locative) or atom.entry(
        "venue", "place_head", "city", "region"
    ):
        place, last = read_place(
            atoms, index, pack, located=before is not None and before.text in pack.grammar.locative
        )
        if place is not None and last > index:
            return Phrase("place", place.start, place.end, place=place, country=place.country), last
    if atom.kind == "trigger" and not (atom.entry("head") or (atom.text[0].isupper() and False)):
        return Phrase("trigger", atom.start, atom.end, atom.text, entry=atom.entry("trigger"), atom=atom), index + 1
    if (
        atom.text in pack.grammar.pronouns
        and name_end(atoms, index + 1, pack) == index + 1
        and not (index + 1 < len(atoms) and atoms[index + 1].entry("rank", "honorific"))
    ):
        return Phrase("pronoun", atom.start, atom.end, atom.text, atom=atom), index + 1
    if atom.kind in ("head", "prefix", "late", "honorific", "rank", "cap") or atom.entry("head", "honorific"):
        if _predicate(phrases, pack.grammar) and (office := read_office(atoms, index, pack)) is not None:
            title = Mention(
                index,
                office.last,
                office.start,
                office.end,
                None,
                0,
                0,
                (office,),
                country=office.country,
                org=office.org,
            )
            if name_end(atoms, office.last, pack) == office.last:
                return Phrase("title", title.start, title.end, country=title.country, title=title), office.last
        mention = read_mention(atoms, index, pack)
        if mention is not None and not (atom.entry("delegation") and mention.name is None and not mention.country):
            spread, last = _spread(atoms, mention, pack.grammar)
            if spread:
                return Phrase("people", mention.start, spread[-1].end, mentions=spread), last
            return _people(mention), mention.last
    if atom.text.lower() in pack.grammar.everyone_opens or atom.entry("delegation", "head"):
        everyone = _everyone(atoms, index, pack.grammar)
        if everyone:
            last = everyone
            start, end = atom.start, atoms[last - 1].end
            return Phrase(
                "group",
                start,
                end,
                _text(atoms, index, last),
                org=_text(atoms, index, last),
                channels=("international",),
                atom=atom,
            ), last
    if atom.text in pack.grammar.plurals and index + 1 < len(atoms) and atoms[index + 1].entry("body", "delegation"):
        return _group(atoms, index + 1, pack)
    if atom.entry("delegation", "body", "field"):
        return _group(atoms, index, pack)
    if entry := atom.entry("country", "short"):
        return Phrase("country", atom.start, atom.end, atom.text, country=entry.code, atom=atom, entry=entry), index + 1
    if atom.kind == "org":
        entry = atom.entries[0]
        return Phrase("org", atom.start, atom.end, atom.text, org=entry.code, atom=atom, entry=entry), index + 1
    kind = {"mark": "mark", "marker": "marker"}.get(atom.kind, "word")
    return Phrase(kind, atom.start, atom.end, atom.text, atom=atom, proper=atom.kind == "cap"), index + 1


def _spread(atoms: list[Atom], mention: Mention, grammar: Grammar) -> tuple[tuple[Mention, ...], int]:
    """Đại sứ các nước A, B và C; ba Thủ tướng A - B - C: one office of several countries, a holder for each."""
    if mention.name or not mention.offices:
        return (), mention.last
    office = mention.offices[-1]
    position = mention.last
    codes: list[tuple[str, Atom]] = []
    if office.country and position > mention.first and (own := atoms[position - 1].entry("country", "short")):
        codes.append((own.code, atoms[position - 1]))
    while position < len(atoms) and (
        atoms[position].text in grammar.spread_joins or atoms[position].entry("country", "short")
    ):
        entry = atoms[position].entry("country", "short")
        if entry is not None:
            codes.append((entry.code, atoms[position]))
        position += 1
    while position > mention.last and not atoms[position - 1].entry("country", "short"):
        position -= 1
    if len(codes) < 2 or len({code for code, _ in codes}) < len(codes):
        return (), mention.last
    end = office.end if not office.country else codes[0][1].start
    end = max(office.start + 1, end - 1) if office.country else end
    return tuple(
        replace(
            mention,
            first=mention.first,
            last=position,
            start=atom.start,
            end=atom.end,
            country=code,
            org=None,
            offices=(replace(office, end=end, country=code),),
        )
        for code, atom in codes
    ), position


def _everyone(atoms: list[Atom], index: int, grammar: Grammar) -> int:
    """Lãnh đạo các nước, các tổ chức quốc tế …: senders or guests that nobody can count; the index after them, else 0."""
    position = index
    while position < len(atoms) and position < index + 2 and atoms[position].entry("delegation", "head"):
        position += 1
    if position < len(atoms) and position > index and atoms[position - 1].text.lower().endswith("các"):
        position -= 1
    found = 0
    while True:
        words = [word for atom in atoms[position : position + 5] for word in atom.text.lower().split()]
        if words and atoms[position].text.lower().endswith(" các"):
            words = words[words.index("các") :]
        shape = next((s for s in map(str.split, grammar.uncounted) if words[: len(s)] == s), None)
        if shape is None:
            break
        taken = 0
        while taken < len(shape):
            taken += len(list(atoms[position].text.split())) if not atoms[position].text.lower().endswith(" các") else 1
            position += 1
        found = position
        if (
            position + 1 < len(atoms)
            and atoms[position].text in grammar.joins
            and atoms[position + 1].text.lower() in grammar.every
        ):
            position += 1
        else:
            break
    if not found or (
        found < len(atoms)
        and (atoms[found].entry("country", "short", "org", "place_head") or atoms[found].text in grammar.counted_after)
    ):
        return 0
    return found


def _predicate(phrases: list[Phrase], grammar: Grammar) -> bool:
    """giữ chức …, được bầu làm …, trên cương vị …: an office that is said of a person, no person."""
    return bool(phrases) and phrases[-1].text.lower() in grammar.office_said


def _people(mention: Mention) -> Phrase:
    return Phrase(
        "people",
        mention.start,
        mention.end,
        mentions=(mention,),
        country=mention.country,
        org=mention.org,
        channels=mention.channels,
    )


def _spouse(atoms: list[Atom], index: int, pack: Pack) -> tuple[Phrase, int]:
    """Phu nhân, with her name: no participant."""
    last = max(index + 1, name_end(atoms, index + 1, pack))
    return Phrase("spouse", atoms[index].start, atoms[last - 1].end), last


def _group(atoms: list[Atom], index: int, pack: Pack) -> tuple[Phrase, int]:
    """A delegation, a body, "các doanh nghiệp …": whose it is and what channel it stands for."""
    walk: Walk = walk_body(atoms, index, pack)
    last = max(walk.last, index + 1)
    start, end = atoms[index].start, atoms[last - 1].end
    return (
        Phrase(
            "group",
            start,
            end,
            _text(atoms, index, last),
            country=walk.country,
            org=walk.org,
            channels=walk.channels,
            atom=atoms[index],
        ),
        last,
    )


def _titled_spouse(atoms: list[Atom], index: int, pack: Pack) -> int:
    """bà A, Phu nhân Chủ tịch B: the wife with her husband's office and name; 0 where it is none."""
    end = name_end(atoms, index + 1, pack)
    if end == index + 1 or end + 1 >= len(atoms) or atoms[end].text != "," or not atoms[end + 1].entry("spouse"):
        return 0
    husband = read_mention(atoms, end + 2, pack) if end + 2 < len(atoms) else None
    return husband.last if husband is not None else end + 2


def _text(atoms: list[Atom], first: int, last: int) -> str:
    parts = [atoms[first].text]
    for index in range(first + 1, last):
        parts.append(" " * min(1, atoms[index].start - atoms[index - 1].end) + atoms[index].text)
    return "".join(parts)


def _join(phrases: list[Phrase], grammar: Grammar) -> list[Phrase]:
    """Put lists of people together and let a delegation's leader stand for it."""
    out: list[Phrase] = []
    index = 0
    while index < len(phrases):
        phrase = phrases[index]
        if phrase.kind == "group" and (led := _led(phrases, index, grammar)):
            person, after = led
            out.append(_leader(phrase, person))
            index = after
            continue
        if phrase.kind == "people":
            phrases[index] = phrase = _titled(phrases, index)
            joined, index = _listed(phrases, index, out, grammar)
            out.append(joined)
            continue
        out.append(phrase)
        index += 1
    return out


def _titled(phrases: list[Phrase], index: int) -> Phrase:
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
        if following.kind not in ("word", "marker") or following.text in (",", ";"):
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
    mentions = list(phrases[index].mentions)
    together = False
    position = index + 1
    end = phrases[index].end
    lone = bool(before) and before[-1].role("inviter")
    owned = bool(before) and before[-1].text in grammar.of
    governed = any(phrase.kind == "trigger" for phrase in before)
    while position < len(phrases):
        step, joined = _joint(phrases, position, lone, grammar)
        if not step or ((lone or owned) and joined == "," and _verb_follows(phrases, position + step)):
            break
        following = phrases[position + step - 1]
        if joined == ";" and not governed:
            break
        if (
            joined in (",", ";")
            and governed
            and following.kind == "people"
            and _new_subject(phrases, position + step, mentions[0], following, grammar)
        ):
            break
        if following.kind == "people":
            mentions.extend(following.mentions)
            together = together or joined in grammar.together
        end = following.end
        position += step
    first = phrases[index]
    if position + 1 < len(phrases) and phrases[position].text in grammar.of and phrases[position + 1].kind == "country":
        code = phrases[position + 1].country  # Nhà Vua A và Hoàng hậu B của Vương quốc C
        mentions = [m if m.country or m.org else replace(m, country=code) for m in mentions]
    return (
        Phrase(
            "people",
            first.start,
            end,
            mentions=tuple(mentions),
            together=together,
            country=first.country,
            org=first.org,
            channels=first.channels,
        ),
        position,
    )


def _new_subject(phrases: list[Phrase], position: int, first: Mention, following: Phrase, grammar: Grammar) -> bool:
    """… gửi điện mừng đến B, A2 đã gửi …: after an object, a person of another side before a verb is the next subject."""
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
