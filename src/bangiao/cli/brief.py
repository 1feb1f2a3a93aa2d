"""`bangiao brief`: what a desk needs to know before a meeting, on two pages."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import morning
from bangiao.cli.messages import print_json, say
from bangiao.cli.options import AsJson, OnDay, RegisterPlace
from bangiao.languages import HOME
from bangiao.model.errors import InputError, QuestionError, installing

if TYPE_CHECKING:
    from bangiao.exports.brief_formats import BriefFormat
    from bangiao.views.brief import BriefView

EXAMPLE = """\b
Examples:
  bangiao brief --with JP --counterpart "Shii Kazuo" --on 2023-12-25 -o brief.docx
  bangiao brief --with Lào --language en -o brief.pdf
  bangiao brief --with "Đảng Cộng sản Nhật Bản" -o brief.html --template ours.html.j2"""

Other = Annotated[
    str,
    typer.Option("--with", metavar="COUNTRY", help="Whom we meet: country, organisation, body.", show_default=False),
]
Whom = Annotated[
    str | None, typer.Option("--counterpart", metavar="NAME", help="The person, by name or id.", show_default=False)
]
Home = Annotated[str, typer.Option("--home", metavar="COUNTRY", help="Whose desk it is.")]
Out = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="A .docx, .pdf, .html or .md; - prints Markdown.")
]
Language = Annotated[str, typer.Option("--language", metavar="vi|en", help="The language of headings and labels.")]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template", metavar="FILE", help="Your own: .docx with styles, .typ for PDF, Jinja2 for .html and .md."
    ),
]


def brief(
    other: Other,
    counterpart: Whom = None,
    on: OnDay = None,
    output: Out = "-",
    home: Home = HOME,
    language: Language = "vi",
    template: Template = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
) -> None:
    """Write a brief before a meeting, as known on the morning of a day, every item with its sources."""
    from bangiao.register.store import Register
    from bangiao.views.brief import BriefQuestion
    from bangiao.views.brief import brief as ask
    from bangiao.views.labels import LANGUAGES
    from bangiao.views.words import one_of

    spoken = one_of(language, LANGUAGES, "language of labels") or "vi"
    suffix, form = _format(output)
    ours = _template(template, form, suffix) if template else None
    with Register.open(register, create=False) as store:
        question = BriefQuestion(other, counterpart, home, spoken)
        view = ask(store.as_known(morning(on)), question)
    if as_json:
        print_json(view)
    else:
        _give(_rendered(view, spoken, form, ours), output)


def _format(output: str) -> "tuple[str, BriefFormat]":
    from bangiao.exports.brief_formats import BRIEF_FORMATS

    suffix = ".md" if output == "-" else Path(output).suffix.lower()
    if suffix not in BRIEF_FORMATS:
        endings = ", ".join(BRIEF_FORMATS)
        raise QuestionError(f"a brief cannot be written as {suffix or output!r}", f"end the name in {endings}")
    return suffix, BRIEF_FORMATS[suffix]


def _template(template: Path, form: "BriefFormat", suffix: str) -> bytes:
    if template.suffix.lower() not in form.template:
        endings = " or ".join(form.template)
        raise QuestionError(f"{template} cannot shape a {suffix} file", f"give a template that ends in {endings}")
    try:
        content = template.read_bytes()
        return content if suffix == ".docx" else content.decode("utf-8").encode()
    except UnicodeDecodeError:
        raise InputError(f"{template} is no text in UTF-8", "save it as UTF-8") from None


def _rendered(view: "BriefView", language: str, form: "BriefFormat", template: bytes | None) -> bytes:
    from bangiao.exports.brief_page import brief_page
    from bangiao.views.labels import labels

    try:
        return form.render(brief_page(view, labels(language)), template)
    except ModuleNotFoundError as missing:
        hint = installing("office")
        raise QuestionError(f"a brief needs the package {missing.name}", hint) from None


def _give(content: bytes, output: str) -> None:
    """Print, or write beside the place and move there: nobody finds half a brief."""
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    target = Path(output)
    if not target.parent.is_dir():
        raise QuestionError(f"the folder {target.parent} does not exist", "make it first, or choose another place")
    try:
        with TemporaryDirectory(prefix=".brief-", dir=target.parent) as made:
            place = Path(made) / target.name
            place.write_bytes(content)
            os.replace(place, target)
    except OSError as error:  # the passing folder's name would tell nobody anything
        raise OSError(error.errno, error.strerror, str(target)) from None
    say(f"wrote {target}")
