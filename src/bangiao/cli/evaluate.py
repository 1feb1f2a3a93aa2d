"""`bangiao evaluate`: readings held against gold, with intervals, floors and the documents that went wrong."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.messages import Outcome, say
from bangiao.cli.options import AllowHost, AsJson, HalfOption, NoColor, half
from bangiao.model.errors import InputError, QuestionError

if TYPE_CHECKING:
    from bangiao.evaluation.documents import Document, ToldContact
    from bangiao.evaluation.figures import Figures
    from bangiao.evaluation.tally import Tally

EXAMPLE = """\b
Examples:
  bangiao evaluate samples samples
  bangiao evaluate gold.jsonl readings.jsonl
  bangiao evaluate gold.jsonl reports/ --half figures --fail-under exact=0.8,found=0.9
  bangiao evaluate gold.jsonl readings.jsonl --half read --errors 5"""

Gold = Annotated[
    str,
    typer.Argument(
        metavar="GOLD",
        help="Readings made by hand, one JSON object a line; samples: those of the samples.",
        show_default=False,
    ),
]
Predicted = Annotated[
    str,
    typer.Argument(
        metavar="PREDICTED|INPUT",
        help="What extract printed; or reports (.jsonl with text, folder, .txt, .html) or samples, read first.",
        show_default=False,
    ),
]
FailUnder = Annotated[
    str,
    typer.Option(
        "--fail-under", metavar="NAME=VALUE,...", help="Exit with 1 where a figure is lower.", show_default=False
    ),
]
Errors = Annotated[int, typer.Option("--errors", metavar="N", help="Show the first N documents that are not exact.")]


def evaluate(
    gold: Gold,
    predicted: Predicted,
    chosen_half: HalfOption = None,
    fail_under: FailUnder = "",
    errors: Errors = 0,
    as_json: AsJson = False,
    no_color: NoColor = False,
    allow_host: AllowHost = None,
) -> None:
    """Measure readings against a gold standard: precision, recall, F1 and their 95 % intervals."""
    from bangiao.evaluation.figures import figures, tallies

    floors = parse_floors(fail_under)
    wanted = _of_half(gold_documents(gold), half(chosen_half))
    outcome = Outcome()
    seen = predictions(predicted, outcome, allow_host)
    _same_documents(wanted, seen, gold, predicted)
    counted = tallies(wanted, seen)
    result = figures(counted)
    if as_json:
        _print_json(result)
    else:
        _print_errors([one for one in counted if not one.exact][:errors])
        _print_table(result, no_color)
    low = below(floors, result.reached())
    if low:
        say("falls short: " + "; ".join(low))
    refused = outcome.code if outcome.refused else 0
    raise typer.Exit(1 if low else refused)


def parse_floors(text: str) -> dict[str, float]:
    """Read "exact=0.8,found=0.9"; anything else is wrong usage."""
    floors = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, value = part.partition("=")
        try:
            floors[name.strip()] = float(value)
        except ValueError:
            raise typer.BadParameter(
                f"{part!r} is no floor: write exact=0.8,found=0.9", param_hint="--fail-under"
            ) from None
    return floors


def below(floors: Mapping[str, float], reached: Mapping[str, float]) -> list[str]:
    """The figures that fall short of their floors, in words."""
    unknown = sorted(floors.keys() - reached.keys())
    if unknown:
        raise QuestionError(
            f"there is no figure {', '.join(unknown)} here", "choose from " + ", ".join(sorted(reached))
        )
    return [f"{name} {reached[name]:.3f} < {floor:g}" for name, floor in floors.items() if reached[name] < floor]


def gold_documents(path: str) -> "dict[str, Document]":
    """Read a gold file, or the readings that the samples carry."""
    from bangiao.evaluation.documents import read_documents

    if _is_samples(path):
        import msgspec

        from bangiao.samples import expected

        return read_documents(map(msgspec.json.encode, expected().values()), path)
    try:
        with Path(path).open("rb") as lines:
            documents = read_documents(lines, path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", "name a gold file, one JSON object a line") from error
    if not documents:
        raise InputError(f"{path}: holds no document", "name a gold file, one JSON object a line")
    return documents


def _of_half(documents: "dict[str, Document]", chosen: str | None) -> "dict[str, Document]":
    from bangiao.evaluation.halves import half_of

    return {key: document for key, document in documents.items() if chosen in (None, half_of(key))}


def _same_documents(wanted: "Mapping[str, Document]", seen: "Mapping[str, Document]", gold: str, source: str) -> None:
    """Refuse to measure other documents than those of the gold; say how many of them are missing."""
    missing = [key for key in wanted if key not in seen]
    if wanted and seen and len(missing) == len(wanted):
        ids = f"here {next(iter(seen))!r}, there {missing[0]!r}"
        raise InputError(
            f"{source}: none of its {len(seen)} documents is in {gold} ({ids})",
            "name readings of the same documents, by the same ids and in the same half",
        )
    if wanted and missing:
        say(f"{source}: {len(missing)} of {len(wanted)} documents are missing and count as read without contacts")


def predictions(source: str, outcome: Outcome, allow_host: Sequence[str] | None = None) -> "dict[str, Document]":
    """What a prediction file holds, or what reading an input gives."""
    from bangiao.evaluation.documents import read_documents

    if is_prediction(source):
        with Path(source).open("rb") as lines:
            return read_documents(lines, source)
    return read_documents(_read_first(source, outcome, allow_host), source)


def _is_samples(name: str) -> bool:
    """Whether the samples of the package are meant; a file of that name comes first."""
    return name == "samples" and not Path(name).exists()


def is_prediction(source: str) -> bool:
    """Whether a file holds readings already: its first line is an object with contacts."""
    import msgspec

    path = Path(source)
    if path.suffix not in (".jsonl", ".json") or not path.is_file():
        return False
    with path.open("rb") as lines:
        first = next((line for line in lines if line.strip()), b"")
    try:
        head = msgspec.json.decode(first)
    except msgspec.DecodeError:
        return False
    return isinstance(head, dict) and "contacts" in head


def _read_first(source: str, outcome: Outcome, allow_host: Sequence[str] | None) -> Iterable[bytes]:
    from bangiao.cli.reading import readings
    from bangiao.exports.extract_json import line

    if _is_samples(source):
        from bangiao.samples import sample_paths

        sources = [str(path) for path in sample_paths()]
    else:
        sources = [source]
    for reading in readings(sources, outcome, allow_host):
        yield line(reading.report, reading.findings, with_text=True)


def _print_json(result: "Figures") -> None:
    import msgspec

    from bangiao.evaluation.figures import as_json

    typer.echo(msgspec.json.format(msgspec.json.encode(as_json(result)), indent=1))


def _print_table(result: "Figures", no_color: bool) -> None:
    from bangiao.cli.screen import console, show_table

    screen = console(no_color)
    screen.print(f"{result.documents} documents")
    columns = ("figure", "P", "R", "F1", "95 %", "gold", "predicted")
    show_table(screen, columns, [_row(result, name) for name in result.rates], fixed=range(7))
    show_table(screen, ("field of found contacts", "agrees"), [(k, f"{v:.3f}") for k, v in result.slots.items()])
    if result.commitments:
        rows = [(name, f"{value:.3f}") for name, value in result.commitments.items()]
        show_table(screen, ("field of found commitments", "agrees"), rows)
    if result.pages:
        rows = [(name, f"{count}/{result.documents}") for name, count in result.pages.items()]
        show_table(screen, ("field of the page", "right"), rows)


def _row(result: "Figures", name: str) -> tuple[object, ...]:
    rate = result.rates[name]
    low, high = result.intervals.get(name, (rate.f1, rate.f1))
    numbers = (f"{value:.3f}" for value in (rate.p, rate.r, rate.f1))
    return name, *numbers, f"{low:.3f}-{high:.3f}", rate.gold, rate.predicted


def _print_errors(wrong: "Sequence[Tally]") -> None:
    from bangiao.cli.messages import clean

    for document in wrong:
        typer.echo(f"— {clean(document.id)}")
        for label, contacts in (("gold", document.gold), ("seen", document.seen)):
            for contact in contacts:
                typer.echo(f"   {label}  {clean(brief(contact))}")


def brief(contact: "ToldContact") -> str:
    """A contact in one line: what, when, where, who, on which channels."""
    what = "/".join(str(value) for value in (contact.form, contact.mode, contact.status))
    where = ", ".join(value for value in (contact.venue, contact.city, contact.country) if value) or "no place"
    who = " × ".join(
        f"{side.country or side.org}[{'; '.join(f'{person.name} ({person.office})' for person in side.people)}]"
        for side in contact.sides
    )
    return f"{what} · {contact.date or 'no date'} · {where} · {who} · {' '.join(contact.channels)}"
