"""Which pages were read is kept in one transaction with what they told, and is nothing that the register says."""

import pytest

from bangiao.model.errors import InputError
from bangiao.register.store import Register
from tests.register.conftest import NewStore
from tests.register.making import contact, side, told

TALKS = contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Sato Hana", None)))


def kept(register: Register, reader: str) -> set[str]:
    """The pages that a reader was the last to read."""
    return register.pages_read(["p1", "p2", "p3"], reader=reader)


def test_a_page_is_known_to_the_reader_that_read_it_last(new_store: NewStore) -> None:
    register = new_store()
    register.add_many([told("a", TALKS), told("b", TALKS)], reader="one", pages=["p1", "p2"])
    assert (kept(register, "one"), kept(register, "two")) == ({"p1", "p2"}, set())
    register.add_many([told("b", TALKS)], reader="two", pages=["p2"])
    assert (kept(register, "one"), kept(register, "two")) == ({"p1"}, {"p2"})


def test_nothing_is_known_of_what_was_not_stored(new_store: NewStore) -> None:
    register = new_store()
    with pytest.raises(InputError):
        register.add_many([told("a", TALKS), told("b\0", TALKS)], reader="one", pages=["p1", "p2"])
    assert kept(register, "one") == set()


def test_pages_stay_when_the_register_is_made_again(new_store: NewStore) -> None:
    register, other = new_store(), new_store()
    register.add_many([told("a", TALKS)], reader="one", pages=["p1"])
    other.add_many([told("a", TALKS)], reader="one")
    register.rebuild()
    assert kept(register, "one") == {"p1"}
    assert list(register.dump()) == list(other.dump())
