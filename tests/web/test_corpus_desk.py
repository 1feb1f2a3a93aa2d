"""Twenty readers and two reviewers at once on the register of a whole corpus: no error, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request

import pytest

from bangiao.pipeline import Reading, read_pages
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions
from tests.web.conftest import Served
from tests.web.test_together import form_of, visitor

READERS, REVIEWERS, PAGES, DECISIONS = 20, 2, 5, 10
PATHS = ("/", "/review", "/coverage", "/relations", "/?country=LA", "/changes", "/commitments", "/search?q=gap")
LONG = 600  # seconds that an answer may take on a busy machine; nothing is proved by it


@pytest.fixture(scope="module")
def place(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of some 5,700 reports."""
    place = tmp_path_factory.mktemp("corpus") / "register.sqlite"
    pages = read_pages([str(shared_dir / "corpus" / "leads.jsonl")], SourceOptions())
    told = [(one.report, one.findings) for one in pages if isinstance(one, Reading)]
    with Register.open(str(place)) as store:
        for start in range(0, len(told), 500):
            store.add_many(told[start : start + 500])
    return place


def read(at: str, number: int) -> list[int]:
    """Look at pages; every answer's status."""
    mine = visitor()
    return [mine.open(at + PATHS[(number + turn) % len(PATHS)], timeout=LONG).status for turn in range(PAGES)]


def decide(at: str, name: str) -> list[str]:
    """Decide item after item as the form asks; the ids of what was said to be entered."""
    mine = visitor()
    entered: list[str] = []
    while len(entered) < DECISIONS:
        page = mine.open(f"{at}/review?kind=verb-without-contact", timeout=LONG).read().decode()
        form = {**form_of(page), "choice": "a", "by": name, "kind": "verb-without-contact"}
        try:
            answer = mine.open(Request(f"{at}/review/decide", urlencode(form).encode()), timeout=LONG)
            entered += parse_qs(urlsplit(answer.geturl()).query)["done"]
        except HTTPError as late:
            if late.code != 409:  # another reviewer was quicker
                raise
    return entered


def test_twenty_readers_and_two_reviewers_at_once(place: Path) -> None:
    desk = Served(place)
    with ThreadPoolExecutor(READERS + REVIEWERS) as crew:
        reading = [crew.submit(read, desk.at, number) for number in range(READERS)]
        deciding = [crew.submit(decide, desk.at, f"R{number}") for number in range(REVIEWERS)]
        seen = [status for one in reading for status in one.result()]
        made = [ident for one in deciding for ident in one.result()]
    desk.stop()
    assert seen == [200] * (READERS * PAGES)
    with Register.open(str(place)) as store:
        ledger = store.decisions()
        assert sorted(one.id for one in ledger) == sorted(made), "what was said to be entered, and nothing else"
        assert len(made) == REVIEWERS * DECISIONS
        assert len({one.subjects for one in ledger}) == len(ledger), "no item was decided twice unseen"
        assert store.check() == []
