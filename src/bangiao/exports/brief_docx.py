"""A document as DOCX: the styles come from a base document that may be replaced, the words from the brief."""

import io
from typing import TYPE_CHECKING, Any

from bangiao.exports.archive import timeless
from bangiao.exports.page import Block, Page, Run, Section, SourceLine, Words
from bangiao.model.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

INK, SOFT, LINE = "7A1F1F", "555555", "B9A98F"
TEXT_WIDTH = 170  # millimetres between the margins of A4


def docx(page: Page, base: bytes | None = None) -> bytes:
    """The document; `base` is a DOCX whose page, styles, header and footer are kept, and whose text is put before."""
    found = _opened(base) if base else _own(page)
    found.core_properties.title = page.title
    found.core_properties.author = found.core_properties.comments = ""
    _said(found.add_paragraph(style="Title"), page.title)
    _said(found.add_paragraph(style="Subtitle"), page.subtitle)
    _run(found.add_paragraph(), Run(" ".join(page.lead), "soft"))
    for section in page.sections:
        _section(found, section)
    found.add_heading(page.sources_title, level=1)
    for number, source in enumerate(page.sources, 1):
        _source(found, source, number)
    sink = io.BytesIO()
    found.save(sink)
    return timeless(sink.getvalue())


def _opened(base: bytes) -> "Document":
    from docx import Document

    try:
        found = Document(io.BytesIO(base))
    except Exception:  # the library raises errors of zip, of XML and its own
        raise InputError("the template is no DOCX document", "save it as .docx with your styles") from None
    missing = {"Title", "Subtitle", "Heading 1", "List Bullet"} - {style.name for style in found.styles}
    if missing:
        raise InputError(f"the template has no style {', '.join(sorted(missing))}", "use the document's own styles")
    return found


def _own(page: Page) -> "Document":
    """A4 with the margins and letters of an office document."""
    from docx import Document
    from docx.shared import Mm, Pt, RGBColor

    found = Document()
    sheet = found.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(20)
    sheet.top_margin, sheet.bottom_margin = Mm(16), Mm(16)
    looks = {"Normal": (10, None), "Title": (16, INK), "Subtitle": (12, "1A1A1A"), "Heading 1": (11.5, INK)}
    for name, (size, colour) in looks.items():
        style: Any = found.styles[name]
        _lettered(style)
        style.font.size, style.font.italic = Pt(size), False
        style.font.bold = name != "Normal"
        style.font.color.rgb = RGBColor.from_string(colour) if colour else None
        style.paragraph_format.space_before = Pt(8 if name == "Heading 1" else 0)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.line_spacing = 1.04
    _lettered(found.styles["List Bullet"])
    # the library's own document rules the title off, and spaces the letters of title and subtitle
    for name in ("Title", "Subtitle"):
        for part in found.styles[name].element.xpath(".//w:pBdr | .//w:rPr/w:spacing | .//w:rPr/w:kern"):
            part.getparent().remove(part)
    _foot(found, page)
    return found


def _lettered(style: Any) -> None:
    """One family of letters for all scripts; the theme's would have other marks for Vietnamese."""
    from docx.oxml.ns import qn

    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), "Times New Roman")


def _foot(found: "Document", page: Page) -> None:
    """What made it, and the number of the page."""
    place = found.sections[0].footer.paragraphs[0]
    _run(place, Run(f"{page.footer}  ", "soft"), size=8)
    last = place.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        part = _element("w:instrText" if text else "w:fldChar", **({} if text else {"w:fldCharType": kind or ""}))
        part.text = text
        last._r.append(part)
    _small(last, 8)


def _section(found: "Document", section: Section) -> None:
    found.add_heading(section.title, level=1)
    for block in section.blocks:
        if block.kind == "table":
            _table(found, block)
        else:
            for row in block.rows:
                _words(found.add_paragraph(style="List Bullet" if block.kind == "list" else None), row[0])


def _table(found: "Document", block: Block) -> None:
    """Rows between thin lines; a row is not parted over two pages, the head is repeated."""
    from docx.shared import Mm, Pt

    made = found.add_table(rows=1, cols=len(block.head))
    made.autofit = False
    for cell, words in zip(made.rows[0].cells, block.head, strict=True):
        _run(cell.paragraphs[0], Run(words, "soft"))
    made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for row in block.rows:
        line = made.add_row()
        line._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for cell, cell_words in zip(line.cells, row, strict=True):
            _words(cell.paragraphs[0], cell_words)
    for column, width in zip(made.columns, block.widths, strict=True):
        column.width = Mm(TEXT_WIDTH * width / 100)
    for line in made.rows:
        for cell, width in zip(line.cells, block.widths, strict=True):
            cell.width = Mm(TEXT_WIDTH * width / 100)
            _underlined(cell)
    found.add_paragraph().paragraph_format.line_spacing = Pt(3)


def _underlined(cell: "_Cell") -> None:
    borders = _element("w:tcBorders")
    borders.append(_element("w:bottom", **{"w:val": "single", "w:sz": "4", "w:color": LINE}))
    cell._tc.get_or_add_tcPr().append(borders)
    for one in cell.paragraphs:
        one.paragraph_format.space_after = 0


def _words(place: "Paragraph", words: Words) -> None:
    for run in words:
        _run(place, run)
        for cite in run.cites:
            _cite(place, cite.number)


def _said(place: "Paragraph", words: str) -> None:
    place.add_run(words)


def _run(place: "Paragraph", run: Run, size: float | None = None) -> None:
    from docx.shared import RGBColor

    for number, line in enumerate(run.text.split("\n")):
        made = place.add_run()
        if number:
            made.add_break()
        made.add_text(line)
        made.bold = True if run.style == "strong" else None
        made.italic = True if run.style == "quote" else None
        if run.style == "soft":
            made.font.color.rgb = RGBColor.from_string(SOFT)
        if size:
            _small(made, size)


def _small(run: Any, size: float) -> None:
    from docx.shared import Pt

    run.font.size = Pt(size)


def _cite(place: "Paragraph", number: int) -> None:
    """A raised number that leads to the source."""
    link = _element("w:hyperlink", **{"w:anchor": f"s{number}", "w:history": "1"})
    made = place.add_run(f"[{number}]")
    made.font.superscript = True
    link.append(made._r)
    place._p.append(link)


def _source(found: "Document", source: SourceLine, mark: int) -> None:
    """A numbered source with a mark to lead to, and its address as a link."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.shared import Mm, Pt, RGBColor

    place = found.add_paragraph()
    place.paragraph_format.left_indent, place.paragraph_format.first_line_indent = Mm(7), -Mm(7)
    place.paragraph_format.space_after = Pt(1)
    place._p.append(_element("w:bookmarkStart", **{"w:id": str(mark), "w:name": f"s{source.number}"}))
    _run(place, Run(f"[{source.number}] {source.text} "), size=9)
    place._p.append(_element("w:bookmarkEnd", **{"w:id": str(mark)}))
    if source.url:
        target = found.part.relate_to(source.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = _element("w:hyperlink", **{"r:id": target})
        made = place.add_run(source.host or source.url)
        made.font.color.rgb = RGBColor.from_string("1F4E7A")
        _small(made, 9)
        link.append(made._r)
        place._p.append(link)


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
