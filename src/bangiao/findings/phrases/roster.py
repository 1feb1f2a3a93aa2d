"""Who is named in one report: every mention of a person put together, with the fullest name and office."""

from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from bangiao.findings.phrases.people import Mention
from bangiao.languages import HOME
from bangiao.languages.grammar import Grammar
from bangiao.reference.holders import country_of
from bangiao.text.fold import fold


class Entity(Struct, frozen=True):
    """A person of one report.

    `name_at` is where the fullest spelling stands, `office_at` the runs of offices that give the fullest title (two
    where offices stand before and after the name). `country` is null where no office tells it; then `known` is where
    somebody of this name held office by the table of tenures. `abroad` says that the report never names the home
    country, so that it is nobody's by default.
    """

    number: int
    name: str | None
    name_at: tuple[int, int] | None
    office_at: tuple[tuple[int, int], ...]
    channels: tuple[str, ...]
    country: str | None
    org: str | None
    vietnamese_form: bool
    late: bool
    country_at: tuple[int, int] | None = None
    company: tuple[int, int] | None = None
    abroad: bool = False
    known: str | None = None


class _Draft:
    def __init__(self, number: int) -> None:
        self.number = number
        self.mentions: list[Mention] = []
        self.words: list[tuple[str, ...]] = []
        self.titles: set[str] = set()
        self.aliases: list[tuple[str, ...]] = []

    @property
    def longest(self) -> tuple[str, ...]:
        return max(self.words, key=len, default=())

    def country(self) -> str | None:
        return next((mention.country for mention in self.mentions if mention.country), None)

    def org(self) -> str | None:
        return next((mention.org for mention in self.mentions if mention.org), None)

    def holds(self, titles: tuple[str, ...]) -> bool:
        """Whether every one of these offices is said of this person elsewhere."""
        return bool(titles) and self.titles.issuperset(titles)

    def begins(self, title: str) -> bool:
        """Whether one of the person's offices begins with these words."""
        return any(office.startswith(title) for office in self.titles)

    def heads(self) -> set[str]:
        return {_folded(office.head.words) for mention in self.mentions for office in mention.offices}


