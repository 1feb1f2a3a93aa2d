"""Our figures are those of the reference scorer, on gold files and predictions disturbed in every way that counts."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bangiao.evaluation.documents import read_documents
from bangiao.evaluation.figures import as_json, figures, tallies

SHARED = Path(os.environ.get("BANGIAO_SHARED", Path(__file__).parents[3] / "shared"))
needs_gold = pytest.mark.skipif(not (SHARED / "gold/score.py").exists(), reason="the gold is not here (BANGIAO_SHARED)")

Doc = dict[str, Any]


def disturbed(documents: list[Doc], seed: int) -> list[Doc]:
    """The gold with the slips of a bad reader: dropped, doubled, changed contacts, people, dates, lines."""
    chance = random.Random(seed)
    out = []
    for document in json.loads(json.dumps(documents)):
        if chance.random() < 0.1:
            continue
        contacts = [contact for contact in document["contacts"] if chance.random() > 0.1]
        for contact in contacts:
            disturb_contact(contact, chance)
        contacts += [json.loads(json.dumps(contact)) for contact in contacts if chance.random() < 0.1]
        document["contacts"] = contacts
        for commitment in document.get("commitments", []):
            disturb_commitment(commitment, chance)
        out.append(document | disturbed_page(document, chance))
    return out


def disturb_contact(contact: Doc, chance: random.Random) -> None:
    swaps: dict[str, list[Any]] = {
        "form": ["talks", "meeting", "visit", "call"],
        "status": ["held", "planned", "recalled", "cancelled"],
        "mode": ["in_person", "phone"],
        "date": [None, "2024-12-05", "XXXX-12-05", "2024-12-05/.."],
        "venue": [None, "Nhà Quốc hội"],
        "city": [None, "Hà Nội"],
        "country": ["VN", "JP", None],
    }
    for key, values in swaps.items():
        if chance.random() < 0.12:
            contact[key] = chance.choice(values)
    if chance.random() < 0.2:
        contact["channels"] = [*contact["channels"], "party"]
    for side in contact["sides"]:
        for person in side["people"]:
            if person["name"] and chance.random() < 0.2:
                person["name"] = chance.choice(
                    [person["name"][:-1], " ".join(person["name"].split()[::-1]), "Nguyễn Văn Không"]
                )
            if chance.random() < 0.2:
                person["office"] = chance.choice([None, "Chủ tịch", f"{person['office']} nước"])
        if side["people"] and chance.random() < 0.1:
            side["people"].pop()
    if chance.random() < 0.1:
        contact["sides"].pop()


def disturb_commitment(commitment: Doc, chance: random.Random) -> None:
    if chance.random() < 0.3:
        commitment["evidence"] = [{"line": commitment.pop("line")}]
    if chance.random() < 0.2:
        commitment["kind"] = "pledged"
    if chance.random() < 0.2:
        commitment["topics"] = ["party", *commitment["topics"]]
    if chance.random() < 0.2:
        commitment["line"] = 3


def disturbed_page(document: Doc, chance: random.Random) -> Doc:
    if "text_starts" not in document:
        return {}
    leak = document["not_text"][0] if document["not_text"] and chance.random() < 0.4 else ""
    return {
        "body": f"{document['text_starts']} … {leak} {document['text_ends']}",
        "byline": chance.choice([document["byline"], "Ai đó"]),
        "published": f"{document['published']}T10:00" if document["published"] else None,
        "captions": document.get("captions", [])[: chance.choice([1, 9])],
    }


@needs_gold
@pytest.mark.parametrize("name", ["leads.dev", "reports.dev", "seeds"])
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_figures_are_those_of_the_reference(name: str, seed: int | None, tmp_path: Path) -> None:
    gold = SHARED / f"gold/{name}.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    guess = tmp_path / "guess.jsonl"
    told = documents if seed is None else disturbed(documents, seed)
    guess.write_text("".join(json.dumps(document) + "\n" for document in told), encoding="utf-8")
    command = [sys.executable, str(SHARED / "gold/score.py"), str(gold), str(guess), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    with gold.open("rb") as wanted, guess.open("rb") as had:
        ours = as_json(figures(tallies(read_documents(wanted, "gold"), read_documents(had, "guess")), resamples=0))
    ours.pop("intervals")
    assert ours.keys() == reference.keys()
    for key, value in reference.items():
        assert ours[key] == pytest.approx(value, abs=1e-6), key
    if seed is not None:
        assert reference["exact"]["f1"] < reference["found"]["f1"] < 1
