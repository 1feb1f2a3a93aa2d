"""`bangiao follow`: what is new in feeds and sitemaps, into the register. Made to be run again and again."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.messages import Outcome, count, print_json, say
from bangiao.cli.options import AllowHost, AsJson, NoColor, RegisterPlace
from bangiao.model.report import Refusal

if TYPE_CHECKING:
    from bangiao.pipeline import Reading
    from bangiao.register.store import Register
    from bangiao.sources.following import Step
    from bangiao.views.summary import Brought

EXAMPLE = """\b
Example of a FEEDS.toml:
  delay = 2.0
  [[feed]]
  url = "https://example.org/rss/politics.xml"
  [[feed]]
  url = "https://example.org/sitemap.xml"
  within = "https://example.org/diplomacy/"
  limit = 50
Examples:
  bangiao follow FEEDS.toml
  0 * * * *  bangiao follow --register work.sqlite FEEDS.toml   (a line for cron)"""

FeedsFile = Annotated[
    Path, typer.Argument(metavar="FEEDS.toml", help="The feeds and sitemaps to follow.", show_default=False)
]


def follow(
    feeds: FeedsFile,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
    allow_host: AllowHost = None,
) -> None:
    """Read what is new in feeds and sitemaps; robots.txt and pauses are heeded, nothing is fetched twice."""
    from bangiao.cli.read import print_summary
    from bangiao.register.store import Register
    from bangiao.sources.following import follow as steps_of
    from bangiao.sources.following import read_feeds
    from bangiao.sources.options import SourceOptions
    from bangiao.views.summary import summary

    listed = read_feeds(feeds.read_text(encoding="utf-8", errors="replace"), str(feeds))
    outcome = Outcome()
    with Register.open(register) as store:
        steps = steps_of(listed, store.visit, SourceOptions(allow_hosts=tuple(allow_host or ())))
        result = summary(store, _take_in(store, steps, outcome), outcome.refused)
        if as_json:
            print_json(result)
        else:
            print_summary(store, result, no_color)
    raise typer.Exit(1 if outcome.refused else 0)


def _take_in(store: "Register", steps: "Iterator[Step]", outcome: Outcome) -> "Brought":
    """Store each step's pages, then remember that they were asked for: a run may be stopped anywhere."""
    from bangiao.cli.read import fill
    from bangiao.pipeline import read_page
    from bangiao.views.summary import Brought

    brought = Brought()
    unchanged = 0
    for step in steps:
        unchanged += step.unchanged
        pages = (one if isinstance(one, Refusal) else read_page(one) for one in step.pages)
        found: list[Reading] = list(outcome.accepted(pages))
        fill(store, found, outcome, brought)
        store.remember(step.visits)
    if unchanged:
        say(f"{count(unchanged, 'address', 'addresses')} unchanged since the last run")
    return brought
