"""The formats of other models: PLOVER, FollowTheMoney, GraphML, BibTeX, CSL, each read back by its own reader."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from bangiao.exports import bibtex_entries, csl_items, ftm_entities, graphml_graph, plover_events
from bangiao.exports.codes import alpha3, language3
from bangiao.exports.escapes import escaped, unescaped
from bangiao.register.released import ReportRow
from bangiao.register.store import Register
from bangiao.views.release import Release, release
from tests.exports.rows import needs, records, words
from tests.register.making import contact, side, told


def events(*contacts: Any) -> dict[str, dict[str, Any]]:
    """The events of a register with these contacts, by the trigger's form and status."""
    with Register.open(":memory:") as register:
        register.add(*told("x", *contacts))
        with release(register) as whole:
            return {one["id"]: one for one in plover_events.events(whole)}


VN = side("VN", ("Trần Thị Bình", "Bộ trưởng"))
JP = side("JP", ("Sato Hana", "Bộ trưởng Ngoại giao"))


def event(**fields: Any) -> dict[str, Any]:
    sides = fields.pop("sides", (VN, JP))
    (found,) = events(contact(*sides, **fields)).values()
    return found


def names(parties: list[dict[str, Any]]) -> list[str]:
    return [one["country"] or one["name"] for one in parties]


def test_the_visitor_acts_and_the_host_receives() -> None:
    found = event(country="JP", city="Tokyo")
    assert (found["event"], found["mode"], found["auxiliary"]) == ("CONSULT", "visit", None)
    assert (names(found["actors"]), names(found["recipients"])) == (["VNM"], ["JPN"])
    assert found["actors"][0]["people"] == ["Trần Thị Bình"]
    assert found["location"] == {"city": "Tokyo", "country": "JPN"}


def test_without_a_host_all_are_actors() -> None:
    third = event(country="LA")
    assert (third["mode"], names(third["actors"]), third["recipients"]) == ("third-party", ["VNM", "JPN"], [])
    nowhere = event()
    assert (nowhere["mode"], names(nowhere["actors"])) == (None, ["VNM", "JPN"])


def test_a_meeting_of_three_is_one_event() -> None:
    found = event(sides=(VN, JP, side("ASEAN")), country="VN")
    assert found["mode"] == "multilateral"
    assert (sorted(names(found["actors"])), names(found["recipients"])) == (["ASEAN", "JPN"], ["VNM"])


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("planned", ("AGREE", None, "future")),
        ("cancelled", ("REJECT", None, "negation")),
        ("recalled", ("CONSULT", "visit", "historical")),
    ],
)
def test_what_is_not_held_is_no_plain_consultation(status: Any, kind: tuple[str | None, ...]) -> None:
    found = event(status=status, country="VN")
    assert (found["event"], found["mode"], found["auxiliary"]) == kind


def test_written_messages_are_left_out() -> None:
    assert events(contact(VN, JP, form="message")) == {}


def test_an_invitation_is_agreement_to_come() -> None:
    report, findings = told("x", agreed="Hai bên nhất trí")
    invited = replace(findings, commitments=tuple(replace(one, kind="invited") for one in findings.commitments))
    with Register.open(":memory:") as register:
        register.add(report, invited)
        with release(register) as whole:
            (found,) = plover_events.events(whole)
    assert (found["event"], found["auxiliary"], names(found["actors"])) == ("AGREE", "future", ["VNM", "JPN"])
    assert found["date"] == "2024-12-06"


def test_codes_in_three_letters() -> None:
    assert [alpha3(one) for one in ("VN", "JP", "DE", "MM", "EU", "ASEAN", None)] == [
        *("VNM", "JPN", "DEU", "MMR"),
        *(None, None, None),
    ]
    assert [language3(one) for one in ("vi", "ja", "en", None)] == ["vie", "jpn", "eng", None]


