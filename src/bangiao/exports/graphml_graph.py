"""GraphML: who took part in what, for Gephi, igraph, networkx.

A contact is a node and not an edge: a meeting of three sides is one thing, not three pairs.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bangiao.exports.columns import Column, columns
from bangiao.exports.escapes import escaped
from bangiao.exports.parts import Described, Format, Part
from bangiao.register.released import ContactRow, ParticipantRow, PersonRow, SideRow
from bangiao.resolution.ids import short_id
from bangiao.views.release import Release

if TYPE_CHECKING:
    from networkx import MultiDiGraph  # type: ignore[import-untyped]

NOTES = (
    "Nodes are contacts, people and sides (countries, organisations); `kind` says which. Edges lead from a person"
    " to the side on which the person stands, and from people and sides to the contacts in which they took part; "
    "`kind` says which.",
    "Project the contacts away (networkx: bipartite.weighted_projected_graph) for a graph of who met whom.",
    "A value that is not known has no data element. Lists are joined by spaces. Characters that XML cannot hold "
    "stand as _xHHHH_.",
)
SHOWN = ("form", "mode", "status", "date", "first_day", "last_day", "venue", "city", "country", "channels", "sources")
NODE = (
    Column("kind", "text", vocabulary=("contact", "person", "side"), meaning="what the node is"),
    Column("label", "text", meaning="what a picture shows: name, country's code, or form and date"),
)
EDGE = (
    Column("kind", "text", vocabulary=("stands_on", "took_part"), meaning="what the edge says"),
    Column("office", "text", True, meaning="the office of that day in the report's words", figure="office"),
    Column("role", "text", True, meaning="what the person did there, where words say it"),
    Column("unnamed", "text", True, meaning="offices of the side that are told without a name, one a line"),
)


def parts(release: Release) -> Iterator[Part]:
    """One file."""
    yield Part("register.graphml", _written(release))


def _written(release: Release) -> Iterator[bytes]:
    # the writer that needs no further package: another gives other bytes
    from networkx.readwrite.graphml import write_graphml_xml  # type: ignore[import-untyped]

    sink = io.BytesIO()
    write_graphml_xml(graph(release), sink)
    yield sink.getvalue() + b"\n"


def graph(release: Release) -> "MultiDiGraph":
    """The graph; all words escaped for XML."""
    from networkx import MultiDiGraph

    found = MultiDiGraph()
    for contact in release.of(ContactRow):
        values = {name: getattr(contact, name) for name in SHOWN}
        label = f"{contact.form} {contact.date or ''}".strip()
        found.add_node(contact.contact_id, **_known(kind="contact", label=label, **values))
    for person in release.of(PersonRow):
        found.add_node(person.person_id, **_known(kind="person", label=person.name))
        found.add_edge(person.person_id, _side(found, person.side), **_known(kind="stands_on"))
    unnamed: dict[tuple[str, int], list[str]] = {}
    for one in release.of(ParticipantRow):
        if one.person_id:
            what = _known(kind="took_part", office=one.office, role=one.role)
            found.add_edge(one.person_id, one.contact_id, **what)
        else:
            unnamed.setdefault((one.contact_id, one.side), []).append(one.office or "?")
    for side in release.of(SideRow):
        offices = "\n".join(unnamed.get((side.contact_id, side.side), ()))
        found.add_edge(_side(found, side.label), side.contact_id, **_known(kind="took_part", unnamed=offices))
    return found


def _side(found: "MultiDiGraph", label: str) -> str:
    """The node of a side, made where it is not there yet."""
    ident = short_id("side", label)
    found.add_node(ident, **_known(kind="side", label=label))
    return ident


def _known(**values: Any) -> dict[str, Any]:
    """What is known, as GraphML can hold it."""
    joined = {name: " ".join(one) if isinstance(one, tuple) else one for name, one in values.items()}
    return {
        name: escaped(one) if isinstance(one, str) else one for name, one in joined.items() if one not in (None, "")
    }


def described(release: Release) -> tuple[Described, ...]:
    """The data of nodes and edges."""
    own = tuple(column for column in columns(ContactRow) if column.name in SHOWN)
    return (
        Described("nodes", "A contact, a person or a side.", (*NODE, *own)),
        Described("edges", "Who took part in what, and who stands on which side.", EDGE),
    )


FORMAT = Format("graphml", "graphml", "people, sides and contacts as a graph", parts, described, NOTES, extra="data")
