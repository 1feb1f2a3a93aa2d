"""What a report has told so far: its contacts, its travellers, its tense; later sentences lean on it."""

from msgspec.structs import replace

from bangiao.findings.context.days import last_day, past
from bangiao.findings.context.drafts import Draft, Party, group_party, nation, parties_of
from bangiao.findings.context.scene import Scene
from bangiao.findings.dates.read import to_edtf
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME
from bangiao.languages.pack import Pack
from bangiao.model.dates import DateMention

_LONG_AGO = ("long_ago", "last_week", "last_month", "last_year")
_NEAR = 6  # the word before a date
_COMING = ("tomorrow", "next_week", "next_month", "next_year")


class Story:
    """The reading of one report while it goes on; `published` is YYYY-MM-DD or null."""

    def __init__(self, text: str, lower: str, published: str | None, pack: Pack) -> None:
        self.text, self.lower, self.published, self.pack = text, lower, published, pack
        self.grammar = pack.grammar
        self.drafts: list[Draft] = []
        self.named: set[str] = set()
        self.reference: str | None = None
        self._actor: list[Party] = []
        self.pair: list[Party] = []

    def add(self, drafts: list[Draft]) -> None:
        """Keep what a sentence told."""
        self.drafts.extend(drafts)

    def attend(self, parties: list[Party], form: str | None = None) -> bool:
        """Add those who were present to the last contact of that form, or that people attend; false where none is."""
        for index in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[index]
            fitting = draft.form == form if form else draft.form in ("talks", "conference", "meeting", "signing")
            if fitting and not draft.headline and not draft.background:
                known = {party.entity.number for party in draft.parties if party.entity is not None}
                fresh = [party for party in parties if party.entity is not None and party.entity.number not in known]
                kept = [
                    party
                    for party in draft.parties
                    if party.entity is not None or party.side not in {p.side for p in fresh}
                ]
                self.drafts[index] = replace(draft, parties=(*kept, *fresh))
                return True
        return False

    def foreign_countries(self) -> set[str]:
        """Every country other than home that the report names."""
        return self.named - {HOME}

    def has_form(self, form: str) -> bool:
        """Whether a contact of this form has been told."""
        return any(draft.form == form and not draft.headline for draft in self.drafts)

    def last_date(self) -> DateMention | None:
        """The day of the last contact that was dated, for "cùng ngày" and "sau lễ đón"."""
        for draft in reversed(self.drafts):
            if (
                draft.status != "recalled"
                and draft.date is not None
                and draft.date.last is None
                and not draft.background
                and draft.form != "visit"
            ):
                return draft.date
        return None

    def earlier(self, date: DateMention | None) -> bool:
        """Whether a date lies so far back that a report only recalls what was then."""
        if date is not None and (date.relative in _LONG_AGO or self._back_in(date)):
            return True
        if date is not None and date.tense == "past" and date.first.month and not date.first.day:
            return True  # tháng 4 vừa qua
        day = last_day(self.edtf(date)[0] or "")
        return bool(day) and past(day, self.published or self.reference, dated=self.published is not None)

    def _back_in(self, date: DateMention) -> bool:
        """hồi tháng 3, hồi cuối năm ngoái; not "hồi 10 giờ", which is of the day itself."""
        words = self.lower[date.start : date.end].split()
        if words[0] in self.grammar.back_in:
            return len(words) > 1 and not words[1][0].isdigit()
        before = self.lower[max(0, date.start - _NEAR) : date.start].split()
        return before[-1:] != [] and before[-1] in self.grammar.back_in and not words[0][0].isdigit()

    def settled(self, draft: Draft) -> str:
        """The status of a contact: what its verb tells, corrected by its date."""
        if draft.status not in ("held", "planned") or draft.date is None:
            return draft.status
        if draft.status == "planned" and self._back_in(draft.date):
            return "recalled"
        if self.ahead(draft.date) and not draft.begun:
            return "planned"
        return "recalled" if draft.status == "held" and self.earlier(draft.date) else draft.status

    def ahead(self, date: DateMention | None) -> bool:
        """Whether a date begins after the day of publication."""
        if date is not None and date.relative in _COMING:
            return True
        first = (self.edtf(date)[0] or "").split("/")[0].lstrip("[")
        return bool(self.published) and first[:4].isdigit() and first > (self.published or "")[: len(first)]

    def online(self, scene: Scene) -> bool:
        """Whether the sentence says that it was held online."""
        sentence = self.lower[scene.start : scene.end]
        return any(words in sentence for words in self.grammar.online)

    def actor(self) -> list[Party]:
        """Ông, bà: whoever the sentence before spoke of first."""
        return list(self._actor)

    def mind(self, scene: Scene) -> None:
        """Remember who a sentence speaks of, for the pronoun of the next."""
        for index, phrase in enumerate(scene.phrases):
            if phrase.kind == "people" and index not in scene.inviters and not scene.in_occasion(index):
                found = parties_of(phrase, scene.roster)
                if found:
                    self._actor = found[:1]
                return

    def both(self) -> list[Party]:
        """Hai bên: whoever met last, else the two of whom the report speaks most."""
        return self.met() or list(self.pair)

    def met(self) -> list[Party]:
        """The people of the last contact that has two sides with people, else of the last with two sides."""
        for draft in reversed(self.drafts):
            sides = {party.side for party in draft.parties if party.entity is not None}
            if len(sides) >= 2 and draft.form != "message":
                return list(draft.parties)
        for draft in reversed(self.drafts):
            sides = {party.side for party in draft.parties}
            if len(sides) >= 2:
                return list(draft.parties)
        return []

    def parties(self, scene: Scene, phrase: Phrase) -> list[Party]:
        """The people or the body of a phrase as parties; "hai bên" and "ông" are whoever was told before."""
        if phrase.role("both"):
            return self.both()
        if phrase.kind == "pronoun":
            return self._he(scene, phrase) or self.actor()
        if phrase.kind == "people":
            return parties_of(phrase, scene.roster)
        if phrase.kind == "pair":
            return [group_party(country) for country in phrase.pair()]
        return [group_party(phrase)] if phrase.country or phrase.org else []

    def _he(self, scene: Scene, pronoun: Phrase) -> list[Party]:
        """A nói ông sẵn sàng …: the person with whom the sentence itself began."""
        for index, phrase in enumerate(scene.phrases):
            if phrase.start >= pronoun.start:
                return []
            if phrase.kind == "people" and index not in scene.inviters and not scene.in_occasion(index):
                return parties_of(phrase, scene.roster)[:1]
        return []

    def default_agents(self) -> list[Party]:
        """The subject that a sentence leaves out: the last home person who acted."""
        for draft in reversed(self.drafts):
            if draft.headline:
                continue
            return [party for party in draft.parties if party.entity is not None][:1]
        return []

    def guests(self) -> list[tuple[Party, str]]:
        """Who is said to travel, and to which country."""
        return [(party, country) for _, party, country in self._trips()]

    def _trips(self) -> list[tuple[Draft, Party, str]]:
        return [
            (draft, party, draft.country)
            for draft in self.drafts
            if draft.form == "visit" and draft.country and draft.status not in ("cancelled", "recalled")
            for party in draft.parties
            if party.guest
        ]

    def trip_country(self) -> str | None:
        """The one country that all visits of the report go to, else null."""
        countries = {country for _, country in self.guests()}
        return countries.pop() if len(countries) == 1 else None

    def trip_of(self, parties: tuple[Party, ...], sentence: int | None = None, near: bool = False) -> str | None:
        """The country abroad that one of these people is said to visit: in that sentence, else told first.

        `near`: else told last before that sentence, for whoever has no country of his own.
        """
        numbers = {party.entity.number for party in parties if party.entity is not None}
        sides = {party.side for party in parties}
        beside = {party.side for draft in self.drafts if draft.sentence == sentence for party in draft.parties}
        last = -1 if sentence is None or not near else sentence
        trips = [
            (
                (
                    draft.sentence == sentence,
                    country in sides,
                    country in beside,
                    draft.sentence if draft.sentence < last and _under_way(draft) else -1,
                ),
                country,
            )
            for draft, guest, country in [*self._trips(), *self._attending()]
            if guest.entity is not None and guest.entity.number in numbers
        ]
        return max(trips, key=lambda trip: trip[0])[1] if trips else None

    def stay_of(self, draft: Draft) -> str | None:
        """A hội đàm với B tại Paris. A cũng gặp C: the country of one side in which the other was its guest."""
        sides, people = {party.side for party in draft.parties}, set(draft.people)
        found = set()
        for other in self.drafts:
            where = other.country or (other.place.country if other.place is not None else None)
            if where not in sides or other.form in ("visit", "message", "call", "conference"):
                continue
            if other.status != draft.status or self.settled(other) == "recalled":
                continue
            guests = {party.entity for party in other.parties if party.side != where and party.entity is not None}
            if where in {party.side for party in other.parties} and guests & people:
                found.add(where)
        return found.pop() if len(found) == 1 else None

    def _attending(self) -> list[tuple[Draft, Party, str]]:
        """Who attends a conference abroad, and in which country."""
        return [
            (draft, party, draft.country)
            for draft in self.drafts
            if draft.form == "conference" and draft.country
            for party in draft.parties
            if party.entity is not None and party.side not in (draft.country, "?")
        ]

    def status(self, scene: Scene, index: int) -> str:
        """Held, planned or cancelled, by the words round the verb."""
        if scene.marked(index, "cancelled", reach=8) or self._put_off(scene, index):
            return "cancelled"
        if self._once(scene, index) or self._back_then(scene, index):
            return "recalled"
        if self._future(scene, index) or scene.marked(index, "accepted", reach=5):
            return "planned"
        if self._before_plan(scene, index) or self._goes_on(scene, index):
            return "planned"
        return "planned" if self._trip_ahead(scene) else "held"

    def _before_plan(self, scene: Scene, index: int) -> bool:
        """Trước khi gặp B, A sẽ hội đàm với C: what a plan comes before is ahead too."""
        occasion = scene.occasion_at(index)
        if occasion is None or scene.phrases[occasion[0]].text.lower() not in self.grammar.ahead_of:
            return False
        return any(phrase.role("future") for phrase in scene.phrases[occasion[1] :])

    def _trip_ahead(self, scene: Scene) -> bool:
        """A đi thăm tuần tới. A dự Hội nghị …: without a word of time, what a traveller does is on the trip to come."""
        if any(draft.status == "held" and not self.ahead(draft.date) for draft in self.drafts):
            return False
        trips = [d for d in self.drafts if d.form == "visit" and (d.status == "planned" or self.ahead(d.date))]
        travellers = {p.entity.number for d in trips for p in d.parties if p.guest and p.entity is not None}
        if not travellers or any(
            phrase.text.lower() in self.grammar.past or (phrase.date is not None and phrase.date.relative is not None)
            for phrase in scene.phrases
        ):
            return False
        return any(p.entity is not None and p.entity.number in travellers for p in self.people_in(scene))

    def _goes_on(self, scene: Scene, index: int) -> bool:
        """Ông A sẽ gặp B. Tiếp đó, ông hội đàm với C: what follows a plan is planned, unless a tense says otherwise."""
        if not self.drafts or self.drafts[-1].headline or self.drafts[-1].status != "planned":
            return False
        before = {phrase.text.lower() for phrase in scene.phrases[:index]}
        return not before.isdisjoint(self.grammar.goes_on) and before.isdisjoint(self.grammar.past)

    def _once(self, scene: Scene, index: int) -> bool:
        """từng gặp …; cuộc gặp … hồi tháng 3: an earlier event that is only referred to."""
        if any(phrase.text in self.grammar.once for phrase in scene.phrases[max(0, index - 3) : index]):
            return True
        for phrase in scene.phrases[index + 1 : index + 12]:
            if phrase.kind == "date" and phrase.date is not None:
                return self._back_in(phrase.date) or phrase.date.relative == "last_year"
            if phrase.text in (",", ";", ".") or (phrase.kind == "trigger" and not phrase.tells("event")):
                return False
        return False

    def _back_then(self, scene: Scene, index: int) -> bool:
        """Tại cuộc gặp đó, A và B …; trong chuyến thăm năm ngoái, A gặp B: what is told beside what is recalled."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or self.settled(last) != "recalled":
            return False
        if last.sentence == scene.number:
            return any(
                scene.phrases[first].start < last.start < scene.phrases[index].start for first, _ in scene.occasions
            )
        return any(phrase.text.lower() in self.grammar.pointing_back for phrase in scene.phrases[: min(index, 8)])

    def _put_off(self, scene: Scene, index: int) -> bool:
        for position in range(index + 1, len(scene.phrases)):
            phrase = scene.phrases[position]
            if phrase.role("cancelled") and (
                phrase.text.startswith(self.grammar.undone) or scene.phrases[position - 1].text in self.grammar.passive
            ):
                return True
            told_of = phrase.role("speech") and scene.phrases[position - 1].text not in scene.grammar.passive
            if phrase.text == ";" or told_of or phrase.tells("meet", "visit", "send"):
                return False
        return False

    def _future(self, scene: Scene, index: int) -> bool:
        entry, after = scene.phrases[index].entry, scene.phrases[index + 1 : index + 2]
        if (
            entry is not None
            and entry.noun
            and after
            and (after[0].role("future") or after[0].text in self.grammar.soon or self._coming(scene, index))
        ):
            return True  # cuộc gặp dự kiến giữa …
        if entry is not None and entry.noun and not scene.in_occasion(index) and self._to_be(scene, index):
            return True
        for position in range(index - 1, -1, -1):
            phrase = scene.phrases[position]
            if phrase.role("future") or self._before_trip(scene, position):
                return True
            if entry is not None and entry.noun and phrase.text in self.grammar.may:
                return True  # A có thể bàn việc X trong cuộc gặp với B
            if phrase.text in self.grammar.not_future or (phrase.role("speech", "occasion") and position + 1 < index):
                return False
        return False

    def _to_be(self, scene: Scene, index: int) -> bool:
        """Đây sẽ là cuộc gặp …; cuộc gặp giữa A và B dự kiến diễn ra …: before the noun, or behind the two sides."""
        if any(phrase.text.lower() in self.grammar.will_be for phrase in scene.phrases[max(0, index - 2) : index]):
            return True
        for position in range(index + 1, min(len(scene.phrases) - 1, index + 10)):
            phrase = scene.phrases[position]
            if phrase.role("future"):
                return scene.phrases[position + 1].text in self.grammar.held_by
            if phrase.text in self.grammar.will_be:
                return True
            sides = phrase.kind in ("people", "country", "org", "pair", "place", "date")
            if not sides and phrase.text not in self.grammar.between_sides:
                return False
        return False

    def _coming(self, scene: Scene, index: int) -> bool:
        """chuyến thăm Việt Nam sắp tới của B: the word stands after the country."""
        following = scene.phrases[index + 1 : index + 4]
        place = bool(following) and following[0].kind in ("country", "place", "word", "trigger")
        return place and any(phrase.text in self.grammar.soon for phrase in following)

    def _before_trip(self, scene: Scene, position: int) -> bool:
        """… trả lời phỏng vấn trước chuyến thăm …: the trip, and what is done on it, is still ahead."""
        following = [
            p for p in scene.phrases[position + 1 : position + 3] if not p.role("past")
        ]  # trước khi có chuyến thăm
        entry = following[0].entry if following else None
        return (
            scene.phrases[position].text.lower() in self.grammar.ahead_of
            and entry is not None
            and entry.noun
            and entry.frame == "visit"
        )

    def edtf(self, date: DateMention | None) -> tuple[str | None, str | None]:
        """A date in EDTF with its basis, by the day of publication."""
        return to_edtf(date, self.published) if date is not None else (None, None)

    def foreign_country(self, scene: Scene) -> str | None:
        """The one country other than home that a sentence names, else null."""
        codes = {
            code for phrase in scene.phrases for code in ([phrase.country] if phrase.country else []) if code != HOME
        }
        for phrase in scene.phrases:
            for mention in phrase.mentions:
                entity = scene.roster.of(mention)
                code = nation(entity)
                if code and code != HOME:
                    codes.add(code)
        return codes.pop() if len(codes) == 1 else None

    def people_in(self, scene: Scene) -> list[Party]:
        """Everyone whom a sentence names, inviters left out."""
        return [
            party
            for index, phrase in enumerate(scene.phrases)
            if phrase.kind == "people" and index not in scene.inviters
            for party in parties_of(phrase, scene.roster)
        ]


def _under_way(draft: Draft) -> bool:
    """Whether a visit is told as taking place: one that is planned or only looked at says not where somebody is."""
    return draft.status == "held" and not draft.background
