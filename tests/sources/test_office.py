"""Office documents: DOCX and PDF with a text layer are read, scans, locked and broken files are refused with advice."""

import io
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
import typst

from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.office import docx_text, paragraphs, pdf_text
from bangiao.sources.options import DEFAULTS

TEXT = "Ngày 12/3/2024, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Nguyễn Văn Hòa hội đàm với Bộ trưởng Ngoại giao Nhật Bản."


def a_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Hội đàm", 0)
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hai bên", "nhất trí"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def a_pdf(tmp_path: Path, content: str) -> bytes:
    source = tmp_path / "report.typ"
    source.write_text(content, encoding="utf-8")
    return bytes(typst.compile(str(source)))


def test_a_docx_with_a_table() -> None:
    assert docx_text(a_docx(), DEFAULTS).splitlines() == ["Hội đàm", TEXT, "Hai bên nhất trí"]


def test_a_pdf_gives_its_paragraphs(tmp_path: Path) -> None:
    text = pdf_text(a_pdf(tmp_path, f"= Hội đàm\n\n{TEXT} {TEXT}\n\nHai bên nhất trí tăng cường hợp tác."))
    assert text.splitlines()[0] == "Hội đàm"
    assert f"{TEXT} {TEXT}" in text.splitlines()


def test_a_scan_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a scan") as told:
        pdf_text(a_pdf(tmp_path, "#rect(width: 5cm, height: 5cm)"))
    assert "OCR" in told.value.hint


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(72, 72)
    writer.encrypt("secret", algorithm="RC4-40")
    packed = io.BytesIO()
    writer.write(packed)
    with pytest.raises(InputError, match=r"locked|scan|no PDF"):
        pdf_text(packed.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"%PDF-", b""])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        pdf_text(data)


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(other=b"x"), "no DOCX"),
        (zipped(word__document=b"x"), "no DOCX that can be read"),
        (zipped(word__document=b"x" * 30_000_000), "would unpack to"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_what_is_no_docx_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        docx_text(data, DEFAULTS)


def test_lines_are_joined_where_a_sentence_goes_on() -> None:
    page = "Hội đàm\nMột câu dài hơn mọi câu khác\ncòn nói tiếp ở dòng sau này.\nHai bên chia tay."
    assert paragraphs(page) == [
        "Hội đàm",
        "Một câu dài hơn mọi câu khác còn nói tiếp ở dòng sau này.",
        "Hai bên chia tay.",
    ]


def test_a_folder_with_office_documents(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(a_docx())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    page, refusal = open_inputs([str(tmp_path)])
    assert isinstance(page, Page)
    assert (page.id, page.media) == ("a", "text/plain")
    assert isinstance(refusal, Refusal)
