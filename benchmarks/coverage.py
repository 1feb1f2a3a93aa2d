"""`make coverage-of-pack`: both corpora read; how often each entry of the Vietnamese tables fires, and why few do."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from bangiao.findings.find import READ, atoms_of
from bangiao.languages.load import read_table
from bangiao.languages.pack import Entry, Lexicon, Pack, load
from bangiao.model.report import Refusal, Report
from bangiao.reports.cut import cut
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions
from bangiao.text.fold import fold
from bangiao.text.sentences import sentences
from benchmarks.fields import CORPORA
from benchmarks.material import find_shared

LANGUAGE = "vi"
# A word of these tables fires where the reader makes it an atom of a sentence in that meaning.
READER = (
    "offices",
    "bodies",
    "triggers",
    "markers",
    "organisations",
    "venues",
    "countries",
    "pairs",
    "cities",
    "regions",
)
# A word of these counts where it stands in a report, whatever the rules then make of it.
STANDING = ("grammar", "commitments", "statements", "topics", "dates")
KINDS = {"place_head": "venue", "org": "organisation", "short": "country"}


RARE = 3  # documents, below which an entry names why it stays: `rare` in its row, or for its kind in the table


class Word(Struct, frozen=True):
    """One word of a table: its file, its entry's path and meaning, why that may be rare, and the words themselves."""

    table: str
    path: str
    gloss: str
    rare: str
    words: str

    @property
    def entry(self) -> str:
        """The entry's place: "offices.head.3"."""
        return f"{self.table}.{self.path}"

    @property
    def key(self) -> tuple[str, str]:
        """What fires: the kind of atom, or the table where it only has to stand; and the folded words."""
        kind = self.path.split(".")[0] if self.table in READER else self.table
        return kind, fold(self.words).lower


class Counted(Struct, frozen=True):
    """How often each key fired, and in how many documents each entry did."""

    times: Counter[tuple[str, str]]
    documents: Counter[str]


def main(chosen: list[str]) -> int:
    """Read the corpora; print each table's counts, the chosen tables' entries, and the rare ones without a reason."""
    folder = find_shared()
    if folder is None:
        print("skipped: the corpora are not here; set BANGIAO_SHARED to the folder of corpora and gold")
        return 0
    unknown = [name for name in chosen if name not in (*READER, *STANDING)]
    if unknown:
        print(f"no table {unknown[0]!r}; tables: {', '.join((*READER, *STANDING))}", file=sys.stderr)
        return 2
    words = all_words()
    counted = count(folder, words)
    print("\n".join(tables(words, counted)))
    print("\n".join(entries([word for word in words if word.table in chosen], counted)))
    wanting = without_reason(words, counted)
    print("\n".join(entries(wanting, counted)))
    if wanting:
        print(f"an entry in fewer than {RARE} documents names its reason (rare = …) or goes", file=sys.stderr)
    return 1 if wanting else 0


def all_words() -> list[Word]:
    """Every word of every table."""
    return [word for table in (*READER, *STANDING) for word in words_of(table)]


def words_of(table: str) -> Iterator[Word]:
    """Every word of a table."""
    content = read_table(LANGUAGE, table)
    reasons = content.get("rare", {})
    for key, rows in content.items():
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            for words in _forms(row):
                gloss = row.get("gloss") or row.get("use") or row.get("code") or row.get("name") or words
                yield Word(table, f"{key}.{number}", gloss, row.get("rare") or reasons.get(key, ""), words)


def without_reason(words: Sequence[Word], counted: Counted) -> list[Word]:
    """The words of entries that fire in fewer than three documents and do not say why they stay."""
    return [word for word in words if counted.documents[word.entry] < RARE and not word.rare]


def _forms(row: Any) -> list[str]:
    if not isinstance(row, dict):
        return []
    first = [row["name"]] if "name" in row else []
    return list(
        dict.fromkeys([*first, *(form for key in ("names", "short", "paired", "words") for form in row.get(key, []))])
    )


def count(folder: Path, words: Sequence[Word]) -> Counted:
    """How often the words of the tables fire in the corpora."""
    pack = load(LANGUAGE)
    standing = Lexicon([Entry(word.table, word.words) for word in words if word.table in STANDING])
    owners: dict[tuple[str, str], set[str]] = {}
    for word in words:
        owners.setdefault(word.key, set()).add(word.entry)
    times: Counter[tuple[str, str]] = Counter()
    documents: Counter[str] = Counter()
    for told in _reports(folder):
        fired = Counter(_fired(told, pack, standing))
        times += fired
        documents.update({entry for key in fired for entry in owners.get(key, ())})
    return Counted(times, documents)


def _fired(told: Report, pack: Pack, standing: Lexicon) -> Iterator[tuple[str, str]]:
    """What fires in one report, sentence by sentence."""
    for block in told.blocks:
        folded = fold(told.text[block.span.start : block.span.end])
        for start, end in sentences(folded.text, 0, len(folded.text)) if block.kind in READ else ():
            for atom in atoms_of(folded.text, folded.lower, start, end, pack):
                yield from {(KINDS.get(entry.kind, entry.kind), fold(entry.words).lower) for entry in atom.entries}
            for _, _, found in standing.matches(folded.lower[start:end]):
                yield from {(entry.kind, fold(entry.words).lower) for entry in found}


def _reports(folder: Path) -> Iterator[Report]:
    for page in open_inputs([str(folder / name) for name in CORPORA], SourceOptions()):
        told = page if isinstance(page, Refusal) else cut(page)
        if isinstance(told, Report) and told.language == LANGUAGE:
            yield told


def tables(words: Sequence[Word], counted: Counted) -> Iterator[str]:
    """Each table in a line: its words and entries, those that never or rarely fire, those that do not say why."""
    wanting = {word.entry for word in without_reason(words, counted)}
    yield f"{'table':15}{'words':>7}{'never':>7}{'times':>10}{'entries':>9}{'rare':>6}{'no reason':>11}"
    for table in dict.fromkeys(word.table for word in words):
        own = [word for word in words if word.table == table]
        places = {word.entry for word in own}
        never = sum(not counted.times[word.key] for word in own)
        rare = sum(counted.documents[place] < RARE for place in places)
        times = sum(counted.times[word.key] for word in own)
        yield f"{table:15}{len(own):7}{never:7}{times:10}{len(places):9}{rare:6}{len(places & wanting):11}"


def entries(words: Sequence[Word], counted: Counted) -> Iterator[str]:
    """Each entry in a line: documents in which it fires, what it means, why it may be rare; then what never fired."""
    for place in dict.fromkeys(word.entry for word in words):
        own = [word for word in words if word.entry == place]
        why = f" – {own[0].rare}" if own[0].rare and counted.documents[place] < RARE else ""
        yield f"{counted.documents[place]:7} {place} ({own[0].gloss}){why}"
        dead = [word.words for word in own if not counted.times[word.key]]
        if dead:
            yield f"        never: {'; '.join(dead)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
