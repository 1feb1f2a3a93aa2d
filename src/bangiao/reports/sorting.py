"""Give every line of a page its kind, once headline and running text are found."""

import re
from collections.abc import Sequence

from bangiao.model.vocabulary import BlockKind
from bangiao.reports.captions import is_scene
from bangiao.reports.lines import Line, same
from bangiao.reports.words import plain, words_of
from bangiao.reports.zones import Stretch, is_text

_LEAD_WORDS = 8  # a lead without a full stop has at least so many
_CAPTION_WORDS = 45
_TEASER_WORDS = 15
_SIGNATURE_LINES = 4  # a signature stands at most so many lines after the body
_NUMBERED = re.compile(r"\d{1,2}\s?[-–.):/]")
_LISTED = frozenset({"item", "heading", "label", "dated", "more"})
_FURNITURE = frozenset({"others", "replies", "tools", "notice", "frame"})


class Sorter:
    """The kinds of all lines of one page, worked out zone by zone from top to bottom."""

    def __init__(
        self, lines: Sequence[Line], headline: int | None, core: Stretch | None, repeated: frozenset[int]
    ) -> None:
        self.lines = lines
        self.headline = headline
        self.core = core
        self.title = same(lines[headline].text) if headline is not None else None
        self.kinds: list[BlockKind] = ["furniture"] * len(lines)
        self.listing = False
        self.teasers: int | None = None  # where teasers of other reports begin
        self.told = 0  # lines of the body so far
        self.captioned = self._captioned(repeated)

    def sort(self) -> list[BlockKind]:
        """The kind of each line."""
        last = self.core.last if self.core else len(self.lines) - 1
        end = self._list_end(last)
        self.teasers = self._first_teaser(end)
        for index, line in enumerate(self.lines):
            if line.form in ("others", "sentence"):
                self.listing = line.form == "others"
            self.kinds[index] = self._kind(index, last, end)
            self.told += self.kinds[index] == "body"
        self._last_captions(end)
        return self.kinds

    def _kind(self, index: int, last: int, end: int) -> BlockKind:
        """The kind of one line by its zone; `end` is the end of the list behind the last sentence."""
        if index == self.headline:
            return "headline"
        if self.headline is not None and index < self.headline:
            return self._elsewhere(index)
        if not self.core or index < self.core.first:
            return self._lead(index)
        if index <= last:
            return self._inside(index)
        return "body" if index <= end else self._after(index, end)

    def _captioned(self, repeated: frozenset[int]) -> frozenset[int]:
        """Captions without a mark: printed twice beside the body, or led by a picture's frame or alternative text."""
        last = self.core.last if self.core else len(self.lines)
        top = self.headline if self.headline is not None else -1
        beside = {
            same(self.lines[i].text)
            for i in repeated
            if top < i <= last + _SIGNATURE_LINES and not self._closed(last, i)
        }
        found = {i for i in repeated if same(self.lines[i].text) in beside - {self.title}} - self._opening(top)
        for index, line in enumerate(self.lines[:-1]):
            after = self.lines[index + 1]
            if line.form == "frame" or self._alternative(line):
                if line.form != "frame":
                    found.add(index)
                if not after.gap and after.size <= _CAPTION_WORDS and after.form not in _FURNITURE:
                    found.add(index + 1)
        return frozenset(found)

    def _opening(self, top: int) -> set[int]:
        """The first sentence under the headline: it may stand on the page again, as its own teaser."""
        first = next((i for i in range(top + 1, len(self.lines)) if self.lines[i].form == "sentence"), None)
        if first is None or any(
            same(line.text) == same(self.lines[first].text) for line in self.lines[first + 1 : first + 2]
        ):
            return set()
        return {first}

    def _alternative(self, line: Line) -> bool:
        """Whether a line is the headline with a picture's number behind it: "… -0"."""
        if not self.title or line.size > _CAPTION_WORDS + 3:
            return False
        shown = same(line.text)
        return shown.startswith(self.title) and 0 < len(shown) - len(self.title) <= 12 and shown[-1].isdigit()

    def _list_end(self, last: int) -> int:
        """Where a list ends that the last sentence announces."""
        if not self.core or not self._announces(self.lines[last]):
            return last
        while last + 1 < len(self.lines) and self._is_item(self.lines[last + 1], self.lines[self.core.last]):
            last += 1
        return last

    def _announces(self, line: Line) -> bool:
        return line.text.endswith((":", "：")) or any(word in plain(line.text[-30:]) for word in words_of("announce"))

    def _is_item(self, line: Line, opening: Line) -> bool:
        """Whether a fragment after an announcing sentence belongs to its list."""
        if line.form not in ("item", "heading", "label"):
            return False
        if line.hint and opening.hint:
            return line.hint.inside == opening.hint.inside
        return line.form != "label" or any(mark in line.text for mark in ":：＜《【")

    def _lead(self, index: int) -> BlockKind:
        """Between headline and running text."""
        line = self.lines[index]
        if line.form == "heading" and same(line.text) == self.title:
            return "headline"
        if index in self.captioned or line.form == "caption":
            return "caption"
        if is_text(line):
            return "caption" if self._is_scene(index) else "body"
        if line.form in ("date", "signature"):
            return self._signed(line)
        if line.form in ("heading", "label") and not self.listing and not self._linked(line) and self._opens(index):
            return "caption" if self._is_scene(index) else "body"
        return self._listed(line)

    def _opens(self, index: int) -> bool:
        """Whether a fragment before the running text belongs to it: a lead, or a subheading after the lead."""
        line = self.lines[index]
        if self.told:
            return _NUMBERED.match(line.text) is not None or not self._in_run(index)
        return line.form == "heading" and line.size >= _LEAD_WORDS

    def _in_run(self, index: int) -> bool:
        """Whether a long heading has another beside it: two headlines in a row are a list of reports."""
        beside = [self.lines[i] for i in (index - 1, index + 1) if 0 <= i < len(self.lines)]
        long = [line for line in beside if line.form == "heading" and line.size >= _LEAD_WORDS]
        return self.lines[index].size >= _LEAD_WORDS and bool(long)

    def _is_scene(self, index: int) -> bool:
        """Whether a short line after the first sentence only says what a picture shows."""
        return self.told > 0 and is_scene(self.lines[index].text, self.lines[index].size)

    def _inside(self, index: int) -> BlockKind:
        """Within the running text."""
        line = self.lines[index]
        if index in self.captioned or line.form == "caption":
            return "caption"
        if line.form in _FURNITURE:
            return "furniture"
        if is_text(line):
            return "caption" if self._is_scene(index) else "body"
        if line.form in ("dated", "more") or (self.listing and line.form in _LISTED):
            return "related"
        if line.form in ("date", "signature"):
            early = self.told <= 1
            if early:
                return self._signed(line)
            return "caption" if line.signature and line.signature.credit else "body"
        if self._linked(line) or line.form == "sentence":
            return "furniture"
        return "caption" if self._is_scene(index) else "body"

    def _after(self, index: int, last: int) -> BlockKind:
        """After the running text."""
        line = self.lines[index]
        if self.teasers is not None and index >= self.teasers:
            return self._elsewhere(index)
        if line.form == "signature" and index - last <= _SIGNATURE_LINES and not self._closed(last, index):
            return self._signed(line)
        if line.form == "caption" and not self._closed(last, index):
            return "caption"
        return "caption" if index in self.captioned else self._elsewhere(index)

    def _first_teaser(self, last: int) -> int | None:
        """The first headline after the body with a paragraph of its own, or the picture's caption above it."""
        for index in range(last + 1, len(self.lines) - 1):
            after = self.lines[index + 1]
            if self.lines[index].form == "heading" and after.form == "sentence" and after.size >= _TEASER_WORDS:
                return index - 1 if index - 1 > last and self.lines[index - 1].form == "caption" else index
        return None

    def _closed(self, last: int, index: int) -> bool:
        """Whether other reports or forms have begun since the body's end."""
        return any(
            line.form in ("others", "replies", "dated", "item") for line in self.lines[last + 1 : min(index, last + 9)]
        )

    def _elsewhere(self, index: int) -> BlockKind:
        """Outside the report."""
        line = self.lines[index]
        if line.form in ("dated", "more", "item") or (line.form == "date" and line.date and line.date.beside):
            return "related"
        if line.form in ("sentence", "caption"):
            return "teaser"
        if line.form != "heading":
            return "furniture"
        if self.title and same(line.text).startswith(self.title):
            return "furniture"
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return "teaser" if after and after.form == "sentence" else "related"

    def _signed(self, line: Line) -> BlockKind:
        if line.form == "date":
            return "date"
        return "credit" if line.signature and line.signature.credit and not line.signature.byline else "byline"

    def _linked(self, line: Line) -> bool:
        return bool(line.hint and (line.hint.links > 0.7 or line.hint.outside))

    def _listed(self, line: Line) -> BlockKind:
        """A fragment between headline and text: another report's headline, or a label."""
        return "related" if line.form in ("dated", "more", "item", "heading") else "furniture"

    def _last_captions(self, last: int) -> None:
        """Last lines without any list, form or menu among them are captions that a flattener put there."""
        if self.teasers is not None:
            return
        tail = range(last + 1, len(self.lines))
        rest = [i for i in tail if self.kinds[i] not in ("byline", "credit", "date") and self.lines[i].form != "more"]
        if all(self._may_be_caption(self.lines[i]) for i in rest):
            # a flattener puts captions behind the signature; two headlines and more stand there without one
            signed = any(self.kinds[i] in ("byline", "credit") for i in tail)
            headlines = [i for i in rest if self.lines[i].form == "heading" and i not in self.captioned]
            for index in rest:
                listed = index in headlines and len(headlines) > 1 and not signed
                self.kinds[index] = "related" if listed else "caption"

    def _may_be_caption(self, line: Line) -> bool:
        return line.form in ("sentence", "heading", "label", "caption", "signature") and line.size <= _CAPTION_WORDS
