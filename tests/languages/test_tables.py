"""The Vietnamese tables: every entry is glossed, its examples are read as it says and its counter-examples are not."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

import pytest

from bangiao.findings.dates.read import find_dates
from bangiao.findings.find import find
from bangiao.findings.phrases.atoms import Atom, scan
from bangiao.findings.phrases.build import gather
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.load import read_table
from bangiao.languages.pack import Entry, load
from bangiao.languages.rows import FRAMES, MARKER_ROLES, AreaRole
from bangiao.model.evidence import Span
from bangiao.model.findings import Contact
from bangiao.model.report import Block, Report
from bangiao.text.fold import fold

TABLES = ("offices", "bodies", "triggers", "markers")
PACK = load("vi")


class Row(NamedTuple):
    """One entry of a table and where it stands."""

    table: str
    key: str
    number: int
    row: dict[str, Any]

    def __str__(self) -> str:
        return f"vi/{self.table}.toml: {self.key}.{self.number} ({self.row['words'][0]})"

    def has(self, words: str) -> bool:
        """Whether these words are of the entry."""
        return fold(words).lower in {fold(word).lower for word in self.row["words"]}


def rows(*tables: str) -> Iterator[Row]:
    """The entries of these tables in their order."""
    for table in tables:
        for key, entries in read_table("vi", table).items():
            if isinstance(entries, list):
                yield from (Row(table, key, number, entry) for number, entry in enumerate(entries))


def sentences(field: str, *tables: str) -> list[Any]:
    """Each sentence of a field with its entry, named by both."""
    return [
        pytest.param(row, sentence, id=f"{row.table}.{row.key}.{row.number}-{sentence}")
        for row in rows(*tables)
        for sentence in row.row.get(field, [])
    ]


def atoms(sentence: str) -> list[Atom]:
    """The atoms of a sentence, as the reader cuts it."""
    folded = fold(sentence)
    return scan(folded.text, folded.lower, 0, len(folded.text), PACK, find_dates(folded.text))


def contacts(sentence: str) -> tuple[Contact, ...]:
    """What the reader finds in a sentence of a report."""
    block = Block("body", Span(0, len(sentence)))
    return find(Report("example", sentence, (block,), language="vi", published="2024-12-06")).contacts


def fires(row: Row, sentence: str) -> bool:
    """Whether an entry is read in a sentence: as a contact, an office, a body, or a word in its role."""
    if row.table == "triggers":
        stands = any(_meaning(row, atom) for atom in atoms(sentence))
        return stands and any(_told_by(row, contact) for contact in contacts(sentence))
    if (row.table, row.key) == ("offices", "head"):
        return any(_held(row, phrase) for phrase in gather(atoms(sentence), PACK))
    if row.key == "body":
        channels = set((row.row.get("channel") or row.row["default"]).split())
        named = any(_meaning(row, atom) for atom in atoms(sentence))
        return named and any(channels <= _channels(phrase) for phrase in gather(atoms(sentence), PACK))
    return any(_meaning(row, atom) for atom in atoms(sentence))


def _told_by(row: Row, contact: Contact) -> bool:
    form, online = row.row["form"], row.row.get("online", False)
    # of "dự Hội nghị" the verb is the trigger, and the event gives the form
    shared = row.row["frame"] in ("attend", "event")
    return contact.form == form and (not online or contact.mode == "online") and (shared or row.has(contact.trigger))


def _held(row: Row, phrase: Phrase) -> bool:
    offices = [office for mention in phrase.mentions for office in mention.offices]
    channel = row.row["channel"]
    return any(row.has(office.head.words) and channel in ("by_body", *office.channels) for office in offices)


def _channels(phrase: Phrase) -> set[str]:
    return {*phrase.channels, *(c for mention in phrase.mentions for c in mention.channels)}


def _meaning(row: Row, atom: Atom) -> bool:
    return any(row.has(entry.words) and _is(entry, row) for entry in atom.entries)


def _is(entry: Entry, row: Row) -> bool:
    same = entry.frame == row.row.get("frame", "") and entry.form == row.row.get("form", "")
    code = row.row.get("role") or row.row.get("country", "")
    return entry.kind == row.key and entry.code == code and same


@pytest.mark.parametrize(("row", "sentence"), sentences("examples", *TABLES))
def test_an_example_is_read_as_its_entry(row: Row, sentence: str) -> None:
    assert fires(row, sentence), f"{row}: not read as this entry: {sentence}"


@pytest.mark.parametrize(("row", "sentence"), sentences("not_examples", *TABLES))
def test_a_counter_example_is_not_read_as_its_entry(row: Row, sentence: str) -> None:
    assert not fires(row, sentence), f"{row}: wrongly read as this entry: {sentence}"


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_is_glossed_and_shows_itself(table: str) -> None:
    bare = [str(row) for row in rows(table) if not row.row.get("gloss") or not row.row.get("examples")]
    assert bare == []


@pytest.mark.parametrize("table", [*TABLES, "grammar"])
def test_a_table_tells_its_source(table: str) -> None:
    assert read_table("vi", table)["source"]


@pytest.mark.parametrize("table", [*TABLES, "grammar"])
def test_words_are_composed_and_folded(table: str) -> None:
    wrong = [f"{row}: {word}" for row in rows(table) for word in row.row["words"] if fold(word).text != word]
    assert wrong == []


@pytest.mark.parametrize("table", [*TABLES, "grammar"])
def test_no_word_stands_twice_in_an_entry(table: str) -> None:
    doubled = [
        f"{row}: {word}"
        for row in rows(table)
        for word in dict.fromkeys(row.row["words"])
        if row.row["words"].count(word) > 1
    ]
    assert doubled == []


def test_every_frame_and_role_has_an_entry() -> None:
    assert {row.row["frame"] for row in rows("triggers")} == set(FRAMES)
    assert {row.row["role"] for row in rows("markers") if row.key == "marker"} == set(MARKER_ROLES)
    assert {row.row["role"] for row in rows("markers") if row.key == "area"} == set(get_args(AreaRole))


def test_a_form_of_words_in_two_frames_is_a_fault() -> None:
    frames: dict[str, set[str]] = {}
    for row in rows("triggers"):
        for word in row.row["words"]:
            frames.setdefault(word, set()).add(f"{row.row['form']} {row.row['frame']}")
    assert {word: told for word, told in frames.items() if len(told) > 1} == {}
