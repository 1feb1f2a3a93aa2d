"""Phrases: what a sentence is made of, in order and without gaps between words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.findings.reading import phrases

WORDS = ["Thủ tướng", "Lào", "Trần", "Hải", "Petrov", "và", ",", ".", "(", ")", "-", "thăm", "tiếp", "ngày 12/3", "tại"]


def kinds(sentence: str) -> list[str]:
    """The kinds of the phrases that are no bare words or marks."""
    return [phrase.kind for phrase in phrases(sentence) if phrase.kind not in ("mark", "marker", "word")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ngày 12/3, Thủ tướng Lào hội đàm với Thủ tướng Thái Lan.", ["date", "people", "trigger", "people"]),
        ("Đoàn đại biểu Quốc hội Lào thăm Ba Lan.", ["group", "trigger", "country"]),
        ("Chủ tịch nước Trần Quang Hải và Phu nhân thăm Ý.", ["people", "trigger", "country"]),
        ("ASEAN và EU họp tại Brussels.", ["org", "org", "trigger", "place"]),
    ],
)
def test_what_a_sentence_is_made_of(sentence: str, expected: list[str]) -> None:
    assert kinds(sentence) == expected


@pytest.mark.parametrize(
    ("told", "names", "together"),
    [
        ("Thủ tướng Trần Quang Hải và Thủ tướng Lào Bounmy Sisavath", ["Trần Quang Hải", "Bounmy Sisavath"], False),
        ("Bộ trưởng Ngoại giao Ý Paolo Ricci cùng Đại sứ Ý Luca Bianchi", ["Paolo Ricci", "Luca Bianchi"], True),
    ],
)
def test_persons_that_are_joined_are_one_phrase(told: str, names: list[str], together: bool) -> None:
    (people,) = (phrase for phrase in phrases(told) if phrase.kind == "people")
    assert [mention.name for mention in people.mentions] == names
    assert people.together is together


def test_two_offices_without_names_are_both_sides() -> None:
    assert any(phrase.role("both") for phrase in phrases("Hai Thủ tướng đã hội đàm."))
    assert any(phrase.role("both") for phrase in phrases("Hai bên đã hội đàm."))


def test_the_leader_of_a_delegation_is_named_with_it() -> None:
    found = phrases("Đoàn đại biểu Quốc hội Lào do Phó Chủ tịch Quốc hội Bounmy Sisavath dẫn đầu thăm Ba Lan.")
    assert "Bounmy Sisavath" in [mention.name for phrase in found for mention in phrase.mentions]


@given(st.lists(st.sampled_from(WORDS)))
def test_phrases_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    found = phrases(" ".join(words))
    assert all(a.end <= b.start for a, b in pairwise(found))
