"""The commands and their names."""

from typing import Annotated

import typer

from bangiao import __version__
from bangiao.cli import (
    brief,
    calendar,
    check,
    coding,
    commitments,
    compare,
    coverage,
    demo,
    doctor,
    doubts,
    evaluate,
    explain,
    export,
    extract,
    follow,
    judging,
    ledger,
    lexicon,
    mcp,
    names,
    offices,
    read,
    readouts,
    relation,
    review,
    serve,
    show,
    tenures,
    threads,
    timeline,
    users,
)
from bangiao.cli.outline import Outline

OUTLINE = """Read official reports about diplomacy and keep an auditable register of who met whom.

Every field cites the words that say it; what is unknown stays unknown."""
EXAMPLE = """\b
Examples:
  bangiao demo
  bangiao read reports/ && bangiao timeline --with JP
  bangiao extract report.txt
Exit codes: 0 all well, 1 some inputs refused, 2 wrong usage, 3 nothing read,
130 stopped."""

app = typer.Typer(
    name="bangiao",
    cls=Outline,
    help=OUTLINE,
    epilog=EXAMPLE,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bangiao {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Without a command the help is what is wanted; saying so is still wrong usage."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


app.command("demo", epilog=demo.EXAMPLE)(demo.demo)
app.command("read", epilog=read.EXAMPLE)(read.read)
app.command("follow", epilog=follow.EXAMPLE)(follow.follow)

app.command("timeline", epilog=timeline.EXAMPLE)(timeline.timeline)
showing = typer.Typer(
    cls=Outline,
    help="Show one contact, person or report in full.",
    epilog=show.EXAMPLE,
    rich_markup_mode=None,
)
showing.command("contact", epilog=show.CONTACT_EXAMPLE)(show.show_contact)
showing.command("person", epilog=show.PERSON_EXAMPLE)(show.show_person)
showing.command("report", epilog=show.REPORT_EXAMPLE)(show.show_report)
app.add_typer(showing, name="show")
app.command("person", epilog=offices.PERSON_EXAMPLE)(offices.person)
app.command("office", epilog=offices.OFFICE_EXAMPLE)(offices.office)
app.command("who", epilog=offices.WHO_EXAMPLE)(offices.who)
knowing = typer.Typer(
    cls=Outline,
    help="List the known tenures of office, or bring your own.",
    epilog=tenures.EXAMPLE,
    rich_markup_mode=None,
)
knowing.command("list", epilog=tenures.LIST_EXAMPLE)(tenures.list_known)
knowing.command("import", epilog=tenures.IMPORT_EXAMPLE)(tenures.import_file)
app.add_typer(knowing, name="tenures")
app.command("names", epilog=names.EXAMPLE)(names.names)
app.command("lexicon", epilog=lexicon.EXAMPLE)(lexicon.lexicon)
app.command("coverage", epilog=coverage.EXAMPLE)(coverage.coverage)
app.command("serve", epilog=serve.EXAMPLE)(serve.serve)
app.command("mcp", epilog=mcp.EXAMPLE)(mcp.mcp)

app.command("brief", epilog=brief.EXAMPLE)(brief.brief)
app.command("relation", epilog=relation.EXAMPLE)(relation.relation)
app.command("readouts", epilog=readouts.EXAMPLE)(readouts.readouts)
app.command("calendar", epilog=calendar.EXAMPLE)(calendar.calendar)
app.command("commitments", epilog=commitments.EXAMPLE)(commitments.commitments)
app.command("threads", epilog=threads.EXAMPLE)(threads.threads)
app.command("check", epilog=check.EXAMPLE)(check.check)

app.command("doubts", epilog=doubts.EXAMPLE)(doubts.doubts)
app.command("review", epilog=review.EXAMPLE)(review.review)
ruling = typer.Typer(
    cls=Outline,
    help="Say what is so: same, different, correct, confirm, reject, nobody, link, unlink, status.",
    epilog=judging.EXAMPLE,
    rich_markup_mode=None,
)
for name, command in (
    ("same", judging.same),
    ("different", judging.different),
    ("correct", judging.correct),
    ("confirm", judging.confirm),
    ("reject", judging.reject),
    ("nobody", judging.nobody),
    ("link", judging.link),
    ("unlink", judging.unlink),
    ("status", judging.status),
):
    ruling.command(name, epilog=judging.example(name))(command)
app.add_typer(ruling, name="judge")
app.command("undo", epilog=judging.UNDO_EXAMPLE)(judging.undo)
taking_out = typer.Typer(
    cls=Outline,
    help="Take a report or a person out of every view and export.",
    epilog=judging.WITHDRAW_EXAMPLE,
    rich_markup_mode=None,
)
taking_out.command("report", epilog=judging.WITHDRAW_EXAMPLE)(judging.withdraw_report)
taking_out.command("person", epilog=judging.WITHDRAW_EXAMPLE)(judging.withdraw_person)
app.add_typer(taking_out, name="withdraw")
app.command("decisions", epilog=ledger.DECISIONS_EXAMPLE)(ledger.decisions)

app.command("export", epilog=export.EXAMPLE)(export.export)
app.command("extract", epilog=extract.EXAMPLE)(extract.extract)
app.command("compare", epilog=compare.EXAMPLE)(compare.compare)
app.command("diff", epilog=compare.DIFF_EXAMPLE)(compare.diff)

app.command("doctor", epilog=doctor.EXAMPLE)(doctor.doctor)
app.command("backup", epilog=doctor.BACKUP_EXAMPLE)(doctor.backup)
app.command("restore", epilog=doctor.RESTORE_EXAMPLE)(doctor.restore)
app.command("rebuild", epilog=ledger.REBUILD_EXAMPLE)(ledger.rebuild)
entering = typer.Typer(
    cls=Outline,
    help="Say who may enter a desk of several, and what they may do.",
    epilog=users.EXAMPLE,
    rich_markup_mode=None,
)
entering.command("add", epilog=users.EXAMPLE)(users.add)
entering.command("list", epilog=users.EXAMPLE)(users.list_all)
entering.command("role", epilog=users.EXAMPLE)(users.role)
entering.command("remove", epilog=users.EXAMPLE)(users.remove)
app.add_typer(entering, name="users")

coders = typer.Typer(
    cls=Outline,
    help="Let two people read one sample blind, measure how far they agree, and settle the rest.",
    epilog=coding.EXAMPLE,
    rich_markup_mode=None,
)
coders.command("sample", epilog=coding.EXAMPLE)(coding.sample)
coders.command("agree", epilog=coding.EXAMPLE)(coding.agree)
coders.command("take", epilog=coding.EXAMPLE)(coding.take)
coders.command("settle", epilog=coding.EXAMPLE)(coding.settle)
coders.command("export", epilog=coding.EXAMPLE)(coding.export)
app.add_typer(coders, name="coding")
app.command("explain", epilog=explain.EXAMPLE)(explain.explain)
app.command("evaluate", epilog=evaluate.EXAMPLE)(evaluate.evaluate)
