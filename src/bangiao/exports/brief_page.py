"""A brief as a document: what each section says, in the words of one language, every item with its sources."""

import re
from collections.abc import Collection, Iterator, Sequence
from textwrap import shorten

from bangiao.exports.page import Block, Page, Run, Section, SourceLine, Words, items, paragraph, seen
from bangiao.resolution.ladder import rung_of
from bangiao.views.brief import (
    BriefView,
    CommitmentShown,
    ContactShown,
    Counterpart,
    FrameworkShown,
    OfficeShown,
)
from bangiao.views.brief_ahead import DayShown
from bangiao.views.brief_newcomers import Newcomer
from bangiao.views.brief_sources import Cite, Source
from bangiao.views.labels import Labels
from bangiao.views.lines import ContactLine, SideLine

QUOTED, AROUND, OFFICE = 340, 110, 90  # characters of a quotation, before and after a name, of an office
NAMED = 2  # people of a side who are named
_ADDRESS = re.compile(r"\s*[—–-]?\s*(https?://\S+)")


def brief_page(view: BriefView, say: Labels) -> Page:
    """The document of a brief."""
    name = view.counterpart.name if view.counterpart else None
    day = say.day(view.on)
    return Page(
        language=say.language,
        title=seen(say.say("brief.title", other=view.other.name)),
        subtitle=seen(say.say("brief.meeting", name=name, day=day) if name else say.say("brief.day", day=day)),
        lead=tuple(_lead(view, say)),
        sections=tuple(_sections(view, say)),
        sources_title=say.say("brief.sources"),
        sources=tuple(_source(one, say) for one in view.sources),
        footer=say.say("brief.footer"),
    )


def _lead(view: BriefView, say: Labels) -> Iterator[str]:
    """What the brief rests on."""
    ends = {"home": seen(view.home.name), "other": seen(view.other.name)}
    reports = say.count("reports", view.reports_read)
    yield say.say("brief.known", day=say.day(view.on))
    if view.contacts_total and view.first_read:
        first, last = say.date(view.first_read), say.date(view.last_read)
        contacts = say.count("contacts", view.contacts_total)
        yield say.say("brief.rests", reports=reports, first=first, last=last, contacts=contacts, **ends)
    if not view.contacts_total:
        yield say.say("brief.nothing", reports=reports, **ends)
    if view.left_out:
        yield say.say("brief.left_out", reports=say.count("reports", view.left_out))


def _sections(view: BriefView, say: Labels) -> Iterator[Section]:
    if view.counterpart:
        yield Section(say.say("brief.counterpart"), tuple(_counterpart(view.counterpart, view, say)))
    if view.last:
        yield Section(say.say("brief.last"), (_contacts(view.last, (view.home.label, view.other.label), say),))
    if view.contacts_total:
        blocks = _commitments(view.agreed, view.agreed_total, say)
        nothing = paragraph(Run(say.say("brief.agreed_none"), "soft"))
        yield Section(say.say("brief.agreed"), tuple(blocks) or (nothing,))
    if view.open:
        yield Section(say.say("brief.open"), tuple(_commitments(view.open, view.open_total, say)))
    if view.contacts_total:
        nothing = paragraph(Run(say.say("brief.new_none"), "soft"))
        yield Section(say.say("brief.new"), (_newcomers(view.newcomers, say) if view.newcomers else nothing,))
    if view.framework or view.established:
        yield Section(say.say("brief.framework"), (_framework(view, say),))
    if view.coming:
        yield Section(say.say("brief.coming"), (_coming(view.coming, say),))


def _counterpart(one: Counterpart, view: BriefView, say: Labels) -> Iterator[Block]:
    named = [Run(f"{seen(one.name)}", "strong", _same(one, one.name)), Run(f" ({seen(one.side_name)})")]
    others = [each for each in one.spellings if each.spelling != one.name]
    for place, spelling in enumerate(others):
        named.append(Run(", " if place else f", {say.say('brief.also')} "))
        named.append(Run(seen(spelling.spelling), "plain", spelling.cites))
    yield paragraph(*named)
    if one.offices:
        head = (say.say("brief.office"), say.say("brief.in_office"))
        yield Block("table", tuple(_office(each, say) for each in one.offices), head, (60, 40))
    if one.contacts:
        number = say.number(one.contacts_total)
        yield paragraph(Run(say.say("brief.met", number=number), "strong"))
        yield items(*(_line(each, say) for each in one.contacts))
    else:
        words = say.say("brief.met_none", name=seen(one.name), home=seen(view.home.name))
        yield paragraph(Run(words, "soft"))


def _same(one: Counterpart, name: str) -> tuple[Cite, ...]:
    return next((each.cites for each in one.spellings if each.spelling == name), ())


