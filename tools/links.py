"""Try every outside address of the documents and the shipped tables: `python tools/links.py`; `--check` only lists.

`docs/links.md` keeps, for each address, where it stands, the day on which it was last tried, what was answered, and
the day on which it last answered well. An address that nobody names any more leaves the list; a new one stands in it
as not tried. `--check` asks no network: it says which addresses are missing from the list, or too many.
"""

import re
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from msgspec import Struct
from msgspec.structs import replace

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "docs" / "links.md"
PLACES = ("*.md", "docs/**/*.md", "src/bangiao/reference/*.tsv", "src/bangiao/languages/**/*.toml", "pyproject.toml")
PAUSE = 1.0  # seconds between two questions to one host
NOT_TRIED, NOT_REACHED = "not tried", "not reached"

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\]+")
_EXAMPLE = re.compile(r"(?:.*\.)?(?:example(?:\.\w+)?|invalid|test|localhost)|\d+\.\d+\.\d+\.\d+|[^.]*")
_ROW = re.compile(r"\| <(.+?)> \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|")
_HEAD = """\
# Outside links

The addresses outside that documents and shipped tables name, and what each answered when it was last tried. The list
is made by `make links`; a test looks whether every address stands in it. *Not reached* means that no answer came at
all, which may be the network's doing: it says nothing against the page.

| address | stands in | last tried | answer | last reached |
|---|---|---|---|---|
"""


class Link(Struct, frozen=True):
    """An address, the files that name it, the days (YYYY-MM-DD, empty for never) and the last answer."""

    address: str
    places: tuple[str, ...]
    tried: str = ""
    answer: str = NOT_TRIED
    reached: str = ""


def addresses(text: str) -> Iterator[str]:
    """The outside addresses in a text; examples and this machine's own are none."""
    for match in _ADDRESS.finditer(text):
        address = match[0].split("](")[0].rstrip(".,;:!?*…")
        while address.endswith((")", "]")) and address.count(address[-1]) > address.count("(["[address[-1] == "]"]):
            address = address[:-1].rstrip(".,;:")
        if not _EXAMPLE.fullmatch(urlsplit(address).hostname or ""):
            yield address


def named(root: Path) -> dict[str, tuple[str, ...]]:
    """Every outside address and the files that name it, both sorted."""
    found: dict[str, set[str]] = {}
    for file in {path for pattern in PLACES for path in root.glob(pattern)} - {LIST}:
        for address in addresses(file.read_text(encoding="utf-8")):
            found.setdefault(address, set()).add(file.relative_to(root).as_posix())
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def listed(text: str) -> dict[str, Link]:
    """What the list holds."""
    rows = (Link(row[1], tuple(row[2].split(", ")), *row.groups()[2:]) for row in _ROW.finditer(text))
    return {one.address: one for one in rows}


def page(links: Iterable[Link]) -> str:
    """The list as it is kept."""
    return _HEAD + "".join(
        f"| <{one.address}> | {', '.join(one.places)} | {one.tried} | {one.answer} | {one.reached} |\n" for one in links
    )


def try_all(links: Iterable[Link], client: httpx.Client, today: str, pause: float = PAUSE) -> Iterator[Link]:
    """Ask each address once, a host not faster than once a second; a host that is not there is asked once."""
    asked: dict[str, float] = {}
    gone: set[str] = set()
    for one in links:
        host = urlsplit(one.address).netloc
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()) if host not in gone else 0.0)
        answer = NOT_REACHED if host in gone else _ask(client, one.address)
        asked[host] = time.monotonic()
        if answer == NOT_REACHED:
            gone.add(host)
        well = answer.startswith("2")
        yield replace(one, tried=today, answer=answer, reached=today if well else one.reached)


def _ask(client: httpx.Client, address: str) -> str:
    """The answer's number, with the host it came from where that is another; HEAD first, GET where that is refused."""
    try:
        answer = client.head(address)
        if answer.status_code in (403, 404, 405, 501):
            with client.stream("GET", address) as answer:
                pass
    except httpx.TransportError:
        return NOT_REACHED
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return type(error).__name__
    elsewhere = answer.url.host != urlsplit(address).hostname
    return f"{answer.status_code} from {answer.url.host}" if elsewhere else str(answer.status_code)


def main(arguments: list[str]) -> int:
    """Try and write the list, or compare it."""
    kept = listed(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}
    links = [replace(kept.get(one, Link(one, ())), places=places) for one, places in named(ROOT).items()]
    if "--check" in arguments:
        wrong = sorted({one.address for one in links} ^ set(kept))
        print("\n".join([*wrong, f"{len(wrong)} addresses: run `make links`"]), file=sys.stderr) if wrong else None
        return bool(wrong)
    today = datetime.now(UTC).date().isoformat()
    agent = {"user-agent": "bangiao-links (a check of the links of a document, once)"}
    with httpx.Client(headers=agent, timeout=15, follow_redirects=True) as client:
        links = list(try_all(links, client, today))
    LIST.write_text(page(links), encoding="utf-8")
    reached = sum(one.answer not in (NOT_TRIED, NOT_REACHED) for one in links)
    print(f"{len(links)} addresses tried, {reached} answered: {LIST.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
