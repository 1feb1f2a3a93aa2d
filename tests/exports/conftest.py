"""Registers to export: a small one by hand, an empty one, and the five seeds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangiao.pipeline import Reading, read_pages
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions
from bangiao.views.release import Release, release
from tests.exports.rows import small


@pytest.fixture
def register() -> Iterator[Register]:
    """A small register."""
    with Register.open(":memory:") as store:
        yield small(store)


@pytest.fixture
def whole(register: Register) -> Iterator[Release]:
    """All of the small register, with texts."""
    with release(register, with_text=True) as found:
        yield found


@pytest.fixture
def nothing() -> Iterator[Release]:
    """All of an empty register."""
    with Register.open(":memory:") as store, release(store) as found:
        yield found


@pytest.fixture(scope="session")
def seeds(shared_dir: Path) -> Iterator[Register]:
    """A register with the five seeds."""
    with Register.open(":memory:") as store:
        for one in read_pages([str(shared_dir / "corpus" / "seeds")], SourceOptions()):
            assert isinstance(one, Reading)
            store.add(one.report, one.findings)
        yield store
