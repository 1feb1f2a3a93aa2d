"""A report with its marks, and a contact with its words beside it."""

import re
from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.model.report import Page, Refusal
from bangiao.pipeline import read_page
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.web.conftest import AT

TELLINGS = (
    "Hội đàm Việt Nam - Nhật Bản\n\nNgày 12/3/2024, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Nguyễn Văn Hòa hội đàm với "
    "Bộ trưởng Ngoại giao Nhật Bản Sato Hana.\n",
    "Hai bên hội đàm\n\nNgày 12/3/2024, tại Hà Nội, Phó Thủ tướng Nguyễn Văn Hòa hội đàm "
    "với Bộ trưởng Ngoại giao Nhật Bản Sato Hana.\n",
)


def some_contact(register: Register) -> str:
    """The contact with most people."""
    found = register.contacts(ContactQuestion()).contacts
    return max(found, key=lambda one: sum(len(side.people) for side in one.sides)).id


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple["TestClient[Litestar]", str]]:
    """A desk over two reports of one contact, which name an office in two ways; and the contact's id."""
    place = tmp_path_factory.mktemp("twice") / "register.sqlite"
    with Register.open(str(place)) as register:
        for number, text in enumerate(TELLINGS):
            read = read_page(Page(f"telling-{number}", text))
            assert not isinstance(read, Refusal)
            (ident,) = register.add(read.report, read.findings).contacts
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client, ident


def test_every_cited_word_of_a_report_is_marked(client: "TestClient[Litestar]", register: Register) -> None:
    ident = some_contact(register)
    told = register.told(ident)[0]
    page = client.get(f"/reports/{told.report.id}").text
    places = set(re.findall(r'<mark id="w(\d+)"', page))
    assert {str(cite.start) for cite in told.contact.evidence} <= places
    assert set(re.findall(r'href="#w(\d+)"', page)) <= places
    assert f"/contacts/{ident}" in page


def test_a_contact_leads_to_its_words_in_every_report(twice: tuple["TestClient[Litestar]", str]) -> None:
    client, ident = twice
    page = client.get(f"/contacts/{ident}").text
    assert "another report says" in page
    there = set(re.findall(r'<mark id="w(\d+)"', page))
    assert set(re.findall(r'href="#w(\d+)"', page)) <= there
    others = set(re.findall(rf'href="(/contacts/{ident}\?report=[^"#]+)#w(\d+)"', page))
    assert others
    for address, place in others:
        assert f'<mark id="w{place}"' in client.get(address).text


def test_a_report_that_does_not_tell_the_contact_is_not_shown_beside_it(
    client: "TestClient[Litestar]", register: Register
) -> None:
    page = client.get(f"/contacts/{some_contact(register)}?report=r-nobody")
    assert page.status_code == 200
    assert "<mark id=" in page.text


def test_a_page_that_the_browser_has_is_not_sent_again(client: "TestClient[Litestar]", register: Register) -> None:
    path = f"/contacts/{some_contact(register)}"
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert client.get(path, headers={"accept-language": "vi"}).headers["etag"] != first.headers["etag"]
