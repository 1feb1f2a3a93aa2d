"""`bangiao review`: what should be looked at, one thing a screen, decided with one key."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bangiao.cli.asking import answer, catch_up
from bangiao.cli.judging import By
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.register.store import Register
    from bangiao.resolution.decisions import Decision
    from bangiao.views.review import Item, Queue
    from bangiao.views.review_item import ItemView

EXAMPLE = """\b
Examples:
  bangiao review --by "Lan"
  bangiao review --kind likely-same-person
  bangiao review --gold > reviewed.jsonl
  bangiao review --json
Keys are named on each screen: a right, 1-9 this value, c correct, m one,
s two, r none, l link, e the same elsewhere, u undo, n next, q quit.
Where the output is no terminal, the open things are listed."""

Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="One kind alone.", show_default=False)]
Gold = Annotated[bool, typer.Option("--gold", help="Print the reviewed reports as gold, in the guide's fields.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="List at most N.")]
_DEEDS = {
    "accept": "right as it stands",
    "merge": "one and the same",
    "apart": "two different ones",
    "split": "split them",
    "part": "is somebody else of that name",
    "nobody": "names nobody",
    "reject": "no contact: take it out",
    "dismiss": "seen, nothing to mend",
    "missing": "a contact is missing here",
}


def review(
    kind: Kind = None,
    by: By = None,
    gold: Gold = False,
    limit: Limit = 50,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Look at what is doubtful, what matters most first, and decide."""
    import msgspec

    from bangiao.model.errors import QuestionError
    from bangiao.register.store import Register
    from bangiao.views.gold import gold as reviewed_reports
    from bangiao.views.review import queue

    if gold:
        with Register.open(register, create=False) as store:
            for one in reviewed_reports(store):
                typer.echo(msgspec.json.encode(one).decode())
    elif as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        answer(register, lambda one: queue(one, kind), _listing(limit), as_json=as_json, no_color=no_color)
    elif not (by or "").strip():
        raise QuestionError("a decision must say who decides", "add --by NAME, or set BANGIAO_NAME")
    else:
        with Register.open(register, create=False) as store:
            catch_up(store)
            _work(store, kind, by or "")


def _listing(limit: int) -> "Callable[[Console, Queue], None]":
    """How the open things are listed."""

    def draw(screen: "Console", view: "Queue") -> None:
        from bangiao.cli.screen import show_table

        show_table(screen, ("kind", "open"), [(one.kind, one.number or "–") for one in view.kinds])
        rows = [(one.kind, one.quote or one.message, one.id) for one in view.items[:limit]]
        if rows:
            show_table(screen, ("kind", "words", "id"), rows)
        screen.print(f"{count(len(view.items), 'thing')} to look at, {len(rows)} shown")

    return draw


def _work(store: "Register", kind: str | None, by: str) -> None:
    """One thing a screen until the reviewer leaves or nothing is left."""
    from bangiao.model.errors import QuestionError
    from bangiao.views.following import following, wanted
    from bangiao.views.review import queue
    from bangiao.views.review_item import item_view

    at: str | None = None
    mine: list[tuple[Decision, Item]] = []
    while (found := wanted(items := queue(store, kind).items, at)) is not None:
        _draw(view := item_view(store, found, "en"))
        at = getattr(following(items, found.id), "id", None)
        try:
            key = typer.prompt("key", prompt_suffix="> ", default="n", show_default=False).strip()
            if key == "q":
                return
            if key == "u":
                at = _take_back(store, mine, by) or found.id
            elif key == "e":
                _everywhere(store, mine, by)
                at = found.id
            elif key != "n":
                entered = _decide(store, view, key, by)
                mine.append((entered, found))
                _say(f"entered: {entered.kind} {entered.value or ''}".rstrip())
                _offer(store, entered)
        except QuestionError as refused:
            typer.prompt(clean(f"{refused} – {refused.hint}; Enter goes on"), default="", show_default=False)
            at = found.id
    typer.echo("nothing is left to look at")


def _take_back(store: "Register", mine: "list[tuple[Decision, Item]]", by: str) -> str | None:
    """Undo the reviewer's last word and say which it was; the id of its item, null where there is none left."""
    if not mine:
        _say("nothing of this sitting is left to take back; bangiao undo takes back any decision")
        return None
    entered, about = mine.pop()
    store.undo(entered.id, why="undone in review", by=by, at=_now())
    _say(f"taken back: {' '.join(filter(None, (entered.kind, entered.value)))} – {_title(about)}")
    return about.id


