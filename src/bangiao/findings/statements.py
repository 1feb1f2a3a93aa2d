"""The sentences between contact and commitment: who informed, thanked, valued, affirmed …, about what."""

from collections.abc import Sequence

from bangiao.findings.cite import Citer
from bangiao.findings.commitment_clauses import Verb
from bangiao.findings.commitment_speakers import Speaker, Talk
from bangiao.findings.commitments import Telling, tell, topics_of
from bangiao.findings.scene import Scene
from bangiao.findings.story import Story
from bangiao.model.findings import Commitment, Contact, Statement

_OFFICIAL = frozenset(("party", "state", "government", "parliament", "defence_security", "local", "justice", "international"))


def read_statements(
    scenes: Sequence[Scene],
    contacts: Sequence[Contact],
    commitments: Sequence[Commitment],
    story: Story,
    citer: Citer,
) -> tuple[Statement, ...]:
    """The statements of a report, one a sentence; a sentence that carries a commitment gives none."""
    taken = {commitment.evidence[0].start for commitment in commitments}
    out = []
    talk = Talk(scenes, contacts, story.lower, story.pack)
    for telling in tell(scenes, contacts, story, talk):
        if citer.folded.back(telling.scene.start, telling.scene.end)[0] in taken:
            continue
        found = _statement(telling, talk)
        if found is not None:
            out.append(_cited(telling.scene, *found, story, citer))
    return tuple(out)


def _statement(telling: Telling, talk: Talk) -> tuple[Verb, Speaker] | None:
    """The first verb of saying that has a speaker; of "Bày tỏ vui mừng …, X khẳng định …" the main clause's."""
    fronted = None
    for verb, speaker in telling.verbs:
        if verb.match.statement is None or speaker is None or verb.link == "content" or not speaker.official:
            continue
        if not _voice(speaker, talk):
            continue
        if verb.link == "direct":
            return verb, speaker
        fronted = fronted or (verb, speaker)
        if verb.link == "linked" and fronted[0].link == "linked":
            return fronted
    return fronted


def _voice(speaker: Speaker, talk: Talk) -> bool:
    """Whether it is one of the sides that speaks, or someone who holds an office of state."""
    if set(speaker.by) & talk.sides:
        return True
    return bool(speaker.by) and speaker.entity is not None and bool(set(speaker.entity.channels) & _OFFICIAL)


def _cited(scene: Scene, verb: Verb, speaker: Speaker, story: Story, citer: Citer) -> Statement:
    act = verb.match.statement
    assert act is not None
    evidence = [
        citer.evidence("statement", scene.start, scene.end, f"{act.kind} sentence"),
        citer.evidence("kind", verb.match.start, verb.match.end, act.kind),
    ]
    inferred = []
    if speaker.why or speaker.at is None:
        inferred.append(citer.inference("by", speaker.why or "the speaker of the sentence before", speaker.at))
    else:
        evidence.append(citer.evidence("by", *speaker.at, "subject"))
    name = None
    if speaker.entity is not None and speaker.entity.name_at is not None:
        spelled = citer.evidence("speaker", *speaker.entity.name_at, "name")
        evidence.append(spelled)
        name = spelled.quote
    topics, why = topics_of(scene, story, citer)
    inferred.extend(why)
    line = citer.lines.number(citer.folded.back(verb.match.start, verb.match.end)[0])
    return Statement(line, act.kind, speaker.by, name, topics, tuple(evidence), tuple(inferred))  # type: ignore[arg-type]
