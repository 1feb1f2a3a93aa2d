"""FollowTheMoney: a Person holds a Position through an Occupancy."""

from typing import Any

from bangiao.model.tenure import Tenure

Row = dict[str, Any]


def from_money(rows: list[Row]) -> list[Tenure]:
    """The tenures of entities in any order; those of other schemas are passed over."""
    entities = {str(row.get("id", "")): row for row in rows}
    return [_tenure(row, entities) for row in rows if row.get("schema") == "Occupancy"]


def _tenure(occupancy: Row, entities: dict[str, Row]) -> Tenure:
    person = _entity(occupancy, "holder", entities)
    post = _entity(occupancy, "post", entities)
    body = _entity(post, "organization", entities)
    names = _words(person, "name")
    return Tenure(
        person=names[0] if names else "",
        country=_country(post, body, person, occupancy),
        office=_first(post, "name"),
        body=_first(body, "name"),
        start=_date(_first(occupancy, "startDate")),
        end=_date(_first(occupancy, "endDate")),
        start_source=_first(occupancy, "sourceUrl") or _first(occupancy, "publisher") or _first(post, "sourceUrl"),
        other_names=tuple(dict.fromkeys((*names[1:], *_words(person, "alias"), *_words(person, "weakAlias")))),
        wikidata=_first(person, "wikidataId"),
    )


def _entity(row: Row, name: str, entities: dict[str, Row]) -> Row:
    """The entity that a property names by id, or holds inside."""
    for value in _values(row, name):
        if isinstance(value, dict):
            return value
        if value in entities:
            return entities[value]
    return {}


def _values(row: Row, name: str) -> list[Any]:
    properties = row.get("properties")
    found = properties.get(name) if isinstance(properties, dict) else None
    return found if isinstance(found, list) else [found] if isinstance(found, str | dict) else []


def _words(row: Row, name: str) -> list[str]:
    return [value.strip() for value in _values(row, name) if isinstance(value, str) and value.strip()]


def _first(row: Row, name: str) -> str | None:
    return next(iter(_words(row, name)), None)


def _country(*rows: Row) -> str:
    for row in rows:
        for name in ("country", "jurisdiction", "nationality", "citizenship"):
            for code in _words(row, name):
                if len(code) == 2:
                    return code
    return ""


def _date(words: str | None) -> str | None:
    return words[:10] if words else None
