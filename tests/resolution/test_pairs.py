"""Pairs of one matter: what is taken over from before is what would be found anew."""

from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.about import LINKED, compared
from bangiao.resolution.matters import Sentence, weighed
from bangiao.resolution.pairs import Pairs

SIDES = (frozenset({"VN"}), frozenset({"VN", "JP"}), frozenset({"VN", "LA"}), frozenset({"VN", "JP", "LA"}))
WORDS = ("xây", "cây cầu thứ hai", "cửa khẩu", "điều dưỡng viên", "đường sắt", "học bổng", "thuế cá ngừ", "năm 2026")
SENTENCES = st.builds(
    lambda parts, sides, day, kind: Sentence(
        "", f"Hai bên nhất trí {', '.join(parts)}", (8, 16), kind, sides, frozenset({"economy"}), (), None, day, day
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
    st.sampled_from(SIDES),
    st.none() | st.integers(700_000, 700_200),
    st.sampled_from(("agreed", "signed")),
)
REGISTERS = st.dictionaries(st.sampled_from("abcdefgh"), SENTENCES, min_size=1).map(
    lambda told: [
        Sentence(ident, *(getattr(one, name) for name in Sentence.__struct_fields__[1:]))
        for ident, one in sorted(told.items())
    ]
)


def every_pair(pairs: Pairs) -> dict[tuple[str, str], float]:
    return {(one, other): pairs.score(one, other) for one in pairs.found for other in pairs.found if one < other}


@given(REGISTERS, REGISTERS, st.sets(st.sampled_from("abcdefgh")))
def test_what_changed_is_found_anew_and_nothing_else_differs(
    first: list[Sentence], second: list[Sentence], asked: set[str]
) -> None:
    was = weighed(first)
    before = Pairs(was.matters)
    before.links(was.matters.keys())
    now, fresh = weighed(second, was), weighed(second)
    assert now == fresh
    taken, anew = Pairs(now.matters, before), Pairs(fresh.matters)
    mine = asked & now.matters.keys()
    assert taken.links(mine) == anew.links(mine)
    assert taken.links(now.matters.keys()) == anew.links(now.matters.keys())
    assert every_pair(taken) == every_pair(anew)


@given(REGISTERS)
def test_nothing_is_taken_over_wrongly_where_one_sentence_moves(told: list[Sentence]) -> None:
    was = weighed(told)
    before = Pairs(was.matters)
    before.links(was.matters.keys())
    moved = [Sentence(told[0].id, told[0].words, told[0].act, "agreed", SIDES[1], frozenset()), *told[1:]]
    now = weighed(moved, was)
    assert Pairs(now.matters, before).links(now.matters.keys()) == Pairs(weighed(moved).matters).links(now.matters)


@given(REGISTERS)
def test_a_pair_shares_two_sides_and_is_alike(told: list[Sentence]) -> None:
    found = weighed(told).matters
    for link in Pairs(found).links(found.keys()):
        assert len(found[link.one].sentence.sides & found[link.other].sentence.sides) > 1
        assert link.score == compared(found[link.one], found[link.other])[0] >= LINKED
