"""The desk in a real browser: every page at two widths, light and dark, in both languages, without faults of access.

The pictures are left in build/screenshots, to be looked at.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.resolution.bodies import body_id
from bangiao.views.person import person as show_person
from tests.web.conftest import Served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, NARROW = {"width": 1920, "height": 1080}, {"width": 360, "height": 780}
LOOKS = [("wide-light", WIDE, "light", "vi"), ("narrow-dark", NARROW, "dark", "en")]
LOOKS += [("wide-dark", WIDE, "dark", "en"), ("narrow-light", NARROW, "light", "vi")]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def addresses(register: Register) -> dict[str, str]:
    """One address for each kind of page, by the name of its picture."""
    contacts = register.contacts(ContactQuestion()).contacts
    contact = max(contacts, key=lambda one: sum(len(side.people) for side in one.sides))
    report = register.told(contact.id)[0].report
    person = next(who.person for side in contact.sides for who in side.people if who.person)
    body = next(body_id(body, side.label) for one in contacts for side in one.sides for body in side.bodies)
    office = next(
        f"/offices/{one.office}?country={one.side}" for one in show_person(register, person).tenures if one.office
    )
    return {
        "person": f"/people/{person}",
        "office": office,
        "body": f"/bodies/{body}",
        "relations": "/relations",
        "relation": "/relations/VN/JP",
        "commitments": "/commitments",
        "coverage": "/coverage",
        "doubts": "/doubts",
        "calendar": "/calendar",
        "brief": "/brief?country=JP",
        "threads": "/threads",
        "network": "/network",
        "readouts": f"/contacts/{contact.id}/readouts",
        "api": "/api",
        "add": "/add",
        "timeline": "/",
        "timeline-asked": "/?country=JP&since=2019&status=held",
        "search": "/search?q=Do+Thanh+Vinh",
        "search-nothing": "/search?q=xyzzy",
        "report": f"/reports/{report.id}",
        "contact": f"/contacts/{contact.id}",
        "failure": "/contacts/c-nobody",
    }


PAGES: tuple[str, ...] = ("timeline", "timeline-asked", "search", "search-nothing", "report", "contact", "person")
PAGES += ("office", "body", "relations", "relation", "commitments", "coverage", "doubts", "add", "failure")
PAGES += ("calendar", "brief", "threads", "network", "readouts", "api")


@pytest.fixture(scope="session")
def pictures(repository: Path) -> Path:
    folder = repository / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(params=LOOKS, ids=[look[0] for look in LOOKS])
def look(request: pytest.FixtureRequest, browser: "Browser") -> Iterator[tuple[str, "Page"]]:
    """A browser window of one width, scheme and language; whatever it complains of fails the test."""
    name, size, scheme, language = request.param
    page = window(browser, viewport=size, color_scheme=scheme, locale=language)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield name, page
    page.context.close()
    assert [one for one in complaints if "404" not in one] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_right(
    name: str, look: tuple[str, "Page"], served: str, register: Register, pictures: Path
) -> None:
    """No fault of access, nothing wider than the window; a picture to look at."""
    shown, page = look
    page.goto(served + addresses(register)[name])
    page.screenshot(path=pictures / f"{name}-{shown}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in violations] == []


def test_pointing_at_a_finding_lights_its_words(browser: "Browser", served: str, register: Register) -> None:
    page = window(browser)
    page.goto(served + addresses(register)["report"])
    page.hover("#f-1 h3")
    page.locator("mark.lit").first.wait_for(state="attached")
    page.context.close()


def test_the_keyboard_reaches_the_words(browser: "Browser", served: str, register: Register) -> None:
    """The first stop leads past the frame; a quotation leads to its words."""
    page = window(browser)
    page.goto(served + addresses(register)["contact"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    quote = page.locator("a.said[href^='#w'], a.quote[href^='#w']").first
    quote.focus()
    page.keyboard.press("Enter")
    page.locator("mark:target").wait_for(state="attached")
    page.context.close()


def test_reading_works_without_javascript(browser: "Browser", served: str, register: Register) -> None:
    page = window(browser, java_script_enabled=False, locale="en")
    page.goto(served + addresses(register)["contact"])
    page.locator("a.said[href^='#w'], a.quote[href^='#w']").first.click()
    page.locator("mark:target").wait_for(state="attached")
    page.context.close()


SEED = "000_e78646bfbb20260c.txt"


def test_from_a_pasted_seed_to_the_words_of_a_contact(browser: "Browser", tmp_path: Path, shared_dir: Path) -> None:
    """Paste a report, search a person in syllable spelling, open the person, a contact, and its words."""
    place = tmp_path / "register.sqlite"
    Register.open(str(place)).close()
    desk = Served(place)
    page = window(browser, locale="en", java_script_enabled=False)
    page.goto(f"{desk.at}/add")
    page.fill("#text", (shared_dir / "corpus" / "seeds" / SEED).read_text(encoding="utf-8"))
    page.click("form.add button")
    page.wait_for_selector("text=What is new")
    page.fill("#find", "Si-i")
    page.click("form.find button")
    page.click("main a:has-text('Shii Kazuo')")
    page.wait_for_url("**/people/*")
    assert page.locator("h1").inner_text() == "Shii Kazuo"
    page.locator("main .contact h3 a").first.click()
    page.wait_for_url("**/contacts/*")
    page.locator("a.said[href^='#w'], a.quote[href^='#w']").first.press("Enter")
    page.wait_for_url("**/contacts/*#w*")
    page.locator("mark:target").wait_for(state="attached")
    page.context.close()
    desk.stop()
