"""The verbs of saying and acting in a sentence, each with its subject: who agrees, proposes, thanks, affirms."""

from msgspec import Struct

from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.said.quotes import has_mark, quoted
from bangiao.findings.said.subjects import all_agents, fronted, is_agent, is_light, is_object, main_subject
from bangiao.findings.said.words import ActWords, Match

# so many words that are neither subject nor particle may stand between a subject and its verb
_FAR = 5
_SHORT = 15  # so many characters hold the words right before a verb
_AFTER_NAME = ('"', ":", "-", ")", "*", ".", "'")


class Verb(Struct, frozen=True):
    """An act in its sentence.

    `link`: "direct" (its subject stands before it), "linked" (it shares the subject of the verb before), "initial"
    (no subject stands before it in the sentence), "content" (it stands inside what is said, or is no verb). `agents`
    are the numbers of the subject's phrases; `last_alone`: of the last of them only the last person ("gặp A, B nói …").
    `nested` says that a verb of saying governs the clause; `partner` is the phrase of the one it was done with.
    """

    match: Match
    index: int
    link: str
    agents: tuple[int, ...] = ()
    nested: bool = False
    partner: int | None = None
    last_alone: bool = False


class _Place(Struct, frozen=True):
    """Where a verb stands, while its subject is looked for."""

    scene: Scene
    match: Match
    index: int
    previous: Verb | None
    words: ActWords
    text: str

    def verb(self, link: str, agents: tuple[int, ...] = (), last_alone: bool = False) -> Verb:
        return Verb(self.match, self.index, link, agents, last_alone=last_alone)

    @property
    def content(self) -> Verb:
        """The words are no verb of their own here."""
        return self.verb("content", self.previous.agents if self.previous else ())


def verbs(scene: Scene, lower: str, text: str, words: ActWords) -> list[Verb]:
    """The acts of a sentence from left to right."""
    found: list[Verb] = []
    for match in words.matches(lower, scene.start, scene.end):
        index = next((number for number, phrase in enumerate(scene.phrases) if phrase.end > match.start), None)
        if index is not None and not _named(scene, index, match, text):
            found.append(_verb(_Place(scene, match, index, found[-1] if found else None, words, text)))
    return found


def _named(scene: Scene, index: int, match: Match, text: str) -> bool:
    """Whether the words belong to a name or title ("Tuyên bố chung …")."""
    phrase = scene.phrases[index]
    if phrase.kind in ("people", "org") and phrase.start < match.start:
        return True
    if phrase.kind == "trigger" and phrase.start < match.start and "," in phrase.text:
        return True  # cuộc tiếp xúc, trao đổi
    if not text[match.start].isupper() or match.start == scene.start:
        return False
    return bool(index) and scene.phrases[index - 1].text not in _AFTER_NAME


def _verb(place: _Place) -> Verb:
    """Walk back from the verb to what governs it: a subject, a comma or "và", the verb before, the sentence's start."""
    phrases, words = place.scene.phrases, place.words
    before = _word_before(place)
    if words.holds("bar", before) or _taken(place, before) or _pointed(place):
        return place.content
    far = 0
    for position in range(place.index - 1, -1, -1):
        phrase = phrases[position]
        if place.previous is not None and phrase.start < place.previous.match.end:
            return _chained(place, place.previous) if far <= 1 else place.content
        if is_agent(phrase, words):
            return _with_subject(place, position)
        if words.holds("break", phrase.text.lower()):
            return place.content if far else _after_break(place, position)
        if phrase.kind == "trigger" or words.holds("copula", phrase.text):
            return place.content
        far += not is_light(phrase, words) and phrase.kind not in ("date", "place", "mark")
        if far > _FAR:
            return place.content
    return place.content if far else _at_head(place)


def _taken(place: _Place, before: str) -> bool:
    """có thể đạt thỏa thuận, vẫn giữ cam kết, điện mừng: what stands before the words leaves no deed of them."""
    if place.match.commitment is None and place.words.ends("letter", before):
        return True
    inner = place.scene.phrases[place.index].start < place.match.start
    if inner and place.words.ends("bar", before):
        return True
    led = place.text[max(place.scene.start, place.match.start - _SHORT) : place.match.start].lower().rstrip()
    return any(f" {led}".endswith(f" {word}") for word in place.words.lists["undone"])


def _pointed(place: _Place) -> bool:
    """Cam kết này …: words that may be a noun and are pointed at."""
    act = place.match.commitment or place.match.statement
    after = place.text[place.match.end : place.match.end + _SHORT].split()[:1]
    return act is not None and act.noun and bool(after) and place.words.holds("this", after[0].lower())


def _word_before(place: _Place) -> str:
    """The word right before a verb, in lower case ("theo" in "theo yêu cầu")."""
    phrase = place.scene.phrases[place.index]
    if phrase.start < place.match.start:
        return phrase.text[: place.match.start - phrase.start].lower().strip()
    return place.scene.phrases[place.index - 1].text.lower() if place.index else ""


