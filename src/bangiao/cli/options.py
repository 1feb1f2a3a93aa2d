"""Arguments and options that several commands share, worded once."""

from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, addresses, or - for standard input: .txt .html .jsonl .warc .parquet, also .gz or .zst.",
        show_default=False,
    ),
]
RegisterPlace = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="FILE|URL",
        envvar="BANGIAO_REGISTER",
        help="The register; by default a file in your data directory.",
        show_default=False,
    ),
]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="COUNTRY", help="A country (code or name) or an organisation.", show_default=False),
]
OfCountry = Annotated[
    str | None,
    typer.Option("--country", metavar="COUNTRY", help="Of this country only (code or name).", show_default=False),
]
Open = Annotated[bool, typer.Option("--open", help="Only what nothing says is delivered or has lapsed.")]
OnDay = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DAY", help="As known on the morning of that day; by default today.", show_default=False
    ),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", metavar="NAME", help="A host that may be reached though it is private.", show_default=False
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine", metavar="local|spark", callback=lambda value: engine(value), help="Where documents are read."
    ),
]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="ADDRESS", help="Spark's master; by default this machine.", show_default=False),
]
FindingsFolder = Annotated[
    str | None,
    typer.Option("--findings", metavar="FOLDER", help="Keep Spark's findings there, as Parquet.", show_default=False),
]
Workers = Annotated[
    int,
    typer.Option(
        "--workers", metavar="N", min=1, max=256, help="Read in so many processes at once.", show_default=True
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Read pages again that this version of the program has read before.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Print without colours (as NO_COLOR does).")]
HalfOption = Annotated[
    str | None,
    typer.Option("--half", metavar="read|figures", help="Only this half of the documents, by the SHA-1 of the id."),
]


def half(value: str | None) -> str | None:
    """Check the name of a half."""
    if value not in (None, "read", "figures"):
        raise typer.BadParameter("--half is read or figures")
    return value


def engine(value: str) -> str:
    """Check the name of an engine."""
    if value not in ("local", "spark"):
        raise typer.BadParameter("--engine is local or spark")
    return value