def _office(one: OfficeShown, say: Labels) -> tuple[Words, ...]:
    seen_days = _days(one.first_seen, one.last_seen, say)
    parts = []
    if one.start or one.end:
        parts.append(_term(one.start, one.end, say))
    if seen_days:
        parts.append(say.say("brief.seen", days=seen_days))
    return (Run(seen(one.office)),), (Run("; ".join(parts) or say.say("brief.not_stated"), "plain", one.cites),)


def _term(start: str | None, end: str | None, say: Labels) -> str:
    """From when to when, as far as pages state it; a bound that a report tells as past stays open."""
    if start and end:
        return f"{_bound(start, say)} – {_bound(end, say)}"
    return say.say("brief.since", day=_bound(start, say)) if start else f"– {_bound(end or '', say)}"


def _bound(edtf: str, say: Labels) -> str:
    return say.say("brief.reported", day=say.day(edtf[3:])) if edtf.startswith("../") else say.date(edtf)


def _days(first: str | None, last: str | None, say: Labels) -> str:
    known = [say.day(one) for one in dict.fromkeys((first, last)) if one]
    return " – ".join(known)


def _contacts(shown: Sequence[ContactShown], ends: Collection[str], say: Labels) -> Block:
    rows = []
    for one in shown:
        when = (Run(say.date(one.contact.date), "strong"), Run(f"\n{say.ago(one.days)}", "soft"))
        channels = ", ".join(say.of("channel", channel) for channel in one.channels)
        rows.append((when, (Run(_form(one.contact, say)), Run(f"\n{channels}", "soft")), _who(one, ends, say)))
    head = (say.say("brief.when"), say.say("brief.what"), say.say("brief.who"))
    return Block("table", tuple(rows), head, (20, 24, 56))


def _form(one: ContactLine, say: Labels) -> str:
    """The form, its mode where it was not face to face, its status where it was not simply held."""
    parts = [say.of("form", one.form)]
    if one.mode != "in_person" and one.form not in ("call", "message"):
        parts.append(say.of("mode", one.mode))
    if one.status != "held":
        parts.append(say.of("status", one.status))
    place = ", ".join(filter(None, (one.venue, one.city)))
    return seen(", ".join(parts) + (f"; {place}" if place else ""))


def _who(one: ContactShown, ends: Collection[str], say: Labels) -> Words:
    """The two partners, a side a line; of a contact of many sides, how many more there were."""
    sides = [side for side in one.contact.sides if side.label in ends]
    more = len(one.contact.sides) - len(sides)
    lines = [_side(side, say) for side in sides]
    if more:
        lines.append(say.say("brief.sides", number=say.number(more)))
    return (Run("\n".join(lines), "plain", one.cites),)


def _side(side: SideLine, say: Labels) -> str:
    """A side with its first people, and the office of the first."""
    named = [one for one in side.people if one.name or one.office]
    if not named:
        return seen(": ".join(filter(None, (side.name, ", ".join(side.bodies)))))
    first = ", ".join(filter(None, (named[0].name, named[0].office)))
    shown = [shorten(first, OFFICE + 40, placeholder=" …"), *(one.name or one.office or "" for one in named[1:NAMED])]
    rest = len(named) - NAMED
    more = f"; {say.say('brief.others', number=rest)}" if rest > 0 else ""
    return seen(f"{side.name}: {'; '.join(shown)}{more}")


def _line(one: ContactShown, say: Labels) -> Words:
    """A contact in one line."""
    sides = _met(one.contact)
    date = say.date(one.contact.date)
    occasion = f"; {one.contact.occasion}" if one.contact.occasion else ""
    return Run(date, "strong"), Run(f", {_form(one.contact, say)}: {seen(sides + occasion)}", "plain", one.cites)


def _met(one: ContactLine) -> str:
    """Who met whom; of a message, who sent it to whom."""
    roles = [{who.role for who in side.people} for side in one.sides]
    sent = one.form == "message" and len(roles) == 2 and "sends" in roles[0]
    return (" → " if sent else " – ").join(_names(side) for side in one.sides)


def _names(side: SideLine) -> str:
    named = [one.name or one.office or "" for one in side.people[:NAMED]]
    return ", ".join(named) or side.name


def _commitments(shown: Sequence[CommitmentShown], total: int, say: Labels) -> Iterator[Block]:
    if shown:
        yield items(*(_commitment(one, say) for one in shown))
    if total > len(shown):
        yield paragraph(Run(say.say("brief.more", number=say.number(total - len(shown))), "soft"))


