"""How a report is read, step by step, in plain lines: for whoever adds a verb and wants to see what it does."""

from collections.abc import Iterator

from bangiao.findings.contacts.combine import merged
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene, complement, subject
from bangiao.findings.context.story import Story
from bangiao.findings.find import Stages, Step, atoms_of, stages
from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.people import Mention
from bangiao.findings.phrases.phrase import WHO, Phrase
from bangiao.languages.pack import LANGUAGES, Entry, load
from bangiao.model.report import Report

__all__ = ["trace"]

LONGEST = 60  # of a quotation, in code points


def trace(report: Report, language: str | None = None) -> str:
    """The way of a report from words to contacts, a line for each finding, indented by stage.

    Under each sentence stand the table entries that fired ("words"), the phrases made of them, what its verbs found
    and the contacts that it tells with the rule; at the end what was joined, moved or dropped. Empty where no pack
    reads the language.
    """
    language = language or report.language or "vi"
    return "\n".join(_lines(stages(report, load(language)))) if language in LANGUAGES else ""


def _lines(read: Stages) -> Iterator[str]:
    for scene, step in zip(read.scenes, read.steps, strict=True):
        text = read.story.text[scene.start : scene.end]
        yield f"sentence {scene.number + 1} ({scene.block}): {_short(text)}"
        for line in _scene(scene, step, read.story):
            yield f"  {line}"
    yield from _together(read)


def _scene(scene: Scene, step: Step, story: Story) -> Iterator[str]:
    atoms = atoms_of(story.text, story.lower, scene.start, scene.end, story.pack)
    fired = dict.fromkeys(_atom(atom) for atom in atoms if atom.date or (atom.entries and atom.text[0].isalnum()))
    if fired:
        yield "words   " + "; ".join(fired)
    for first, last in scene.occasions:
        words = story.text[scene.phrases[first].start : scene.phrases[last - 1].end]
        yield f"frame   “{_short(words)}” gives an occasion: what it tells is background"
    for index, phrase in enumerate(scene.phrases):
        yield from _phrase(index, phrase, scene, story)
    for index, phrase in enumerate(scene.phrases):
        if phrase.kind == "trigger" and phrase.entry is not None:
            yield _verb(index, phrase, scene, step, story)
    for draft in step.drafts:
        yield f"tells   {_draft(draft, story)}"
    if step.present:
        yield f"adds    {_parties(step.present)} to the last contact: they are said to be present"


def _atom(atom: Atom) -> str:
    """The words and the entries that they may be: "Thủ tướng" head government."""
    told = " or ".join(dict.fromkeys(map(_entry, atom.entries))) or "date"
    return f"“{atom.text}” {told}"


def _entry(entry: Entry) -> str:
    return " ".join(filter(None, (entry.kind, entry.form or entry.code, entry.channel or entry.frame)))


def _phrase(index: int, phrase: Phrase, scene: Scene, story: Story) -> Iterator[str]:
    words = _short(phrase.text or story.text[phrase.start : phrase.end])
    aside = ", only the inviter" if index in scene.inviters else ""
    if phrase.kind == "people":
        for mention in phrase.mentions:
            yield f"person  {_person(mention, scene, story)}{aside}"
    elif phrase.kind == "date" and phrase.date is not None:
        edtf, basis = story.edtf(phrase.date)
        marks = [name for name in ("anniversary", "restates") if getattr(phrase.date, name)]
        yield f"date    “{words}” = {edtf or 'no day'}" + "".join(f", {told}" for told in (basis, *marks) if told)
    elif phrase.kind == "place" and phrase.place is not None:
        place = phrase.place
        spans = (("venue", place.venue), ("city", place.city), ("region", place.region))
        parts = [f"{name} “{story.text[span[0] : span[1]]}”" for name, span in spans if span]
        country = f"country {place.country}" + (" (likely)" if place.likely else "") if place.country else ""
        yield "place   " + ", ".join(filter(None, (*parts, country))) + aside
    elif phrase.kind in ("group", "country", "org"):
        told = phrase.country or phrase.org or "no side"
        yield f"{phrase.kind:<7} “{words}” = {' '.join((told, *phrase.channels))}{aside}"


def _person(mention: Mention, scene: Scene, story: Story) -> str:
    entity = scene.roster.of(mention)
    offices = [story.text[office.start : office.end] for office in mention.offices]
    side = mention.country or mention.org or ""
    if not side and (entity.country or entity.org):
        side = f"{entity.country or entity.org} (told elsewhere)"
    told = [", ".join(f"“{office}”" for office in offices) or "no office here", side or "no side told"]
    return f"{mention.name or 'without a name'}: {'; '.join(told)}" + (" (late)" if entity.late else "")


def _verb(index: int, phrase: Phrase, scene: Scene, step: Step, story: Story) -> str:
    """What a verb finds round it, and why it may tell nothing."""
    assert phrase.entry is not None
    doer, other = subject(scene, index), complement(scene, index, WHO)
    told = [f"form {phrase.entry.form or '—'}, frame {phrase.entry.frame or '—'}"]
    told += [f"by “{_words(scene, doer, story)}”" if doer is not None else "nobody before it"]
    told += [f"with “{_words(scene, other, story)}”" if other is not None else "nobody right after it"]
    told += ["in an occasion"] * scene.in_occasion(index) + ["in what somebody says"] * scene.speech_before(index)
    if not any(draft.start < phrase.end and phrase.start < draft.end for draft in step.drafts):
        told.append("tells no contact of its own")
    return f"verb    “{phrase.text}”: {'; '.join(told)}"


def _words(scene: Scene, index: int, story: Story) -> str:
    phrase = scene.phrases[index]
    return _short(story.text[phrase.start : phrase.end])


def _draft(draft: Draft, story: Story) -> str:
    date = story.edtf(draft.date)[0] if draft.date is not None else None
    told = [f"{draft.form} “{story.text[draft.start : draft.end]}” {draft.status}", date or "no date"]
    told += [f"in {draft.country}" + (f" ({draft.country_why})" if draft.country_why else "")] if draft.country else []
    told += [_parties(draft.parties), f"rule {draft.rule}"] + ["background"] * draft.background
    return "; ".join(told)


def _parties(parties: tuple[Party, ...]) -> str:
    return " – ".join(f"{party.side} {_name(party)}".strip() for party in parties) or "nobody"


def _name(party: Party) -> str:
    if party.entity is None:
        return "(body)" if party.body else ""
    return (party.entity.name or "(office alone)") + (f" (why: {party.why})" if party.why else "")


def _together(read: Stages) -> Iterator[str]:
    """What becomes of the tellings: joined into contacts, or dropped, and why."""
    if read.told or read.lost:
        yield "putting together"
    for number, group in enumerate(read.groups, 1):
        where = ", ".join(f"{draft.form} of sentence {draft.sentence + 1}" for draft in group)
        yield f"  contact {number}: {where}" + (" joined, the best telling first" if len(group) > 1 else "")
        if len(group) > 1:
            yield f"    {_draft(merged(list(group), read.story), read.story)}"
    kept = {(draft.start, draft.end, draft.form) for group in read.groups for draft in group}
    for draft in read.told:
        if (draft.start, draft.end, draft.form) not in kept:
            yield f"  dropped, told better elsewhere: {_draft(draft, read.story)}"
    for draft in read.lost:
        yield f"  dropped, fewer than two sides: {_draft(draft, read.story)}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
