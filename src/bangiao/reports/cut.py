"""Cut one report out of a page: what is headline, body, date, byline, caption, and what belongs to other reports."""

from collections.abc import Mapping, Sequence

from bangiao.model.evidence import Doubt, Span
from bangiao.model.report import Block, Page, Refusal, Related, Report
from bangiao.model.vocabulary import BlockKind
from bangiao.reports.head import Dated, find_date, find_headline, masthead_outlet, title_outlet
from bangiao.reports.language import language_of
from bangiao.reports.lines import Line, bare, more_headline, read_lines, same
from bangiao.reports.signatures import Signature, end_credit, outlet_before
from bangiao.reports.sorting import Sorter
from bangiao.reports.visible import Visible, visible
from bangiao.reports.zones import Stretch, find_core, find_repeated


def cut(page: Page) -> Report | Refusal:
    """Turn a page into its one report; refuse a page on which nothing can be read.

    The text of a plain page is its content as given, that of an HTML page what a reader sees of it. Both go
    through the same reading of lines, so that a page and its flattened copy give the same report.
    """
    seen = visible(page.content) if page.media == "text/html" else Visible(page.content, (), {})
    lines = read_lines(seen.text, seen.hints)
    if not any(ch.isalpha() for line in lines for ch in line.text[:200]):
        return Refusal(page.id, "holds no text that can be read", "give the report's own page or its text")
    repeated = find_repeated(lines)
    core = find_core(lines, repeated)
    headline = find_headline(lines, core, seen.facts)
    if core and headline == core.first:
        core = _without_first(lines, core)
    kinds = Sorter(lines, headline, core, repeated).sort()
    dated = find_date(lines, headline, core, seen.facts, page.published)
    if dated.line is not None:
        kinds[dated.line] = "date"
    return _report(page, seen, lines, kinds, headline, dated)


def _without_first(lines: Sequence[Line], core: Stretch) -> Stretch | None:
    """The running text without a headline that reads like a sentence."""
    later = [i for i in range(core.first + 1, core.last + 1) if lines[i].form == "sentence"]
    return Stretch(later[0], core.last, core.total) if later else None


def _report(
    page: Page, seen: Visible, lines: Sequence[Line], kinds: list[BlockKind], headline: int | None, dated: Dated
) -> Report:
    """The record, from the kinds of the lines."""
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind == "body"]
    title = _title(seen, lines, headline)
    outlet = _outlet(body, lines, title, seen.facts)
    signature = _signature(lines, kinds, seen.facts, outlet)
    return Report(
        id=page.id,
        text=seen.text,
        blocks=tuple(Block(kind, Span(line.start, line.end)) for line, kind in zip(lines, kinds, strict=True)),
        url=page.url,
        language=language_of("\n".join(line.text for line in body[:12]) or seen.text),
        headline=title,
        outlet=outlet,
        published=dated.published,
        published_basis=dated.basis,
        updated=dated.updated,
        byline=signature.byline,
        credit=signature.credit,
        captions=_captions(lines, kinds),
        related=_related(lines, kinds),
        fetched=page.fetched,
        doubts=_doubts(body, dated),
    )


def _title(seen: Visible, lines: Sequence[Line], headline: int | None) -> str | None:
    if headline is not None:
        line = lines[headline]
        return seen.text[line.start : line.end]
    return seen.facts.get("headline")


def _outlet(body: Sequence[Line], lines: Sequence[Line], title: str | None, facts: Mapping[str, str]) -> str | None:
    """The outlet: before the first paragraph, in the page's head, or behind the headline in its title."""
    for line in body[:2]:
        if outlet := outlet_before(line.text):
            return outlet
    named = facts.get("outlet")
    if named and ("." not in named or " " in named):
        return named
    stated = facts.get("title") or lines[0].text
    found = title_outlet(stated, title) if title else None
    if not found and not facts and same(lines[0].text) != same(title or ""):
        found = masthead_outlet(lines[0])
    return found or named


def _signature(
    lines: Sequence[Line], kinds: Sequence[BlockKind], facts: Mapping[str, str], outlet: str | None
) -> Signature:
    """Byline and credit, from the signature after the body before one at its head; an outlet signs for nobody."""
    signed = [line.signature for line, kind in zip(lines, kinds, strict=True) if kind in ("byline", "credit", "date")]
    found = [signature for signature in reversed(signed) if signature]
    byline = next((signature.byline for signature in found if signature.byline not in (None, outlet)), None)
    credit = next((signature.credit for signature in found if signature.credit not in (None, outlet)), None)
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind == "body"]
    if not credit and body:
        credit = end_credit(body[-1].text)
    author = facts.get("author")
    if not byline and author and author not in (facts.get("outlet") or "") and "/" not in author:
        byline = author
    return Signature(byline, credit)


def _captions(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> tuple[str, ...]:
    """Each caption once, in order."""
    found: dict[str, str] = {}
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "caption":
            found.setdefault(same(line.text), line.text)
    return tuple(found.values())


def _related(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> tuple[Related, ...]:
    """Each other report once, in order, with the date beside its headline."""
    found: dict[str, Related] = {}
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "related":
            continue
        dated = line.date if line.form in ("dated", "date") else None
        headline = bare(dated.beside if dated and dated.beside else more_headline(line.text) or line.text)
        if headline:
            day = dated.day if dated else None
            found.setdefault(same(headline), Related(headline, day))
    return tuple(found.values())


def _doubts(body: Sequence[Line], dated: Dated) -> tuple[Doubt, ...]:
    """What the page leaves open."""
    doubts = []
    if not body:
        doubts.append(
            Doubt("no-report", "No running text was found on the page; give the report's own page or its text.")
        )
    elif not dated.published:
        doubts.append(Doubt("no-date", "The page states no publication date; days without a year stay without one."))
    return tuple(doubts)