def _commitment(one: CommitmentShown, say: Labels) -> Words:
    line = one.line
    by = ", ".join(say.country(side) for side in line.by)
    age_of = f" ({say.ago(line.age)})" if line.age is not None else ""
    form = f"{say.of('form', line.contact.form)}, " if line.contact else ""
    told = [say.of("commitment_kind", line.kind), by, form + say.date(line.date) + age_of]
    if line.status != rung_of(line.kind):
        told.append(say.of("rung", line.status))
    words = shorten(seen(line.words), QUOTED, placeholder=" …")
    return Run(f"“{words}”", "quote", one.cites), Run(f" {' · '.join(filter(None, map(seen, told)))}", "soft")


def _newcomers(found: Sequence[Newcomer], say: Labels) -> Block:
    rows = []
    for one in found:
        if one.met_last:
            met = say.say("brief.met_before", name=one.met_whom or "–", day=say.day(one.met_last))
        else:
            met = say.say("brief.met_office_never")
        since = _bound(one.since, say) if one.since.startswith("../") else _term(one.since, None, say)
        name, office = (Run(seen(one.name), "strong"),), (Run(seen(one.office)), Run(f"\n{seen(met)}", "soft"))
        rows.append((name, office, (Run(since, "plain", one.cites),)))
    head = (say.say("brief.name"), say.say("brief.office"), say.say("brief.in_office"))
    return Block("table", tuple(rows), head, (26, 50, 24))


def _framework(view: BriefView, say: Labels) -> Block:
    return items(
        *(_called(one, say) for one in view.framework),
        *(_established(one, say) for one in view.established),
    )


def _called(one: FrameworkShown, say: Labels) -> Words:
    days = _days(one.first, one.last, say) or say.date(None)
    used = f"{say.say('brief.reports_say')}, {days}: "
    name = say.of("brief_framework", one.key)
    return Run(used, "soft"), Run(name, "strong"), Run(f" “{around(one.words, one.at)}”", "quote", one.cites)


def _established(one: DayShown, say: Labels) -> Words:
    what = one.what if say.language == "vi" else one.what_en
    told = f"{say.say('brief.established')}, {say.date(one.date)}: "
    return Run(told, "soft"), Run(seen(what), "strong", one.cites)


def around(words: str, at: int) -> str:
    """The words before and after a place in a sentence, cut between words."""
    start, end = max(0, at - AROUND), min(len(words), at + AROUND)
    if start:
        start = words.find(" ", start) + 1
    if end < len(words):
        end = words.rfind(" ", start, end) if " " in words[start:end] else end
    return seen(("… " if start else "") + words[start:end] + (" …" if end < len(words) else ""))


def _coming(shown: Sequence[DayShown], say: Labels) -> Block:
    return items(*(_ahead(one, say) for one in shown))


def _ahead(one: DayShown, say: Labels) -> Words:
    left = _left(one, say)
    when = Run(say.date(one.date), "strong"), Run(f" ({left}): ", "soft")
    return *when, Run(seen(_what(one, say)), "plain", one.cites)


def _left(one: DayShown, say: Labels) -> str:
    """How long it is until then; a session can be overdue, whatever else has begun is under way."""
    if one.days > 0:
        return say.say("brief.in_days", age=say.age(one.days))
    if not one.days:
        return say.say("brief.today")
    return say.say("brief.overdue", age=say.age(-one.days)) if one.kind == "mechanism" else say.say("brief.under_way")


def _what(one: DayShown, say: Labels) -> str:
    if one.contact:
        sides = _met(one.contact)
        return say.say("brief.planned", what=f"{_form(one.contact, say)}, {sides}")
    if one.kind == "event":
        return f"“{one.what}”"
    if one.kind == "mechanism":
        return say.say("brief.due", what=one.what)
    years = f", {say.units(one.years, 'year')}" if one.years else ""
    return (one.what if say.language == "vi" else one.what_en) + years


def _source(one: Source, say: Labels) -> SourceLine:
    if one.report:
        head = one.report
        parts = [head.outlet, say.day(head.published) if head.published else None, head.given if not head.url else None]
        text = f"{head.headline or say.say('brief.no_headline')}. {', '.join(filter(None, parts))}"
        return _sourced(one.number, text, _web(head.url))
    page = one.page or ""
    address = _ADDRESS.search(page)
    return _sourced(one.number, _ADDRESS.sub("", page), address[1] if address else None)


def _sourced(number: int, text: str, url: str | None) -> SourceLine:
    """A source with its address: in full where it can be followed, by its host where it is read on paper."""
    host = re.sub(r"^https?://(?:www\.)?([^/?#:]+).*", r"\1", url) if url else None
    return SourceLine(number, seen(text), url, host)


def _web(url: str | None) -> str | None:
    """An address that may be made a link: of the web, and in one piece."""
    return url if url and re.fullmatch(r"https?://[^\s<>\"]+", url) else None
