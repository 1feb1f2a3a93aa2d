"""`bangiao follow` as cron runs it."""

import json
from pathlib import Path

import pytest

from bangiao.register.store import Register
from tests.cli.conftest import Command
from tests.sources.site import serving


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite"


def test_a_second_run_reads_only_what_is_new(bangiao: Command, tmp_path: Path, place: Path) -> None:
    with serving() as site:
        site.feed("/feed", ["/1"], etag='"a"')
        site.page("/1")
        site.page("/2")
        feeds = tmp_path / "feeds.toml"
        feeds.write_text(f'delay = 0.0\n[[feed]]\nurl = "{site.root}/feed"\n', encoding="utf-8")
        first = bangiao("follow", feeds, "--register", place, "--json")
        assert (first.code, json.loads(first.out)["read"]) == (0, 1)
        site.pages()
        second = bangiao("follow", feeds, "--register", place)
        assert (second.code, "Read      0 reports" in second.out) == (0, True)
        assert "1 address unchanged" in second.err
        assert site.pages() == ["/feed"]
        site.feed("/feed", ["/1", "/2", "/3"], etag='"b"')
        third = bangiao("follow", feeds, "--register", place, "--json")
        assert (third.code, json.loads(third.out)["read"]) == (1, 1)
        assert "/3: is not there (status 404)" in third.err
    with Register.open(str(place)) as register:
        assert register.counts().reports == 2
        assert register.check() == []


def test_a_file_that_lists_nothing(bangiao: Command, tmp_path: Path, place: Path) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text("feeds = 1", encoding="utf-8")
    answer = bangiao("follow", feeds, "--register", place)
    assert (answer.code, "[[feed]]" in answer.err) == (3, True)
    assert not place.exists()