class Roster:
    """All people of one report, in the order of the text."""

    def __init__(self, mentions: list[Mention], text: str, grammar: Grammar, abroad: bool = False) -> None:
        self._text, self._grammar, self._abroad = text, grammar, abroad
        self._drafts: list[_Draft] = []
        self._of: dict[tuple[int, int], _Draft] = {}
        self._by_word: dict[str, dict[int, _Draft]] = {}
        self._by_title: dict[str, dict[int, _Draft]] = {}
        self._by_head: dict[str, dict[int, _Draft]] = {}
        ordered = sorted(mentions, key=lambda mention: mention.start)
        named = [mention for mention in ordered if mention.name]
        for mention in sorted(named, key=lambda mention: -len(_words(mention.name))):
            self._place(mention, self._by_name(mention))
        for mention in ordered:
            if not mention.name:
                self._place(mention, self._by_office(mention))
        self.entities = {id(draft): _entity(draft, text, grammar, abroad) for draft in self._drafts}

    def of(self, mention: Mention) -> Entity:
        """The person whom a mention names."""
        return self.entities[id(self._of[mention.start, mention.end])]

    def most_named(self) -> list[Entity]:
        """Titled persons, the one spoken of most often first."""
        titled = [draft for draft in self._drafts if draft.titles and draft.longest]
        return [self.entities[id(draft)] for draft in sorted(titled, key=lambda draft: -len(draft.mentions))]

    def holds(self, entity: Entity, heads: frozenset[str]) -> bool:
        """Whether a person holds an office with one of these heads (folded)."""
        return not heads.isdisjoint(next(draft for draft in self._drafts if draft.number == entity.number).heads())

    def is_consort(self, mention: Mention) -> bool:
        """Whether an office only says whose spouse somebody is."""
        return bool(mention.offices) and _folded(mention.offices[-1].head.words) in self._grammar.consorts

    def all(self) -> list[Entity]:
        """Every person of the report."""
        return list(self.entities.values())

    def title(self, mention: Mention) -> tuple[str, ...]:
        """The offices of a mention in lower case."""
        return tuple(self._text[office.start : office.end].lower() for office in mention.offices)

    def _place(self, mention: Mention, draft: _Draft | None) -> None:
        if draft is None:
            draft = _Draft(len(self._drafts))
            self._drafts.append(draft)
        draft.mentions.append(mention)
        draft.titles.update(self.title(mention))
        if mention.name:
            draft.words.append(_words(mention.name))
        if mention.alias:
            draft.aliases.append(_words(mention.alias))
        heads = [_folded(office.head.words) for office in mention.offices]
        for index, keys in (
            (self._by_word, (*_words(mention.name), *_words(mention.alias))),
            (self._by_title, self.title(mention)),
            (self._by_head, heads),
        ):
            for key in keys:
                index.setdefault(key, {})[draft.number] = draft
        self._of[mention.start, mention.end] = draft

    def _by_name(self, mention: Mention) -> _Draft | None:
        words = _words(mention.name)
        # whoever is meant has all of these words: only those who have the rarest of them are compared
        alike = _in_order(_rarest(self._by_word, words))
        fitting = [draft for draft in alike if _same_person(words, draft, mention)]
        if len(fitting) > 1:
            closer = [draft for draft in fitting if mention.country and draft.country() == mention.country]
            fitting = closer or fitting
        return fitting[0] if fitting else None

    def _leads(self, draft: _Draft, country: str) -> bool:
        """Whether somebody may be "the leader of <country>": its head of state, government or ruling party."""
        own = draft.country() == country or (country == HOME and draft.country() is None and _home(draft))
        top = any(office.channels == ("state",) for mention in draft.mentions for office in mention.offices)
        vague = bool(draft.longest) and draft.heads() <= self._grammar.any_leader  # a name without an office
        return own and (top or vague or not self._grammar.top_heads.isdisjoint(draft.heads()))

    def _unplaced(self, draft: _Draft) -> bool:
        """lãnh đạo Kim Jong-un: a foreign leader with a name, whose country no mention tells."""
        heads = draft.heads()
        leads = bool(draft.longest) and bool(heads) and heads <= self._grammar.any_leader
        fullest = max(draft.mentions, key=lambda mention: len(_words(mention.name)))
        return leads and draft.country() is None and draft.org() is None and not fullest.vietnamese_form

    def _by_office(self, mention: Mention) -> _Draft | None:
        """An office alone is the person of this report who holds it, where there is just one."""
        titles = self.title(mention)
        alike = _in_order(_rarest(self._by_title, titles))
        exact = [draft for draft in alike if draft.holds(titles)]
        if len(exact) == 1 and (mention.country is None or exact[0].country() in (None, mention.country)):
            return exact[0]
        begun = [draft for draft in self._drafts if draft.begins(titles[-1])] if mention.org else []
        if len(begun) == 1:
            return begun[0]  # Chủ tịch Liên minh X: who is told elsewhere to be Chủ tịch Liên minh X (LMX)
        head = _folded(mention.offices[-1].head.words)
        country = mention.country
        if head in self._grammar.any_leader:
            if not country or mention.offices[-1].channels not in ((), ("state",)):
                return None
            same = [draft for draft in self._drafts if self._leads(draft, country)]
            same = same or [draft for draft in self._drafts if self._unplaced(draft)]
            return same[0] if len(same) == 1 else None
        fitting = [
            draft
            for draft in _in_order(self._by_head.get(head, {}))
            if (country is None or draft.country() in (None, country))
            and (mention.org is None or draft.org() == mention.org or (draft.org() is None and not _home(draft)))
            and (self._abroad or country in (None, HOME) or draft.country() is not None or not _home(draft))
            and not _of_another_body(mention, draft)
        ]
        if len(fitting) > 1 and country is None:
            home = [draft for draft in fitting if draft.country() in (None, HOME)]
            fitting = home if len(home) == 1 else fitting
        if len(fitting) > 1:
            body = mention.offices[-1]
            same = [d for d in fitting if any(o.channels == body.channels for m in d.mentions for o in m.offices)]
            fitting = same if len(same) == 1 else fitting
        if len({id(draft) for draft in fitting}) == 1:
            return fitting[0]
        return None


def _rarest(index: dict[str, dict[int, _Draft]], keys: tuple[str, ...]) -> dict[int, _Draft]:
    """The people under that one of the keys which fewest have."""
    return min((index.get(key, {}) for key in keys), key=len, default={})


def _in_order(drafts: dict[int, _Draft]) -> list[_Draft]:
    return [drafts[number] for number in sorted(drafts)]


