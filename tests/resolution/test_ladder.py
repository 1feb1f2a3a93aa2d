"""How far a commitment has come, by the words that tell it."""

from typing import Any

import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import COMMITMENT_KINDS
from bangiao.resolution.ladder import RUNGS, progress, rung, rung_of
from bangiao.resolution.tables import table

ENTRIES = table("ladder")["rung"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["rung"] for entry in ENTRIES])
def test_the_examples_of_the_table_hold(entry: dict[str, Any]) -> None:
    for words in entry["examples"]:
        found = progress(words)
        assert found
        assert found.rung == entry["rung"]
        assert words[found.start : found.end].lower() in entry["words"]
    assert [words for words in entry["not_examples"] if progress(words)] == []


def test_the_place_of_the_words_is_that_of_the_sentence_as_given() -> None:
    words = "Hai bên vui mừng: tuyến đường đã hoàn thành, nhà máy đã khánh thành hôm qua."
    found = progress(words)
    assert found
    assert words[found.start : found.end] == "đã hoàn thành"
    spelt = "Toà nhà mới đã khánh thành."
    old = progress(spelt)
    assert old
    assert spelt[old.start : old.end] == "đã khánh thành"


def test_every_kind_has_a_rung_and_people_may_name_one_loosely() -> None:
    assert {rung_of(kind) for kind in COMMITMENT_KINDS} <= set(RUNGS)
    assert rung("In force") == rung("in-force") == "in_force"
    with pytest.raises(QuestionError, match="no status"):
        rung("done")
