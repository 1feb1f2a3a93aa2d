"""Read a report: what contacts and commitments it tells, each with the words that say so."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.assemble import assemble
from bangiao.findings.cite import Citer
from bangiao.findings.contacts.ceremonies import read_award, read_credentials, read_homage, read_welcome
from bangiao.findings.contacts.combine import combine, merged
from bangiao.findings.contacts.events import read_attendance, read_lone_event
from bangiao.findings.contacts.meetings import read_meeting
from bangiao.findings.contacts.messages import read_conveyed, read_message
from bangiao.findings.contacts.presence import pointed_form, read_presence
from bangiao.findings.contacts.signings import read_signing, read_statement
from bangiao.findings.contacts.visits import read_move, read_visit
from bangiao.findings.context.days import last_day
from bangiao.findings.context.drafts import Draft, Party, party_of
from bangiao.findings.context.other_dates import of_others
from bangiao.findings.context.scene import Scene, set_scene
from bangiao.findings.context.sides import placed
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import back_then, same_day, settle, usable
from bangiao.findings.dates.read import find_dates
from bangiao.findings.doubts import doubts_of
from bangiao.findings.phrases.atoms import Atom, scan
from bangiao.findings.phrases.build import gather
from bangiao.findings.phrases.lists import join_people
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.roster import Roster
from bangiao.findings.phrases.surnames import name_again, surnames
from bangiao.findings.said.commitments import read_commitments
from bangiao.findings.said.statements import read_statements
from bangiao.findings.said.telling import tell
from bangiao.languages import HOME
from bangiao.languages.pack import LANGUAGES, Pack, load
from bangiao.model.evidence import Doubt
from bangiao.model.findings import Findings
from bangiao.model.report import Report
from bangiao.text.fold import Folded, fold
from bangiao.text.place import Lines
from bangiao.text.sentences import sentences

_MOST_PHRASES = 300
_SOME_LENGTH = 7  # sentences
READ = ("headline", "body", "caption")

_READERS: dict[str, Callable[[Scene, int, Story], list[Draft]]] = {
    "meet": read_meeting,
    "visit": read_visit,
    "move": read_move,
    "send": read_message,
    "convey": read_conveyed,
    "attend": read_attendance,
    "event": read_lone_event,
    "welcome": read_welcome,
    "credentials": read_credentials,
    "award": read_award,
    "homage": read_homage,
    "sign": read_signing,
    "statement": read_statement,
}

__all__ = ["Stages", "Step", "find", "stages"]


class Step(Struct, frozen=True):
    """What one sentence told: contacts, or people who were present too at the last one."""

    drafts: tuple[Draft, ...] = ()
    present: tuple[Party, ...] = ()


class Stages(Struct, frozen=True):
    """The contacts of a report on their way: `steps` by scene, then tellings with two sides (`told`) and without
    (`lost`), and `groups` of tellings of one contact, the best first."""

    folded: Folded
    story: Story
    scenes: tuple[Scene, ...]
    steps: tuple[Step, ...]
    told: tuple[Draft, ...]
    lost: tuple[Draft, ...]
    groups: tuple[tuple[Draft, ...], ...]


def find(report: Report, language: str | None = None) -> Findings:
    """Everything that a report tells; a language without a pack gives a doubt and nothing else."""
    language = language or report.language or "vi"
    if language not in LANGUAGES:
        return Findings(
            report.id, doubts=(Doubt("language", f"the report is in {language!r}; there is no pack to read it"),)
        )
    pack = load(language)
    read = stages(report, pack)
    citer = Citer(report.text, read.folded, Lines(report.text))
    contacts = tuple(assemble(merged(list(group), read.story), read.story, citer, group[1:]) for group in read.groups)
    tellings = tell(list(read.scenes), contacts, read.story)
    commitments = read_commitments(tellings, citer)
    statements = read_statements(tellings, commitments, citer)
    doubts = (*report.doubts, *doubts_of(list(read.scenes), list(read.told), list(read.lost), read.story, citer))
    return Findings(report.id, contacts, commitments, statements, doubts)


def stages(report: Report, pack: Pack) -> Stages:
    """The reading of a report's contacts, with what every stage made of it."""
    folded = fold(report.text)
    story = Story(folded.text, folded.lower, report.published, pack)
    scenes = _scenes(report, folded, pack)
    story.reference = _reference(scenes, story)
    story.pair = _pair(scenes)
    story.named = {code for scene in scenes for code in scene.countries()}
    steps = [_tell(scene, story) for scene in scenes]
    for scene in scenes:
        late = read_scene(scene, story, late=True)
        story.add(late)
        steps[scene.number] = replace(steps[scene.number], drafts=(*steps[scene.number].drafts, *late))
    drafts = [placed(draft, story) for draft in story.drafts]
    told = [draft for draft in drafts if len({p.side for p in draft.parties} - {"?"}) > 1]
    lost = [draft for draft in drafts if draft not in told and len(draft.parties) > 1]
    return Stages(
        folded, story, tuple(scenes), tuple(steps), tuple(told), tuple(lost), tuple(map(tuple, combine(told, story)))
    )


def _tell(scene: Scene, story: Story) -> Step:
    """Read one sentence into the story: its own contacts, or who else was present at the last one."""
    found = read_scene(scene, story)
    if scene.block != "caption":
        story.mind(scene)
    present, only = read_presence(scene) if scene.block == "body" else ([], False)
    if (
        present
        and (only or not any(len({p.side for p in draft.parties}) > 1 for draft in found))
        and story.attend(present, pointed_form(scene))
    ):
        return Step(present=tuple(present))
    story.add(found)
    return Step(tuple(found))


