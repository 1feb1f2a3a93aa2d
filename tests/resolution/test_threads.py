"""Which commitments are one matter."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.about import LINKED, likeness
from bangiao.resolution.matters import Sentence, matters
from bangiao.resolution.pairs import Link, Pairs
from bangiao.resolution.threads import carries_on, sharpens, threads

JP, LA = frozenset(("VN", "JP")), frozenset(("VN", "LA"))
BRIDGE = "Hai bên nhất trí sớm xây dựng cây cầu thứ hai qua sông tại cửa khẩu Bình Hải"
BRIDGE_B = "Thủ tướng đề nghị hai bên đẩy nhanh việc xây dựng cây cầu thứ hai qua sông tại cửa khẩu Bình Hải"
NURSES = "Hai bên nhất trí mở rộng chương trình tiếp nhận điều dưỡng viên và hộ lý sang làm việc"
FORMULA = "Hai bên nhất trí tiếp tục thúc đẩy quan hệ hai nước phát triển"


def said(ident: str, words: str, kind: str = "agreed", sides: frozenset[str] = JP, day: int | None = None) -> Sentence:
    act = words.find("nhất trí")
    place = (act, act + len("nhất trí")) if act >= 0 else (0, 0)
    return Sentence(ident, words, place, kind, sides, frozenset({"other"}), (), None, day, day)


def grouped(
    *told: Sentence, together: Sequence[Link] = (), apart: Sequence[frozenset[str]] = ()
) -> list[tuple[str, ...]]:
    return list(threads([one.id for one in told], Pairs(matters(told)), together, apart).groups)


A, B, C = said("a", BRIDGE), said("b", BRIDGE_B, "proposed"), said("c", NURSES)


def test_the_same_thing_named_is_one_matter_and_says_by_which_words() -> None:
    found = matters([A, B, C])
    alike = likeness(found["a"], found["b"])
    assert alike.score > LINKED > likeness(found["a"], found["c"]).score
    assert any("cầu" in word for word in alike.words)
    assert grouped(A, B, C) == [("a", "b"), ("c",)]


def test_a_matter_belongs_to_one_relation() -> None:
    assert grouped(A, said("b", BRIDGE_B, sides=LA)) == [("a",), ("b",)]


def test_words_that_open_many_sentences_make_no_matter() -> None:
    found = matters([said("f", FORMULA), A])
    assert likeness(found["f"], found["a"]).score < LINKED


def test_names_of_people_and_sides_say_nothing_of_the_matter() -> None:
    words = "Nguyễn Văn Hòa và Sato Hana nhất trí {} tại Nhật Bản"
    one = Sentence(
        "a", words.format("mở lớp tiếng Việt"), (0, 0), "agreed", JP, frozenset(), ("Nguyễn Văn Hòa", "Sato Hana")
    )
    other = Sentence(
        "b", words.format("giảm thuế cá ngừ"), (0, 0), "agreed", JP, frozenset(), ("Nguyễn Văn Hòa", "Sato Hana")
    )
    found = matters([one, other])
    assert not {term for term in found["a"].weights if "sato" in term or "nhật" in term}
    assert likeness(found["a"], found["b"]).score < LINKED


def test_an_upgrade_or_an_invitation_of_another_time_is_another_matter() -> None:
    words = "Hai nước nâng cấp quan hệ lên đối tác toàn diện"
    assert grouped(said("a", words, "elevated", day=100), said("b", words, "elevated", day=130)) == [("a", "b")]
    assert grouped(said("a", words, "elevated", day=100), said("b", words, "elevated", day=900)) == [("a",), ("b",)]
    visit = "Thủ tướng mời ngài thăm chính thức vào năm {}"
    assert grouped(said("a", visit.format(2019), "invited"), said("b", visit.format(2021), "invited")) == [
        ("a",),
        ("b",),
    ]


def test_a_persons_word_links_and_parts() -> None:
    link = Link("a", "c", 1.0, decision="d-1")
    assert grouped(A, B, C, together=[link]) == [("a", "b", "c")]
    assert grouped(A, B, C, apart=[frozenset("ab")]) == [("a",), ("b",), ("c",)]
    assert grouped(A, B, C, together=[link], apart=[frozenset("ac")]) == [("a", "b"), ("c",)]


@given(st.permutations([A, B, C, said("d", FORMULA), said("e", NURSES + " trong năm 2025")]))
def test_the_order_of_reading_changes_no_thread(told: list[Sentence]) -> None:
    order = sorted(one.id for one in told)
    assert threads(order, Pairs(matters(told))).groups == (("a", "b"), ("c", "e"), ("d",))


def test_nothing_is_woven_from_nothing() -> None:
    assert threads([], Pairs({})).groups == ()
    assert grouped(said("a", ""), said("b", "…")) == [("a",), ("b",)]


def test_what_a_step_adds() -> None:
    assert carries_on("tiếp tục triển khai các thoả thuận đã ký")
    assert not carries_on("mở lớp tiếng Việt")
    assert sharpens("Hai bên phấn đấu đạt 15 tỷ USD", ["Hai bên tăng cường thương mại"])
    assert sharpens("Hai bên sớm ký EVFTA", ["Hai bên sớm ký hiệp định"])
    assert not sharpens("Hai bên tăng cường thương mại", ["Hai bên phấn đấu đạt 15 tỷ USD"])
