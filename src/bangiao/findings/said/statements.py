"""The sentences between contact and commitment: who informed, thanked, valued, affirmed …, about what."""

from collections.abc import Sequence

from bangiao.findings.cite import Citer
from bangiao.findings.said.clauses import Verb, elsewhere
from bangiao.findings.said.quotes import has_mark, quoted
from bangiao.findings.said.speakers import Speaker
from bangiao.findings.said.telling import Telling
from bangiao.findings.said.topics import sentence_topics
from bangiao.model.evidence import Evidence
from bangiao.model.findings import Commitment, Statement

_OFFICIAL = frozenset(
    ("party", "state", "government", "parliament", "defence_security", "local", "justice", "international")
)


def read_statements(
    tellings: Sequence[Telling], commitments: Sequence[Commitment], citer: Citer
) -> tuple[Statement, ...]:
    """The statements of a report, one a sentence; a sentence that carries a commitment gives none."""
    taken = {commitment.evidence[0].start for commitment in commitments}
    out = []
    for telling in tellings:
        sentence = citer.evidence("statement", telling.scene.start, telling.scene.end, "")
        found = _statement(telling) if sentence.start not in taken else None
        if found is not None:
            out.append(_cited(telling, sentence, *found, citer))
    return tuple(out)


def _statement(telling: Telling) -> tuple[Verb, Speaker] | None:
    """The first verb of saying that has a speaker; of "Bày tỏ vui mừng …, X khẳng định …" the main clause's."""
    first = None
    span, text = (telling.scene.start, telling.scene.end), telling.story.text
    told = [pair for pair in telling.verbs if not quoted(text, span, pair[0].match.start)]
    for verb, speaker in told if any(_says(pair) for pair in told) else telling.verbs:
        if not _says((verb, speaker)) or speaker is None or not _voice(telling, speaker):
            continue
        if elsewhere(telling.scene, verb, telling.talk.words) or _without_words(telling, verb):
            continue
        if verb.link == "direct":
            return verb, speaker
        first = first or (verb, speaker)
        if first[0].link == "linked":
            break
    return first


def _says(pair: tuple[Verb, Speaker | None]) -> bool:
    """Whether a verb of saying has a speaker."""
    verb, speaker = pair
    return verb.match.statement is not None and verb.link != "content" and speaker is not None


def _without_words(telling: Telling, verb: Verb) -> bool:
    """A phát biểu tại hội nghị: who only speaks says nothing; with a quotation or "rằng" something is told."""
    act, text = verb.match.statement, telling.story.text
    if act is None or not act.quotes:
        return False
    start, end = telling.scene.start, telling.scene.end
    after = text[verb.match.end : end].split()[:1]
    return not has_mark(text, start, end) and not (after and telling.talk.words.holds("opens", after[0].lower()))


def _voice(telling: Telling, speaker: Speaker) -> bool:
    """Whether one of the sides speaks, or someone who holds an office of state."""
    if not speaker.official:
        return False
    if set(speaker.by) & telling.talk.sides:
        return True
    return speaker.entity is not None and bool(set(speaker.entity.channels) & _OFFICIAL)


def _cited(telling: Telling, sentence: Evidence, verb: Verb, speaker: Speaker, citer: Citer) -> Statement:
    """The statement with its sentence, its verb, who says it and its topics' words."""
    act, match = verb.match.statement, verb.match
    assert act is not None
    whole = citer.evidence("statement", telling.scene.start, telling.scene.end, f"{act.kind} sentence")
    evidence = [whole, citer.evidence("kind", match.start, match.end, act.kind)]
    topics, inferred = sentence_topics(telling.scene, telling.story, citer)
    if speaker.why or speaker.at is None:
        inferred.append(citer.inference("by", speaker.why or "the one who spoke in the sentence before", speaker.at))
    else:
        evidence.append(citer.evidence("by", *speaker.at, "subject"))
    name = None
    if speaker.entity is not None and speaker.entity.name_at is not None:
        spelled = citer.evidence("speaker", *speaker.entity.name_at, "name")
        evidence.append(spelled)
        name = spelled.quote
    return Statement(sentence.line, act.kind, speaker.by, name, topics, tuple(evidence), tuple(inferred))  # type: ignore[arg-type]
