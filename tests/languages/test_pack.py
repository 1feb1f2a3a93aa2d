"""The pack as a whole: one lexicon of all tables, found at word boundaries, with every fault of its files together."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.find import _READERS
from bangiao.languages.pack import Entry, Lexicon, load
from bangiao.languages.rows import FRAMES
from bangiao.model.errors import PackError
from bangiao.text.fold import fold

PACK = load("vi")


def found(words: list[str], text: str) -> list[str]:
    """What a lexicon of these words finds in a text."""
    return [text[a:b] for a, b, _ in Lexicon([Entry("marker", word) for word in words]).matches(text)]


def test_phrases_are_found_at_word_boundaries_the_longest_first() -> None:
    assert found(["hội", "hội đàm", "đàm"], "hội đàm, đàmx hội") == ["hội đàm", "hội", "đàm", "hội"]


def test_one_phrase_may_mean_two_things() -> None:
    lexicon = Lexicon([Entry("body", "Lào"), Entry("short", "Lào", code="LA")])
    assert [[entry.kind for entry in entries] for _, _, entries in lexicon.matches("lào")] == [["body", "short"]]


@pytest.mark.parametrize(
    ("words", "kind", "code"),
    [
        ("Việt Nam", "country", "VN"),
        ("Lào", "short", "LA"),
        ("ASEAN", "org", "ASEAN"),
        ("Vientiane", "city", "LA"),
        ("Nghệ An", "region", "VN"),
        ("thủ đô", "area", "city"),
        ("sẽ", "marker", "future"),
        ("Thủ tướng", "head", ""),
        ("hội đàm", "trigger", ""),
    ],
)
def test_every_table_is_in_the_lexicon(words: str, kind: str, code: str) -> None:
    (entries,) = [entries for a, b, entries in PACK.lexicon.matches(fold(words).lower) if b - a == len(words)]
    assert (kind, code) in {(entry.kind, entry.code) for entry in entries}


def test_paired_forms_are_marked() -> None:
    (entries,) = [entries for _, _, entries in PACK.lexicon.matches("việt")]
    assert [(entry.code, entry.paired) for entry in entries if entry.kind == "short"] == [("VN", True)]


def test_a_capital_is_named_as_the_press_writes_it() -> None:
    assert PACK.capitals["VN"] == "Hà Nội"


def test_every_frame_has_a_reader_and_every_reader_a_frame() -> None:
    assert set(FRAMES) == set(_READERS)


def test_a_pack_is_read_once() -> None:
    assert load("vi") is load("vi")


def test_a_language_without_a_pack_is_told() -> None:
    with pytest.raises(PackError) as told:
        load("xx")
    assert "xx" in str(told.value)
    assert told.value.hint == "languages with a pack: vi"


def test_faults_of_several_tables_are_told_together(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(repository / "src/bangiao/languages/vi", tmp_path / "vi")
    (tmp_path / "vi/offices.toml").write_text('[[head]]\nwords = ["Vua"]\nchanel = "state"', encoding="utf-8")
    (tmp_path / "vi/bodies.toml").write_text("[[body]]\nopen = true", encoding="utf-8")
    (tmp_path / "vi/grammar.toml").write_text('[[list]]\nuse = "joint"\nwords = []\ngloss = ""', encoding="utf-8")
    monkeypatch.setattr("bangiao.languages.load.files", lambda package: tmp_path)
    load.cache_clear()
    try:
        with pytest.raises(PackError) as told:
            load("vi")
    finally:
        load.cache_clear()
    lines = str(told.value).splitlines()
    assert lines[0] == "vi/offices.toml: head.0.chanel (Vua): unknown key; did you mean `channel`?"
    assert lines[1] == "vi/bodies.toml: body.0.words: this key is missing"
    assert lines[2] == "vi/grammar.toml: list.0.use: no rule asks for `joint`; did you mean `joins`?"
    assert "vi/grammar.toml: list.0.words: `joint` has an empty word or none" in lines
    assert sum(line.endswith("is missing") for line in lines) > 90


@given(st.text(alphabet="hội đàm,.AB", max_size=40))
def test_matches_stand_at_word_boundaries_in_order(text: str) -> None:
    spans = [(a, b) for a, b, _ in Lexicon([Entry("marker", "hội"), Entry("marker", "đàm")]).matches(text)]
    assert spans == sorted(spans)
    for a, b in spans:
        assert a == 0 or not text[a - 1].isalnum()
        assert b == len(text) or not text[b].isalnum()
