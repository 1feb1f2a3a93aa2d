"""The numbered sources of a brief: reports and pages, in the order in which they are first cited."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.records import ReportHead
from bangiao.views.calendar import Source as EntrySource
from bangiao.views.citations import Citation
from bangiao.views.holders import Boundary, Holder

if TYPE_CHECKING:
    from bangiao.register.as_known import Known


class Source(Struct, frozen=True):
    """A report, or a page from which a row of a table was taken, with its number in the brief."""

    number: int
    report: ReportHead | None = None
    page: str | None = None


class Cite(Struct, frozen=True, order=True):
    """A source by its number, with the line where a report says it."""

    number: int
    line: int | None = None


class Sources:
    """Numbers sources as they are cited."""

    def __init__(self, register: "Known") -> None:
        self._register = register
        self._heads: dict[str, ReportHead] = {}
        self._found: dict[str, Source] = {}

    @property
    def found(self) -> tuple[Source, ...]:
        """All sources by number."""
        return tuple(self._found.values())

    def report(self, head: ReportHead, line: int | None = None) -> Cite:
        """Cite a report."""
        self._heads.setdefault(head.id, head)
        source = self._found.setdefault(head.id, Source(len(self._found) + 1, report=head))
        return Cite(source.number, line)

    def page(self, page: str) -> Cite:
        """Cite the page from which a table was taken."""
        return Cite(self._found.setdefault(page, Source(len(self._found) + 1, page=page)).number)

    def words(self, one: Citation) -> Cite:
        """Cite the words of a report."""
        if one.report not in self._heads:
            self._heads[one.report] = self._register.report(one.report).head
        return self.report(self._heads[one.report], one.line)

    def contact(self, ident: str) -> tuple[Cite, ...]:
        """Cite every report that tells a contact, at the words that do."""
        return once(
            self.report(one.report, one.contact.evidence[0].line if one.contact.evidence else None)
            for one in self._register.told(ident)
        )

    def entry(self, one: EntrySource) -> Cite:
        """Cite what an entry of the calendar rests on."""
        return (
            self.report(one.report, one.citation.line if one.citation else None) if one.report else self.page(one.page)
        )

    def holder(self, one: Holder) -> tuple[Cite, ...]:
        """Cite what says that somebody held a post: tables for its bounds, reports where they show the person in it."""
        bounds = [self._bound(bound, one) for bound in (one.start, one.end) if bound and bound.source]
        seen = [self.report(each.report, each.line) for each in (one.first, one.last) if each]
        return once([*bounds, *seen])

    def _bound(self, bound: Boundary, one: Holder) -> Cite:
        """A bound comes from a page of a table, or from a report that tells the change."""
        told = next((change for change in one.changes if change.report.id == bound.source), None)
        return self.report(told.report, told.line) if told else self.page(bound.source)


def once(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    """Each source and line once, in the order of the numbers."""
    return tuple(sorted(set(cites), key=lambda one: (one.number, one.line or 0)))
