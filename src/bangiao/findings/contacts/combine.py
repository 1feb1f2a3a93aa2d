"""Put together what headline, lead, captions and body tell of one contact."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.story import Story
from bangiao.model.dates import DateMention

_FAMILY = {"talks": "meet", "meeting": "meet", "call": "call"}
_NEAR = 6  # sentences after a general telling in which the single ones follow


def combine(drafts: list[Draft], story: Story) -> list[list[Draft]]:
    """Groups of drafts that tell the same contact; the best telling comes first in each group."""
    groups: list[list[Draft]] = []
    drafts = _specific(drafts)
    heads = Heads()
    for draft in sorted(drafts, key=lambda d: (d.headline or d.caption, d.start)):
        at = next((at for at in heads.near(draft) if _same(draft, groups[at][0], story)), None)
        if at is None:
            heads.add(draft, len(groups))
            groups.append([draft])
        else:
            groups[at].append(draft)
    return [sorted(group, key=_rank) for group in groups if not _weak(group, groups)]


class Heads:
    """The first drafts of groups, by what another draft must share with them to be one contact with them.

    A visit shares its guests, or the guests' side where one of the two names nobody; of any other two contacts
    one names everybody whom the other names. Whoever meets a hundred people is not compared a hundred times with each.
    """

    def __init__(self) -> None:
        self._by: dict[tuple[object, ...], list[int]] = {}

    def add(self, draft: Draft, at: int) -> None:
        """File the first draft of a group, by the group's place."""
        for key in self._filed(draft):
            self._by.setdefault(key, []).append(at)

    def near(self, draft: Draft) -> list[int]:
        """The places of the groups whose first draft may be one contact with this, in their order."""
        return sorted({at for key in self._sought(draft) for at in self._by.get(key, ())})

    def _filed(self, draft: Draft) -> list[tuple[object, ...]]:
        family, named = _family(draft), _named(draft)
        if draft.form == "visit":
            guests, sides, loose = _guests(draft)
            keys = [("guest", draft.country, guest) for guest in guests]
            return [*keys, ("sides", draft.country, sides), *([("loose", draft.country, sides)] if loose else [])]
        some = [("among", family, one) for one in named]
        return [("family", family), *some, ("last", family, max(named, default=None))]

    def _sought(self, draft: Draft) -> list[tuple[object, ...]]:
        family, named = _family(draft), _named(draft)
        if draft.form == "visit":
            guests, sides, loose = _guests(draft)
            return [
                *(("guest", draft.country, one) for one in guests),
                ("sides" if loose else "loose", draft.country, sides),
            ]
        if not named:
            return [("family", family)]
        # whoever was named last is named seldom: the head's names are all mine, or mine are all the head's
        rarest = min(named, key=lambda one: len(self._by.get(("among", family, one), ())))
        return [("among", family, rarest), *(("last", family, one) for one in (*named, None))]


def _guests(draft: Draft) -> tuple[set[int], frozenset[str], bool]:
    """Who comes, from which sides, and whether another may be meant by the sides alone."""
    coming = [party for party in draft.parties if party.guest]
    guests = {party.entity.number for party in coming if party.entity is not None}
    return guests, frozenset(party.side for party in coming), not guests or not _named(draft)


def _specific(drafts: list[Draft]) -> list[Draft]:
    """ "có các cuộc hội kiến với lãnh đạo B", then each by name: the general telling gives its day and goes."""
    out = dict(enumerate(drafts))
    at_sentence: dict[int, list[int]] = {}
    for at, draft in out.items():
        at_sentence.setdefault(draft.sentence, []).append(at)
    for place, general in enumerate(drafts):
        if general.headline or general.caption or _family(general) != "meet" or not _general(general):
            continue
        near = [
            at
            for sentence in range(general.sentence, general.sentence + _NEAR + 1)
            for at in at_sentence.get(sentence, ())
        ]
        followers = [at for at in near if at in out and _follows(out[at], general)]
        if len(followers) >= 2:
            out |= {at: replace(out[at], date=general.date) for at in followers if out[at].date is None}
            del out[place]
    return list(out.values())


def _follows(draft: Draft, general: Draft) -> bool:
    """Whether a draft names whom a general telling of the same sides leaves out."""
    return (
        draft.start > general.start
        and not draft.caption
        and draft.form == general.form
        and not _general(draft)
        and _sides(draft) == _sides(general)
        and set() < _named(general) < _named(draft)
    )


def _general(draft: Draft) -> bool:
    """One side has nobody named or titled."""
    return any(all(p.entity is None for p in draft.parties if p.side == side) for side in _sides(draft))


def _rank(draft: Draft) -> tuple[bool, bool, bool, bool, bool, int]:
    named = sum(1 for party in draft.parties if party.entity is not None and party.entity.name)
    return (
        draft.headline or draft.caption,
        draft.rule == "visit:move",
        draft.background,
        draft.form == "meeting" and draft.date is None,
        draft.date is None,
        -named,
    )


