"""Twenty readers and two reviewers at once: no error, nothing lost, and a rebuild makes the same register."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from bangiao.register.store import Register
from tests.web.conftest import Served
from tests.web.test_review import fill

READERS, REVIEWERS, PAGES, DECISIONS = 20, 2, 12, 10
PATHS = ("/", "/search?q=Sato+Hana", "/review", "/changes", "/coverage", "/?country=JP")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
    return place


def visitor() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor())


def read(at: str, number: int) -> list[int]:
    """Look at pages; every answer's status."""
    mine = visitor()
    return [mine.open(at + PATHS[(number + turn) % len(PATHS)], timeout=600).status for turn in range(PAGES)]


def form_of(page: str) -> dict[str, str]:
    """What the form of a decision hands back."""
    form = page[page.index('id="decide"') :]
    return {one: re.findall(f'name="{one}" value="([^"]*)"', form)[0] for one in ("item", "mark", "_csrf_token")}


def decide(at: str, name: str, turn_from: str) -> tuple[int, int]:
    """Decide item after item as the form asks; how many were entered, and how often another was quicker."""
    mine, entered, late = visitor(), 0, 0
    address = f"{at}/review?kind={turn_from}"
    while entered < DECISIONS:
        page = mine.open(address, timeout=600).read().decode()
        form = {**form_of(page), "choice": "a", "by": name, "kind": turn_from}
        asked = Request(f"{at}/review/decide", urlencode(form).encode())
        try:
            mine.open(asked, timeout=600)
            entered += 1
        except HTTPError as error:
            if error.code != 409:
                raise
            late += 1
    return entered, late


def test_twenty_readers_and_two_reviewers_at_once(place: Path) -> None:
    desk = Served(place)
    with ThreadPoolExecutor(READERS + REVIEWERS) as crew:
        reading = [crew.submit(read, desk.at, number) for number in range(READERS)]
        deciding = [crew.submit(decide, desk.at, f"R{number}", "verb-without-contact") for number in range(REVIEWERS)]
        seen = [status for one in reading for status in one.result()]
        made = [one.result() for one in deciding]
    desk.stop()
    assert seen == [200] * (READERS * PAGES)
    with Register.open(str(place)) as store:
        ledger = store.decisions()
        assert len(ledger) == sum(entered for entered, _ in made) == REVIEWERS * DECISIONS
        assert len({one.subjects for one in ledger}) == len(ledger), "no item was decided twice unseen"
        before = list(store.dump())
        store.rebuild()
        assert list(store.dump()) == before
        assert store.check() == []
