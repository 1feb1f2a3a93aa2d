"""Nothing in a report is ever rendered as markup, whatever field it stands in."""

import re
from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.model.evidence import Doubt, Evidence, Inference, Span
from bangiao.model.findings import Commitment, Contact, Findings, Participant, Side, Statement
from bangiao.model.report import Block, Related, Report
from bangiao.register.store import Register
from bangiao.web.app import application
from bangiao.web.settings import Settings
from tests.web.conftest import AT

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&lt;{{7*7}}\u202e"
TEXT = f"{EVIL}\n{EVIL} gặp {EVIL}\n{EVIL}"


def findings(report: str) -> Findings:
    cite = tuple(
        Evidence(field, 0, len(EVIL), 1, EVIL, EVIL)
        for field in (
            "trigger",
            "date",
            "venue",
            "sides.0.people.0.name",
            "sides.0.people.0.office",
            "sides.0.bodies.0",
        )
    )
    why = (Inference("form", EVIL, 0, len(EVIL), 1, EVIL), Inference("sides.0.country", EVIL))
    sides = (
        Side(None, EVIL, (Participant(EVIL, EVIL, "leads"),), (EVIL,)),
        Side("JP", None, (Participant(f"{EVIL} B", EVIL),)),
    )
    contact = Contact(
        "meeting", EVIL, "in_person", "held", sides, ("party",), "2024-05-05", f"inferred: {EVIL}", EVIL, EVIL, "JP",
        EVIL, EVIL, EVIL, evidence=cite, inferred=why,
    )  # fmt: skip
    promise = Commitment(1, "agreed", (EVIL,), ("other",), cite[:1], why)
    said = Statement(2, "informed", (EVIL,), EVIL, ("other",), cite[:1], why)
    doubt = Doubt("verb-without-contact", EVIL, 0, len(EVIL), 1, EVIL)
    return Findings(report, (contact,), (promise,), (said,), (doubt,))


def report() -> Report:
    first = TEXT.index("\n")
    blocks = (Block("headline", Span(0, first)), Block("body", Span(first + 1, len(TEXT))))
    return Report(
        EVIL, TEXT, blocks, url=f"javascript:{EVIL}", language="vi", headline=EVIL, outlet=EVIL, published="2024-05-05",
        published_basis=EVIL, updated=EVIL, byline=EVIL, credit=EVIL, captions=(EVIL,), related=(Related(EVIL, EVIL),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple["TestClient[Litestar]", list[str]]]:
    """A desk over one hostile report, and the addresses of the pages that show something of it."""
    place = tmp_path_factory.mktemp("hostile") / "register.sqlite"
    with Register.open(str(place)) as register:
        added = register.add(report(), findings(EVIL))
        contact = register.contact(added.contacts[0])
        person = contact.sides[0].people[0].person
    addresses = [f"/reports/{added.report}", f"/contacts/{contact.id}", f"/people/{person}"]
    addresses += ["/", "/search?q=script", "/search?q=alert", "/doubts", "/commitments", "/coverage", "/network"]
    addresses += [f"/contacts/{contact.id}/readouts", "/threads", "/calendar", "/brief?country=JP", "/relations/VN/JP"]
    with TestClient(application(Settings(str(place))), base_url=AT) as client:
        yield client, addresses


def unescaped(page: str) -> list[str]:
    """Every tag of a page that is not the desk's own."""
    own = re.compile(r'<script src="/assets/[0-9a-f]{12}/desk\.js" defer>|<img src="/assets/[0-9a-f]{12}/mark\.svg"')
    return re.findall(r"<script|<img|onerror=alert\(2\)>|href=\"javascript", own.sub("", page), re.IGNORECASE)


def test_pages_of_a_hostile_report(hostile: tuple["TestClient[Litestar]", list[str]]) -> None:
    client, addresses = hostile
    shown = 0
    for address in addresses:
        answer = client.get(address)
        assert unescaped(answer.text) == [], address
        assert "49" not in re.findall(r"alert\(2\)&gt;&#34;&#39;&amp;lt;(..)", answer.text), address
        shown += answer.text.count("&lt;script&gt;")
    assert shown > 10


@pytest.mark.parametrize("path", ["/contacts/<script>alert(1)</script>", "/reports/x?lang=<script>", "/<script>"])
def test_an_address_is_not_rendered_either(client: "TestClient[Litestar]", path: str) -> None:
    assert unescaped(client.get(path).text) == []
