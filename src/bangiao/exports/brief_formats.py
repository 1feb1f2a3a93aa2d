"""The formats of a brief, by the ending of the file: one line each."""

from collections.abc import Callable

from msgspec import Struct

from bangiao.exports import brief_docx, brief_pdf, brief_text
from bangiao.exports.page import Page


class BriefFormat(Struct, frozen=True):
    """How a document becomes a file; `template` is the ending of a template that may take the place of ours."""

    render: Callable[[Page, bytes | None], bytes]
    template: tuple[str, ...]


def _text(render: Callable[[Page, str | None], bytes]) -> Callable[[Page, bytes | None], bytes]:
    return lambda page, template: render(page, template.decode("utf-8") if template else None)


BRIEF_FORMATS: dict[str, BriefFormat] = {
    ".docx": BriefFormat(brief_docx.docx, (".docx",)),
    ".pdf": BriefFormat(_text(brief_pdf.pdf), (".typ",)),
    ".html": BriefFormat(_text(brief_text.html), (".j2", ".html")),
    ".md": BriefFormat(_text(brief_text.markdown), (".j2", ".md")),
}