def _weak(group: list[Draft], groups: list[list[Draft]]) -> bool:
    """A headline alone, with nobody named, that the body tells in more detail."""
    if not all(draft.headline for draft in group):
        return False
    mine = group[0]
    if any(
        _family(other[0]) == _family(mine)
        and other is not group
        and not other[0].headline
        and _same_agent(mine, other[0])
        for other in groups
    ):
        return True
    return any(
        other is not group
        and not all(draft.headline for draft in other)
        and _family(other[0]) == _family(mine)
        and _sides(mine) <= _sides(other[0])
        and not (_named(mine) - {n for d in other for n in _named(d)})
        for other in groups
    )


def _same_agent(mine: Draft, other: Draft) -> bool:
    """The body tells the agent's contact with somebody whom the headline gives by office or company alone."""
    agents = _named(mine) & _named(other)
    strangers = [p.entity for p in mine.parties if p.entity is not None and p.entity.number not in agents]
    return (
        bool(agents)
        and all(
            e.name is None or (e.country is None and e.org is None and e.company is None and not e.vietnamese_form)
            for e in strangers
        )
        and bool(strangers)
    )


def _family(draft: Draft) -> str:
    return _FAMILY.get(draft.form, draft.form)


def _sides(draft: Draft) -> set[str]:
    return {party.side for party in draft.parties if party.side != "?"}


def _named(draft: Draft) -> set[int]:
    return {party.entity.number for party in draft.parties if party.entity is not None and party.entity.name}


def _same(a: Draft, b: Draft, story: Story) -> bool:
    """Whether two tellings are one contact."""
    if _family(a) != _family(b):
        return False
    if a.form != b.form and not (a.headline or b.headline or a.caption or b.caption or _general_verb(a, b, story)):
        return False
    if (a.session is None) != (b.session is None) and not (a.headline or b.headline):
        return False
    if not _status_fits(a, b, story) or not _dates_fit(a, b, story):
        return False
    if a.form == "visit":
        return _same_visit(a, b)
    sides_a, sides_b = _sides(a), _sides(b)
    if not (sides_a <= sides_b or sides_b <= sides_a):
        return False
    if a.form in ("conference", "ceremony", "signing") and not _keys_fit(a, b):
        return False
    return _people_fit(a, b)


def _general_verb(a: Draft, b: Draft, story: Story) -> bool:
    """khi gặp B … hội đàm với B: "to meet" is the general word for the talks of the same two."""
    words = [story.lower[draft.start : draft.end] for draft in (a, b)]
    return (
        a.sentence != b.sentence
        and len(_named(a)) > 1
        and _named(a) == _named(b)
        and any(word.startswith(story.grammar.general_meeting) for word in words)
    )


def _status_fits(a: Draft, b: Draft, story: Story) -> bool:
    """Equal, or a headline's; a visit that has begun in one sentence may be still ahead in another."""
    if (story.settled(a) == "recalled") != (story.settled(b) == "recalled") and not (a.headline or b.headline):
        return False
    under_way = a.form == "visit" and {a.status, b.status} == {"held", "planned"} and (a.begun or b.begun)
    return a.status == b.status or a.headline or b.headline or under_way


def _dates_fit(a: Draft, b: Draft, story: Story) -> bool:
    first, second = story.edtf(a.date)[0], story.edtf(b.date)[0]
    if not first or not second:
        news, other = (a, b) if not first else (b, a)
        # "hôm nay" is no day of last year, "năm ngoái" may be
        return news.date is None or story.earlier(news.date) or not story.earlier(other.date)
    if first == second:
        return True
    if a.form == "visit" and a.status == b.status and not (_vague(first) or _vague(second)):
        return _meet(_stretch(a, first), _stretch(b, second))
    if a.form == "visit" and (a.begun or b.begun) and (_closed(first) or _closed(second)):
        return _meet(first, second)
    return _inside(first, second) or _inside(second, first)


def _inside(day: str, interval: str) -> bool:
    ends = interval.split("/")
    return len(ends) == 2 and ".." not in ends and "/" not in day and ends[0] <= day <= ends[1]


def _meet(first: str, second: str) -> bool:
    """Whether two intervals, open or not, have a day in common."""
    (start_a, end_a), (start_b, end_b) = _ends(first), _ends(second)
    return (not start_a or not end_b or start_a <= end_b) and (not start_b or not end_a or start_b <= end_a)


def _vague(date: str) -> bool:
    """Whether a date tells no day: only a month or a year."""
    return len(date.split("/")[0].strip(".")) < len("XXXX-XX-XX") and ".." not in date


def _stretch(visit: Draft, date: str) -> str:
    """A visit of which only the arrival is told goes on from it, one of which the end is told ends on it."""
    if "/" in date or "," in date or visit.edge is None:
        return date
    return f"../{date}" if visit.edge == "end" else f"{date}/.."


def _closed(date: str) -> bool:
    """Whether both ends of an interval are known."""
    return "/" in date and ".." not in date


def _ends(date: str) -> tuple[str, str]:
    first, _, last = date.partition("/")
    return first.strip("."), (last if "/" in date else first).strip(".")


