"""What was agreed, proposed, pledged, invited or signed in a report's contacts: one entry a sentence, with its words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.cite import Citer
from bangiao.findings.commitment_clauses import Verb, is_agent, verbs
from bangiao.findings.commitment_speakers import Speaker, Talk
from bangiao.findings.commitment_words import Act, ActWords, act_words
from bangiao.findings.scene import Scene
from bangiao.findings.story import Story
from bangiao.findings.topics import read_topics
from bangiao.model.findings import Commitment, Contact
from bangiao.model.vocabulary import Topic

_BLOCKS = ("headline", "body")
# topics that name relations as a whole rather than a field
_MEETINGS = ("talks", "meeting", "call")
_WHOLE = frozenset(("politics", "party", "parliament", "international_regional", "people_to_people", "local", "other"))


class Telling(Struct, frozen=True):
    """A sentence with the verbs in it and who speaks, as commitments and statements both read it."""

    scene: Scene
    verbs: tuple[tuple[Verb, Speaker | None], ...]


class Found(Struct, frozen=True):
    """A commitment before it is cited."""

    kind: str
    verb: Verb
    speaker: Speaker
    by: tuple[str, ...]
    why: str


def tell(scenes: Sequence[Scene], contacts: Sequence[Contact], story: Story, talk: Talk) -> Iterator[Telling]:
    """Every sentence of headline and body with its verbs and speakers; nothing where the report has no contact."""
    if not contacts:
        return
    words = act_words(story.pack.language)
    for scene in scenes:
        if scene.block not in _BLOCKS or _has(story.lower[scene.start : scene.end], words.outside):
            continue
        found = tuple((verb, talk.speaker(scene, verb)) for verb in verbs(scene, story.lower, story.text, words))
        yield Telling(scene, found)
        speaker = next((who for verb, who in found if who is not None and verb.link == "direct" and not verb.nested), None)
        if speaker is not None and scene.block == "body":
            talk.last = speaker


def read_commitments(
    scenes: Sequence[Scene], contacts: Sequence[Contact], story: Story, citer: Citer
) -> tuple[Commitment, ...]:
    """The commitments of a report, one for each sentence that carries one."""
    words = act_words(story.pack.language)
    talk = Talk(scenes, contacts, story.lower, story.pack)
    out = []
    before: Found | None = None
    for telling in tell(scenes, contacts, story, talk):
        found = _commitment(Clauses(telling, talk, story, words, before))
        if found is not None:
            out.append(_cited(telling.scene, found, story, citer))
        before = found if telling.scene.block == "body" else None
    return tuple(out)


class Clauses(Struct, frozen=True):
    """A sentence with all that judging its verbs needs; `before` is the commitment of the sentence before."""

    telling: Telling
    talk: Talk
    story: Story
    words: ActWords
    before: Found | None


def _commitment(clauses: Clauses) -> Found | None:
    """The first verb of a sentence that carries a commitment."""
    if any(who is not None and not who.official for verb, who in clauses.telling.verbs if verb.link == "direct"):
        return None
    reporter: tuple[Verb, Speaker | None] | None = None
    for number, (verb, speaker) in enumerate(clauses.telling.verbs):
        if verb.link == "content":
            continue
        if verb.match.commitment is not None and speaker is not None:
            found = _judge(clauses, number, verb, verb.match.commitment, speaker, reporter)
            if found is not None:
                return _lifted(clauses, number, found)
        if verb.match.statement is not None:
            reporter = (verb, speaker)
    return None


def _lifted(clauses: Clauses, number: int, found: Found) -> Found:
    """nhất trí nâng cấp quan hệ …: what is agreed is the upgrade."""
    for after, _ in clauses.telling.verbs[number + 1 : number + 2]:
        act = after.match.commitment
        if found.kind == "agreed" and act is not None and act.kind == "elevated" and after.nested:
            if not _agenda(clauses.telling.scene, after, clauses.words):
                return replace(found, kind="elevated", verb=after)
    return found


def _judge(
    clauses: Clauses, number: int, verb: Verb, act: Act, speaker: Speaker, reporter: tuple[Verb, Speaker | None] | None
) -> Found | None:
    """Whether a verb's act counts, and by whom."""
    clause = _clause(clauses, number)
    if not _needs_met(clauses, verb, act, clause):
        return None
    sayer = reporter[1] if reporter is not None and reporter[0].link != "content" else None
    if not speaker.official or (sayer is not None and not sayer.official):
        return None
    if act.joint and not _together(clauses, verb, speaker):
        return None
    if act.kind == "pledged" and not _promised(clauses, verb, act, speaker, reporter):
        return None
    if sayer is not None and verb.nested and not act.own and (not act.joint or sayer.both or len(sayer.by) < 2):
        speaker = sayer
    by, why, both = _sides(clauses, verb, act, speaker)
    kind = act.both if both and act.both is not None else act.one if not both and act.one is not None else act.kind
    if kind == "agreed" and not both and clause.startswith("sẽ"):
        kind = "pledged"
    if not kind or not by or not set(by) & clauses.talk.sides:
        return None
    return Found(kind, verb, speaker, by, why)


