"""The samples are whole: every vocabulary is covered, and every expected word stands in its report. No reader runs."""

import datetime
import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bangiao.model.vocabulary import CHANNELS, COMMITMENT_KINDS, FORMS, MODES, STATUSES, TOPICS
from bangiao.samples import expected, sample_paths

CONTACT_KEYS = {
    "form", "trigger", "mode", "status", "date", "venue", "city", "country", "sides", "channels",
}  # fmt: skip
DOCUMENT_KEYS = {
    "id", "headline", "outlet", "published", "byline", "credit", "captions", "related",
    "text_starts", "text_ends", "not_text", "diplomatic", "contacts", "commitments",
}  # fmt: skip
DAY = r"(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?"
EDTF = re.compile(rf"{DAY}|{DAY}/{DAY}|\.\./{DAY}|{DAY}/\.\.")
READINGS = expected()


class Visible(HTMLParser):
    """The words that a reader of the page sees, with the site's name from its metadata."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.meta: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style", "title"}
        if tag == "meta":
            self.meta.extend(value for name, value in attrs if name == "content" and value)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def spaced(text: str) -> str:
    return " ".join(composed(text).split())


def visible(path: Path) -> Visible:
    page = Visible()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def texts() -> Iterator[tuple[str, str]]:
    """Each report's id and its words, spaces evened out."""
    for path in sample_paths():
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                report = json.loads(line)
                yield report["id"], spaced(report["text"])
        elif path.suffix == ".html":
            yield path.stem, spaced("".join(visible(path).words))
        else:
            yield path.stem, spaced(path.read_text(encoding="utf-8"))


TEXTS = dict(texts())
each_reading = pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS.keys())


def contacts() -> list[dict[str, Any]]:
    return [contact for reading in READINGS.values() for contact in reading["contacts"]]


def commitments() -> list[dict[str, Any]]:
    return [commitment for reading in READINGS.values() for commitment in reading["commitments"]]


def test_every_sample_has_its_reading_and_the_reverse() -> None:
    ids = [identity for identity, _ in texts()]
    assert len(ids) == len(set(ids)) >= 18
    assert set(ids) == READINGS.keys()


def test_all_three_kinds_of_input_are_there() -> None:
    assert {path.suffix for path in sample_paths()} == {".txt", ".html", ".jsonl"}


@pytest.mark.parametrize(("key", "vocabulary"), [("form", FORMS), ("mode", MODES), ("status", STATUSES)])
def test_the_contacts_cover_a_vocabulary(key: str, vocabulary: tuple[str, ...]) -> None:
    assert {contact[key] for contact in contacts()} == set(vocabulary)


def test_the_contacts_cover_the_channels() -> None:
    assert {channel for contact in contacts() for channel in contact["channels"]} == set(CHANNELS)


def test_the_commitments_cover_their_kinds() -> None:
    assert {commitment["kind"] for commitment in commitments()} == set(COMMITMENT_KINDS)
    assert sum(bool(reading["commitments"]) for reading in READINGS.values()) >= 6


def test_all_continents_have_a_say() -> None:
    seen = {side.get("country") for contact in contacts() for side in contact["sides"]}
    assert {"JP", "IN", "NL", "HU", "SN", "ZA", "CA", "CU", "AR", "PE", "NZ", "AU"} <= seen


def test_the_special_cases_are_there() -> None:
    assert any(reading["published"] is None for reading in READINGS.values())
    assert any(reading["credit"] for reading in READINGS.values())
    assert any(not reading["diplomatic"] for reading in READINGS.values())
    assert any(reading["contacts"] and not _has(reading, "VN") for reading in READINGS.values())
    raw = [path.read_text(encoding="utf-8") for path in sample_paths() if path.suffix == ".txt"]
    assert any(not unicodedata.is_normalized("NFC", text) for text in raw)
    assert "12 văn kiện" in TEXTS["documents-twelve"]
    assert "14 văn kiện" in TEXTS["documents-fourteen"]


def _has(reading: dict[str, Any], country: str) -> bool:
    return any(side.get("country") == country for contact in reading["contacts"] for side in contact["sides"])


def test_each_page_has_the_markup_of_another_site() -> None:
    markup = []
    for path in sample_paths():
        if path.suffix == ".html":
            markup.append(set(re.findall(r'(?:class|id)="?([\w -]+)', path.read_text(encoding="utf-8"))))
    for number, one in enumerate(markup):
        for other in markup[number + 1 :]:
            assert len(one & other) <= len(one | other) / 3