def _offer(store: "Register", entered: "Decision") -> None:
    """Say where else the same error stands."""
    from bangiao.views.taught import taught

    if lesson := taught(store, entered):
        right = f'to "{lesson.right or ""}"' if entered.kind == "correct" else "so that it names nobody"
        others = count(len(lesson.contacts), "other record")
        _say(f'"{lesson.wrong}" stands in {others} as well; e sets them all {right}')


def _everywhere(store: "Register", mine: "list[tuple[Decision, Item]]", by: str) -> None:
    """Enter the last word on everything in which the same error stands. Raises QuestionError."""
    from bangiao.model.errors import QuestionError
    from bangiao.views.taught import taught, why_alike

    entered = mine[-1][0] if mine else None
    lesson = taught(store, entered) if entered else None
    if not entered or not lesson:
        raise QuestionError("the last word taught nothing that stands elsewhere", "n goes on")
    value = entered.value if entered.kind == "correct" else None
    why = why_alike(entered)
    for one in lesson.subjects:
        words: dict[str, Any] = {"why": why, "by": by, "at": _now(), "last": True}
        store.decide(entered.kind, (one,), field=entered.field, value=value, **words)
    _say(f"entered on {count(len(lesson.subjects), 'other')}")


def _decide(store: "Register", view: "ItemView", key: str, by: str) -> "Decision":
    """Enter what a key says. Raises QuestionError."""
    why = f"read in review: {view.item.kind}"
    words: dict[str, Any] = {"why": why, "by": by, "at": _now(), "last": True}
    if key == "l":
        return store.decide("link", typer.prompt("ids of two commitments").split(), **words)
    seen: dict[str, Any] = {"seen": view.mark, "about": view.about}
    if key == "c":
        subject, field, value = _correction(view)
        return store.decide("correct", (subject,), field=field, value=value, **words, **seen)
    picked = view.chosen(key)
    if picked.deed == "missing":
        words["why"] = "a contact is missing here"
    return store.decide(picked.kind, picked.subjects, field=picked.field, value=picked.value, **words, **seen)


def _correction(view: "ItemView") -> tuple[str, str, str]:
    """Ask which field is wrong and what is right."""
    from bangiao.model.errors import QuestionError

    if not view.places:
        raise QuestionError("nothing was read here that could be corrected", "n goes on")
    for number, one in enumerate(view.places, 1):
        typer.echo(clean(f"  {number:>3} {'office' if one.who else one.name} {one.who or ''} = {one.value or '–'}"))
    number = typer.prompt("field", type=int)
    if not 1 <= number <= len(view.places):
        raise QuestionError(f"no field has the number {number}", "choose one of the list")
    place = view.places[number - 1]
    return place.subject, place.name, typer.prompt("what is right", default=place.value or "")


def _draw(view: "ItemView") -> None:
    """The doubted words with the record below and the keys."""
    _say("\n" + "─" * 72)
    _say(_title(view.item))
    for words in view.words:
        _say(f"\n{words.report.headline or words.report.given} ({words.report.published or 'no day'})")
        for zone in words.zones:
            _say("  " + "".join(f"[{one.text}]" if one.findings else one.text for one in zone.pieces))
    for who in view.people:
        _say(f"\n{who.person.name} ({who.person.side}): {'; '.join(one.office for one in who.seen)}")
    for shown in view.contacts:
        _say(f"\n{shown.contact.id} {shown.contact.form} {shown.contact.date or 'no date'}")
        for field in shown.fields:
            _say(f"  {field.name:<12} {' | '.join(saying.value for saying in field.sayings)}")
    keys = [" ".join(filter(None, (one.key, one.who, one.value or _DEEDS.get(one.deed)))) for one in view.choices]
    _say("\n" + " · ".join([*keys, "c correct", "l link", "u undo", "n next", "q quit"]))


def _title(item: "Item") -> str:
    return f"{item.kind}: {item.field or item.message}"


def _say(text: str) -> None:
    typer.echo(clean(text))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