def _same_visit(a: Draft, b: Draft) -> bool:
    if a.country != b.country:
        return False
    guests_a, sides_a, _ = _guests(a)
    guests_b, sides_b, _ = _guests(b)
    if not guests_a or not guests_b:
        return sides_a == sides_b
    return bool(guests_a & guests_b) or (sides_a == sides_b and not (_named(a) and _named(b)))


def _people_fit(a: Draft, b: Draft) -> bool:
    """One names everyone the other names, or leaves a side without names."""
    named_a, named_b = _named(a), _named(b)
    if named_a <= named_b or named_b <= named_a:
        sides = {party.side for party in a.parties} & {party.side for party in b.parties}
        loose_a = _loose(a, sides, b)
        return loose_a and _loose(b, sides, a)
    return False


def _loose(draft: Draft, sides: set[str], other: Draft) -> bool:
    """People titled without a name are somebody whom the other names on the same side, or the same holder.

    A body that stands for a side is not the person whom the other names there, except in a headline.
    """
    if not (draft.headline or other.headline):
        for side in sides:
            bodies = [p for p in draft.parties if p.side == side]
            if all(p.entity is None and p.body for p in bodies) and any(
                p.entity and p.entity.name for p in other.parties if p.side == side
            ):
                return False
    for party in draft.parties:
        if party.entity is None or party.entity.name:
            continue
        on_side = [p for p in other.parties if p.side == party.side and p.entity is not None]
        if on_side and all(
            p.entity is not None and p.entity.name is None and p.entity.number != party.entity.number for p in on_side
        ):
            return False
    return True


def _keys_fit(a: Draft, b: Draft) -> bool:
    if a.key == b.key or not a.key or not b.key:
        return True
    if a.form == "conference" and a.sentence == b.sentence and a.rule == b.rule and not (a.background or b.background):
        return False  # two events of one list
    if a.form == "conference":
        orgs_a = {party.org for party in a.parties if party.org}
        orgs_b = {party.org for party in b.parties if party.org}
        if orgs_a and orgs_a == orgs_b and min(len(a.key.split()), len(b.key.split())) <= 3:
            return True
        return (
            a.key.split()[0] == b.key.split()[0]
            and (not orgs_a or not orgs_b or bool(orgs_a & orgs_b))
            and (a.headline or b.headline or a.key[:24] == b.key[:24])
        )
    return a.key.split()[0:2] == b.key.split()[0:2]


def merged(group: list[Draft], story: Story) -> Draft:
    """The best telling, with what only the others tell: date, place, people of a side that it leaves unnamed."""
    best = group[0]
    for other in group[1:]:
        if story.edtf(other.date)[0] is None:
            pass  # "hôm nay" in a report without a day of its own dates nothing
        elif story.edtf(best.date)[0] is None:
            best = replace(best, date=other.date, edge=other.edge)
        elif (stay := _stay(best, other)) is not None:
            best = replace(best, date=stay, edge=None)
        elif other.form == "visit" and other.edge is None and (best.edge is not None or _open(best, other, story)):
            best = replace(best, date=other.date, edge=None)
        if other.place is not None and (best.place is None or _richer(other, best)):
            best = replace(best, place=other.place)
        if best.country is None and other.country is not None:
            best = replace(best, country=other.country, country_why=other.country_why)
        best = replace(
            best,
            parties=_fill(best.parties, other.parties),
            occasion=best.occasion or other.occasion,
            kind=best.kind or other.kind,
            begun=best.begun or other.begun,
        )
    return best


def _stay(best: Draft, other: Draft) -> DateMention | None:
    """đến Hà Nội ngày 22/5 trong chuyến thăm kéo dài đến 25/5: from the arrival to the end, told in one sentence."""
    first, last = sorted((best, other), key=lambda draft: draft.start)
    if first.date is None or last.date is None or first.sentence != last.sentence or first.edge != "start":
        return None
    if last.date.open != "start" or first.date.last is not None or last.date.last is not None:
        return None
    return replace(first.date, end=last.date.end, last=last.date.first)


def _open(best: Draft, other: Draft, story: Story) -> bool:
    """Whether only one end of the best telling's date is known, and both of the other's."""
    mine, theirs = story.edtf(best.date)[0] or "", story.edtf(other.date)[0] or ""
    return ".." in mine and _closed(theirs)


def _richer(other: Draft, best: Draft) -> bool:
    mine, theirs = best.place, other.place
    if mine is None or theirs is None:
        return mine is None
    return not mine.venue and not mine.city and bool(theirs.venue or theirs.city)


def _fill(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """A side without a named person takes the persons whom another telling names on it."""
    out = list(parties)
    numbers = {party.entity.number for party in parties if party.entity is not None}
    for other in others:
        if other.entity is None or other.entity.number in numbers or not other.entity.name:
            continue
        on_side = [party for party in out if party.side == other.side]
        if on_side and not any(party.entity is not None and party.entity.name for party in on_side):
            out[out.index(on_side[0])] = other
            out = [party for party in out if party is other or party not in on_side]
    return tuple(out)
