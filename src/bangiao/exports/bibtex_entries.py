"""BibTeX: an entry a report, for reference managers and LaTeX (biblatex's @online)."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from bangiao.exports.columns import Column
from bangiao.exports.parts import Described, Format, Part
from bangiao.register.released import ReportRow
from bangiao.views.release import Release

NOTES = (
    "Entries are UTF-8, for biblatex with biber. Braces around a value keep its capitals.",
    "The key of an entry is the register's id of the report, so that notes can cite it as other exports do.",
    "Letters that LaTeX would act on stand as commands (`\\%`, `\\textbackslash{}` …); runs of spaces become one.",
)
FIELDS = (
    Column("title", "text", True, meaning="the headline, or the id with which the report came"),
    Column("author", "text", True, meaning="the author as named"),
    Column("organization", "text", True, meaning="the outlet"),
    Column("date", "text", True, meaning="the day of publication", unit="YYYY-MM-DD"),
    Column("url", "text", True, meaning="the address, with percent signs for what LaTeX would act on"),
    Column("langid", "text", True, meaning="the language", unit="BCP 47"),
    Column("note", "text", True, meaning="the outlet or agency from which it is taken"),
)
# a brace counts for BibTeX even behind a backslash, so it has a word of its own
_COMMANDS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&$#_"},
}
_ACTING = re.compile("|".join(map(re.escape, _COMMANDS)))
_BACK = {command: sign for sign, command in _COMMANDS.items()}
_COMMAND = re.compile("|".join(map(re.escape, sorted(_BACK, key=len, reverse=True))))
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def parts(release: Release) -> Iterator[Part]:
    """One file of entries."""
    yield Part("reports.bib", (entry(one).encode() for one in release.of(ReportRow)))


def entry(report: ReportRow) -> str:
    """The entry of one report."""
    words = {
        "title": report.headline or report.given_id,
        "author": report.byline,
        "organization": report.outlet,
        "note": report.credit,
    }
    written = {name: f"{{{harmless(value)}}}" for name, value in words.items() if value and tidied(value)}
    # biblatex reads these two, so nothing may stand around them
    codes = {"date": report.published, "langid": report.language}
    written |= {name: harmless(value) for name, value in codes.items() if value and tidied(value)}
    if report.url:
        # of a percent sign that is already in the address nothing changes
        written["url"] = quote(tidied(report.url), safe="%/:?#[]@!$&'()*+,;=-._~")
    lines = [f"  {name} = {{{value}}}," for name, value in sorted(written.items())]
    return "\n".join([f"@online{{{report.report_id},", *lines, "}", "", ""])


def tidied(words: str) -> str:
    """The words in one line, without signs that cannot be seen."""
    return " ".join(_UNSEEN.sub(" ", words).split())


def harmless(words: str) -> str:
    """The words as LaTeX prints them and does not run them."""
    return _ACTING.sub(lambda match: _COMMANDS[match[0]], tidied(words))


def as_given(value: str) -> str:
    """The words that a value of an entry stands for."""
    inside = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    return _COMMAND.sub(lambda match: _BACK[match[0]], inside)


def described(release: Release) -> tuple[Described, ...]:
    """The fields of an entry."""
    return (Described("@online", "One report.", FIELDS),)


FORMAT = Format("bibtex", "bib", "the reports as entries for LaTeX and reference managers", parts, described, NOTES)
