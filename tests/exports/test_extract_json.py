"""The public record has the guide's fields, in order, and cites by code points."""

import json

from bangiao.exports.extract_json import line, record
from tests.exports.example import FINDINGS, REPORT
from tests.register.making import contact as talks
from tests.register.making import side, told

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
    assert all(told[kind] for kind in ("contacts", "commitments", "statements"))
    for finding in told["contacts"] + told["commitments"] + told["statements"]:
        assert finding["evidence"]
        for cite in finding["evidence"]:
            assert list(cite) == ["field", "start", "end", "line", "quote", "rule"]
            assert told["text"][cite["start"] : cite["end"]] == cite["quote"]
            assert cite["quote"] in told["text"].split("\n")[cite["line"] - 1]
        assert all(list(why)[:2] == ["field", "reason"] for why in finding["inferred"])


def test_the_body_is_the_main_text_alone() -> None:
    body = record(REPORT, FINDINGS, with_text=True)["body"]
    assert body.splitlines() == REPORT.text.splitlines()[4:6]


def test_a_date_without_a_year_stays_and_what_tenures_say_stands_beside_it() -> None:
    """The people are shipped rows of the table; each year that is left is told, none is chosen among several."""
    shii, former = ("Shii Kazuo", "Chủ tịch Hội đồng Trung ương Đảng Cộng sản Nhật Bản"), ("Abe Shinzo", "Thủ tướng")
    mai = ("Trương Thị Mai", "Thường trực Ban Bí thư")
    sure = record(*told("a", talks(side("VN", mai), side("JP", shii), date="XXXX-04-02"), published=None))
    [one] = sure["contacts"]
    assert (one["date"], one["date_basis"], one["date_candidates"]) == ("XXXX-04-02", "stated", None)
    assert one["date_inferred"]["date"] == "2024-04-02"
    assert one["date_inferred"]["date_basis"].startswith("inferred: 2024 is the only year that fits Shii Kazuo")
    decide = [why for why in one["inferred"] if why["field"] == "date_inferred"]
    assert [why["quote"] for why in decide] == [shii[1], mai[1]]
    [open_] = record(*told("b", talks(side("VN", mai), side("JP"), date="XXXX-04-02"), published=None))["contacts"]
    assert (open_["date_inferred"], open_["date_candidates"]) == (None, "[2023-04-02,2024-04-02]")
    [none] = record(*told("c", talks(side("VN"), side("JP", shii), date="XXXX-04-02"), published=None))["contacts"]
    assert (none["date_inferred"], none["date_candidates"]) == (None, None)
    [dated] = record(*told("d", talks(side("VN", mai), side("JP", former)), published=None))["contacts"]
    assert (dated["date"], dated["date_inferred"], dated["date_candidates"]) == ("2024-12-05", None, None)