def _pair(scenes: list[Scene]) -> list[Party]:
    """The two of two countries of whom a report speaks most: "hai nhà lãnh đạo" before they have met."""
    if not scenes:
        return []
    parties = [party_of(entity) for entity in scenes[0].roster.most_named() if not entity.late]
    first = next((party for party in parties if party.side != "?"), None)
    second = next((party for party in parties if first is not None and party.side not in ("?", first.side)), None)
    return [first, second] if first is not None and second is not None else []


def _reference(scenes: list[Scene], story: Story) -> str | None:
    """The first day that a report tells, for one without a date of publication."""
    for scene in scenes[:6]:
        for phrase in scene.phrases:
            day = story.edtf(phrase.date)[0] if usable(phrase) else None
            if day and last_day(day) == day and len(day) == 10:
                return day
    return None


def read_scene(scene: Scene, story: Story, late: bool = False) -> list[Draft]:
    """The contacts that one sentence tells; joint statements come late, for they lean on the visit."""
    before = len(story.drafts)
    if scene.block == "headline" and story.text[scene.start : scene.end].rstrip().endswith("?"):
        return []  # a headline that asks tells nothing
    for index, phrase in enumerate(scene.phrases):
        if phrase.kind != "trigger" or phrase.entry is None:
            continue
        if (phrase.entry.frame == "statement") != late:
            continue
        reader = _READERS.get(phrase.entry.frame)
        if reader is not None and not scene.unreal(index):
            story.add(settle(scene, index, reader(scene, index, story), story))
    drafts = story.drafts[before:]
    del story.drafts[before:]
    return back_then(scene, same_day(scene, _at_institution(drafts, story)), story)


def _at_institution(drafts: list[Draft], story: Story) -> list[Draft]:
    """đến thăm Đại học X và làm việc với Y: one meeting, held there."""
    calls = [draft for draft in drafts if draft.rule == "visit:institution"]
    for call in calls:
        host = next(
            (
                d
                for d in drafts
                if d is not call
                and d.form == "meeting"
                and d.parties[0] == call.parties[0]
                and ";" not in story.text[min(d.end, call.end) : max(d.start, call.start)]
            ),
            None,
        )
        if host is not None:
            place = call.place if call.place is not None else host.place
            extra = (*host.extra, *(c for party in call.parties[1:] for c in party.channels_of()))
            drafts = [replace(d, place=place, extra=extra) if d is host else d for d in drafts if d is not call]
    return drafts


def _scenes(report: Report, folded: Folded, pack: Pack) -> list[Scene]:
    """Every sentence of headline, body and captions as a scene, with one roster for all."""
    text, lower = folded.text, folded.lower
    positions = _positions(report, folded)
    laid: list[tuple[int, int, str, list[Phrase]]] = []
    for kind, first, last in positions:
        for start, end in sentences(text, first, last):
            phrases = gather(atoms_of(text, lower, start, end, pack), pack)
            laid.extend((first, last, kind, part) for first, last, part in _parts(phrases, start, end))
    known = surnames(mention for _, _, _, phrases in laid for phrase in phrases for mention in phrase.mentions)
    laid = [
        (start, end, kind, of_others(join_people(name_again(phrases, known, pack), pack.grammar), lower, pack.grammar))
        for start, end, kind, phrases in laid
    ]
    told = [phrase for _, _, _, phrases in laid for phrase in phrases]
    roster = Roster([m for phrase in told for m in phrase.mentions], text, pack.grammar, _foreign_news(told, len(laid)))
    return [
        set_scene(number, start, end, kind, phrases, roster, pack.grammar)
        for number, (start, end, kind, phrases) in enumerate(laid)
    ]


def _foreign_news(phrases: list[Phrase], sentences: int) -> bool:
    """Whether a report of some length never names the home country, which short items need not name."""
    return sentences >= _SOME_LENGTH and not any(
        phrase.country == HOME or any(mention.country == HOME for mention in phrase.mentions) for phrase in phrases
    )


def _parts(phrases: list[Phrase], start: int, end: int) -> Iterator[tuple[int, int, list[Phrase]]]:
    """A sentence, or its parts where it is longer than any that people write: the work grows with its square."""
    for first in range(0, len(phrases), _MOST_PHRASES):
        part = phrases[first : first + _MOST_PHRASES]
        last = first + len(part) == len(phrases)
        yield (part[0].start if first else start), (end if last else part[-1].end), part


def atoms_of(text: str, lower: str, start: int, end: int, pack: Pack) -> list[Atom]:
    """The atoms of one sentence, dates included."""
    dates = [replace(date, start=date.start + start, end=date.end + start) for date in find_dates(text[start:end])]
    return scan(text, lower, start, end, pack, dates)


def _positions(report: Report, folded: Folded) -> list[tuple[str, int, int]]:
    """The blocks to read, with offsets in the folded text (equal to the text's own unless it was decomposed)."""
    if folded.origin is None:
        return [(block.kind, block.span.start, block.span.end) for block in report.blocks if block.kind in READ]
    place = {origin: position for position, origin in reversed(list(enumerate(folded.origin)))}
    return [
        (block.kind, _at(place, block.span.start), _at(place, block.span.end))
        for block in report.blocks
        if block.kind in READ
    ]


def _at(place: dict[int, int], position: int) -> int:
    while position not in place and position > 0:
        position -= 1
    return place.get(position, 0)
