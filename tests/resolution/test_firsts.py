"""Claims of a first time, and what limits them."""

import pytest

from bangiao.resolution.firsts import first_of
from bangiao.resolution.tables import table


@pytest.mark.parametrize("words", [words for row in table("firsts")["first"] for words in row["examples"]])
def test_a_claim_is_found_at_its_words(words: str) -> None:
    found = first_of(words)
    assert found
    assert any(words[found.start : found.end] in row["words"] for row in table("firsts")["first"])


@pytest.mark.parametrize("words", [words for row in table("firsts")["first"] for words in row["not_examples"]])
def test_other_numbers_claim_nothing(words: str) -> None:
    assert first_of(words) is None


def test_a_limit_of_time_belongs_to_the_claim() -> None:
    found = first_of("Đây là lần đầu tiên kể từ năm 2015 hai bên gặp nhau.")
    assert found
    assert (found.since, found.limited) == ("2015", False)
    limited = first_of("Đây là lần đầu tiên trong nhiệm kỳ này hai bên gặp nhau.")
    assert limited
    assert (limited.since, limited.limited) == (None, True)
