"""What was agreed, proposed, pledged, invited or signed in a report's contacts: one entry a sentence, with its words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bangiao.findings.cite import Citer
from bangiao.findings.commitment_clauses import Verb, verbs
from bangiao.findings.commitment_speakers import Speaker, Talk
from bangiao.findings.commitment_words import Act, ActWords, act_words
from bangiao.findings.scene import Scene
from bangiao.findings.story import Story
from bangiao.findings.topics import read_topics
from bangiao.model.findings import Commitment, Contact
from bangiao.model.vocabulary import Topic

_BLOCKS = ("headline", "body")


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


def tell(scenes: Sequence[Scene], contacts: Sequence[Contact], story: Story) -> Iterator[Telling]:
    """Every sentence of headline and body with its verbs and speakers; nothing where the report has no contact."""
    if not contacts:
        return
    words = act_words(story.pack.language)
    talk = Talk(contacts, story.pack)
    for scene in scenes:
        if scene.block not in _BLOCKS:
            continue
        found = []
        for verb in verbs(scene, story.lower, story.text, words):
            found.append((verb, talk.speaker(scene, verb)))
        yield Telling(scene, tuple(found))
        speaker = next((s for v, s in found if s is not None and v.link == "direct" and not v.nested), None)
        if speaker is not None and scene.block == "body":
            talk.last = speaker


def read_commitments(
    scenes: Sequence[Scene], contacts: Sequence[Contact], story: Story, citer: Citer
) -> tuple[Commitment, ...]:
    """The commitments of a report, one for each sentence that carries one."""
    words = act_words(story.pack.language)
    talk = Talk(contacts, story.pack)
    out = []
    for telling in tell(scenes, contacts, story):
        found = _commitment(telling, talk, story, words)
        if found is not None:
            out.append(_cited(telling.scene, found, story, citer))
    return tuple(out)


def _commitment(telling: Telling, talk: Talk, story: Story, words: ActWords) -> Found | None:
    saying = False
    reporter: Speaker | None = None
    for number, (verb, speaker) in enumerate(telling.verbs):
        act = verb.match.commitment
        if act is not None and speaker is not None:
            found = _judge(telling, number, verb, act, speaker, reporter, saying, talk, story, words)
            if found is not None:
                return found
        if verb.match.statement is not None and verb.match.statement.reports and verb.link != "content":
            saying, reporter = True, speaker
    return None


def _judge(
    telling: Telling, number: int, verb: Verb, act: Act, speaker: Speaker, reporter: Speaker | None, saying: bool,
    talk: Talk, story: Story, words: ActWords,
) -> Found | None:
    if verb.link == "content" or not speaker.official:
        return None
    scene = telling.scene
    clause = _clause(telling, number, story)
    if act.needs and not _has(_first(clause, act.within), words.needs[act.needs]):
        return None
    if act.kind == "pledged" and _has(_first(clause, 10), words.stance):
        return None
    if reporter is not None and verb.nested and not act.own:
        speaker = reporter
    if reporter is not None and not reporter.official:
        return None
    by, why = speaker.by, speaker.why
    both = speaker.both or len(by) > 1
    pair = talk.pair(verb.match.start)
    if act.kind in ("signed", "elevated"):
        if _agenda(scene, verb, words):
            return None
        if not both:
            by, why = pair or by, "a signing has the two sides of the contact"
    if act.kind == "agreed" and not both and (verb.partner is not None or _with(scene, verb)):
        both, by, why = True, pair or by, "agreed with the other side"
    kind = act.both if both and act.both is not None else act.one if not both and act.one is not None else act.kind
    if act.accepts:
        by = tuple(key for key in pair if key not in by) or by
        why = "the side whose invitation is accepted"
    if act.follows and not (verb.nested or saying):
        return None
    if kind == "agreed" and not both and clause.lstrip().startswith("sẽ"):
        kind = "pledged"
    if act.needs == "measure" and (clause.lstrip().startswith("các bên") or not _named(scene, verb, story)):
        return None
    if not kind or not by or not set(by) & talk.sides:
        return None
    return Found(kind, verb, speaker, by, why)


def _clause(telling: Telling, number: int, story: Story) -> str:
    """The words after a verb up to the next semicolon or the end of the sentence."""
    verb = telling.verbs[number][0]
    stop = story.lower.find(";", verb.match.end, telling.scene.end)
    return story.lower[verb.match.end : telling.scene.end if stop < 0 else stop]


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


def _with(scene: Scene, verb: Verb) -> bool:
    """A nhất trí với B …, A cùng B nhất trí."""
    after = [p for p in scene.phrases[verb.index : verb.index + 4] if p.start >= verb.match.end]
    return len(after) >= 2 and after[0].text.lower() in ("với", "cùng") and after[1].kind in ("people", "country")


def _masked(scene: Scene) -> list[tuple[int, int]]:
    return [(phrase.start, phrase.end) for phrase in scene.phrases if phrase.kind == "people"]


def _named(scene: Scene, verb: Verb, story: Story) -> bool:
    """Whether a field is named after the verb, beyond relations as a whole."""
    found = read_topics(story.text, story.lower, (verb.match.end, scene.end), _masked(scene), story.pack.language)
    return any(one.topic != "politics" for one in found)


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
