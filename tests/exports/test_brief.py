"""A brief as DOCX, PDF, HTML and Markdown: the same words in each, hostile ones harmless, pages as a person sees."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from bangiao.exports.brief_formats import BRIEF_FORMATS
from bangiao.exports.brief_page import around, brief_page
from bangiao.exports.brief_text import html, markdown
from bangiao.exports.page import Page, Run, Section, SourceLine, items, paragraph, seen
from bangiao.model.errors import InputError
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.brief import BriefQuestion, brief
from bangiao.views.brief_ahead import Coming, DayShown
from bangiao.views.brief_sources import Cite
from bangiao.views.labels import labels
from tests.exports.rows import needs

TITLES = {"vi": "Tài liệu phục vụ tiếp xúc: Nhật Bản", "en": "Briefing note: Japan"}


def note(seeds: Register, language: str = "vi") -> Page:
    """The brief for the talks of December 2023."""
    question = BriefQuestion("JP", "Shii Kazuo", language=language)
    return brief_page(brief(seeds.as_known(Morning("2023-12-25")), question), labels(language))


def words_of(suffix: str, content: bytes) -> str:
    """What a reader of the format reads."""
    if suffix == ".docx":
        from docx import Document

        found = Document(io.BytesIO(content))
        texts = [one.text for one in found.paragraphs]
        texts += [cell.text for table in found.tables for row in table.rows for cell in row.cells]
        return " ".join(" ".join(texts).split())
    if suffix == ".pdf":
        from pypdf import PdfReader

        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    text = content.decode("utf-8")
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


@pytest.mark.parametrize("suffix", BRIEF_FORMATS)
@pytest.mark.parametrize("language", TITLES)
def test_every_format_says_the_same(seeds: Register, suffix: str, language: str) -> None:
    needs("docx", "jinja2", "pypdf", "typst")
    page = note(seeds, language)
    text = words_of(suffix, BRIEF_FORMATS[suffix].render(page, None))
    assert TITLES[language] in text
    for section in page.sections:
        assert section.title in text
    for word in ("Shii Kazuo", "Si-i Ca-dư-ô", "Ủy viên Trung ương Đảng", "nối lại trao đổi đoàn"):
        assert word in text
    assert text.count(page.sources[-1].text[:20]) == 1


@pytest.mark.parametrize("suffix", BRIEF_FORMATS)
def test_the_same_brief_gives_the_same_bytes(seeds: Register, suffix: str) -> None:
    needs("docx", "jinja2", "typst")
    once, again = (BRIEF_FORMATS[suffix].render(note(seeds), None) for _ in range(2))
    assert once == again


HOSTILE = "<script>alert(1)</script> [x](javascript:1) *b* `c` | {{ 7*7 }} #set text(red) \u202e\x07 =1+1"
BAD = Page(
    language="vi",
    title=seen(HOSTILE),
    subtitle="- 1. x",
    lead=(seen(HOSTILE),),
    sections=(Section(seen(HOSTILE), (items((Run(seen(HOSTILE), "quote", (Cite(1),)),)), paragraph(Run("# x")))),),
    sources_title="Nguồn",
    sources=(SourceLine(1, seen(HOSTILE)),),
    footer=seen(HOSTILE),
)


@pytest.mark.parametrize("suffix", BRIEF_FORMATS)
def test_words_of_reports_are_never_markup(suffix: str) -> None:
    needs("docx", "jinja2", "pypdf", "typst")
    content = BRIEF_FORMATS[suffix].render(BAD, None)
    if suffix == ".html":
        assert b"<script" not in content
        assert b"{{ 7*7 }}" in content
    elif suffix == ".md":
        assert b"<script" not in content.replace(b"\\<script", b"")
        assert b"[x](javascript" not in content
        assert b"49" not in content
    else:
        assert "#set text(red)" in words_of(suffix, content)


def test_a_ministry_can_bring_its_own_template(seeds: Register) -> None:
    needs("docx", "jinja2", "pypdf", "typst")
    page = note(seeds)
    assert markdown(page, "BỘ NGOẠI GIAO: {{ page.title }}\n").decode() == f"BỘ NGOẠI GIAO: {page.title}\n"
    assert b"<b>&lt;" in html(BAD, "<b>{{ page.title }}</b>")
    own = b"#set page(width: 10cm, height: 10cm)\n#json(bytes(sys.inputs.page)).title"
    assert page.title in words_of(".pdf", BRIEF_FORMATS[".pdf"].render(page, own))
    from docx import Document

    base, sink = Document(), io.BytesIO()
    base.sections[0].header.paragraphs[0].text = "BỘ NGOẠI GIAO"
    base.save(sink)
    made = Document(io.BytesIO(BRIEF_FORMATS[".docx"].render(page, sink.getvalue())))
    assert made.sections[0].header.paragraphs[0].text == "BỘ NGOẠI GIAO"
    assert made.paragraphs[0].text == page.title


@pytest.mark.parametrize(
    ("suffix", "template", "message"),
    [
        (".md", b"{{ page.nothing }}", "nothing"),
        (".md", b"{% for %}", "line 1"),
        (".html", b"{{ page.__class__.__mro__ }}", "unsafe|no attribute|access"),
        (".pdf", b"#nonsense", "unknown variable"),
        (".docx", b"no zip", "no DOCX"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(suffix: str, template: bytes, message: str) -> None:
    needs("docx", "jinja2", "typst")
    with pytest.raises(InputError, match=message):
        BRIEF_FORMATS[suffix].render(BAD, template)


@pytest.mark.parametrize(
    ("kind", "days", "told"),
    [
        ("mechanism", -400, "overdue by 1 year 1 month"),
        ("plan", -2, "under way"),
        ("anniversary", 0, "today"),
        ("event", 3, "in 3 days"),
    ],
)
def test_how_far_a_day_is(kind: Coming, days: int, told: str) -> None:
    with Register.open(":memory:") as register:
        view = brief(register.as_known(Morning("2023-12-25")), BriefQuestion("JP", language="en"))
    view = replace(view, coming=(DayShown(kind, "2023-12", days, "Họp", "Session", None, None, (Cite(1),)),))
    text = markdown(brief_page(view, labels("en"))).decode()
    assert f"({told}):" in text


def test_ages_and_pieces_in_words() -> None:
    vi, en = labels("vi"), labels("en")
    assert [en.age(days) for days in (0, 1, 45, 205, 366, 538)] == [
        *("0 days", "1 day", "45 days", "7 months", "1 year", "1 year 6 months"),
    ]
    assert vi.age(538) == "1 năm 6 tháng"
    long = " ".join(f"từ{number}" for number in range(100))
    assert around(long, long.index("từ50")).startswith("… từ")
    assert around("ngắn thôi", 3) == "ngắn thôi"


@pytest.fixture(scope="module")
def rendered(seeds: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief as a desk sees it: DOCX by LibreOffice, PDF and HTML by Chromium, all as PDF."""
    for tool in ("soffice", "chromium", "pdftotext", "pdftoppm", "pdffonts"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed: .ci/run says in which package it comes")
    folder = tmp_path_factory.mktemp("brief")
    for suffix, form in BRIEF_FORMATS.items():
        (folder / f"note{suffix}").write_bytes(form.render(note(seeds), None))
    (folder / "note.pdf").rename(folder / "typst.pdf")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, folder / "note.docx"], check=True, capture_output=True, timeout=600)
    (folder / "note.pdf").rename(folder / "docx.pdf")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={folder}/html.pdf", f"file://{folder}/note.html"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.parametrize("name", ["typst", "docx", "html"])
