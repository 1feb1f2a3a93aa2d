"""Whether a sentence's verb carries a commitment, of which kind, and by whom."""

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.said.clauses import Verb, elsewhere
from bangiao.findings.said.speakers import Speaker
from bangiao.findings.said.subjects import is_agent, is_both
from bangiao.findings.said.telling import Telling
from bangiao.findings.said.topics import masked, read_topics
from bangiao.findings.said.words import Act, ActWords, stands

# topics that name relations as a whole rather than a field
_WHOLE = frozenset(("politics", "party", "parliament", "international_regional", "people_to_people", "local", "other"))
_MEETINGS = ("talks", "meeting", "call")
# who is called upon stands among so many first phrases after the verb
_NAMED = 5
# a principle, one's own people or a joint deed counts where it stands among so many first words of the clause
_STANCE, _HOME, _JOINT, _WISH = 10, 6, 4, 7


class Found(Struct, frozen=True):
    """A commitment before it is cited: `why` says how the sides were read where no words tell them."""

    kind: str
    verb: Verb
    speaker: Speaker
    by: tuple[str, ...]
    why: str


class _Clause(Struct, frozen=True):
    """A verb with its act, its subject, who reports it, and the words after it."""

    telling: Telling
    words: ActWords
    verb: Verb
    act: Act
    speaker: Speaker
    reporter: Verb | None
    sayer: Speaker | None
    text: str

    @property
    def both(self) -> bool:
        """Whether both sides are the subject."""
        return self.speaker.both or len(self.speaker.by) > 1


def judge(telling: Telling, words: ActWords, before: Found | None) -> Found | None:
    """The first commitment of a sentence; `before` is the one of the sentence before."""
    if any(who is not None and not who.official for verb, who in telling.verbs if verb.link == "direct"):
        return None
    reporter: Verb | None = None
    sayer: Speaker | None = None
    for number, (verb, speaker) in enumerate(telling.verbs):
        if verb.link == "content":
            continue
        act = verb.match.commitment
        if act is not None and speaker is not None:
            clause = _Clause(telling, words, verb, act, speaker, reporter, sayer, _after(telling, verb))
            found = _judge(clause, before)
            if found is not None:
                return _lifted(telling, number, found, words)
        if verb.match.statement is not None:
            reporter, sayer = verb, speaker
    return None


def _after(telling: Telling, verb: Verb) -> str:
    """The words after a verb, in lower case, up to the next semicolon or the end of the sentence."""
    lower, end = telling.story.lower, telling.scene.end
    stop = lower.find(";", verb.match.end, end)
    return lower[verb.match.end : end if stop < 0 else stop].lstrip()


def _lifted(telling: Telling, number: int, found: Found, words: ActWords) -> Found:
    """nhất trí nâng cấp quan hệ …: what is agreed is the upgrade."""
    for after, _ in telling.verbs[number + 1 : number + 2]:
        act = after.match.commitment
        lifts = found.kind == "agreed" and act is not None and act.kind == "elevated" and after.nested
        if lifts and not _to_come(telling, after, words):
            return replace(found, kind="elevated", verb=after)
    return found


def _judge(clause: _Clause, before: Found | None) -> Found | None:
    act, speaker, sayer = clause.act, clause.speaker, clause.sayer
    if not _needs_met(clause) or not speaker.official or (sayer is not None and not sayer.official):
        return None
    if act.joint and not (clause.verb.link == "direct" and clause.both):
        return None
    if act.kind == "pledged" and not _promised(clause, before):
        return None
    alone = sayer is not None and (sayer.both or len(sayer.by) < 2)
    if sayer is not None and clause.verb.nested and not act.own and (not act.joint or alone):
        clause = replace(clause, speaker=sayer)
    by, why, both = _sides(clause)
    kind = _kind(clause, both)
    if not kind or not set(by) & clause.telling.talk.sides:
        return None
    return Found(kind, clause.verb, clause.speaker, by, why)


def _kind(clause: _Clause, both: bool) -> str:
    act = clause.act
    kind = act.both if both else act.one
    kind = act.kind if kind is None else kind
    # "Mỹ nhất trí sẽ …": one side that will do something promises it
    alone = kind == "agreed" and not both
    return "pledged" if alone and clause.words.holds("will", _first(clause.text, 1)) else kind


def _needs_met(clause: _Clause) -> bool:
    """Whether the words that an act needs follow, and none that take it away."""
    act, words = clause.act, clause.words
    if act.needs and not _vowed(clause) and not stands(words.needs[act.needs], _first(clause.text, act.within)):
        return False
    if words.within("unsure", clause.telling.story.lower[clause.telling.scene.start : clause.verb.match.start]):
        return False
    if act.follows and words.starts("encounter", clause.text):
        return False
    if not (act.follows or act.joint) and elsewhere(clause.telling.scene, clause.verb, words):
        return False
    if act.kind == "invited":
        return not words.within("courtesy", clause.text)
    if act.kind == "pledged":
        first = _first(clause.text, _STANCE)
        return not words.within("stance", first) and not (act.follows and words.within("threat", first))
    if act.kind == "agreed":
        return not words.starts("unity", clause.text)
    if act.kind in ("signed", "elevated"):
        return _done_now(clause)
    if act.kind == "proposed":
        return _asked(clause)
    return True