def _of_another_body(mention: Mention, draft: _Draft) -> bool:
    """Chủ tịch Thượng viện Nga, Chủ tịch Đảng A: two offices of one head, each with a body, of two channels."""
    body = mention.offices[-1]
    same = [one for m in draft.mentions for one in m.offices if one.head is body.head]
    bodied = [one for one in (body, *same) if one.last - one.first > 1 and one.channels]
    return (
        body in bodied
        and len(bodied) == len(same) + 1 > 1
        and not any(set(body.channels) & set(one.channels) for one in same)
    )


def _home(draft: _Draft) -> bool:
    return any(mention.vietnamese_form for mention in draft.mentions)


@lru_cache(maxsize=4096)
def _folded(words: str) -> str:
    return fold(words).lower


@lru_cache(maxsize=16384)
def _words(name: str | None) -> tuple[str, ...]:
    words = fold(name or "").lower.replace(" - ", "-").replace(".", " ").split()
    return tuple(word for word in words if len(word) > 1) or tuple(words)


def _same_person(words: tuple[str, ...], draft: _Draft, mention: Mention) -> bool:
    """Equal words, or the shorter a part of the longer; Vietnamese names need more than one word."""
    country, other = mention.country, draft.country()
    if country and other and country != other:
        return False
    longest = draft.longest
    if not longest:
        return False
    if words in draft.aliases:
        return True
    if words == longest or sorted(words) == sorted(longest):
        return True
    if len(words) == 1:
        if (
            mention.vietnamese_form
            and mention.name
            and len(mention.name) > 1
            and all(m.vietnamese_form for m in draft.mentions if m.name)
        ):
            heads = {_folded(office.head.words) for office in mention.offices}
            if heads & draft.heads() and words[0] in (longest[0], longest[-1]):
                return True  # Chủ tịch Tập, Tổng thống Moon: an office with one part of the name
            return words[0] in longest and mention.honorific and len(longest) <= 3
        return words[0] in longest
    return any(longest[i : i + len(words)] == words for i in range(len(longest) - len(words) + 1)) or (
        not mention.vietnamese_form and set(words) <= set(longest)
    )


def _entity(draft: _Draft, text: str, grammar: Grammar, abroad: bool) -> Entity:
    named = [mention for mention in draft.mentions if mention.name]
    fullest = max(named, key=lambda mention: (len(_words(mention.name)), -mention.start), default=None)
    titled = max(draft.mentions, key=lambda mention: _title_length(mention, text, grammar), default=None)
    runs = _runs(titled) if titled is not None and titled.offices else ()
    channels = titled.channels if titled is not None else ()
    return Entity(
        draft.number,
        fullest.name if fullest else None,
        (fullest.name_start, fullest.name_end) if fullest else None,
        runs,
        channels,
        draft.country(),
        None if draft.country() else draft.org(),
        bool(fullest and fullest.vietnamese_form),
        all(mention.late for mention in draft.mentions),
        next(
            (
                (office.start, office.end)
                for mention in draft.mentions
                for office in mention.offices
                if office.country or office.org
            ),
            None,
        ),
        next((mention.company for mention in draft.mentions if mention.company), None),
        abroad,
        _known(draft, fullest),
    )


def _known(draft: _Draft, fullest: Mention | None) -> str | None:
    """The country of a name without one, by the table of tenures."""
    if fullest is None or not fullest.name or draft.country() or draft.org():
        return None
    return country_of(fullest.name)


def _title_length(mention: Mention, text: str, grammar: Grammar) -> tuple[bool, bool, int]:
    """How much the offices of a mention tell: "người đồng cấp" and "nhà lãnh đạo" less than any office, and an office
    with a number in it ("thủ tướng thứ 14 của …") less than the same without."""
    told = [office for office in mention.offices if _folded(office.head.words) not in grammar.any_leader]
    words = [word for office in mention.offices for word in text[office.start : office.end].split()]
    numbered = any(word in grammar.nth and after.isdecimal() for word, after in pairwise(words))
    return bool(told), not (mention.name and numbered), sum(office.end - office.start for office in mention.offices)


def _runs(mention: Mention) -> tuple[tuple[int, int], ...]:
    """The contiguous runs of offices before and after the name."""
    before = [office for office in mention.offices if not mention.name or office.end <= mention.name_start]
    after = [office for office in mention.offices if mention.name and office.start >= mention.name_end]
    return tuple((run[0].start, run[-1].end) for run in (before, after) if run)
