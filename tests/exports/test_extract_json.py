"""The public record has the guide's fields, in order, and cites by code points."""

import json

from bangiao.exports.extract_json import line, record
from tests.exports.example import FINDINGS, REPORT

FIELDS = [
    "id",
    "url",
    "outlet",
    "headline",
    "published",
    "byline",
    "credit",
    "captions",
    "related",
    "language",
    "diplomatic",
    "contacts",
    "commitments",
    "statements",
    "doubts",
]


def test_the_fields_of_a_report() -> None:
    assert list(record(REPORT, FINDINGS)) == FIELDS
    assert list(record(REPORT, FINDINGS, with_text=True)) == [*FIELDS, "text", "body"]


def test_one_line_of_json_says_the_same() -> None:
    written = line(REPORT, FINDINGS, with_text=True)
    assert written.count(b"\n") == 1
    assert json.loads(written) == json.loads(json.dumps(record(REPORT, FINDINGS, with_text=True)))


def test_a_side_is_a_country_or_an_organisation() -> None:
    [contact] = record(REPORT, FINDINGS)["contacts"]
    assert [list(side) for side in contact["sides"]] == [["country", "people", "bodies"]] * 2
    people = list(contact["sides"][0]["people"])
    assert people == [{"name": "Đặng Văn Thử", "office": "Bộ trưởng", "role": "chairs"}]


def test_every_citation_quotes_the_text() -> None:
    told = json.loads(line(REPORT, FINDINGS, with_text=True))
    for finding in told["contacts"] + told["commitments"] + told["statements"]:
        for cite in finding["evidence"]:
            assert list(cite) == ["field", "start", "end", "line", "quote", "rule"]
            assert told["text"][cite["start"] : cite["end"]] == cite["quote"]
            assert cite["quote"] in told["text"].split("\n")[cite["line"] - 1]
        assert all(list(why)[:2] == ["field", "reason"] for why in finding["inferred"])


def test_the_body_is_the_main_text_alone() -> None:
    body = record(REPORT, FINDINGS, with_text=True)["body"]
    assert body.splitlines() == REPORT.text.splitlines()[4:6]
