"""Accounts: who may enter, who may decide, how often a wrong password may be tried; none of it lies in the register."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.register.accounts import Accounts, place_of
from bangiao.register.store import Register
from bangiao.web.app import application
from bangiao.web.passwords import fits, hashed
from bangiao.web.settings import Settings
from tests.web.conftest import AT
from tests.web.test_review import fill

PASSWORD = "a few plain words"
Client = TestClient[Litestar]


@pytest.fixture(scope="module")
def secret() -> str:
    return hashed(PASSWORD)


@pytest.fixture
def shared(tmp_path: Path, secret: str) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
    kept = Accounts(place_of(str(place)))
    for name, role in (("Rea", "reader"), ("Viet", "reviewer"), ("Ada", "admin")):
        kept.add(name, role, secret, "2025-01-01")
    kept.close()
    return place


@pytest.fixture
def client(shared: Path) -> Iterator[Client]:
    with TestClient(application(Settings(str(shared))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client


def token(client: Client, path: str = "/login") -> str:
    page = client.get(path).text
    return page.partition('name="_csrf_token" value="')[2].partition('"')[0]


def sign_in(client: Client, name: str, password: str = PASSWORD) -> int:
    data = {"name": name, "password": password, "to": "/review", "_csrf_token": token(client)}
    return client.post("/login/enter", data=data, follow_redirects=False).status_code


def test_nobody_sees_anything_without_signing_in(client: Client) -> None:
    for path in ("/", "/review", "/users", "/search?q=x"):
        answer = client.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/login")
    assert client.get("/login").status_code == 200


def test_roles_are_kept_apart(client: Client, shared: Path) -> None:
    """A reader looks, and may not decide; a reviewer decides in the name of the account, whatever the form says."""
    assert sign_in(client, "Rea") == 303
    assert client.get("/review").status_code == 200
    form = {"item": "x", "choice": "a", "by": "Viet", "_csrf_token": token(client, "/review")}
    assert client.post("/review/decide", data=form).status_code == 403
    assert client.post("/review/undo", data=form).status_code == 403
    assert client.get("/users").status_code == 403
    assert sign_in(client, "Viet") == 303
    page = client.get("/review").text
    names = ("item", "mark", "_csrf_token")
    form = {one: page.partition(f'name="{one}" value="')[2].partition('"')[0] for one in names}
    form |= {"choice": "a", "by": "Somebody Else"}
    assert client.post("/review/decide", data=form, follow_redirects=False).status_code == 303
    with Register.open(str(shared)) as store:
        assert [one.by for one in store.decisions()] == ["Viet"]
    assert client.get("/users").status_code == 403


def test_an_admin_sees_the_accounts_and_is_seen(client: Client) -> None:
    assert sign_in(client, "Ada") == 303
    page = client.get("/users").text
    assert "Ada</b> looked at the accounts" in page
    assert "Rea" in page


def test_wrong_passwords_are_slowed_down(client: Client) -> None:
    assert [sign_in(client, "Viet", "guess") for _ in range(6)] == [401] * 5 + [429]
    assert sign_in(client, "Viet") == 429, "also with the right one, until some time has passed"
    assert sign_in(client, "Ada") == 303


def test_signing_out_ends_the_session(client: Client) -> None:
    sign_in(client, "Rea")
    kept = dict(client.cookies)
    client.post("/logout", data={"_csrf_token": token(client, "/login")})
    client.cookies.update(kept)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_removing_an_account_closes_the_door(client: Client, shared: Path) -> None:
    sign_in(client, "Rea")
    kept = Accounts(place_of(str(shared)))
    kept.remove("Rea")
    assert client.get("/", follow_redirects=False).status_code == 303


def test_one_is_led_to_pages_of_this_desk_alone(client: Client) -> None:
    data = {"name": "Rea", "password": PASSWORD, "to": "//evil.example/", "_csrf_token": token(client)}
    assert client.post("/login/enter", data=data, follow_redirects=False).headers["location"] == "/"


def test_secrets_and_tokens_are_hashed_and_lie_beside_the_register(shared: Path, client: Client) -> None:
    sign_in(client, "Rea")
    files = [one.read_bytes() for one in shared.parent.iterdir()]
    session = client.cookies["session"]
    assert not any(PASSWORD.encode() in one or session.encode() in one for one in files)
    assert b"argon2" not in shared.read_bytes()
    assert place_of(str(shared)).stat().st_mode & 0o077 == 0


def test_with_accounts_the_desk_opens_elsewhere(shared: Path) -> None:
    app = application(Settings(str(shared), host="0.0.0.0"))
    assert [one.name for one in app.state.accounts.all()] == ["Ada", "Rea", "Viet"]


def test_a_password_fits_itself_alone(secret: str) -> None:
    assert fits(secret, PASSWORD)
    assert not fits(secret, PASSWORD + "x")
    assert not fits(None, PASSWORD)
    assert not fits(None, "the password of nobody")
