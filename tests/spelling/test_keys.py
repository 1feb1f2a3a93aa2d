"""An index by keys finds what a comparison would call the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.spelling import compare, filed, keys, meet, sought
from bangiao.spelling.keys import apart
from tests.spelling.judging import Row, reads_kanji

MOST_KEYS = 1_000


@reads_kanji
def test_spellings_of_one_name_share_a_key(pairs: list[Row], later_pairs: list[Row]) -> None:
    rows = [row for row in (*pairs, *later_pairs) if row[2] == "same"]
    lost = [row for row in rows if keys(row[0]).isdisjoint(sought(row[1])) or keys(row[1]).isdisjoint(sought(row[0]))]
    assert len(lost) / len(rows) < 0.007


@pytest.mark.parametrize(
    ("apart_", "together"),
    [
        ("Si Phan Đon", "Siphandone"),
        ("Khăm Tày Xi Phăn Đon", "Khamtay Siphandone"),
        ("Kim Chong Un", "Kim Jongun"),
        ("Hô Nậm Hồng", "Hor Namhong"),
        ("Hồ Chí Minh", "Ho Chiminh"),
        ("Aung San Suu Kyi", "Aung Sansuukyi"),
    ],
)
def test_words_apart_and_together_meet_and_are_one(apart_: str, together: str) -> None:
    assert not keys(apart_).isdisjoint(sought(together))
    assert compare(apart_, together).verdict == "same"


def test_keys_are_few_enough_for_an_index(pairs: list[Row]) -> None:
    counts = [len(keys(name)) for row in pairs for name in row[:2]]
    assert max(counts) <= MOST_KEYS
    assert sum(counts) / len(counts) < 90


def test_most_names_share_no_key(pairs: list[Row]) -> None:
    names = sorted({name for row in pairs for name in row[:2]})[::7]
    filed_, asked = [keys(name) for name in names], [sought(name) for name in names]
    met = sum(not one.isdisjoint(other) for one in filed_ for other in asked) / len(names) ** 2
    assert met < 0.1


@given(st.sampled_from("Vv"), st.text(max_size=30), st.text(max_size=30))
def test_whoever_finds_another_is_found_by_it(initial: str, one: str, other: str) -> None:
    for first in (one, f"{initial}. {one}"):
        found = not keys(first).isdisjoint(sought(other))
        assert found == (not sought(first).isdisjoint(keys(other))) == meet(filed(first), filed(other))


@given(st.text(max_size=60))
def test_any_text_has_keys(name: str) -> None:
    assert len(keys(name)) <= MOST_KEYS * 4


def test_keys_tell_no_name_from_its_spelling_with_initials(pairs: list[Row], later_pairs: list[Row]) -> None:
    rows = [row for row in (*pairs, *later_pairs) if row[2] == "same" and "." in row[0] + row[1]]
    assert [row for row in rows if apart(filed(row[0]), filed(row[1]))] == []


def test_keys_alone_decide_nothing_where_they_tell_nothing() -> None:
    for one, other in (("N. V.", "Tô Lâm"), ("N. Trọng", "Nguyễn Phú Trọng"), ("ครูตู่", "Prayut Chan-o-cha")):
        assert not apart(filed(one), filed(other))
