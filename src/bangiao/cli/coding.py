"""`bangiao coding`: two people read one sample blind, and how far they agree is measured field by field."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from bangiao.cli.messages import clean, count, print_json
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from bangiao.evaluation.coding import Agreement

EXAMPLE = """\b
Examples:
  bangiao coding sample --number 50 --seed 1 > sample.jsonl
  bangiao coding agree lan.jsonl minh.jsonl
  bangiao coding agree lan.jsonl minh.jsonl --json > agreement.json
The sample holds the texts alone, not what the program read. Each reader fills `contacts` by the guide in an own
file; a third settles the differences that `agree --json` lists, and that file is the gold for `bangiao evaluate`."""

Number = Annotated[int, typer.Option("--number", metavar="N", min=1, help="How many reports.")]
Seed = Annotated[str, typer.Option("--seed", metavar="WORD", help="The same word draws the same reports.")]
One = Annotated[str, typer.Argument(metavar="ONE", help="What one reader wrote, JSON lines.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="What the other wrote.", show_default=False)]


def sample(number: Number = 50, seed: Seed = "1", register: RegisterPlace = None) -> None:
    """Draw reports to be read blind by two people."""
    from bangiao.evaluation.coding import drawn
    from bangiao.register.store import Register

    with Register.open(register, create=False) as store:
        chosen = drawn([one.head.id for one in store.texts()], number, seed)
        for one in store.texts(chosen):
            line: dict[str, object] = {
                "id": one.head.given,
                "published": one.head.published,
                "text": one.report.text,
                "contacts": (),
            }
            typer.echo(msgspec.json.encode(line))


def agree(one: One, other: Other, as_json: AsJson = False, no_color: NoColor = False) -> None:
    """Say how far two readers agree, by Krippendorff's alpha for nominal data."""
    from bangiao.cli.evaluate import gold_documents
    from bangiao.evaluation.coding import agreement

    view = agreement(gold_documents(one), gold_documents(other))
    print_json(view) if as_json else _draw(view, no_color)


def _draw(view: "Agreement", no_color: bool) -> None:
    from bangiao.cli.screen import console, show_table

    screen = console(no_color)
    rows = [(one.field, one.units, one.alike, "–" if one.alpha is None else f"{one.alpha:.3f}") for one in view.fields]
    show_table(screen, ("field", "units", "alike", "alpha"), rows)
    read = count(view.documents, "document")
    screen.print(clean(f"{read} read by both, {count(len(view.differences), 'difference')} (--json lists them)"))
