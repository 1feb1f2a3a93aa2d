"""What was agreed, proposed, pledged, invited or signed in a report's contacts: one entry a sentence."""

from collections.abc import Sequence

from bangiao.findings.cite import Citer
from bangiao.findings.said.judge import Found, judge
from bangiao.findings.said.telling import Telling
from bangiao.findings.said.topics import sentence_topics
from bangiao.findings.said.words import act_words
from bangiao.model.findings import Commitment


def read_commitments(tellings: Sequence[Telling], citer: Citer) -> tuple[Commitment, ...]:
    """The commitments of a report, one for each sentence that carries one, in the order of the text."""
    out = []
    before: Found | None = None
    for telling in tellings:
        found = judge(telling, act_words(telling.story.pack.language), before)
        if found is not None:
            out.append(_cited(telling, found, citer))
        before = found if telling.scene.block == "body" else None
    return tuple(out)


def _cited(telling: Telling, found: Found, citer: Citer) -> Commitment:
    """The commitment with its sentence, its verb, its speaker and its topics' words."""
    scene, match, speaker = telling.scene, found.verb.match, found.speaker
    sentence = citer.evidence("commitment", scene.start, scene.end, f"{found.kind} sentence")
    evidence = [sentence, citer.evidence("kind", match.start, match.end, found.kind)]
    topics, inferred = sentence_topics(scene, telling.story, citer)
    if found.why or speaker.at is None:
        inferred.append(citer.inference("by", found.why or "the one who spoke in the sentence before", speaker.at))
    else:
        evidence.append(citer.evidence("by", *speaker.at, "subject"))
    return Commitment(sentence.line, found.kind, found.by, topics, tuple(evidence), tuple(inferred))  # type: ignore[arg-type]
