"""Office documents: the text of a DOCX, and of a PDF that has a text layer; a scan is refused with a word of advice.

The packages that read them belong to the extra `office` and are loaded when such a file is met.
"""

import logging
import re
import zipfile
from io import BytesIO
from statistics import quantiles

from bangiao.model.errors import InputError, installing
from bangiao.sources.options import SourceOptions
from bangiao.sources.wording import size

_INSTALL = installing("office")
_AGAIN = "open it, and save it as DOCX, PDF or text"
_OCR = "recognise its text first (OCR, ocrmypdf does), and give the result"
_MOST_PAGES = 500
_FEWEST_LETTERS = 30  # a page with fewer is taken for a picture
_ENDS = re.compile(r"[.!?…:;”\"')\]]\s*$")


def office_text(data: bytes, media: str, options: SourceOptions) -> str:
    """The text of an office document of this kind."""
    return pdf_text(data) if media == "application/pdf" else docx_text(data, options)


def docx_text(data: bytes, options: SourceOptions) -> str:
    """The paragraphs of a DOCX, tables row by row; raises InputError where it is none or too large unpacked."""
    try:
        import docx
    except ImportError as missing:
        raise InputError(f"is a DOCX, and {missing.name} is not installed", _INSTALL) from None
    _refuse_bomb(data, options)
    try:
        document = docx.Document(BytesIO(data))
        lines = [line for part in document.iter_inner_content() for line in _docx_lines(part)]
    except Exception as error:  # the library names no errors of its own for broken files
        raise InputError(f"is no DOCX that can be read ({type(error).__name__})", _AGAIN) from None
    text = "\n".join(lines)
    if not text.strip():
        raise InputError("is a DOCX without text", "give a document with a report in it")
    return text


def _docx_lines(part: object) -> list[str]:
    from docx.table import Table

    if isinstance(part, Table):
        return [" ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in part.rows]
    return [str(getattr(part, "text", "")).replace("\t", " ")]


def _refuse_bomb(data: bytes, options: SourceOptions) -> None:
    """A small file that unpacks to a huge one is refused before it is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            unpacked = sum(one.file_size for one in parts.infolist())
            names = parts.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise InputError("is a damaged zip file", _AGAIN) from None
    if "word/document.xml" not in names:
        raise InputError("is a zip file, but no DOCX", "unpack it, or save the document as DOCX, text or HTML")
    limit = 5 * options.max_document
    if unpacked > limit or unpacked > options.max_ratio * max(len(data), 1):
        raise InputError(f"would unpack to {size(unpacked)}", "give the document's text instead")


def pdf_text(data: bytes) -> str:
    """The text layer of a PDF, its lines joined to paragraphs; raises InputError for a scan or a locked file."""
    try:
        import pypdf
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError as missing:
        raise InputError(f"is a PDF, and {missing.name} is not installed", _INSTALL) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told once, by us
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if len(reader.pages) > _MOST_PAGES:
            raise InputError(f"is a PDF of {len(reader.pages)} pages", "give the pages with the report alone")
        pages = [page.extract_text() for page in reader.pages]
    except InputError:
        raise
    except (FileNotDecryptedError, DependencyError):
        raise InputError("is a locked PDF", "open it with its password, and save it without one") from None
    except Exception as error:  # broken files fail in many ways
        raise InputError(f"is no PDF that can be read ({type(error).__name__})", _AGAIN) from None
    if sum(map(_letters, pages)) < _FEWEST_LETTERS * max(len(pages), 1):
        raise InputError("is a scan: its pages are pictures without text", _OCR)
    return "\n".join(paragraph for page in pages for paragraph in paragraphs(page))


def _letters(page: str) -> int:
    return sum(ch.isalpha() for ch in page)


def paragraphs(page: str) -> list[str]:
    """Lines as they stand on a page, joined where a line is full and no sentence ends with it."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    lengths = [len(line) for line in lines if line]
    full = 0.8 * quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0
    joined: list[str] = []
    open_line = False
    for line in lines:
        if line and open_line and joined:
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        open_line = bool(line) and len(line) >= full and not _ENDS.search(line)
    return joined
