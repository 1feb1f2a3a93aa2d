"""The table of common words, and what is counted for it."""

from importlib.resources import files

from bangiao.resolution.matters import Sentence, common_terms


def test_the_table_of_common_words_is_sound() -> None:
    text = (files("bangiao.resolution") / "data" / "formulas.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len({term for term, _ in rows}) == len(rows) > 100
    assert all(term == term.lower() and 0 < int(share) < 1000 for term, share in rows)


def test_common_words_are_counted_once_a_sentence() -> None:
    told = [
        Sentence(str(at), words, (0, 0), "agreed", frozenset(("VN", "JP")), frozenset())
        for at, words in enumerate(("hai bên hai bên", "hai nước"))
    ]
    assert common_terms(told, 500)[:2] == [("hai", 1000), ("bên", 500)]
