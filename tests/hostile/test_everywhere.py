"""SQL, HTML and formulas in every field, through register and views to pages and every export: they stay words."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.exports.formats import FORMATS
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.views.release import release
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.web.conftest import AT
from tests.web.test_hostile import findings, report, unescaped

EVIL = "=1+1'); DROP TABLE contacts;--<script>alert(1)</script>\"&lt;{{7*7}}\u202e"
PATHS = [
    "/", "/search", "/relations", "/commitments", "/coverage", "/doubts", "/calendar", "/brief", "/threads",
    "/contacts/{}", "/people/{}", "/offices/{}", "/bodies/{}", "/reports/{}", "/relations/{}/{}", "/relations/VN/{}",
    "/readings/{}", "/api/timeline", "/api/density", "/api/search", "/api/contacts/{}", "/api/people/{}",
    "/api/offices/{}", "/api/bodies/{}", "/api/relations/{}/{}", "/api/commitments", "/api/reports/{}",
    "/api/coverage", "/api/doubts", "/calendar.ics", "/brief/file",
]  # fmt: skip
WORDS = [
    "q", "with", "country", "people", "person", "since", "until", "on", "form", "status", "channel", "lang", "offset",
    "limit", "page", "first", "second", "kind", "format", "side", "days", "sort",
]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with one report that is hostile in every field."""
    file = tmp_path_factory.mktemp("everywhere") / "register.sqlite"
    with Register.open(str(file)) as register:
        register.add(report(), findings(EVIL))
        for one in register.contacts(ContactQuestion()).contacts:  # gold holds what a person confirmed
            register.decide("confirm", (one.id,), why=EVIL, by=EVIL, at="2026-01-02T03:04:05+00:00")
        assert register.check() == []
        before = list(register.dump())
        register.rebuild()
        assert list(register.dump()) == before
    return file


@pytest.fixture(scope="module")
def client(place: Path) -> Iterator["TestClient[Litestar]"]:
    """A desk over it."""
    with TestClient(application(Settings(str(place))), base_url=AT) as found:
        yield found


@pytest.mark.parametrize("name", FORMATS)
def test_words_stay_words_in_every_export(place: Path, name: str) -> None:
    form = FORMATS[name]
    if form.extra in ("data", "office"):
        pytest.importorskip("pyarrow" if name == "parquet" else "openpyxl")
    with Register.open(str(place)) as register, release(register, with_text=True) as whole:
        files = {part.name: b"".join(part.content) for part in form.parts(whole)}
    assert b"script" in b"".join(files.values()) or name in ("parquet", "xlsx", "plover")
    for file, content in files.items():
        if file.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        if file.endswith((".graphml", ".xml")):
            fromstring(content)
            assert b"<script" not in content


words = st.one_of(
    st.sampled_from([EVIL, "' OR 1=1 --", "%00", "\0", "../../etc/passwd", "9" * 40, "-1", "1e9", "NaN", "İ",
                     "2024-02-30", "\ud800", "%", "_", "*", '"', "NEAR(", "a OR", "\u202e", "x" * 3000, ""]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=150)
@given(st.sampled_from(PATHS), words, st.lists(st.tuples(st.sampled_from(WORDS), words), max_size=4))
def test_any_question_to_the_desk_is_answered(
    client: "TestClient[Litestar]", path: str, part: str, asked: list[tuple[str, str]]
) -> None:
    query = "&".join(f"{name}={_quoted(value)}" for name, value in asked)
    answer = client.get(f"{path.replace('{}', _quoted(part))}?{query}")
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
    if "text/html" in answer.headers["content-type"]:
        assert unescaped(answer.text) == []


def _quoted(words: str) -> str:
    return quote(words.encode("utf-8", "surrogatepass"), safe="") or "%20"


def test_the_questions_reach_the_desk(client: "TestClient[Litestar]") -> None:
    """Else the examples above would all be answered by "no such page"."""
    for path in PATHS:
        if "{}" not in path and path not in ("/brief/file", "/api/commitments"):
            assert client.get(path).status_code == 200, path
    assert re.search("script", client.get("/").text)
