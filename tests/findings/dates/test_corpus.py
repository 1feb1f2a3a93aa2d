"""Dates over the shared material: nothing crashes, quotes stand in the text, mentions hold the dates of the gold."""

import json
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from bangiao.findings.dates.read import find_dates, to_edtf
from bangiao.text.fold import fold


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a .jsonl file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def for_reading(identifier: str) -> bool:
    """Whether a document belongs to the half whose errors may be read."""
    return sha1(identifier.encode()).hexdigest()[0] in "01234567"


def told(text: str, published: str | None) -> set[str]:
    """Every date that the mentions of a text allow, as whole, as open interval, and day by day."""
    dates: set[str] = set()
    for mention in find_dates(fold(text).text):
        edtf, _ = to_edtf(mention, published)
        whole = edtf.removeprefix("../").removesuffix("/..") if edtf else None
        for date in [whole, *(whole or "").split("/")]:
            if date:
                dates |= {date, f"../{date}", f"{date}/.."}
    return dates


@pytest.mark.parametrize("kind", ["leads", "reports"])
def test_the_dates_of_the_gold_can_be_had_from_mentions(shared_dir: Path, kind: str) -> None:
    inputs = {record["id"]: record for record in lines(shared_dir / "gold" / f"{kind}.dev.input.jsonl")}
    missing = []
    for record in lines(shared_dir / "gold" / f"{kind}.dev.jsonl"):
        if for_reading(record["id"]):
            source = inputs[record["id"]]
            dates = {contact["date"] for contact in record["contacts"] if contact["date"]}
            missing += [(record["id"], date) for date in dates - told(source["text"], source["published"])]
    assert missing == []


@pytest.mark.parametrize("corpus", ["leads", "reports"])
def test_every_quote_of_the_corpus_stands_in_its_text(shared_dir: Path, corpus: str) -> None:
    count = 0
    for record in lines(shared_dir / "corpus" / f"{corpus}.jsonl"):
        text, end = fold(record["text"]).text, 0
        for mention in find_dates(text):
            quote = text[mention.start : mention.end]
            assert end <= mention.start
            assert quote == quote.strip() != ""
            assert "\n" not in quote
            to_edtf(mention, record["published"])
            end, count = mention.end, count + 1
    assert count > 1000
