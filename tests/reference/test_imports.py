"""Tenures of four forms are read alike; faults are told all at once; nothing hostile gets through."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.model.tenure import Tenure
from bangiao.reference.imports import import_tenures

CSV = """person,country,office,start,end,source
Sato Hana,JP,Chủ tịch Hạ viện,2020-01,2023-10-20,A page — https://example.org
Sato Hana,JP,Chủ tịch Hạ viện,2020-01,2023-10-20,A page — https://example.org
Trần Thị Mai,VN,Chủ tịch Quốc hội,2021,,
"""
POPOLO = {
    "persons": [
        {
            "id": "1",
            "name": "Sato Hana",
            "other_names": [{"name": "Hana Sato"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
        }
    ],
    "organizations": [{"id": "o", "name": "House of Representatives", "area_id": "ocd-division/country:jp"}],
    "areas": [{"id": "ocd-division/country:jp"}],
    "posts": [{"id": "p", "label": "Chủ tịch Hạ viện", "organization_id": "o"}],
    "memberships": [
        {
            "person_id": "1",
            "post_id": "p",
            "start_date": "2020-01-00",
            "end_date": "2023-10-20",
            "sources": [{"url": "https://example.org", "note": "A page"}],
        }
    ],
}
MONEY = [
    {"id": "h", "schema": "Person", "properties": {"name": ["Sato Hana", "Hana Sato"], "wikidataId": ["Q1"]}},
    {"id": "p", "schema": "Position", "properties": {"name": ["Chủ tịch Hạ viện"], "country": ["jp"]}},
    {
        "id": "x",
        "schema": "Occupancy",
        "properties": {
            "holder": ["h"],
            "post": ["p"],
            "startDate": ["2020-01"],
            "endDate": ["2023-10-20"],
            "sourceUrl": ["https://example.org"],
        },
    },
]
WIKIDATA = [
    {
        "person": "http://www.wikidata.org/entity/Q1",
        "personLabel": "Sato Hana",
        "altLabels": "Hana Sato",
        "positionLabel": "Chủ tịch Hạ viện",
        "countryCode": "jp",
        "start": "2020-01-15T00:00:00Z",
        "startPrecision": "10",
        "end": "2023-10-20T00:00:00Z",
    }
]


def test_a_table_is_read_and_rows_without_a_source_name_the_file() -> None:
    sato, mai = import_tenures(CSV, "mine.csv")
    assert (sato.start, sato.end, sato.origin) == ("2020-01", "2023-10-20", "mine.csv")
    assert sato.start_source == sato.end_source == "A page — https://example.org"
    assert (mai.start, mai.end, mai.start_source, mai.end_source) == ("2021", None, "mine.csv", None)


@pytest.mark.parametrize(
    "data",
    [
        POPOLO,
        MONEY,
        MONEY[::-1],
        WIKIDATA,
        {"results": {"bindings": [{key: {"value": value} for key, value in WIKIDATA[0].items()}]}},
    ],
)
def test_every_form_gives_the_same_tenure(data: object) -> None:
    (row,) = import_tenures(json.dumps(data, ensure_ascii=False), "mine.json")
    assert (row.person, row.country, row.office) == ("Sato Hana", "JP", "Chủ tịch Hạ viện")
    assert (row.start, row.end) == ("2020-01", "2023-10-20")
    assert (row.other_names, row.wikidata) == (("Hana Sato",), "Q1")
    assert row.start_source
    assert row.end_source


def test_json_lines_are_read() -> None:
    (row,) = import_tenures("\n".join(map(json.dumps, MONEY)), "mine.ftm.json")
    assert row.person == "Sato Hana"


def test_the_first_of_january_of_a_time_without_precision_is_a_year() -> None:
    rows = [WIKIDATA[0] | {"start": "2012-01-01T00:00:00Z", "startPrecision": "", "end": "2021-04-01T00:00:00Z"}]
    (row,) = import_tenures(json.dumps(rows), "mine.json")
    assert (row.start, row.end) == ("2012", "2021-04")
    (row,) = import_tenures(json.dumps([WIKIDATA[0] | {"end": "http://www.wikidata.org/.well-known/genid/1"}]), "x")
    assert row.end is None


def test_all_faults_are_told_at_once() -> None:
    wrong = "person,country,office,start,end\nA B,Japan,X,2020,2019\n,JP,X,soon,\n"
    with pytest.raises(InputError) as caught:
        import_tenures(wrong, "mine.csv")
    told = str(caught.value)
    for words in ("row 1 (A B)", "no ISO 3166-1", "after its end", "row 2 (?)", "person is empty", "'soon' is no date"):
        assert words in told
    assert import_tenures("person;office\nA B;X\n", "mine.csv", country="jp")[0].country == "JP"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[[[", "[" * 100_000, '{"a": 1}', "a,b\n1,2", 'person,"country\nx', "person,channel\nA,church"],
)
def test_what_holds_no_tenure_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(InputError) as caught:
        import_tenures(text, "mine")
    assert caught.value.hint


KEYS = [
    "schema",
    "properties",
    "persons",
    "memberships",
    "results",
    "bindings",
    "personLabel",
    "id",
    "name",
    "holder",
    "post",
    "start",
    "sources",
    "other_names",
    "country",
]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values | st.text())
def test_any_input_is_read_or_refused(data: object) -> None:
    text = data if isinstance(data, str) else json.dumps(data)
    try:
        rows = import_tenures(text, "mine")
    except InputError:
        return
    assert all(isinstance(row, Tenure) for row in rows)
