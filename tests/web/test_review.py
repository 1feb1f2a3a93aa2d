"""The review in a real browser: by keyboard alone, without JavaScript, by two at once; what was decided stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bangiao.model.evidence import Doubt
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.views.linkable import linkable
from bangiao.views.review import queue
from bangiao.views.review_item import item_view
from tests.register.making import contact, side, told
from tests.web.conftest import Served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MINISTER, CHAIR = "Bộ trưởng Bộ Ngoại giao", "Chủ tịch"


def fill(store: Register) -> None:
    """Four meetings on whose city reports differ, two names that may be one, twenty-six sentences that told nothing."""
    for number in range(4):
        day, name = f"2024-0{number + 1}-10", ("Trần Thị Bình", "Lê Văn Công", "Vũ Hải", "Đỗ Quang Minh")[number]
        for ident, city in ((f"a{number}", "Hà Nội"), (f"b{number}", "Huế")):
            who = side("VN", (name, MINISTER)), side("JP", ("Sato Hana", CHAIR))
            store.add(*told(ident, contact(*who, date=day, city=city), more=ident))
    for day, name, office in ("05", "Donald Trump", CHAIR), ("25", "Donald Trum", "Thủ tướng"):
        store.add(*told(name, contact(side("VN"), side("SG", (name, office)), date=f"2024-11-{day}"), more=name))
    for number in range(26):
        words = Doubt("verb-without-contact", "look", 0, 3, 1, "Tin")
        store.add(*told(f"d{number}", contact(side("VN"), side("CU"), date=f"2023-01-{number + 1:02}"), doubts=[words]))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
    return place


@pytest.fixture
def desk(place: Path) -> Iterator[str]:
    served = Served(place)
    yield served.at
    served.stop()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    page = window(browser, locale="en", viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.context.close()
    assert complaints == []


def press(page: "Page", key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def sign(page: "Page", desk: str, name: str, kind: str = "") -> None:
    """Open the review and write one's name, which is asked once."""
    page.goto(f"{desk}/review?kind={kind}")
    page.fill("#by", name)
    page.keyboard.press("Enter")


def test_twenty_items_by_keyboard_alone(desk: str, place: Path, page: "Page") -> None:
    sign(page, desk, "Lan Anh")
    for number in range(20):
        key = page.locator(".deeds button").first.get_attribute("data-key")
        if number == 1:
            press(page, "n")  # put off; it comes back at the end
            key = page.locator(".deeds button").first.get_attribute("data-key")
        press(page, key or "")
        assert page.locator(".done").count() == 1
        assert page.locator("#by").count() == 0, "the name is asked once"
    with Register.open(str(place)) as store:
        made = store.decisions()
        assert len(made) == 20
        assert {one.by for one in made} == {"Lan Anh"}
        before = list(store.dump())
        store.rebuild()
        assert list(store.dump()) == before
        assert store.check() == []


def test_a_corrected_office_stands_when_the_report_is_read_anew(desk: str, place: Path, page: "Page") -> None:
    sign(page, desk, "Lan")
    page.keyboard.press("c")
    page.locator("#place").select_option(label=f"Office: Sato Hana – {CHAIR}")
    page.fill("#value", "Phó Chủ tịch")
    press(page, "Enter")
    with Register.open(str(place)) as store:
        (made,) = store.decisions()
        report, findings = told("a0", contact(side("VN", ("Trần Thị Bình", MINISTER)), side("JP", ("Sato Hana", CHAIR)),
                                              date="2024-01-10", city="Hà Nội"), more="a0")  # fmt: skip
        store.add(report, findings, reader="another")
        held = [one.office for one in store.contact(made.subjects[0]).sides[1].people]
        assert held == ["Phó Chủ tịch"]
    assert "stands in 3 other records" in page.inner_text(".lesson")
    press(page, "e")
    with Register.open(str(place)) as store:
        offices = {one.office for each in store.contacts(ContactQuestion()).contacts for side in each.sides
                   for one in side.people if one.name == "Sato Hana"}  # fmt: skip
        assert offices == {"Phó Chủ tịch"}
    page.goto(f"{desk}/contacts/{made.subjects[0]}")
    assert "Phó Chủ tịch" in page.inner_text(".sides")
    page.go_back()
    press(page, "u")
    with Register.open(str(place)) as store:
        standing = [one.id for one in store.decisions() if one.kind == "correct" and one.undone_by is None]
        assert standing == [made.id], "one key takes back what one key said of all"


