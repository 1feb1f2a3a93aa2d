"""Sentences of several readouts that are about the same matter, and those that are not."""

from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.vocabulary import COMMITMENT_KINDS, STATEMENT_KINDS, Topic
from bangiao.resolution.readouts import Item, Kind, matters, strength_of
from bangiao.text.fold import fold

BRIDGE = "Hai bên nhất trí sớm khởi công cầu Sông Thử nối hai tỉnh biên giới."
BRIDGE_TOO = "Bộ trưởng Sato Hana đề nghị sớm khởi công cây cầu Sông Thử nối hai tỉnh vùng biên."
FRUIT = "Việt Nam đề nghị mở cửa thị trường cho quả vải và quả nhãn tươi."


def item(report: str, words: str, kind: Kind = "agreed", topic: Topic = "other", line: int = 1) -> Item:
    return Item(report, line, 0, len(words), words, kind, "", ("VN",), None, (topic,))


def test_the_same_matter_in_other_words_is_one() -> None:
    found = matters([item("a", BRIDGE), item("a", FRUIT), item("b", BRIDGE_TOO, "proposed")])
    assert [[one.report for one in matter.items] for matter in found] == [["a", "b"], ["a"]]
    assert [one.strength for one in found[0].items] == [6, 4]


def test_names_and_words_of_every_readout_make_nothing_alike() -> None:
    one = item("a", "Thủ tướng Nguyễn Văn Hòa khẳng định coi trọng quan hệ hợp tác hai nước.")
    other = item("b", "Thủ tướng Nguyễn Văn Hòa nhất trí tăng cường quan hệ hợp tác về y tế.")
    assert len(matters([one, other], names=["Nguyễn Văn Hòa"])) == 2


def test_two_matters_of_one_report_stay_two_though_a_third_sentence_is_like_both() -> None:
    found = matters([item("a", BRIDGE), item("b", BRIDGE), item("a", FRUIT, line=2), item("b", FRUIT, line=2)])
    assert sorted(len(one.items) for one in found) == [2, 2]


def test_a_topic_is_what_most_sentences_name() -> None:
    (one,) = matters([item("a", BRIDGE, topic="local"), item("b", BRIDGE, topic="local"), item("c", BRIDGE)])
    assert one.topic == "local"


def test_every_kind_has_a_strength_and_what_is_signed_binds_most() -> None:
    found = {kind: strength_of(kind) for kind in (*COMMITMENT_KINDS, *STATEMENT_KINDS)}
    assert max(found.values()) == found["signed"]
    assert found["agreed"] > found["proposed"] > found["valued"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([BRIDGE, BRIDGE_TOO, FRUIT, "", "…"])), max_size=9))
def test_every_sentence_stands_in_one_matter(told: list[tuple[str, str]]) -> None:
    items = [item(report, words, line=at) for at, (report, words) in enumerate(told)]
    found = matters(items)
    assert sorted((one for matter in found for one in matter.items), key=items.index) == items
    assert all(matter.items for matter in found)


def test_the_common_words_are_folded() -> None:
    from bangiao.resolution.tables import table

    row = table("readouts")["common"]
    assert row["gloss"]
    assert all(fold(word).lower == word for word in row["words"])
