"""Turn spans of the folded text into citations of the text as given."""

from msgspec import Struct

from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.text.fold import Folded
from bangiao.text.place import Lines


class Citer(Struct, frozen=True):
    """Cites one report's text: offsets in code points, lines 1-based."""

    text: str
    folded: Folded
    lines: Lines

    def quote(self, start: int, end: int) -> str:
        """The words of the text as given behind a stretch of the folded text."""
        a, b = self.folded.back(start, end)
        return self.text[a:b]

    def evidence(self, field: str, start: int, end: int, rule: str) -> Evidence:
        """The citation of a field."""
        a, b = self.folded.back(start, end)
        return Evidence(field, a, b, self.lines.number(a), self.text[a:b], rule)

    def inference(self, field: str, reason: str, at: tuple[int, int] | None = None) -> Inference:
        """The reason for a field that no words say outright, with the words it was read from."""
        if at is None:
            return Inference(field, reason)
        a, b = self.folded.back(*at)
        return Inference(field, reason, a, b, self.lines.number(a), self.text[a:b])

    def doubt(self, kind: str, message: str, at: tuple[int, int] | None = None) -> Doubt:
        """A doubt with the words that it is about."""
        if at is None:
            return Doubt(kind, message)
        a, b = self.folded.back(*at)
        return Doubt(kind, message, a, b, self.lines.number(a), self.text[a:b])
