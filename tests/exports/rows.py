"""Records with the strangest words, and a small register to export."""

from typing import Any

import pytest
from hypothesis import strategies as st
from msgspec import Struct

from bangiao.exports.columns import Column, columns
from bangiao.model.evidence import Doubt
from bangiao.register.released import TABLES
from bangiao.register.store import Register
from tests.register.making import contact, side, told

# every character that a report may hold: no NUL and no half characters, which the register refuses
letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
strange = st.sampled_from(
    ["=1+1", "+84", "-", "@x", "\t=", "\r\n", "'=", "''-x", "a;b", "\\;", "_x000D_", '"', "\ufffe", "é"]
)
words = st.one_of(st.text(letters, min_size=1, max_size=20), strange, st.tuples(strange, strange).map("".join))


def _value(column: Column) -> st.SearchStrategy[Any]:
    single = st.sampled_from(column.vocabulary) if column.vocabulary else words
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": single,
        "number": st.integers(0, 10**9),
        "flag": st.booleans(),
        "list": st.lists(single, max_size=3).map(tuple),
    }
    found = kinds[column.kind]
    return st.none() | found if column.optional else found


def records(kind: type[Struct]) -> st.SearchStrategy[Struct]:
    """Records of one table with any words in them."""
    return st.builds(kind, **{column.name: _value(column) for column in columns(kind)})


any_rows = st.sampled_from(sorted(TABLES)).flatmap(
    lambda name: st.tuples(st.just(name), st.lists(records(TABLES[name]), max_size=4))
)

TALKS = contact(
    side("VN", ("Nguyễn Văn Hòa", "Bộ trưởng Bộ Ngoại giao"), ("=cmd|' /C calc'!A1", None), bodies=("Bộ Ngoại giao",)),
    side("JP", ("Sato Hana", "Chủ tịch")),
    venue="Trụ sở",
    city="Hà Nội",
    country="VN",
)
DEPUTY = ("Nguyễn Văn Hòa", "Phó Thủ tướng")
VISIT = contact(side("VN", DEPUTY), side("LA"), form="visit", date="2025-02", status="planned")
DOUBTS = [Doubt("language", "Not sure.")]
OLD = contact(side("VN", ("Nguyễn Văn Hòa", None)), side("ASEAN"), date="XXXX-04-02")


def small(register: Register) -> Register:
    """Two reports, three contacts, a commitment, a name that a spreadsheet would run."""
    register.add(
        *told("a", TALKS, outlet="Báo A", agreed="Hai bên nhất trí", url="https://a.vn/1?x=1&y=2", doubts=DOUBTS)
    )
    register.add(*told("b", TALKS, VISIT, OLD, published="2024-12-07", outlet="Báo B"))
    return register


def needs(*modules: str) -> None:
    """Skip where a package of an extra is not installed."""
    for module in modules:
        pytest.importorskip(module, reason=f"{module} is not installed: make setup")