def _needs_met(clauses: Clauses, verb: Verb, act: Act, clause: str) -> bool:
    """Whether the words that an act needs follow, and none that take it away."""
    words, scene = clauses.words, clauses.telling.scene
    if act.needs and not _has(_first(clause, act.within), words.needs[act.needs]):
        return False
    if act.kind == "pledged" and _has(_first(clause, 10), words.stance):
        return False
    if act.kind in ("signed", "elevated") and _agenda(scene, verb, words):
        return False
    if act.kind == "elevated" and (verb.link == "linked" and not verb.nested or any(w in clause for w in words.past)):
        return False
    if _has(clauses.story.lower[scene.start : verb.match.start], words.unsure):
        return False
    if act.kind == "proposed" and _has(_first(clause, 6), words.home):
        return False
    if act.needs == "steps" and any(phrase.role("future") for phrase in scene.phrases[: verb.index]):
        return False
    return act.needs != "measure" or _wished(clauses, verb, clause)


def _wished(clauses: Clauses, verb: Verb, clause: str) -> bool:
    """mong muốn: a field is named, or the other side is asked for a deed; relations as a whole are only a hope."""
    if clause.startswith(("các bên", "quan hệ", "mối quan hệ")):
        return False
    scene, story = clauses.telling.scene, clauses.story
    end = verb.match.end + len(clause)
    found = read_topics(story.text, story.lower, (verb.match.end, end), _masked(scene), story.pack.language)
    if any(one.topic not in _WHOLE for one in found):
        return True
    after = next((phrase for phrase in scene.phrases if phrase.start >= verb.match.end), None)
    return after is not None and is_agent(after) and "quan hệ" not in _first(clause, 7)


def _promised(
    clauses: Clauses, verb: Verb, act: Act, speaker: Speaker, reporter: tuple[Verb, Speaker | None] | None
) -> bool:
    """Whether one promises for oneself: "X khẳng định nước X sẽ …"; not what is hoped of another."""
    said = reporter is not None and (verb.nested or act.follows)
    if said and reporter is not None:
        statement, sayer = reporter[0].match.statement, reporter[1]
        if statement is not None and statement.hopes and act.follows:
            return False
        return sayer is None or speaker.both or bool(set(sayer.by) & set(speaker.by)) or not sayer.by
    if not act.follows:
        return True
    if speaker.both or len(speaker.by) > 1:
        return verb.link == "direct" and speaker.entity is None and _joint(clauses, verb)
    before = clauses.before
    return verb.link == "direct" and speaker.entity is None and before is not None and set(speaker.by) <= set(before.by)


def _together(clauses: Clauses, verb: Verb, speaker: Speaker) -> bool:
    """Hai bên cần phối hợp …: both sides are the verb's own subject, in a clause of its own or as what one says."""
    return verb.link == "direct" and (speaker.both or len(speaker.by) > 1)


def _joint(clauses: Clauses, verb: Verb) -> bool:
    """Hai bên sẽ phối hợp …: a deed done together, not the agenda of a visit to come."""
    clause = clauses.story.lower[verb.match.end : clauses.telling.scene.end].strip()
    return _has(_first(clause, 4), clauses.words.needs["joint"])


