"""Refusals are one line, whatever they speak of."""

import errno

from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.sources.wording import from_system, readable_name, refuse, shown, size


@given(st.text(st.characters()), st.text(st.characters()))
def test_one_line(name: str, problem: str) -> None:
    told = refuse(name, InputError(problem, "do this"))
    assert told.input.isprintable()
    assert told.reason.isprintable()
    assert told.hint == "do this"
    assert told.input.encode()  # never empty, never undecodable


def test_long_words_are_cut() -> None:
    assert shown("x" * 1000, 10) == "xxxxxxxxx…"
    assert len(shown("\x1b" * 1000)) == 400


def test_a_long_address_is_named_in_full() -> None:
    address = "https://paper.example/" + "a-headline-" * 40
    assert refuse(address, InputError("is empty", "x")).input == address


def test_the_system_speaks_plainly() -> None:
    assert "permission" in str(from_system(PermissionError(errno.EACCES, "x")))
    assert str(from_system(OSError(errno.EIO, "Input/output error"))) == "cannot be read: Input/output error"


def test_undecodable_names() -> None:
    assert readable_name("b\udce1o") == "b\ufffdo"
    assert readable_name("báo") == "báo"


def test_sizes() -> None:
    assert [size(5), size(2048), size(20 * 1024 * 1024), size(4 << 30)] == ["5 bytes", "2 kB", "20 MB", "4 GB"]