def _at_head(place: _Place) -> Verb:
    """A sentence that begins with the verb; "Đề xuất này …", "Tuyên bố được …" begin with a noun."""
    phrases = place.scene.phrases[place.index :]
    after = next((phrase.text for phrase in phrases if phrase.start >= place.match.end), "")
    act = place.match.commitment or place.match.statement
    noun = act is not None and act.noun and fronted(place.scene, place.index) is None
    return place.content if noun or place.words.holds("points", after) else place.verb("initial")


def _chained(place: _Place, previous: Verb) -> Verb:
    """bày tỏ mong muốn: the second verb right after the first; in "đánh giá cao cam kết" it is a noun."""
    if previous.link == "content" or (previous.match.statement is not None and not _reports(previous)):
        return place.content
    return Verb(place.match, place.index, "linked", previous.agents, nested=True, last_alone=previous.last_alone)


def _after_break(place: _Place, position: int) -> Verb:
    """After a comma or "và" the subject of the verb before goes on."""
    scene, words, previous = place.scene, place.words, place.previous
    before = scene.phrases[position - 1] if position else None
    beside = scene.phrases[position].text == "," and position == place.index - 1
    if beside and before is not None and is_agent(before, words) and not is_object(scene, position - 1, words):
        return place.verb("direct", all_agents(scene, position - 1, words))
    if before is not None and _nominal(place, before, position):
        return place.content
    if previous is not None and previous.link != "content":
        return place.verb("linked", previous.agents, previous.last_alone)
    subject = _outside_quotes(place, main_subject(scene, position, words))
    unread = not subject and has_mark(place.text, scene.start, place.match.start)
    return place.content if unread else place.verb("linked", subject)


def _outside_quotes(place: _Place, subject: tuple[int, ...]) -> tuple[int, ...]:
    """None of them where they only stand in a quotation and the verb after it ("A …", X nhận định)."""
    scene, text = place.scene, place.text
    span = (scene.start, scene.end)
    inside = subject and quoted(text, span, scene.phrases[subject[0]].start)
    return () if inside and not quoted(text, span, place.match.start) else subject


def _nominal(place: _Place, before: Phrase, position: int) -> bool:
    """có cuộc tiếp xúc, trao đổi …; sau hội đàm và ký kết; sự hỗ trợ và ủng hộ: the words go on with a noun."""
    phrases = place.scene.phrases
    if before.kind == "trigger" and (
        place.match.commitment is None or (position > 1 and phrases[position - 2].role("occasion"))
    ):
        return True
    near = phrases[max(0, position - 3) : position]
    return place.words.holds("and", phrases[position].text) and any(
        place.words.holds("nominal", phrase.text) for phrase in near
    )


def _with_subject(place: _Place, position: int) -> Verb:
    """A verb before which an agent stands: its subject, or the object of the verb before."""
    scene, words, previous = place.scene, place.words, place.previous
    if is_object(scene, position, words):
        return _after_object(place, position)
    agents = all_agents(scene, position, words)
    if agents[0] and words.holds("subordinate", scene.phrases[agents[0] - 1].text.lower()):
        return place.content
    nested = previous is not None and _touches(scene, previous, position, words)
    if nested and previous is not None and not _reports(previous):
        return place.content
    return Verb(place.match, place.index, "direct", agents, nested)


def _after_object(place: _Place, position: int) -> Verb:
    """Tại cuộc gặp với A, B khẳng định …; A hội đàm với B nhất trí …"""
    mentions = place.scene.phrases[position].mentions
    if len(mentions) > 1 and mentions[-1].start - mentions[-2].end <= len(", "):
        return place.verb("direct", (position,), last_alone=True)
    subject = _outside_quotes(place, main_subject(place.scene, position, place.words))
    if place.previous is None and subject:
        return Verb(place.match, place.index, "direct", subject, partner=position)
    return place.verb("content", place.previous.agents if place.previous else subject)


def _reports(verb: Verb) -> bool:
    """Whether what follows a verb may itself be an act ("cho biết hai bên đã ký …")."""
    acts = [act for act in (verb.match.statement, verb.match.commitment) if act is not None]
    return not acts or any(act.reports for act in acts)


def _touches(scene: Scene, previous: Verb, position: int, words: ActWords) -> bool:
    """Whether nothing but small words stands between a verb and the agent after it, who is then within what is said."""
    between = scene.phrases[previous.index + 1 : position]
    # "Bày tỏ vui mừng, X khẳng định …": after a fronted verb or one that reports nothing a comma parts
    apart = previous.link == "initial" or not _reports(previous)
    return all(
        words.holds("opens", phrase.text.lower())
        or (phrase.text == "," and not apart)
        or phrase.start < previous.match.end
        for phrase in between
    )


def elsewhere(scene: Scene, verb: Verb, words: ActWords) -> bool:
    """A sẽ gặp B, trao đổi …; A từng hứa …: whether what a verb tells is yet to come, or was said once before."""
    phrases = scene.phrases[verb.agents[-1] + 1 if verb.agents else 0 : verb.index]
    return any(phrase.role("future") or words.holds("elsewhere", phrase.text.lower()) for phrase in phrases)
