"""The timeline and search, as they are asked in the address."""

import re

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register


def rows(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/contacts/([^"]+)"', page)


def test_the_timeline_is_asked_in_its_address(client: "TestClient[Litestar]", register: Register) -> None:
    wanted = register.contacts(ContactQuestion(country="JP", form="talks"))
    page = client.get("/?country=Japan&form=talks").text
    assert sorted(rows(page)) == sorted(one.id for one in wanted.contacts)
    assert f"{wanted.total} contact" in page


def test_all_contacts_are_reached_page_by_page(client: "TestClient[Litestar]", register: Register) -> None:
    found: list[str] = []
    address: str | None = "/"
    while address:
        page = client.get(address).text
        found += rows(page)
        after = re.search(r'rel="next" href="([^"]+)"', page)
        address = after[1].replace("&amp;", "&") if after else None
    assert len(found) == len(set(found)) == register.contacts(ContactQuestion(limit=0)).total


@pytest.mark.parametrize("asked", ["since=soon", "country=Narnia", "form=dance", "person=Nobody+At+All"])
def test_a_word_that_cannot_be_read_is_told(client: "TestClient[Litestar]", asked: str) -> None:
    page = client.get(f"/?{asked}").text
    assert 'role="alert"' in page
    assert rows(page) == []


@pytest.mark.parametrize("offset", ["-1", "x", "99999999999999"])
def test_an_offset_that_is_none_is_asked_wrongly(client: "TestClient[Litestar]", offset: str) -> None:
    assert client.get(f"/?offset={offset}").status_code == 400


def test_search_shows_people_contacts_and_sentences(client: "TestClient[Litestar]") -> None:
    page = client.get("/search?q=do+thanh+vinh").text
    assert re.search(r'<a href="/people/p-[a-z0-9]+">Đỗ Thành Vinh</a>', page)
    assert rows(page)
    assert "<mark>Đỗ Thành Vinh</mark>" in page


@pytest.mark.parametrize("words", ["", "%20", "''", '"', "*", "NEAR(", "a AND", "-", "%25_", "();--", "𝟘"])
def test_search_takes_any_words(client: "TestClient[Litestar]", words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200


def test_too_many_words_are_refused(client: "TestClient[Litestar]") -> None:
    assert client.get("/search", params={"q": "x" * 300}).status_code == 400
