"""The register as data: described, marked, paged, with one shape of errors."""

import re
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy
from litestar import Litestar
from litestar.testing import TestClient
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.views.contact import contact
from bangiao.web.failures import Failure


def test_no_question_makes_the_desk_fail(served: str) -> None:
    """Questions made from the description itself, right ones and wrong ones, are answered or refused."""
    description = schemathesis.openapi.from_url(f"{served}/api/openapi.json")
    operations = [found.ok() for found in description.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) > 10
    for operation in operations:
        _ask(operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
        if list(operation.iter_parameters()):  # what asks for nothing cannot be asked wrongly
            _ask(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))


def _ask(cases: SearchStrategy[Case[Any]]) -> None:
    @settings(max_examples=8)
    @given(case=cases)
    def ask(case: Case[Any]) -> None:
        answer = case.call()
        assert answer.status_code < 500, (case.path, answer.text)

    ask()


def test_the_data_are_the_view(client: "TestClient[Litestar]", register: Register) -> None:
    ident = register.contacts(ContactQuestion()).contacts[0].id
    answer = client.get(f"/api/contacts/{ident}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == msgspec.json.encode(contact(register, ident, "en"))


def test_data_that_a_program_has_are_not_sent_again(client: "TestClient[Litestar]") -> None:
    first = client.get("/api/timeline")
    again = client.get("/api/timeline", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_of_data_lead_on(client: "TestClient[Litestar]", register: Register) -> None:
    found: list[str] = []
    address: str | None = "/api/timeline?limit=20"
    while address:
        answer = client.get(address)
        found += [one["id"] for one in answer.json()["contacts"]]
        after = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("link", ""))
        address = after[1] if after else None
    assert found == [one.id for one in register.contacts(ContactQuestion()).contacts]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/contacts/c-nobody", 404),
        ("/api/no-such-data", 404),
        ("/api/timeline?form=dance", 400),
        ("/api/timeline?limit=0", 400),
        ("/api/timeline?limit=many", 400),
        ("/api/relations/VN/VN", 404),
    ],
)
def test_errors_have_one_shape(client: "TestClient[Litestar]", path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    told = msgspec.json.decode(answer.content, type=Failure, strict=True)
    assert told.status == status
    assert told.error


def test_the_reference_names_every_address_and_needs_no_network(client: "TestClient[Litestar]") -> None:
    page = client.get("/api").text
    paths = client.get("/api/openapi.json").json()["paths"]
    assert len(paths) > 10
    assert all(f"GET {path}" in page for path in paths)
    assert re.findall(r'(?:src|href)="https?://', page) == []


def test_every_question_of_a_page_is_answered_as_data(client: "TestClient[Litestar]", register: Register) -> None:
    ident = register.contacts(ContactQuestion()).contacts[0].id
    asked = (
        "threads",
        f"contacts/{ident}/readouts",
        "calendar",
        "brief?country=JP",
        "network",
        "commitments",
        "coverage",
    )
    for path in asked:
        answer = client.get(f"/api/{path}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json"), path
        assert answer.json()
    assert client.get("/api/brief").status_code == 400
    assert client.get("/api/brief?country=Atlantis").status_code in (400, 404)
