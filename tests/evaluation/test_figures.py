"""Figures, floors and intervals; the samples' gold works everywhere."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.evaluation.documents import Document, ToldCommitment, ToldContact, ToldSide, read_documents
from bangiao.evaluation.figures import as_json, figures, intervals, rate, tallies
from bangiao.evaluation.halves import half_of
from bangiao.evaluation.tally import line_of, tally
from bangiao.model.errors import InputError
from bangiao.samples import expected

GOLD = read_documents(map(msgspec.json.encode, expected().values()), "samples")


def contact(form: str = "talks", status: str = "held", date: str | None = None) -> ToldContact:
    return ToldContact(form=form, status=status, mode="in_person", date=date, sides=(ToldSide("VN"), ToldSide("JP")))


def test_the_samples_against_themselves() -> None:
    result = figures(tallies(GOLD, GOLD))
    assert result.documents == 30
    assert {value.f1 for value in result.rates.values()} == {1.0}
    assert set(result.commitments.values()) == {1.0}


def test_nothing_predicted() -> None:
    result = figures(tallies(GOLD, {}), resamples=20)
    assert result.rates["found"].f1 == 0
    assert result.rates["found"].predicted == 0
    assert result.pages["no_leak"] == 0


def test_a_recalled_contact_told_as_held_is_no_invention() -> None:
    gold = Document("a", (contact(status="recalled"),))
    seen = Document("a", (contact(),))
    counts = tally(gold, seen).counts
    assert (counts["gold"], counts["predicted"], counts["recalled.gold"]) == (0, 0, 1)


def test_a_wrong_date_is_found_but_not_exact() -> None:
    seen = Document("a", (contact(date="2024-12-05"),))
    one = tally(Document("a", (contact(date="2024-12-06"),)), seen)
    assert (one.counts["found.hit"], one.counts["exact.hit"], one.exact) == (1, 0, False)
    assert tally(seen, seen).exact


def test_a_promise_is_found_by_its_words_where_the_gold_has_no_line() -> None:
    promise = ToldCommitment(quote="nhất trí mở  cửa khẩu", kind="agreed", by=("VN",), topics=("local",))
    read = ToldCommitment(line=2, kind="agreed", by=("VN",), topics=("local",))
    seen = Document("a", commitments=(read,), text="Một dòng\nHai bên nhất trí mở cửa khẩu.")
    assert tally(Document("a", commitments=(promise,)), seen).counts["commitments.hit"] == 1
    assert line_of("không có", seen.text) is None


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_rates_lie_between_0_and_1(hit: int, more: int, missed: int) -> None:
    value = rate(hit, hit + more, hit + missed)
    assert 0 <= min(value.p, value.r) <= value.f1 + 1e-12
    assert value.f1 <= max(value.p, value.r) + 1e-12 <= 1 + 1e-9


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    chance = random.Random(1)
    seen = {name: one for name, one in GOLD.items() if chance.random() < 0.7}
    counted = tallies(GOLD, seen)
    spread = intervals(counted, 300)
    assert spread == intervals(counted, 300)
    for name, value in figures(counted, 0).rates.items():
        low, high = spread[name]
        assert low <= value.f1 <= high
    assert spread["found"][0] < spread["found"][1]


def test_the_order_of_documents_changes_no_figure() -> None:
    back = dict(reversed(GOLD.items()))
    assert as_json(figures(tallies(GOLD, {}), 0)) == as_json(figures(tallies(back, {}), 0))


@pytest.mark.parametrize(("name", "half"), [("a", "figures"), ("b", "figures"), ("c", "figures"), ("1", "read")])
def test_a_half_depends_on_the_id_alone(name: str, half: str) -> None:
    from hashlib import sha1

    assert half_of(name) == ("read" if sha1(name.encode()).hexdigest()[0] < "8" else "figures")
    assert half_of(name) == half


def test_a_bad_line_is_named() -> None:
    with pytest.raises(InputError, match="line 2"):
        read_documents([b'{"id": "a"}\n', b"{\n"], "gold")