def test_a_town_that_is_wrong_in_one_contact_is_not_offered_elsewhere(desk: str, page: "Page") -> None:
    sign(page, desk, "Lan")
    press(page, "1")
    assert "Huế" in page.inner_text(".done") or "Hà Nội" in page.inner_text(".done")
    assert page.locator(".lesson").count() == 0


def test_two_names_are_joined_and_parted_again(desk: str, place: Path, page: "Page") -> None:
    with Register.open(str(place)) as store:
        before = [one for one in store.dump() if '"table":"decisions"' not in one]
        people = store.counts().people
    sign(page, desk, "Lan", "likely-misspelling")
    press(page, "m")
    with Register.open(str(place)) as store:
        assert store.counts().people == people - 1
    press(page, "u")
    with Register.open(str(place)) as store:
        assert [one for one in store.dump() if '"table":"decisions"' not in one] == before


def test_a_split_names_the_telling_that_is_of_another_contact(place: Path, browser: "Browser") -> None:
    """Three reports of one contact: the key of the third splits off the third."""
    people = side("VN", ("Lê Văn Công", MINISTER)), side("LA", ("Khamphone Sen", CHAIR))
    with Register.open(str(place)) as store:
        for ident, city in (("x", "Vinh"), ("y", "Huế"), ("z", "Vinh")):
            store.add(*told(ident, contact(*people, date="2022-05-06", city=city), more=ident))
        ident = store.report("x").contacts[0] or ""
        shown = item_view(store, next(one for one in queue(store).items if one.subjects == (ident,)))
        ways = [one for one in shown.choices if one.deed == "split"]
        third = next(one for one in ways if one.subjects[1].startswith(store.report("z").head.id))
    assert len(ways) == 3
    desk = Served(place)
    page = window(browser, locale="en")
    page.goto(f"{desk.at}/review?item_id={shown.item.id}")
    page.fill("#by", "Lan")
    page.keyboard.press("Enter")
    press(page, third.key)
    with Register.open(str(place)) as store:
        assert store.report("x").contacts == store.report("y").contacts != store.report("z").contacts
    press(page, "u")
    with Register.open(str(place)) as store:
        assert store.report("x").contacts == store.report("y").contacts == store.report("z").contacts
    assert f"item_id={shown.item.id.replace('/', '%2F')}" in page.url, "what was taken back is shown again"
    page.context.close()
    desk.stop()


def test_two_commitments_are_linked_by_keyboard(place: Path, browser: "Browser") -> None:
    sentence = "Hai bên nhất trí mở tuyến bay thẳng."
    with Register.open(str(place)) as store:
        for ident, city, day in (("k1", "Vinh", "07"), ("k2", "Huế", "07"), ("k3", "Huế", "21")):
            talks = contact(side("VN", ("Vũ Hải", MINISTER)), side("JP", ("Kimura Aya", CHAIR)),
                            date=f"2022-05-{day}", city=city)  # fmt: skip
            store.add(*told(ident, talks, agreed=sentence, more=ident))
        doubted = next(one for one in queue(store).items if one.subjects == (store.report("k1").contacts[0],))
        assert len(linkable(store, doubted).own) == 2
    desk = Served(place)
    page = window(browser, locale="en")
    page.goto(f"{desk.at}/review?item_id={doubted.id}")
    press(page, "l")
    page.fill("#by", "Lan")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    press(page, "m")
    with Register.open(str(place)) as store:
        (made,) = store.decisions()
        assert (made.kind, made.by, len(set(made.subjects))) == ("link", "Lan", 2)
    press(page, "u")
    with Register.open(str(place)) as store:
        assert [one.kind for one in store.decisions()] == ["link", "undo"]
    page.context.close()
    desk.stop()


def test_of_two_who_take_back_one_decision_the_later_is_told(desk: str, place: Path, browser: "Browser") -> None:
    page = window(browser, locale="en")
    sign(page, desk, "Lan")
    press(page, "1")
    with Register.open(str(place)) as store:
        (made,) = store.decisions()
        store.undo(made.id, why="read again", by="Minh", at="2030-01-01")
    with page.expect_response(lambda answer: answer.request.method == "POST") as late:
        page.keyboard.press("u")
    assert late.value.status == 409
    with Register.open(str(place)) as store:
        assert [one.by for one in store.decisions()] == ["Lan", "Minh"]
    page.context.close()


