"""Print rows for `vi/countries.toml`: every territory that CLDR names in Vietnamese and the table does not hold.

Usage: python tools/country_rows.py >> src/bangiao/languages/vi/countries.toml
The names come from CLDR through Babel; the forms of the press are added by hand.
"""

from importlib.metadata import version

from babel import Locale

from bangiao.languages.load import read_table
from bangiao.text.fold import fold

# CLDR names groups of states, test locales and places without inhabitants as territories, too.
NOT_COUNTRIES = frozenset(
    [
        "AC",
        "AQ",
        "BQ",
        "BV",
        "CC",
        "CP",
        "CQ",
        "CX",
        "DG",
        "EA",
        "EU",
        "EZ",
        "GS",
        "HM",
        "IC",
        "IO",
        "NF",
        "PN",
        "QO",
        "SH",
        "SJ",
        "TA",
        "TF",
        "UM",
        "UN",
        "XA",
        "XB",
        "ZZ",
    ]
)


def missing() -> dict[str, str]:
    """The Vietnamese name of each territory that the table lacks, by its code."""
    held = {row["code"] for row in read_table("vi", "countries").get("country", [])}
    return {
        code: fold(name).text
        for code, name in sorted(Locale("vi").territories.items())
        if len(code) == 2 and code not in held and code not in NOT_COUNTRIES
    }


def main() -> None:
    """Print the rows with their source."""
    english = Locale("en").territories
    for code, name in missing().items():
        print(f'\n[[country]]\ncode = "{code}"\nnames = ["{name}"]')
        print(f'gloss = "{english[code]}"\nsource = "CLDR vi via Babel {version("babel")}"')


if __name__ == "__main__":
    main()