def test_the_graph_is_read_back_equal(whole: Release) -> None:
    needs("networkx")
    import networkx  # type: ignore[import-untyped]

    (part,) = graphml_graph.parts(whole)
    made = graphml_graph.graph(whole)
    found = networkx.read_graphml(io.BytesIO(b"".join(part.content)), force_multigraph=True)
    assert dict(found.nodes(data=True)) == dict(made.nodes(data=True))
    edges = [sorted((a, b, sorted(data.items())) for a, b, data in one.edges(data=True)) for one in (found, made)]
    assert edges[0] == edges[1]
    assert {data["kind"] for _, data in made.nodes(data=True)} == {"contact", "person", "side"}
    assert "=cmd|' /C calc'!A1" in [unescaped(data["label"]) for _, data in found.nodes(data=True)]


@given(words)
def test_any_words_can_stand_in_xml(text: str) -> None:
    needs("networkx")
    import networkx
    from networkx.readwrite.graphml import write_graphml_xml  # type: ignore[import-untyped]

    graph = networkx.MultiDiGraph()
    graph.add_node("n", label=escaped(text))
    sink = io.BytesIO()
    write_graphml_xml(graph, sink)
    read = networkx.read_graphml(io.BytesIO(sink.getvalue()), force_multigraph=True)
    assert unescaped(read.nodes["n"]["label"]) == text


@given(records(ReportRow))
def test_entries_are_read_back(report: ReportRow) -> None:
    from pybtex.database import parse_string  # type: ignore[import-untyped]

    (found,) = parse_string(bibtex_entries.entry(_named(report)), "bibtex").entries.values()
    values = {
        "title": report.headline or report.given_id,
        "organization": report.outlet,
        "langid": report.language,
        "note": report.credit,
    }
    told_of = {name: bibtex_entries.tidied(value) for name, value in values.items() if value}
    read = {name: bibtex_entries.as_given(found.fields[name]) for name in values if name in found.fields}
    assert found.type == "online"
    assert read == {name: value for name, value in told_of.items() if value}


def _named(report: ReportRow) -> ReportRow:
    """The report with a key as the register gives it, and without an author, whom the reader takes apart."""
    fields = {name: getattr(report, name) for name in ReportRow.__struct_fields__}
    return ReportRow(**{**fields, "report_id": "r-abcdefghijkl", "byline": None})


def test_reports_are_items_for_citation(whole: Release) -> None:
    (part,) = csl_items.parts(whole)
    items = json.loads(b"".join(part.content))
    assert [one["id"] for one in items] == [one.report_id for one in whole.of(ReportRow)]
    first = next(one for one in items if one.get("URL"))
    assert (first["container-title"], first["issued"]) == ("Báo A", {"date-parts": [[2024, 12, 6]]})


def test_the_graph_of_entities_is_whole(whole: Release) -> None:
    found = {one["id"]: one for one in ftm_entities.entities(whole)}
    schemata = {one["schema"] for one in found.values()}
    assert schemata >= {"Article", "Person", "Mention", "Position", "Occupancy", "Organization", "PublicBody", "Event"}
    links = ("holder", "post", "involved", "proof", "document", "resolved", "caller", "receiver")
    named = {value for one in found.values() for name in links for value in one["properties"].get(name, ())}
    assert named
    assert named <= set(found)
    dates = [one["properties"].get("date") for one in found.values() if one["schema"] == "Event"]
    assert sorted(filter(None, dates)) == [["2024-12-05"], ["2025-02"]]  # none where the year is not known


def test_entities_are_valid_and_read_back(seeds: Register, whole: Release) -> None:
    model: Any = pytest.importorskip("followthemoney", reason="not installed: make setup").model
    with release(seeds) as real:
        found = [*ftm_entities.entities(real), *ftm_entities.entities(whole)]
    for one in found:
        entity = model.get_proxy(one)
        entity.schema.validate(one)
        read = entity.to_dict()
        assert {name: sorted(values) for name, values in read["properties"].items()} == {
            name: sorted(values) for name, values in one["properties"].items()
        }
        for name, values in one["properties"].items():
            kind = entity.schema.get(name).type
            assert [value for value in values if not kind.validate(value)] == [], (one["schema"], name)
