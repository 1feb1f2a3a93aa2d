"""Rows of the Wikidata query service: a person (P39) held a position from (P580) to (P582)."""

import re
from typing import Any

from bangiao.model.tenure import Tenure
from bangiao.reference.load import parts

Row = dict[str, Any]
_ITEM = re.compile(r"Q[1-9][0-9]{0,12}")


def from_wikidata(rows: object) -> list[Tenure]:
    """The tenures of rows with person, personLabel, positionLabel, countryCode, start and end.

    Both the service's own JSON (`{"value": …}` in every cell) and its simplified rows are read.
    """
    if not isinstance(rows, list):
        return []
    cells = [{key: _value(value) for key, value in row.items()} for row in rows if isinstance(row, dict)]
    return [_tenure(row) for row in cells]


def _tenure(row: dict[str, str]) -> Tenure:
    item = _ITEM.search(row.get("person", ""))
    label = row.get("positionLabel") or row.get("officeLabel") or None
    language = row.get("positionLang", "")
    statement = row.get("statement") or (f"https://www.wikidata.org/wiki/{item[0]}" if item else "")
    return Tenure(
        person=row.get("personLabel", ""),
        country=(row.get("countryCode") or row.get("country_code") or "").upper(),
        office=row.get("positionLabelVi") or (label if language != "en" else None),
        office_en=label if language == "en" else None,
        body=row.get("bodyLabel") or row.get("organizationLabel") or None,
        start=_date(row.get("start", ""), row.get("startPrecision", "")),
        end=_date(row.get("end", ""), row.get("endPrecision", "")),
        start_source=f"Wikidata — {statement}" if statement else None,
        other_names=tuple(parts(row.get("altLabels", ""), "|")),
        wikidata=item[0] if item else None,
    )


def _value(cell: object) -> str:
    if isinstance(cell, dict):
        cell = cell.get("value", "")
    return str(cell).strip() if isinstance(cell, str | int) else ""


def _date(words: str, precision: str) -> str | None:
    """A time as a date, as precise as it is: 9 a year, 10 a month, 11 a day.

    Without a precision the first of January may stand for the year and the first of a month for the
    month: then no more is taken than is sure.
    """
    day = words.lstrip("+")[:10]
    if not day or day.startswith(("http", "_:", "t")):  # an unknown value is a node of its own
        return None
    if precision:
        return day[: {"9": 4, "10": 7}.get(precision, 10)]
    if day.endswith("-01-01") or day.endswith("-00-00"):
        return day[:4]
    return day[:7] if day.endswith(("-01", "-00")) else day