@each_reading
def test_a_reading_has_the_guides_fields(reading: dict[str, Any]) -> None:
    assert reading.keys() - {"teasers"} == DOCUMENT_KEYS
    assert reading["diplomatic"] == bool(reading["contacts"])
    if reading["published"]:
        datetime.date.fromisoformat(reading["published"])
    for contact in reading["contacts"]:
        assert contact.keys() == CONTACT_KEYS
        assert contact["form"] in FORMS
        assert contact["mode"] in MODES
        assert contact["status"] in STATUSES
        assert contact["channels"]
        assert set(contact["channels"]) <= set(CHANNELS)
        assert len(contact["channels"]) == len(set(contact["channels"]))
        assert contact["date"] is None or EDTF.fullmatch(contact["date"])
        assert contact["country"] is None or re.fullmatch("[A-Z]{2}", contact["country"])


@each_reading
def test_sides_are_two_or_more_and_differ(reading: dict[str, Any]) -> None:
    for contact in reading["contacts"]:
        names = [side.get("country") or side["org"] for side in contact["sides"]]
        assert len(names) == len(set(names)) >= 2
        for side in contact["sides"]:
            assert len(side.keys() & {"country", "org"}) == 1
            assert side["people"] == [{"name": p["name"], "office": p["office"]} for p in side["people"]]


@each_reading
def test_no_contact_is_listed_twice(reading: dict[str, Any]) -> None:
    told = [json.dumps(contact, sort_keys=True) for contact in reading["contacts"]]
    assert len(told) == len(set(told))


@each_reading
def test_calls_and_messages_have_no_place(reading: dict[str, Any]) -> None:
    for contact in reading["contacts"]:
        if contact["form"] in {"call", "message"}:
            assert contact["country"] is contact["venue"] is contact["city"] is None
            assert contact["mode"] in {"phone", "online", "written"}


@each_reading
def test_the_words_of_a_contact_stand_in_the_text(reading: dict[str, Any]) -> None:
    text = TEXTS[reading["id"]]
    for contact in reading["contacts"]:
        for key in ("trigger", "venue", "city"):
            assert contact[key] is None or contact[key] in text, contact[key]
        for person in (person for side in contact["sides"] for person in side["people"]):
            assert person["name"] is None or person["name"] in text, person["name"]
            office = person["office"]
            if office is not None and office not in text:  # it stands on both sides of the name
                before, after = next(pair for pair in _halves(office) if all(half in text for half in pair))
                assert f"{before} {person['name']}, {after}" in text


def _halves(office: str) -> Iterator[tuple[str, str]]:
    for comma in re.finditer(", ", office):
        yield office[: comma.start()], office[comma.end() :]


@each_reading
def test_the_quotes_of_commitments_stand_in_their_lines(reading: dict[str, Any]) -> None:
    for commitment in reading["commitments"]:
        assert commitment.keys() == {"quote", "kind", "by", "topics", "line"}
        assert commitment["kind"] in COMMITMENT_KINDS
        assert 1 <= len(commitment["topics"]) <= 4
        assert set(commitment["topics"]) <= set(TOPICS)
        assert commitment["by"]
        assert spaced(commitment["quote"]) in TEXTS[reading["id"]]


def _reports(path: Path, content: str) -> list[dict[str, str]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in content.splitlines()]
    return [{"id": path.stem, "text": content}]


def test_lines_of_commitments_are_those_of_the_input() -> None:
    for path in sample_paths():
        content = composed(path.read_text(encoding="utf-8"))
        if path.suffix == ".html":
            assert all(commitment["line"] is None for commitment in READINGS[path.stem]["commitments"])
            continue
        for report in _reports(path, content):
            lines = composed(report["text"]).split("\n")
            for commitment in READINGS[report["id"]]["commitments"]:
                assert commitment["quote"] in lines[commitment["line"] - 1]


@each_reading
def test_the_words_of_the_page_stand_in_it(reading: dict[str, Any]) -> None:
    text = TEXTS[reading["id"]]
    body = text[text.index(reading["text_starts"]) : text.rindex(reading["text_ends"]) + len(reading["text_ends"])]
    for said in (reading["headline"], reading["byline"], reading["credit"], *reading["captions"]):
        assert said is None or said in text
    for other in (*reading["related"], *reading.get("teasers", ())):
        assert other["headline"] in text
        assert other["headline"] not in body
        if other["published"]:
            datetime.date.fromisoformat(other["published"])
    for furniture in reading["not_text"]:
        assert furniture in text, furniture
        assert furniture not in body or furniture in _lone_lines(reading["id"]), furniture


def _lone_lines(identity: str) -> set[str]:
    """Lines of a flattened page: furniture may stand between two paragraphs, on a line of its own."""
    path = next((path for path in sample_paths() if path.name == f"{identity}.txt"), None)
    return set(composed(path.read_text(encoding="utf-8")).splitlines()) if path else set()


def test_an_outlet_is_stated_in_the_text_or_the_metadata() -> None:
    pages = {path.stem: visible(path).meta for path in sample_paths() if path.suffix == ".html"}
    for identity, reading in READINGS.items():
        outlet = reading["outlet"]
        assert outlet is None or outlet in TEXTS[identity] or outlet in pages[identity]
