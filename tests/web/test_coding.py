"""Two codings settled in a real browser by keyboard alone, and by two at once."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.evaluation.documents import Document, ToldContact, ToldSide
from bangiao.register.codings import Codings
from bangiao.register.store import Register
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.register.making import contact, side, told
from tests.web.conftest import AT, Served
from tests.web.test_review import press

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIDES = (ToldSide(country="VN"), ToldSide(country="LA"))


def coded(form: str, city: str) -> dict[str, Document]:
    return {"a": Document(id="a", contacts=(ToldContact(form, "gặp", date="2025-01-02", city=city, sides=SIDES),))}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        store.add(*told("a", contact(side("VN"), side("LA"))))
    kept = Codings(str(place))
    kept.take(("Lan", "Minh"), "guide 3", coded("talks", "Huế"), coded("meeting", "Vinh"))
    kept.close()
    return place


@pytest.fixture
def client(place: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client


@pytest.mark.parametrize("language", ["en", "vi"])
def test_item_by_item_with_the_keyboard(place: Path, browser: "Browser", language: str) -> None:
    desk = Served(place)
    context = browser.new_context(locale=language)
    page = context.new_page()
    page.goto(f"{desk.at}/coding")
    page.fill("#by", "Hoa")
    page.keyboard.press("Enter")
    press(page, "1")
    press(page, "u")
    press(page, "2")
    page.keyboard.press("c")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Thanh Hoa")
    press(page, "Enter")
    assert page.locator(".decide").count() == 0, "nothing is left"
    files = page.request.get(f"{desk.at}/coding/release").body()
    context.close()
    desk.stop()
    settled = json.loads(ZipFile(io.BytesIO(files)).read("settled.jsonl"))
    assert [(one["form"], one["city"]) for one in settled["contacts"]] == [("meeting", "Thanh Hoa")]


def form_of(page: str) -> dict[str, str]:
    asked = page[page.index('id="decide"') :]
    names = ("_csrf_token", "coding", "item", "seen")
    return {one: asked.partition(f'name="{one}" value="')[2].partition('"')[0] for one in names}


def test_of_two_who_settle_one_thing_the_later_is_told(client: TestClient[Litestar]) -> None:
    first = form_of(client.get("/coding").text)
    assert client.post("/coding/settle", data={**first, "choice": "1", "by": "Hoa"}).status_code == 200
    late = client.post("/coding/settle", data={**first, "choice": "2", "by": "Tuấn"})
    assert (late.status_code, "settled by Hoa since you opened it" in late.text) == (400, True)


def test_without_codings_the_page_says_how_they_come(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    Register.open(str(place)).close()
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        answer = client.get("/coding")
        assert (answer.status_code, "bangiao coding take" in answer.text) == (400, True)


def test_equal_rulings_give_equal_files(client: TestClient[Litestar]) -> None:
    assert client.get("/coding/release").content == client.get("/coding/release").content


def test_how_far_the_coders_agree_stands_on_the_coverage_page(client: TestClient[Litestar], place: Path) -> None:
    shown = client.get("/coverage").text
    assert "Lan and Minh, by guide 3" in shown
    kept = Codings(str(place))
    kept.take(("Hoa", "Minh"), "guide 4", coded("talks", "Huế"), coded("talks", "Huế"))
    kept.close()
    assert "Hoa and Minh, by guide 4" in client.get("/coverage").text, "also where the register is as before"