def _vowed(clause: _Clause) -> bool:
    """X khẳng định nước X sẽ …: a promise, whatever the deed."""
    statement = clause.reporter.match.statement if clause.reporter is not None else None
    return clause.act.follows and clause.verb.nested and statement is not None and statement.vows


def _done_now(clause: _Clause) -> bool:
    """A signing or an upgrade that is neither yet to come nor years ago."""
    if _to_come(clause.telling, clause.verb, clause.words):
        return False
    if clause.act.kind == "signed":
        return True
    apart = clause.verb.link == "linked" and not clause.verb.nested
    return not apart and not any(word in clause.text for word in clause.words.lists["past"])


def _to_come(telling: Telling, verb: Verb, words: ActWords) -> bool:
    """Whether the act is yet to come ("sẽ ký", "sớm ký kết")."""
    before = telling.scene.phrases[max(0, verb.index - 3) : verb.index]
    return any(words.holds("agenda", phrase.text.lower()) for phrase in before)


def _asked(clause: _Clause) -> bool:
    """Whether the other side is asked for something: not one's own people, no hope, no later meeting's agenda."""
    if clause.words.within("home", _first(clause.text, _HOME)):
        return False
    if clause.act.addressed and not _addressed(clause):
        return False
    if clause.act.needs == "steps":
        return not any(phrase.role("future") for phrase in clause.telling.scene.phrases[: clause.verb.index])
    return clause.act.needs != "measure" or _wished(clause)


def _addressed(clause: _Clause) -> bool:
    """Whether the words right after the verb name the other side, its people or firms, or both sides."""
    talk = clause.telling.talk
    after = [p for p in clause.telling.scene.phrases[clause.verb.index :] if p.start >= clause.verb.match.end]
    for phrase in after[:_NAMED]:
        if is_both(phrase, clause.words) or set(talk.named(clause.telling.scene, phrase)) & talk.sides:
            return True
    return False


def _wished(clause: _Clause) -> bool:
    """mong muốn: a field is named, or the other side is asked for a deed; relations as a whole are only a hope."""
    if clause.words.starts("whole", clause.text):
        return False
    scene, story, start = clause.telling.scene, clause.telling.story, clause.verb.match.end
    span = (start, min(scene.end, start + 1 + len(clause.text)))
    found = read_topics(story.text, story.lower, span, masked(scene), story.pack.language)
    if any(one.topic not in _WHOLE for one in found):
        return True
    after = next((phrase for phrase in scene.phrases if phrase.start >= start), None)
    if after is None or not is_agent(after, clause.words):
        return False
    return not clause.words.within("whole", _first(clause.text, _WISH))


def _promised(clause: _Clause, before: Found | None) -> bool:
    """Whether one promises for oneself: "X khẳng định nước X sẽ …"; not what is hoped of another."""
    act, speaker, sayer = clause.act, clause.speaker, clause.sayer
    if clause.reporter is not None and (clause.verb.nested or act.follows):
        statement = clause.reporter.match.statement
        if statement is not None and statement.hopes and act.follows:
            return False
        return sayer is None or not sayer.by or speaker.both or bool(set(sayer.by) & set(speaker.by))
    if not act.follows:
        return True
    if clause.verb.link != "direct" or speaker.entity is not None:
        return False
    if clause.both:
        return stands(clause.words.needs["joint"], _first(clause.text, _JOINT))
    return before is not None and set(speaker.by) <= set(before.by)


def _sides(clause: _Clause) -> tuple[tuple[str, ...], str, bool]:
    """By whom, why where no words tell it, and whether both sides do it."""
    act, speaker = clause.act, clause.speaker
    pair = clause.telling.talk.pair(clause.telling.scene, clause.verb.match.start)
    if act.accepts:
        return tuple(key for key in pair if key not in speaker.by), "the side whose invitation is accepted", clause.both
    if not clause.both and act.kind in ("signed", "elevated"):
        return pair or speaker.by, "a signing has the two sides of the contact", False
    if not clause.both and act.kind == "agreed" and _shared(clause):
        return pair or speaker.by, "agreed with the other side of the contact", True
    return speaker.by, speaker.why, clause.both


def _shared(clause: _Clause) -> bool:
    """A hội đàm với B, nhất trí …; A nhất trí cùng B …: both agree though one is the subject."""
    verb, phrases = clause.verb, clause.telling.scene.phrases
    if verb.partner is not None:
        return True
    if any(p.kind == "trigger" and p.entry is not None and p.entry.form in _MEETINGS for p in phrases[: verb.index]):
        return True
    after = [phrase for phrase in phrases[verb.index : verb.index + 4] if phrase.start >= verb.match.end]
    return (
        len(after) >= 2
        and clause.words.holds("beside", after[0].text.lower())
        and after[1].kind in ("people", "country")
    )


def _first(text: str, count: int) -> str:
    """The first words of a text; all of them where the count is 0."""
    return " ".join(text.split()[:count]) if count else text
