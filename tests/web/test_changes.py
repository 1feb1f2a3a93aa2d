"""What is new, and who changed what: as a page, as Atom, as JSON; of one relation, person or reviewer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.web.conftest import AT
from tests.web.test_review import fill

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def client(tmp_path: Path) -> Iterator["TestClient[Litestar]"]:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
        (trump,) = store.contacts(ContactQuestion(country="SG", since="2024-11-05", until="2024-11-05")).contacts
        store.decide(
            "correct", (trump.id,), field="city", value="Hà <Nội>", why="read & seen", by="Lan", at="2025-02-01"
        )
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client


def asked(client: "TestClient[Litestar]", **question: str) -> list[tuple[str, str | None]]:
    found = client.get("/changes.json", params=question).json()
    return [(one["what"], one["by"]) for one in found["changes"]]


def test_the_latest_comes_first_and_says_by_whom(client: "TestClient[Litestar]") -> None:
    everything = asked(client)
    assert everything[0] == ("decision", "Lan")
    assert len(everything) == 33
    assert asked(client, since="2025") == [("decision", "Lan")]
    assert asked(client, by="Lan") == [("decision", "Lan")]
    assert asked(client, by="Minh") == []
    assert asked(client, country="SG", since="2024-12-06") == [
        ("decision", "Lan"),
        ("contact", None),
        ("contact", None),
    ]
    assert asked(client, country="JP", since="2025") == []
    assert asked(client, person="Vũ Hải") == [("contact", None)]


def test_the_feed_is_atom(client: "TestClient[Litestar]") -> None:
    answer = client.get("/changes.atom", params={"since": "2025"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2025-02-01T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}summary") == "read & seen"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Lan"


def test_the_page_shows_it_and_how_much_was_reviewed(client: "TestClient[Litestar]") -> None:
    page = client.get("/changes", params={"since": "2025"}).text
    assert "Hà &lt;Nội&gt;" in page
    assert "1 of 32 contacts were reviewed" in client.get("/coverage").text


def test_a_subscription_tells_also_of_a_contact_taken_out_and_of_the_person(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
        (gone,) = store.contacts(ContactQuestion(country="SG", since="2024-11-05", until="2024-11-05")).contacts
        (one,), (other,) = store.find_people("Donald Trump"), store.find_people("Donald Trum")
        same = store.decide("same", (one.id, other.id), why="a slip", by="Lan", at="2025-02-01")
        store.decide("reject", (gone.id,), why="a phantom", by="Lan", at="2025-02-02")
        store.undo(same.id, why="two after all", by="Minh", at="2025-02-03")
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        of_person = [one["decision"]["kind"] for one in _since(client, person="Donald Trump")]
        of_relation = [one["decision"]["kind"] for one in _since(client, country="SG")]
    assert of_person == ["undo", "reject", "same"]
    assert of_relation == ["reject"]


def _since(client: "TestClient[Litestar]", **question: str) -> list[dict[str, Any]]:
    answer = client.get("/changes.json", params={"since": "2025", **question})
    found: list[dict[str, Any]] = answer.json()["changes"]
    return found
