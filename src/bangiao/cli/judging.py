"""`bangiao judge`, `undo`, `withdraw`: a person's word about the register, signed, dated and with its reason."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import catch_up
from bangiao.cli.messages import clean, print_json
from bangiao.cli.options import AsJson, RegisterPlace

if TYPE_CHECKING:
    from bangiao.resolution.decisions import Decision, DecisionKind

EXAMPLE = """\b
Examples:
  bangiao judge same p-2mzk7abc p-x4d2lmno --why "one person: the ministry's own page" --by "Lan"
  bangiao judge different c-4xq7abcd c-9b2rklmn --why "two meetings of one day"
  bangiao judge different p-2mzk7abc r-9b2rklmn --why "this report names another Hùng, the deputy minister of health"
  bangiao judge correct c-4xq7abcd date 2024-04-02 --why "the host's report has the day"
  bangiao judge confirm c-4xq7abcd --why "read rightly, seen by two"
  bangiao judge reject c-4xq7abcd --why "a domestic meeting"
  bangiao judge nobody p-2mzk7abc --why "an agency is cited, nobody named"
  bangiao judge link k-2mzk7abc k-x4d2lmno --why "the same bridge"
  bangiao judge unlink k-2mzk7abc k-x4d2lmno --why "two bridges"
  bangiao judge status k-2mzk7abc delivered --why "opened on 3 May, says the ministry"
Set BANGIAO_NAME to sign without --by."""


def example(name: str) -> str:
    """The example of one kind of decision, without those of the others."""
    own = [line for line in EXAMPLE.splitlines() if line.startswith(f"  bangiao judge {name} ")]
    return "\n".join(["\b", "Example:", *own, "Set BANGIAO_NAME to sign without --by."])


UNDO_EXAMPLE = """\b
Example:
  bangiao undo d-7kq2abcd --why "the other report is right" """
WITHDRAW_EXAMPLE = """\b
Examples:
  bangiao withdraw report r-2mzk7abc --why "retracted by the outlet"
  bangiao withdraw person p-x4d2lmno --why "no official" """

Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it stays in the ledger.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", envvar="BANGIAO_NAME", help="Who decides.", show_default=False),
]
Two = Annotated[
    list[str], typer.Argument(metavar="ID", help="Two or more people, or contacts, by id.", show_default=False)
]
Different = Annotated[
    list[str],
    typer.Argument(
        metavar="ID",
        help="Two or more people, or contacts, by id; or a person and the reports that name another one of that name.",
        show_default=False,
    ),
]
TwoCommitments = Annotated[
    list[str], typer.Argument(metavar="ID", help="Two or more commitments, by id.", show_default=False)
]
Commitment = Annotated[str, typer.Argument(metavar="ID", help="A commitment, by id.", show_default=False)]
Rung = Annotated[
    str,
    typer.Argument(
        metavar="STATUS", help="mentioned, proposed, agreed, signed, in_force, delivered, reviewed or lapsed."
    ),
]
Contact = Annotated[str, typer.Argument(metavar="ID", help="A contact, by id.", show_default=False)]
Subject = Annotated[str, typer.Argument(metavar="ID", help="A contact or a person, by id.", show_default=False)]
FieldName = Annotated[
    str, typer.Argument(metavar="FIELD", help="date, venue, city, form … of a contact; name of a person.")
]
Value = Annotated[str, typer.Argument(metavar="VALUE", help='What is right; "" empties the field.')]
Name = Annotated[
    str,
    typer.Argument(metavar="ID", help="A name, by the id that `bangiao person` shows with it.", show_default=False),
]
DecisionId = Annotated[str, typer.Argument(metavar="DECISION", help="A decision, by id.", show_default=False)]
ReportId = Annotated[str, typer.Argument(metavar="ID", help="A report, by id or address.", show_default=False)]
PersonId = Annotated[str, typer.Argument(metavar="ID", help="A person, by id.", show_default=False)]


def same(ids: Two, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Say that people, or contacts, are one."""
    decide("same", ids, why, by, register, as_json)


def different(ids: Different, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Say that people, or contacts, are not one."""
    decide("different", ids, why, by, register, as_json)


def correct(
    ident: Subject,
    field: FieldName,
    value: Value,
    why: Why,
    by: By = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
) -> None:
    """Set a field of a contact right, or the spelling of a person."""
    decide("correct", [ident], why, by, register, as_json, (field, value))


def confirm(ident: Contact, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Say that a contact was read rightly."""
    decide("confirm", [ident], why, by, register, as_json)


def reject(ident: Contact, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Take a contact out of sight that is none."""
    decide("reject", [ident], why, by, register, as_json)


def nobody(ident: Name, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Say that words read as a person's name are none: out of every report, also of later ones."""
    decide("nobody", [ident], why, by, register, as_json)


def link(ids: TwoCommitments, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Say that commitments are about one matter: they stand in one thread."""
    decide("link", ids, why, by, register, as_json)


def unlink(
    ids: TwoCommitments, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False
) -> None:
    """Say that commitments are not about one matter: they stand in two threads."""
    decide("unlink", ids, why, by, register, as_json)


def status(
    ident: Commitment,
    reached: Rung,
    why: Why,
    by: By = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
) -> None:
    """Say how far the matter of a commitment has come."""
    decide("status", [ident], why, by, register, as_json, ("status", reached))


def undo(
    decision: DecisionId, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False
) -> None:
    """Take a decision back; both stay in the ledger."""
    decide("undo", [decision], why, by, register, as_json)


def withdraw_report(
    ident: ReportId, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False
) -> None:
    """Take a report out of every view and export."""
    decide("withdraw", [ident], why, by, register, as_json)


def withdraw_person(
    ident: PersonId, why: Why, by: By = None, register: RegisterPlace = None, as_json: AsJson = False
) -> None:
    """Take a person out of every view and export, and out of the reports' texts as shown."""
    decide("withdraw", [ident], why, by, register, as_json)


def decide(
    kind: "DecisionKind",
    ids: Sequence[str],
    why: str,
    by: str | None,
    register: str | None,
    as_json: bool,
    setting: tuple[str, str] | None = None,
) -> None:
    """Enter a decision and say what was entered; raises QuestionError when nobody signs it."""
    from bangiao.model.errors import QuestionError
    from bangiao.register.store import Register

    if not (by or "").strip():
        raise QuestionError("a decision must say who decides", "add --by NAME, or set BANGIAO_NAME")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    field, value = setting or (None, None)
    with Register.open(register, create=False) as store:
        catch_up(store)
        entered = store.decide(kind, ids, why=why, by=by or "", at=at, field=field, value=value, last=True)
    print_decision(entered, as_json)


def print_decision(entered: "Decision", as_json: bool) -> None:
    """Print the entry: its id, which undoes it again, and what it says."""
    if as_json:
        print_json({"id": entered.id, "kind": entered.kind, "subjects": entered.subjects, "at": entered.at})
        return
    words = [
        entered.kind,
        *entered.subjects,
        *(f"{entered.field} = {entered.value or 'nothing'}",) * bool(entered.field),
        *(f'"{entered.value}"',) * bool(entered.value and not entered.field),
    ]
    typer.echo(clean(f"{entered.id}: {' '.join(words)}, by {entered.by}: {entered.why}"))
    typer.echo(f'take it back with: bangiao undo {entered.id} --why "…"')