def test_pages_are_two_in_one_column_without_a_broken_letter(rendered: Path, seeds: Register, name: str) -> None:
    page, file = note(seeds), rendered / f"{name}.pdf"
    from pypdf import PdfReader

    assert len(PdfReader(file).pages) == 2
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    told = " ".join(text.split())
    assert page.title in told
    assert not set(told) & {"\ufffd", "\x00", "□"}
    # every heading begins at the left edge: there is one column
    edges = {len(line) - len(line.lstrip()) for line in text.splitlines() if line.strip() in titles(page)}
    assert len([line for line in text.splitlines() if line.strip() in titles(page)]) == len(titles(page))
    assert max(edges) - min(edges) <= 1
    pictures = rendered / name
    subprocess.run(["pdftoppm", "-r", "40", "-gray", file, pictures], check=True)
    for picture in sorted(rendered.glob(f"{name}-*.pgm")):
        levels = picture.read_bytes()[20:]
        assert 0.005 < sum(level < 128 for level in levels) / len(levels) < 0.3


def titles(page: Page) -> set[str]:
    return {section.title for section in page.sections} | {page.sources_title}


@pytest.mark.parametrize("name", ["typst", "docx", "html"])
def test_letters_of_all_scripts_are_in_the_file(rendered: Path, name: str) -> None:
    """Fonts are embedded, so that a page looks the same on another desk."""
    lines = subprocess.run(["pdffonts", rendered / f"{name}.pdf"], check=True, capture_output=True, text=True).stdout
    fonts = lines.splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes (yes|no) +(yes|no)\b", font) for font in fonts)
    text = subprocess.run(
        ["pdftotext", rendered / f"{name}.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "共産主義" in "".join(text.split())
    assert name == "html" or any("CJK" in font for font in fonts)
