"""Reports given in the browser: pasted, as files, by address; what cannot be read is told."""

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.web.conftest import AT

TEXT = (
    "Hội đàm Việt Nam - Nhật Bản\n\nNgày 12/3/2024, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Nguyễn Văn Hòa hội đàm với "
    "Bộ trưởng Ngoại giao Nhật Bản Sato Hana. Hai bên nhất trí tăng cường hợp tác kinh tế.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator["TestClient[Litestar]"]:
    """A desk over an empty register of its own."""
    place = tmp_path / "register.sqlite"
    Register.open(str(place)).close()
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client


def token(desk: "TestClient[Litestar]") -> str:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', desk.get("/add").text)
    assert found
    return found[1]


def give(desk: "TestClient[Litestar]", files: dict[str, bytes] | None = None, **fields: str) -> str:
    """What the page says when all is read."""
    parts = [("files", (name, content)) for name, content in (files or {}).items()]
    answer = desk.post("/readings", data={"_csrf_token": token(desk), **fields}, files=parts or [("files", ("", b""))])
    for _ in range(6000):
        if "Refresh" not in answer.headers:
            return answer.text
        time.sleep(0.05)
        answer = desk.get(answer.url.path)
    raise AssertionError("the reading came to no end")


def test_a_pasted_text_is_read_and_its_contacts_are_shown(desk: "TestClient[Litestar]") -> None:
    page = give(desk, text=TEXT.replace("\n", "\r\n"))
    assert "What is new" in page
    assert re.search(r'<a href="/contacts/c-\w+">', page)
    assert "unchanged" in give(desk, text=TEXT)
    assert "Nguyễn Văn Hòa" in desk.get("/").text


def test_files_of_several_kinds_are_read(desk: "TestClient[Litestar]") -> None:
    document = docx.Document()
    for paragraph in TEXT.split("\n"):
        document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    sample = next(path for path in sample_paths() if path.suffix == ".html")
    page = give(desk, {"a.docx": packed.getvalue(), "page.html": sample.read_bytes(), "scan.png": b"\x89PNG\r\n"})
    assert page.count('class="tag">new<') == 2
    assert "scan.png" in page
    assert "is an image" in page


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:1/", "http://10.0.0.1/", "../etc", "-"])
def test_no_file_and_no_private_address_is_opened(desk: "TestClient[Litestar]", address: str) -> None:
    assert "Could not be read" in give(desk, address=address)


def test_nothing_given_is_told(desk: "TestClient[Litestar]") -> None:
    answer = desk.post("/readings", data={"_csrf_token": token(desk), "text": " "}, files=[("files", ("", b""))])
    assert answer.status_code == 400
    assert "Nothing was given" in answer.text


def test_without_the_token_nothing_is_read(desk: "TestClient[Litestar]") -> None:
    token(desk)
    for stale in ("", "0" * 128):
        answer = desk.post("/readings", data={"_csrf_token": stale, "text": TEXT}, files=[("files", ("", b""))])
        assert answer.status_code == 403
    assert "/contacts/" not in desk.get("/").text


def test_a_page_that_was_kept_is_made_anew_after_a_reading(desk: "TestClient[Litestar]") -> None:
    before = desk.get("/")
    give(desk, text=TEXT)
    after = desk.get("/", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]


def test_a_reading_that_nobody_knows(desk: "TestClient[Litestar]") -> None:
    assert desk.get("/readings/xyz").status_code == 404
