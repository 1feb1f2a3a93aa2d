"""Reprints and near copies count once."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bangiao.resolution.copies import Copy, Printed, _how, copies, outlet_key, overlap, sketch

TEXT = " ".join(f"từ{number}" for number in range(60))


def test_a_credit_makes_a_reprint() -> None:
    first = Printed("r-a", "Báo Nhân Dân", None, None, "2025-01-01")
    second = Printed("r-b", "Tạp chí X", None, "Theo NDĐT", "2025-01-02")
    other = Printed("r-c", "Báo Y", None, None, "2025-01-02")
    assert copies([other, second, first]) == [Copy("r-b", "r-a", "credit")]


def test_wording_makes_a_near_copy_and_a_shortened_one_too() -> None:
    shown = [Printed(f"r-{name}", sketch=sketch(text)) for name, text in (("a", TEXT), ("b", TEXT[: len(TEXT) // 2]))]
    assert [one.how for one in copies(shown)] == ["wording"]
    assert copies([shown[0], Printed("r-c", sketch=sketch(" ".join(reversed(TEXT.split()))))]) == []


def test_an_outlets_short_forms_are_one() -> None:
    assert {outlet_key(words) for words in ("TTXVN", "Theo TTXVN", "(TTXVN)", "vietnamplus.vn")} == {
        "thông tấn xã việt nam"
    }
    assert outlet_key("") is None


@given(st.text(), st.text())
def test_overlap_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    left, right = sketch(one), sketch(other)
    assert overlap(left, right) == overlap(right, left)
    assert 0 <= overlap(left, right)[0] <= 1
    assert not left or overlap(left, left)[0] == 1


@given(
    st.lists(st.sampled_from("abcdef"), unique=True).flatmap(
        lambda names: st.tuples(st.just(names), st.permutations(names))
    )
)
def test_the_order_of_reports_does_not_matter(pair: tuple[list[str], list[str]]) -> None:
    shown = {name: Printed(f"r-{name}", "Báo A" if name < "c" else None, sketch=sketch(TEXT)) for name in "abcdef"}
    assert copies([shown[name] for name in pair[0]]) == copies([shown[name] for name in pair[1]])


sources = st.sampled_from((None, "Báo A", "Báo B", "TTXVN"))
prints = st.lists(
    st.builds(
        lambda outlet, credit, day, first, length: Printed(
            "", outlet, None, credit, day, sketch(" ".join(f"từ{at}" for at in range(first, first + length)))
        ),
        sources,
        sources,
        st.sampled_from((None, "2025-01-01", "2025-01-02")),
        st.sampled_from((0, 3, 6, 12, 150)),
        st.sampled_from((0, 5, 14, 15, 20, 27, 40, 290, 300)),
    ),
    max_size=10,
)


@given(prints)
def test_what_is_looked_up_is_what_comparing_with_every_original_finds(shown: list[Printed]) -> None:
    named = [replace(one, report=f"r-{at:02}") for at, one in enumerate(shown)]
    originals: list[Printed] = []
    found = []
    for one in sorted(named, key=lambda one: (one.published or "~", bool(one.credit), one.report)):
        told = [Copy(one.report, first.report, how) for first in originals if (how := _how(first, one))]
        found += told[:1]
        originals += [] if told else [one]
    assert copies(named) == sorted(found)
