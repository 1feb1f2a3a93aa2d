"""Topics: each entry of the table by its examples, names left out, the words cited."""

import pytest

from bangiao.findings.said.topics import MOST, TopicRow, read_topics
from bangiao.languages.load import read_entries
from bangiao.model.vocabulary import TOPICS
from bangiao.text.fold import fold
from tests.findings.said.told import told

ROWS = read_entries("vi", "topics", "topic", TopicRow)


def topics(sentence: str, *hidden: tuple[int, int]) -> list[str]:
    """The topics of a sentence."""
    folded = fold(sentence)
    found = read_topics(folded.text, folded.lower, (0, len(folded.text)), hidden)
    return [one.topic for one in found]


@pytest.mark.parametrize(("row", "sentence"), [(row, sentence) for row in ROWS for sentence in row.examples])
def test_an_example_is_about_the_topic(row: TopicRow, sentence: str) -> None:
    assert row.topic in topics(sentence)


@pytest.mark.parametrize(("row", "sentence"), [(row, sentence) for row in ROWS for sentence in row.not_examples])
def test_a_counter_example_is_not(row: TopicRow, sentence: str) -> None:
    assert row.topic not in topics(sentence)


def test_every_topic_but_the_rest_has_words_and_examples() -> None:
    assert {row.topic for row in ROWS} == set(TOPICS) - {"other"}
    assert all(row.gloss and row.examples and row.not_examples for row in ROWS)


def test_at_most_four_the_strongest_first() -> None:
    found = topics("thương mại, đầu tư, kim ngạch, lao động, y tế, du lịch, giáo dục, năng lượng")
    assert found[0] == "trade_investment"
    assert len(found) == MOST


def test_words_within_names_and_offices_do_not_count() -> None:
    sentence = "Bộ trưởng Quốc phòng bàn về du lịch"
    assert topics(sentence, (0, len("Bộ trưởng Quốc phòng"))) == ["culture_tourism"]


def test_longer_words_hide_the_word_of_a_topic_within_them() -> None:
    assert topics("Hai Thủ tướng gặp gỡ báo chí và ra sân bay") == []
    assert topics("Việt Nam trở thành nước công nghiệp") == []


def test_relations_as_a_whole_are_politics_and_other_words_are_other() -> None:
    whole, rest = told("Hai bên nhất trí thúc đẩy hợp tác.", "Hai bên nhất trí gặp lại nhau.").commitments
    assert (whole.topics, rest.topics) == (("politics",), ("other",))
    assert all(why.reason for why in (*whole.inferred, *rest.inferred))


def test_each_topic_cites_the_first_of_its_words() -> None:
    found = told("Hai bên nhất trí hợp tác về lao động và du lịch.").commitments[0]
    quotes = {why.field: why.quote for why in found.inferred if why.field.startswith("topics.")}
    assert quotes == {"topics.0": "lao động", "topics.1": "du lịch"}
