"""`bangiao coding`: two people read one sample blind; how far they agree is measured, and a third settles the rest."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from bangiao.cli.judging import By
from bangiao.cli.messages import clean, count, print_json, say
from bangiao.cli.options import AsJson, NoColor, RegisterPlace
from bangiao.model.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bangiao.evaluation.coding import Difference, FieldAgreement
    from bangiao.register.codings import Codings
    from bangiao.register.store import Register
    from bangiao.views.coding import CodingView

EXAMPLE = """\b
Examples, in the order in which they are used:
  bangiao coding sample --number 50 --seed 1 > sample.jsonl
  bangiao coding agree lan.jsonl minh.jsonl
  bangiao coding take lan.jsonl minh.jsonl --coders Lan,Minh --codebook "guide 3"
  bangiao coding settle --by Hoa
  bangiao coding export -o agreement/
The sample holds the texts alone, not what the program read. Each reader fills
`contacts` by the guide in an own file. A third, or one of them, settles the
differences here or on the desk's page /coding; both codings stay."""

Number = Annotated[int, typer.Option("--number", metavar="N", min=1, help="How many reports.")]
Seed = Annotated[str, typer.Option("--seed", metavar="WORD", help="The same word draws the same reports.")]
One = Annotated[str, typer.Argument(metavar="ONE", help="What one reader wrote, JSON lines.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="What the other wrote.", show_default=False)]
Coders = Annotated[
    str, typer.Option("--coders", metavar="NAME,NAME", help="Who wrote them; by default the files' names.")
]
Codebook = Annotated[
    str, typer.Option("--codebook", metavar="WORDS", help="By which guide, in which version.", show_default=False)
]
Coding = Annotated[str | None, typer.Option("--coding", metavar="ID", help="Which; by default the one taken in last.")]
Folder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where to.", show_default=False)]


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
    if as_json:
        print_json(view)
        return
    _table(view.fields, no_color)
    read = count(view.documents, "document")
    typer.echo(clean(f"{read} read by both, {count(len(view.differences), 'difference')} (--json lists them)"))


def take(one: One, other: Other, codebook: Codebook, coders: Coders = "", register: RegisterPlace = None) -> None:
    """Take two codings in, to settle their differences; they lie beside the register, in a file of their own."""
    from bangiao.cli.evaluate import gold_documents
    from bangiao.register.codings import Codings
    from bangiao.views.coding import coding_view

    names = [name.strip() for name in coders.split(",")] if coders else [Path(one).stem, Path(other).stem]
    if len(names) != 2 or not all(names):
        raise QuestionError("two codings have two coders", "write --coders Lan,Minh")
    read = gold_documents(one), gold_documents(other)
    with closing(Codings(register)) as kept:
        view = coding_view(kept.take((names[0], names[1]), codebook, *read))
    say(f"{view.id}: {count(view.documents, 'document')} read by both, {count(len(view.open), 'difference')} to settle")


def settle(
    by: By = None,
    coding: Coding = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Settle the differences one by one; where the output is no terminal, they are listed."""
    from bangiao.register.codings import Codings
    from bangiao.views.coding import coding_view

    with closing(Codings(register)) as kept:
        view = coding_view(kept.coding(coding))
        if as_json:
            print_json(view)
        elif not (sys.stdin.isatty() and sys.stdout.isatty()):
            _list(view, no_color)
        elif not (by or "").strip():
            raise QuestionError("a settled value must say who settled it", "add --by NAME, or set BANGIAO_NAME")
        else:
            _work(kept, view.id, by or "", register)


def export(output: Folder, coding: Coding = None, register: RegisterPlace = None) -> None:
    """Write both codings, the settled records, the agreement and a codebook, as a data paper needs them."""
    from bangiao.exports.coding_release import coding_release
    from bangiao.register.codings import Codings
    from bangiao.views.coding import coding_view

    with closing(Codings(register)) as kept:
        double = kept.coding(coding)
    output.mkdir(parents=True, exist_ok=True)
    for name, content in coding_release(double):
        (output / name).write_bytes(content)
    view = coding_view(double)
    say(f"wrote {output}: {view.complete} of {count(view.documents, 'document')} settled, {len(view.open)} open")


def _list(view: "CodingView", no_color: bool) -> None:
    from bangiao.cli.screen import console, show_table

    _table(view.fields, no_color)
    screen = console(no_color)
    rows = [(one.document, one.trigger or "", one.field, one.one, one.other) for one in view.open]
    if rows:
        show_table(screen, ("document", "words", "field", *view.coders), rows)
    screen.print(clean(f"{count(len(view.open), 'difference')} open, {len(view.settled)} settled"))


def _work(kept: "Codings", ident: str, by: str, register: str | None) -> None:
    """One difference a screen until the third leaves or nothing is open."""
    from bangiao.register.store import Register
    from bangiao.views.coding import coding_view
    from bangiao.views.following import following, wanted

    at: str | None = None
    mine: list[str] = []
    with Register.open(register, create=False) as store:
        while (found := wanted((view := coding_view(kept.coding(ident))).open, at)) is not None:
            _draw(store, view, found)
            key = typer.prompt("key", prompt_suffix="> ", default="n", show_default=False).strip()
            if key == "q":
                return
            at = getattr(following(view.open, found.id), "id", None)
            try:
                if key == "u":
                    at = mine.pop() if mine else found.id
                    _enter(kept, view, at, None, by) if at != found.id else None
                elif key != "n":
                    _enter(kept, view, found.id, _value(found, key), by)
                    mine.append(found.id)
            except QuestionError as refused:
                typer.prompt(clean(f"{refused} – {refused.hint}; Enter goes on"), default="", show_default=False)
                at = found.id
    typer.echo("nothing is left to settle: bangiao coding export -o FOLDER")


def _value(found: "Difference", key: str) -> str:
    from bangiao.views.coding import word_for

    own = typer.prompt("what is right", default=found.one) if key == "c" else ""
    return word_for(found, key, own)


def _enter(kept: "Codings", view: "CodingView", difference: str, value: str | None, by: str) -> None:
    from datetime import UTC, datetime

    from bangiao.evaluation.settling import Ruling

    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept.settle(view.id, Ruling(difference, value, by, now), view.seen)


def _draw(store: "Register", view: "CodingView", found: "Difference") -> None:
    from bangiao.views.coding import difference_view

    shown = difference_view(store, view, found.id)
    lines = ["\n" + "─" * 72, f"{found.document}, contact {found.unit}: {found.trigger or ''}", ""]
    for zone in shown.zones:
        lines.append("  " + "".join(f"[{one.text}]" if one.findings else one.text for one in zone.pieces))
    lines += [
        "",
        f"{found.field}",
        f"  1 {view.coders[0]}: {found.one or '–'}",
        f"  2 {view.coders[1]}: {found.other or '–'}",
    ]
    lines += [f"\n{len(view.open)} open · 1 · 2 · c own value · u undo · n next · q quit"]
    typer.echo(clean("\n".join(lines)))


def _table(fields: "Iterable[FieldAgreement]", no_color: bool) -> None:
    from bangiao.cli.screen import console, show_table

    rows = [(one.field, one.units, one.alike, "–" if one.alpha is None else f"{one.alpha:.3f}") for one in fields]
    show_table(console(no_color), ("field", "units", "alike", "alpha"), rows)
