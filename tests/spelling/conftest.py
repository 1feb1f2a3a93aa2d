"""Tables of pairs of public figures' names, spelt in several ways."""

from pathlib import Path

import pytest

from tests.spelling.judging import Row, read_rows


@pytest.fixture(scope="session")
def pairs(repository: Path) -> list[Row]:
    """The pairs that the correspondences were written on."""
    return read_rows(repository / "tests" / "data" / "name_pairs.tsv")


@pytest.fixture(scope="session")
def later_pairs(repository: Path) -> list[Row]:
    """Pairs added when the correspondences stood; rules are mended on one half alone, by the hash of the pair."""
    return read_rows(repository / "tests" / "data" / "name_pairs_figures.tsv")


@pytest.fixture(scope="session")
def pairs_by_kind(repository: Path) -> list[Row]:
    """Pairs of every kind of spelling, written down before they were compared; halved likewise."""
    return read_rows(repository / "tests" / "data" / "name_pairs_by_kind.tsv")
