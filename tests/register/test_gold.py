"""The register holds what people read in real reports: the gold's contacts, quoted where the text has the words."""

import json
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from bangiao.model.evidence import Evidence, Span
from bangiao.model.findings import Contact, Findings, Participant, Side
from bangiao.model.report import Block, Report
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.text.place import Lines
from bangiao.views.contact import contact as show
from bangiao.views.timeline import TimelineQuestion, timeline
from tests.register.making import Told


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_by_hand(gold: dict[str, Any], text: str, published: str | None) -> Told:
    """The gold's contacts as findings; words that the text has are quoted from their first place."""
    lines = Lines(text)

    def cite(field: str, words: str | None) -> list[Evidence]:
        at = text.find(words) if words else -1
        return [Evidence(field, at, at + len(words), lines.number(at), words, "by hand")] if words and at >= 0 else []

    contacts = []
    for one in gold["contacts"]:
        evidence = [*cite("trigger", one["trigger"]), *cite("venue", one["venue"]), *cite("city", one["city"])]
        sides = []
        for at, each in enumerate(one["sides"]):
            for position, who in enumerate(each["people"]):
                for field in ("name", "office"):
                    evidence += cite(f"sides.{at}.people.{position}.{field}", who[field])
            people = tuple(Participant(who["name"], who["office"]) for who in each["people"])
            sides.append(Side(each.get("country"), each.get("org"), people))
        plain = {name: one[name] for name in ("form", "trigger", "mode", "status", "date", "venue", "city", "country")}
        channels = tuple(one["channels"])
        contacts.append(Contact(**plain, sides=tuple(sides), channels=channels, evidence=tuple(evidence)))
    body = Block("body", Span(0, len(text)))
    report = Report(gold["id"], text, (body,), headline=gold.get("headline"), published=published, language="vi")
    return Told(report, Findings(gold["id"], tuple(contacts)))


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> list[Told]:
    found = []
    for gold in rows(shared_dir / "gold" / "seeds.jsonl"):
        text = (shared_dir / "corpus" / "seeds" / f"{gold['id']}.txt").read_text(encoding="utf-8")
        found.append(read_by_hand(gold, text, gold["published"]))
    return found


@pytest.fixture(scope="module")
def leads(shared_dir: Path) -> list[Told]:
    """The half of the leads that may be read when something is wrong."""
    texts = {one["id"]: one for one in rows(shared_dir / "gold" / "leads.dev.input.jsonl")}
    return [
        read_by_hand(gold, texts[gold["id"]]["text"], texts[gold["id"]]["published"][:10])
        for gold in rows(shared_dir / "gold" / "leads.dev.jsonl")
        if sha1(gold["id"].encode()).hexdigest()[0] in "01234567"
    ]


def test_the_seeds_are_asked_by_person_and_country(seeds: list[Told]) -> None:
    with Register.open(":memory:") as register:
        for one in seeds:
            register.add(*one)
        assert register.check() == []
        assert register.counts().reports == 5
        assert timeline(register, TimelineQuestion(country="JP", channel="party")).total >= 5
        for line in timeline(register, TimelineQuestion(limit=None)).contacts:
            view = show(register, line.id)
            assert view.reports
            assert all(saying.citations for field in view.fields if field.name == "trigger" for saying in field.sayings)


def test_the_leads_give_one_register_in_any_order_and_after_rebuilding(leads: list[Told]) -> None:
    with Register.open(":memory:") as forward, Register.open(":memory:") as backward:
        for one in leads:
            forward.add(*one)
        for one in reversed(leads):
            backward.add(*one)
        told = sum(len(one.findings.contacts) for one in leads)
        page = forward.contacts(ContactQuestion())
        assert sum(one.tellings for one in page.contacts) == told
        before = list(forward.dump())
        assert list(backward.dump()) == before
        forward.rebuild()
        assert list(forward.dump()) == before
        assert forward.check() == []
