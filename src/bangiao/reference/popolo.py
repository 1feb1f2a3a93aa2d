"""Popolo: persons, posts and organisations, joined by memberships."""

from collections.abc import Iterator
from typing import Any

from bangiao.model.tenure import Tenure

Row = dict[str, Any]


def from_popolo(data: Row) -> list[Tenure]:
    """The tenures of a Popolo document; memberships may stand by themselves or inside their persons."""
    persons = _by_id(data.get("persons"))
    posts, organizations = _by_id(data.get("posts")), _by_id(data.get("organizations"))
    areas = _by_id(data.get("areas"))
    found = []
    for person, membership in _memberships(data, persons):
        post = posts.get(_word(membership, "post_id"), {})
        body = organizations.get(_word(membership, "organization_id") or _word(post, "organization_id"), {})
        area = areas.get(_word(post, "area_id") or _word(body, "area_id"), {})
        found.append(
            Tenure(
                person=_word(person, "name"),
                country=_country(membership, post, body, area),
                office=_word(post, "label") or _word(membership, "label") or _word(membership, "role") or None,
                body=_word(body, "name") or None,
                start=_date(_word(membership, "start_date")),
                end=_date(_word(membership, "end_date")),
                start_source=_source(membership) or _source(person),
                other_names=_names(person),
                wikidata=_wikidata(person),
            )
        )
    return found


def _memberships(data: Row, persons: dict[str, Row]) -> Iterator[tuple[Row, Row]]:
    for one in _rows(data.get("memberships")):
        yield persons.get(_word(one, "person_id"), {}), one
    for person in _rows(data.get("persons")):
        for one in _rows(person.get("memberships")):
            yield person, one


def _rows(value: object) -> list[Row]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _by_id(value: object) -> dict[str, Row]:
    return {_word(row, "id"): row for row in _rows(value)}


def _word(row: Row, key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""


def _country(*rows: Row) -> str:
    """The first two-letter code that a row gives, as `country` or in an area's id (`ocd-division/country:jp`)."""
    for row in rows:
        code = _word(row, "country") or _word(row, "country_code")
        if not code and "country:" in _word(row, "id"):
            code = _word(row, "id").split("country:")[1][:2]
        if code:
            return code
    return ""


def _date(words: str) -> str | None:
    """A date without the zeros that stand for an unknown month or day."""
    return words[:10].removesuffix("-00").removesuffix("-00") or None


def _source(row: Row) -> str | None:
    for one in (*_rows(row.get("sources")), *_rows(row.get("links"))):
        note, url = _word(one, "note"), _word(one, "url")
        if note or url:
            return " — ".join(filter(None, (note, url)))
    return None


def _names(person: Row) -> tuple[str, ...]:
    given = [_word(one, "name") for one in _rows(person.get("other_names"))]
    return tuple(dict.fromkeys(filter(None, (*given, _word(person, "sort_name")))))


def _wikidata(person: Row) -> str | None:
    for one in _rows(person.get("identifiers")):
        if _word(one, "scheme") == "wikidata":
            return _word(one, "identifier") or None
    return None