def _sides(clauses: Clauses, verb: Verb, act: Act, speaker: Speaker) -> tuple[tuple[str, ...], str, bool]:
    """By whom, why where no words tell it, and whether both sides do it."""
    by, why = speaker.by, speaker.why
    both = speaker.both or len(by) > 1
    pair = clauses.talk.pair(verb.match.start)
    if not both and act.kind in ("signed", "elevated"):
        return pair or by, "a signing has the two sides of the contact", both
    if not both and act.kind == "agreed" and _shared(clauses, verb):
        return pair or by, "agreed with the other side", True
    if act.accepts:
        return tuple(key for key in pair if key not in by) or by, "the side whose invitation is accepted", both
    return by, why, both


def _clause(clauses: Clauses, number: int) -> str:
    """The words after a verb up to the next semicolon or the end of the sentence."""
    verb, scene, lower = clauses.telling.verbs[number][0], clauses.telling.scene, clauses.story.lower
    stop = lower.find(";", verb.match.end, scene.end)
    return lower[verb.match.end : scene.end if stop < 0 else stop].lstrip()


def _has(clause: str, words: Sequence[str]) -> bool:
    padded = f" {clause.replace(',', ' ').replace('.', ' ')} "
    return any(f" {word} " in padded for word in words)


def _first(clause: str, count: int) -> str:
    """The first words of a clause; all of them where the count is 0."""
    return " ".join(clause.split()[:count]) if count else clause


def _agenda(scene: Scene, verb: Verb, words: ActWords) -> bool:
    """Whether the act is yet to come ("sẽ ký", "sớm ký kết")."""
    before = scene.phrases[max(0, verb.index - 3) : verb.index]
    return any(phrase.text.lower() in words.agenda for phrase in before)


def _shared(clauses: Clauses, verb: Verb) -> bool:
    """A hội đàm với B, nhất trí …; A nhất trí cùng B …: both agree though one is the subject."""
    phrases = clauses.telling.scene.phrases
    if verb.partner is not None:
        return True
    if any(p.kind == "trigger" and p.entry is not None and p.entry.form in _MEETINGS for p in phrases[: verb.index]):
        return True
    after = [phrase for phrase in phrases[verb.index : verb.index + 4] if phrase.start >= verb.match.end]
    return len(after) >= 2 and after[0].text.lower() in ("với", "cùng") and after[1].kind in ("people", "country")


def _masked(scene: Scene) -> list[tuple[int, int]]:
    return [(phrase.start, phrase.end) for phrase in scene.phrases if phrase.kind == "people"]


def _cited(scene: Scene, found: Found, story: Story, citer: Citer) -> Commitment:
    """The commitment with its sentence, its verb, its speaker and its topics' words."""
    match, speaker = found.verb.match, found.speaker
    sentence = citer.evidence("commitment", scene.start, scene.end, f"{found.kind} sentence")
    evidence = [sentence, citer.evidence("kind", match.start, match.end, found.kind)]
    inferred = []
    if found.why or speaker.at is None:
        inferred.append(citer.inference("by", found.why or "the speaker of the sentence before", speaker.at))
    else:
        evidence.append(citer.evidence("by", *speaker.at, "subject"))
    topics, why = topics_of(scene, story, citer)
    inferred.extend(why)
    line = citer.lines.number(citer.folded.back(match.start, match.end)[0])
    return Commitment(line, found.kind, found.by, topics, tuple(evidence), tuple(inferred))  # type: ignore[arg-type]


def topics_of(scene: Scene, story: Story, citer: Citer):  # type: ignore[no-untyped-def]
    """The topics of a sentence with the words behind each; "politics" or "other" where no word tells one."""
    found = read_topics(story.text, story.lower, (scene.start, scene.end), _masked(scene), story.pack.language)
    if not found:
        whole = "quan hệ" in story.lower[scene.start : scene.end] or "hợp tác" in story.lower[scene.start : scene.end]
        topic: Topic = "politics" if whole else "other"
        reason = "relations as a whole, no field is named" if whole else "no words of a topic"
        return (topic,), [citer.inference("topics", reason, (scene.start, scene.end))]
    return tuple(one.topic for one in found), [
        citer.inference(f"topics.{number}", f"these words belong to {one.topic}", (one.start, one.end))
        for number, one in enumerate(found)
    ]
