"""The codebook of an export: what its files hold, field by field, how it was read, and how far it can be trusted."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from bangiao import __version__
from bangiao.exports.columns import Column
from bangiao.exports.parts import Described, Format
from bangiao.register.released import CitationRow
from bangiao.views.release import Release

KINDS = {"text": "text", "number": "whole number", "flag": "true or false", "list": "list"}
CONVENTIONS = """\
## What holds for all of it

- A **contact** is one exchange between two or more countries or organisations, told by one report or several. Of
  several reports the words of the main one are shown, and where they differ is said; nothing is averaged.
- **Every field rests on words.** A citation gives the quoted words, their place in the report's text (half-open, in
  code points of the text whose SHA-256 stands with the report) and the rule that read them; or, where no words say it
  outright, the reason from which it was inferred. What is neither said nor inferred is left empty: it is unknown.
- **Days** are in EDTF (ISO 8601-2): `2024-04-02`, `2021-12`, `2024-12-03/2024-12-07`, `../2024-12-07` (until that day),
  `XXXX-04-02` (the year is not known), `[2023-04-02,2024-04-02]` (one of these).
- **Countries** are ISO 3166-1 alpha-2 codes unless a field says otherwise; **languages** are BCP 47.
- **Ids** come from content: the same reports give the same ids. A release has no times of running, and the same
  register gives the same bytes.
- A contact is *held*, *planned*, *recalled* (a report looks back on it) or *cancelled*: count held ones when you count.
- Contacts that a person rejected, and people and reports that were withdrawn, are left out.
"""


def codebook(form: Format, release: Release) -> str:
    """The codebook in Markdown."""
    lines = [
        f"# Codebook: a release of a Bangiao register as {form.name}",
        "",
        f"Made by Bangiao {__version__}: {form.about}.",
    ]
    lines += ["", *(f"- {note}" for note in form.notes), "", CONVENTIONS, *_accuracy(), *_basis(release)]
    for one in form.described(release):
        lines += _table(one)
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=1)
def _figures() -> dict[str, dict[str, float]]:
    return tomllib.loads((files("bangiao.exports") / "accuracy.toml").read_text(encoding="utf-8"))


def _accuracy() -> Iterator[str]:
    """How far the reading can be trusted, as a whole."""
    figures = _figures()
    yield "## How well it is read"
    yield ""
    yield (
        "Measured by the program's quality gate against readings by hand, on documents that were not used for mending "
        "it. Contacts, people and commitments: F1 (the balance of what is missed and what is too many). Other fields: "
        "the share that is right on contacts that were found. In the tables below *accuracy* gives the figure on "
        f"headlines with their first paragraph ({figures['leads']['documents']}), then on full reports "
        f"({figures['reports']['documents']}); your sources may read better or worse."
    )
    yield ""
    for name, label in (
        ("found", "contacts found"),
        ("exact", "contacts right in all main fields"),
        ("people", "people"),
    ):
        yield f"- {label}: {_figure(name)}"
    yield ""


def _figure(name: str) -> str:
    known = [figures.get(name) for figures in (_figures()["leads"], _figures()["reports"])]
    return " / ".join("–" if one is None else f"{one:.2f}" for one in known) if any(known) else ""


def _basis(release: Release) -> Iterator[str]:
    """How often each field of this release is said by words, and how often inferred."""
    counted: Counter[tuple[str, str]] = Counter()
    for one in release.of(CitationRow):
        counted[re.sub(r"\.\d+", "", one.field), one.basis] += 1
    if not counted:
        return
    yield "## Quoted or inferred, in this release"
    yield ""
    yield "| field of a finding | quotations | inferences |\n|---|---:|---:|"
    for field in sorted({field for field, _ in counted}):
        yield f"| `{field}` | {counted[field, 'quoted']} | {counted[field, 'inferred']} |"
    yield ""


def _table(one: Described) -> Iterator[str]:
    yield f"## {one.name}"
    yield ""
    yield one.about
    yield ""
    yield "| field | type | meaning | words, unit | accuracy |\n|---|---|---|---|---|"
    for column in one.columns:
        yield f"| `{column.name}` | {_kind(column)} | {column.meaning} | {_words(column)} | {_figure(column.figure)} |"
    yield ""


def _kind(column: Column) -> str:
    return KINDS[column.kind] + (", or empty" if column.optional else "")


def _words(column: Column) -> str:
    return ", ".join(f"`{word}`" for word in column.vocabulary) or column.unit