def test_two_on_one_record_the_later_sees_what_changed(desk: str, place: Path, browser: "Browser") -> None:
    pages = [window(browser, locale="en") for _ in range(2)]
    for name, page in zip(("Lan", "Minh"), pages, strict=True):
        sign(page, desk, name)
    press(pages[0], "1")
    with pages[1].expect_navigation() as late:
        pages[1].keyboard.press("2")
    assert late.value.status == 409
    assert "Lan" in pages[1].inner_text("main")
    with Register.open(str(place)) as store:
        assert [one.by for one in store.decisions()] == ["Lan"]
    for page in pages:
        page.context.close()


def test_without_javascript_the_buttons_do_the_same(desk: str, place: Path, browser: "Browser") -> None:
    page = window(browser, java_script_enabled=False, locale="en")
    page.goto(f"{desk}/review")
    page.fill("#by", "Lan")
    page.keyboard.press("Enter")  # in a field it decides nothing
    page.click("summary:has-text('Why')")
    page.fill("#why", "the ministry's own page")
    with page.expect_navigation():
        page.click(".deeds button[value='2']")
    with Register.open(str(place)) as store:
        assert [(one.kind, one.why, one.by) for one in store.decisions()] == [
            ("correct", "the ministry's own page", "Lan")
        ]
    with page.expect_navigation():
        page.click(".done button")
    with Register.open(str(place)) as store:
        assert [one.kind for one in store.decisions()] == ["correct", "undo"]
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_fits_the_window(desk: str, place: Path, page: "Page", width: int, repository: Path) -> None:
    folder = repository / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": width, "height": 800})
    with Register.open(str(place)) as store:
        kinds = [one.kind for one in queue(store).kinds]
    for kind in kinds:
        page.goto(f"{desk}/review?kind={kind}")
        page.screenshot(path=folder / f"review-{kind}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_that_name_nobody_are_taken_out_on_every_side_by_two_keys(place: Path, browser: "Browser") -> None:
    with Register.open(str(place)) as store:
        for ident, label in (("x", "US"), ("y", "US"), ("z", "CN")):
            people = side("VN", ("Vũ Hải", MINISTER)), side(label, ("Theo Reuters", None))
            store.add(*told(ident, contact(*people, date=f"2022-0{ord(ident) - 115}-03"), more=ident))
        shown = store.report("x").contacts[0]
        before = [one for one in store.dump() if '"table":"decisions"' not in one]
    desk = Served(place)
    page = window(browser, locale="en")
    page.goto(f"{desk.at}/contacts/{shown}")
    with page.expect_navigation():  # the keys mean something once the page is there whole
        page.click("text=Set something right here")
    page.fill("#by", "Lan")
    page.keyboard.press("Enter")
    press(page, page.locator("button", has_text="Theo Reuters").get_attribute("data-key") or "")
    press(page, "e")
    with Register.open(str(place)) as store:
        assert store.find_people("Theo Reuters") == ()
        assert [one.kind for one in store.decisions()] == ["nobody"] * 2
        for one in store.decisions():
            store.undo(one.id, why="seen again", by="Lan", at="2030-01-01")
        assert [one for one in store.dump() if '"table":"decisions"' not in one] == before
    page.context.close()
    desk.stop()


def test_two_people_of_one_name_are_parted_and_joined_again(place: Path, browser: "Browser") -> None:
    name = "Nguyễn Văn Hùng"
    offices = ("Đại sứ tại Nhật Bản", "Thứ trưởng Bộ Y tế", "Đại sứ tại Nhật Bản")
    with Register.open(str(place)) as store:
        for at, (month, office) in enumerate(zip(("03", "05", "09"), offices, strict=True)):
            sides = side("VN", (name, office)), side("LA", (f"Khamphone {'ABC'[at]}en", None))
            store.add(*told(f"n{at}", contact(*sides, date=f"2024-{month}-04"), published=f"2024-{month}-04"))
        (doubt,) = queue(store, "likely-two-people").items
    desk = Served(place)
    page = window(browser, locale="en")
    page.goto(f"{desk.at}/review?kind=likely-two-people")
    page.fill("#by", "Lan")
    page.keyboard.press("Enter")
    press(page, page.locator("button", has_text="Thứ trưởng Bộ Y tế (1 report)").get_attribute("data-key") or "")
    with Register.open(str(place)) as store:
        assert len(store.find_people(name)) == 2
        assert queue(store, "likely-two-people").items == ()
    page.goto(f"{desk.at}/review?item_id={doubt.id}")
    with page.expect_navigation():
        page.click("text=Take it back")
    with Register.open(str(place)) as store:
        assert [one.kind for one in store.decisions()] == ["different", "undo"]
        assert queue(store, "likely-two-people").items == (doubt,)
    page.context.close()
    desk.stop()
