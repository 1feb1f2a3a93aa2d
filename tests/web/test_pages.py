"""Every page of the desk over the samples: it is there in both languages, and shows what its view says."""

import re
from datetime import date

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.resolution.bodies import body_id
from bangiao.views.as_known import morning
from bangiao.views.person import person
from bangiao.views.relation import relation
from bangiao.web.charts import columns, lanes

PLAIN: tuple[str, ...] = ("/", "/search?q=", "/relations", "/relations/VN/JP", "/commitments", "/coverage")
PLAIN += ("/doubts", "/add")
PLAIN += (
    "/network",
    "/network?country=JP",
    "/network?since=soon",
    "/calendar",
    "/threads",
    "/brief",
    "/brief?country=JP",
    "/brief?country=Narnia",
    "/api",
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", PLAIN)
def test_a_page_is_there_in_both_languages(client: "TestClient[Litestar]", path: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert len(answer.content) < 150_000


def someone(register: Register) -> str:
    found = register.contacts(ContactQuestion()).contacts
    return next(who.person for one in found for side in one.sides for who in side.people if who.person)


def test_a_person_with_offices_and_contacts(client: "TestClient[Litestar]", register: Register) -> None:
    ident = someone(register)
    view, page = person(register, ident), client.get(f"/people/{ident}").text
    assert f"<h1>{view.person.name}</h1>" in page
    assert page.count('<svg class="lane"') == len(view.tenures)
    assert page.count('<li class="contact') == min(view.contacts_total, 50)


def test_offices_are_reached_from_people(client: "TestClient[Litestar]", register: Register) -> None:
    page = client.get(f"/people/{someone(register)}").text
    addresses = set(re.findall(r'href="(/offices/[^"]+)"', page))
    assert addresses
    for address in addresses:
        assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_a_body_by_its_id_and_by_its_name(client: "TestClient[Litestar]", register: Register) -> None:
    contacts = register.contacts(ContactQuestion()).contacts
    name, side = next((body, side.label) for one in contacts for side in one.sides for body in side.bodies)
    by_id = client.get(f"/bodies/{body_id(name, side)}")
    by_name = client.get(f"/bodies/{name}", params={"side": side})
    assert by_id.status_code == by_name.status_code == 200
    assert re.findall(r"/contacts/c-\w+", by_id.text) == re.findall(r"/contacts/c-\w+", by_name.text) != []


@pytest.mark.parametrize("path", ["/people/p-x", "/offices/o-x", "/offices/no such", "/bodies/b-x", "/relations/VN/VN"])
def test_what_is_not_there_is_not_found(client: "TestClient[Litestar]", path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_relation_shows_its_matrix(client: "TestClient[Litestar]", register: Register) -> None:
    view = relation(register.as_known(morning(None, date.today().isoformat())), "VN", "JP")
    page = client.get("/relations/VN/JP").text
    assert '<table class="matrix">' in page
    assert f"<b>{view.contacts} contact" in page


def test_choosing_two_sides_leads_to_their_relation(client: "TestClient[Litestar]") -> None:
    answer = client.get("/relations", params={"second": "Nhật Bản"}, follow_redirects=False)
    assert answer.status_code in (302, 303, 307)
    assert client.get(answer.headers["location"]).status_code == 200


def test_columns_fill_the_chart() -> None:
    one, other = columns([(1, 1), (0, 4)])
    assert (one.low, one.high, other.low, other.high) == (25.0, 25.0, 0.0, 100.0)
    assert columns([]) == columns([(0, 0)]) == ()


def test_lanes_of_one_calendar() -> None:
    first, second = lanes(
        [("2000-01-01", None, "2000-01-01", "2000-12-31"), (None, None, None, None)], "2000-01-01", "2000-12-31"
    )
    assert first.seen == (0.0, 100.0)
    assert first.open
    assert (second.stated, second.seen) == (None, None)


@pytest.mark.parametrize(
    ("path", "media", "begins"),
    [
        ("/calendar.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("/brief/file?country=JP&form=.docx", "openxmlformats", b"PK"),
        ("/brief/file?country=JP&form=.pdf", "application/pdf", b"%PDF"),
        ("/brief/file?country=JP&form=.md", "text/markdown", b"# "),
    ],
)
def test_files_to_take_along(client: "TestClient[Litestar]", path: str, media: str, begins: bytes) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert media in answer.headers["content-type"]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content.startswith(begins)


def test_the_readouts_of_a_contact_stand_side_by_side(client: "TestClient[Litestar]", register: Register) -> None:
    ident = max(register.contacts(ContactQuestion()).contacts, key=lambda one: one.tellings).id
    page = client.get(f"/contacts/{ident}/readouts").text
    assert page.count('<li><span class="badge">') == len({one.report.id for one in register.told(ident)})
