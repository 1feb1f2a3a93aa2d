"""What protects the desk: where it opens, what its answers allow a browser, who may ask."""

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.model.errors import QuestionError, RegisterError
from bangiao.web.access import check_host
from bangiao.web.app import application
from bangiao.web.safety import HEADERS
from bangiao.web.settings import Settings


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.9.10"])
def test_the_desk_opens_on_this_machine(host: str) -> None:
    check_host(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "", "127.0.0.1.example.org"])
def test_without_accounts_it_opens_nowhere_else(host: str, samples: Path) -> None:
    with pytest.raises(QuestionError, match="accounts"):
        application(Settings(str(samples), host=host))


def test_there_is_no_desk_without_a_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        application(Settings(str(tmp_path / "none.sqlite")))


@pytest.mark.parametrize("path", ["/reports/nobody", "/assets/x/desk.css", "/no-such-page"])
def test_every_answer_is_guarded(client: "TestClient[Litestar]", path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_page_of_elsewhere_cannot_ask_under_its_own_name(client: "TestClient[Litestar]") -> None:
    assert client.get("/reports/x", headers={"host": "evil.example"}).status_code == 400


def test_a_change_needs_a_token(client: "TestClient[Litestar]") -> None:
    assert client.post("/reports/x", data={"a": "b"}).status_code in (403, 405)


def test_errors_say_what_and_show_no_trace(client: "TestClient[Litestar]") -> None:
    answer = client.get("/contacts/c-nobody")
    assert answer.status_code == 404
    assert "The register has nothing under the id" in answer.text
    assert "Traceback" not in answer.text
