"""A researcher's table of events: read by a map, or as FollowTheMoney entities; every fault is named at once."""

import json

import pytest

from bangiao.model.errors import InputError
from bangiao.reference.events import EventRow, read_events, read_map

MAP = """
countries = ["VN"]
date_format = "%d/%m/%Y"
[columns]
id = "ref"
start = "from"
end = "to"
countries = ["visitor"]
people = ["leader"]
form = "kind"
[forms]
"State visit" = "visit"
"""
TABLE = """ref;visitor;leader;from;to;kind
a;Nhật Bản;Sato Hana;05/12/2024;07/12/2024;State visit
;JP;;06/12/2024;;talks
"""


def test_a_table_is_read_by_its_map() -> None:
    assert read_events(TABLE, "visits.csv", read_map(MAP, "map")) == (
        EventRow("a", "2024-12-05/2024-12-07", ("VN", "Nhật Bản"), ("Sato Hana",), "visit"),
        EventRow("line 3", "2024-12-06", ("VN", "JP"), (), "talks"),
    )


@pytest.mark.parametrize(
    ("words", "date"), [("2024", "2024"), ("2024-12", "2024-12"), ("2024-12-05T10:00", "2024-12-05")]
)
def test_iso_dates_need_no_format(words: str, date: str) -> None:
    plan = read_map('[columns]\ndate = "d"\ncountries = ["a", "b"]', "map")
    (row,) = read_events(f"d,a,b\n{words},VN,JP\n", "t", plan)
    assert row.date == date


def test_all_faults_of_a_table_come_at_once() -> None:
    broken = TABLE.replace("05/12/2024", "2024").replace("06/12/2024", "32/12/2024")
    with pytest.raises(InputError, match=r"line 2[^\n]*\n.*line 3") as caught:
        read_events(broken, "visits.csv", read_map(MAP, "map"))
    assert "%d/%m/%Y" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("= nonsense", "no TOML"),
        ("[columns]\ncountries = ['a']", "no date"),
        ("[columns]\ndate = 'd'", "countries"),
        ("[columns]\ndate = 'd'\nwho = 'x'", "who"),
        ("[columns]\ndate = 'd'\ncountries = ['a']\n[forms]\nx = 'dinner'", "dinner"),
    ],
)
def test_a_wrong_map_says_which_key(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_map(text, "map.toml")


def test_a_table_without_map_or_column_is_refused() -> None:
    with pytest.raises(InputError, match="needs a map"):
        read_events(TABLE, "visits.csv", None)
    with pytest.raises(InputError, match="has no column"):
        read_events("x,y\n1,2\n", "visits.csv", read_map(MAP, "map"))


def test_entities_of_followthemoney_need_no_map() -> None:
    entities = [
        {"id": "p", "schema": "Person", "properties": {"name": ["Sato Hana"], "country": ["jp"]}},
        {
            "id": "e",
            "schema": "Event",
            "properties": {"startDate": ["2024-12-05"], "country": ["vn"], "involved": ["p", "gone"]},
        },
        {"id": "c", "schema": "Call", "properties": {"date": "2024-12-09", "caller": ["p"]}},
    ]
    expected = (
        EventRow("e", "2024-12-05", ("VN", "JP"), ("Sato Hana",)),
        EventRow("c", "2024-12-09", ("JP",), ("Sato Hana",), "call"),
    )
    assert read_events(json.dumps(entities), "x.json", None) == expected
    assert read_events("\n".join(map(json.dumps, entities)), "x.jsonl", None) == expected


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "[1, null]", "{}", '{"entities": 3}'])
def test_json_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_events(text, "x.json", None)
