"""`make coverage-of-pack`: both corpora read; which words of the Vietnamese tables never fire, table by table."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from bangiao.findings.find import READ, atoms_of
from bangiao.languages.load import read_table
from bangiao.languages.pack import Entry, Lexicon, load
from bangiao.model.report import Refusal, Report
from bangiao.reports.cut import cut
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions
from bangiao.text.fold import fold
from bangiao.text.sentences import sentences
from benchmarks.fields import CORPORA
from benchmarks.material import ROOT

LANGUAGE = "vi"
# A word of these tables fires where the reader makes it an atom of a sentence in that meaning.
READER = ("offices", "bodies", "triggers", "markers", "organisations", "venues", "countries", "cities", "regions")
# A word of these counts where it stands in a report, whatever the rules then make of it.
STANDING = ("grammar", "commitments", "statements", "topics", "dates")
# Places are many and cost nothing; they are listed only where they are asked for by name.
COUNTED_ONLY = ("organisations", "venues", "countries", "cities", "regions")
KINDS = {"place_head": "venue", "org": "organisation", "short": "country"}


class Word(Struct, frozen=True):
    """One word of a table: its file, the path of its entry, what it means, and the words themselves."""

    table: str
    path: str
    gloss: str
    words: str

    @property
    def phrase(self) -> str:
        """The words as they are looked for."""
        return fold(self.words).lower


def main(chosen: list[str]) -> int:
    """Read the corpora; print each table's count, then what never fired in the chosen tables, or in all but places."""
    folder = Path(os.environ.get("BANGIAO_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        print(f"skipped: {folder} is absent; set BANGIAO_SHARED to the folder of corpora and gold")
        return 0
    unknown = [name for name in chosen if name not in (*READER, *STANDING)]
    if unknown:
        print(f"no table {unknown[0]!r}; tables: {', '.join((*READER, *STANDING))}", file=sys.stderr)
        return 2
    words = [word for table in (*READER, *STANDING) for word in words_of(table)]
    fired = count(folder, words)
    report(words, fired, chosen or [table for table in (*READER, *STANDING) if table not in COUNTED_ONLY])
    return 0


def words_of(table: str) -> Iterator[Word]:
    """Every word of a table."""
    for key, rows in read_table(LANGUAGE, table).items():
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            for words in _forms(row):
                yield Word(table, f"{key}.{number}", row.get("gloss", row.get("use", "")), words)


def _forms(row: Any) -> list[str]:
    if not isinstance(row, dict):
        return []
    first = [row["name"]] if "name" in row else []
    return list(
        dict.fromkeys([*first, *(form for key in ("names", "short", "paired", "words") for form in row.get(key, []))])
    )


def count(folder: Path, words: list[Word]) -> Counter[tuple[str, str]]:
    """How often each phrase of a table fired in the corpora, by (table or key, phrase)."""
    pack = load(LANGUAGE)
    standing = Lexicon([Entry(word.table, word.words) for word in words if word.table in STANDING])
    fired: Counter[tuple[str, str]] = Counter()
    for told in _reports(folder):
        for block in told.blocks:
            folded = fold(told.text[block.span.start : block.span.end])
            for start, end in sentences(folded.text, 0, len(folded.text)) if block.kind in READ else ():
                for atom in atoms_of(folded.text, folded.lower, start, end, pack):
                    fired.update(
                        {(KINDS.get(entry.kind, entry.kind), fold(entry.words).lower) for entry in atom.entries}
                    )
                for _, _, entries in standing.matches(folded.lower[start:end]):
                    fired.update({(entry.kind, fold(entry.words).lower) for entry in entries})
    return fired


def _reports(folder: Path) -> Iterator[Report]:
    for page in open_inputs([str(folder / name) for name in CORPORA], SourceOptions()):
        told = page if isinstance(page, Refusal) else cut(page)
        if isinstance(told, Report) and told.language == LANGUAGE:
            yield told


def report(words: list[Word], fired: Counter[tuple[str, str]], listed: list[str]) -> None:
    """Print what fired and what did not."""
    dead: dict[str, list[Word]] = {}
    print(f"{'table':15}{'words':>8}{'fired':>8}{'never':>8}{'times':>10}")
    for table in dict.fromkeys(word.table for word in words):
        own = [word for word in words if word.table == table]
        times = [fired[_key(word), word.phrase] for word in own]
        dead[table] = [word for word, count in zip(own, times, strict=True) if not count]
        print(f"{table:15}{len(own):8}{len(own) - len(dead[table]):8}{len(dead[table]):8}{sum(times):10}")
    for table in listed:
        if dead[table]:
            print(f"\n{LANGUAGE}/{table}.toml, never:")
        for path in dict.fromkeys(word.path for word in dead[table]):
            entry = [word for word in dead[table] if word.path == path]
            print(f"  {path} ({entry[0].gloss}): {'; '.join(word.words for word in entry)}")


def _key(word: Word) -> str:
    return word.path.split(".")[0] if word.table in READER else word.table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
