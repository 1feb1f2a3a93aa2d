"""Run the examples of the documents and put in what they print: `python tools/examples.py`; `--check` only compares.

An example is a fenced block whose language is `console`: lines that begin with `$ ` are commands, what follows is what
they print. The blocks of one page run one after the other in a folder of their own that holds the sample reports as
`samples/`, without a register and without settings of the person who runs it. `console shown=12` shows twelve lines of
each output and then `…`. Ids change when rules do: `<!-- contact: OPTIONS -->` before a block asks `bangiao timeline
OPTIONS`, and the first contact of the answer is the one that later commands of the page name. A block of language
`python` that begins with `>>> ` runs as a doctest in the same folder.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bangiao.samples import sample_paths

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console(?: shown=(\d+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONTACT = re.compile(r"<!-- contact: (.+?) -->")
PYTHON = re.compile(r"^```python\n(>>> .*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """The documents that have examples."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return [page for page in found if BLOCK.search(text := page.read_text(encoding="utf-8")) or PYTHON.search(text)]


def filled(page: Path) -> str:
    """A document with what its examples print now."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").mkdir()
        for sample in sample_paths():
            shutil.copy(sample, folder / "samples")
        text = _run(text, folder)
        _doctests(page, text, folder)
    return text


def _run(text: str, folder: Path) -> str:
    """The text with each block filled, in the order of the page."""
    parts, end, contact = [], 0, ""
    for match in BLOCK.finditer(text):
        between = text[end : match.start()]
        wanted = CONTACT.search(between)
        contact = _first_contact(wanted[1], folder) if wanted else contact
        parts += [between, _block(match, folder, contact)]
        end = match.end()
    return "".join([*parts, text[end:]])


def _first_contact(options: str, folder: Path) -> str:
    found = re.search(r'"id":"(c-[a-z2-7]{8})', _printed(f"bangiao timeline {options} --json", folder))
    if not found:
        raise SystemExit(f"no contact fits: bangiao timeline {options}")
    return found[1]


def _block(match: re.Match[str], folder: Path, contact: str) -> str:
    commands = [line for line in match[2].splitlines() if line.startswith("$ ")]
    if contact:
        commands = [re.sub(r"\bc-[a-z2-7]{8,12}\b", contact, line) for line in commands]
    shown = int(match[1]) if match[1] else None
    body = "".join(f"{line}\n{_output(line[2:], folder, shown)}" for line in commands)
    return f"```console{f' shown={shown}' if shown else ''}\n{body}```"


def _output(command: str, folder: Path, shown: int | None) -> str:
    """What a command prints on a screen of 80 columns, messages included, as a page shows it."""
    told = _printed(command, folder)
    told = told.replace(str(folder / ".home"), "/home/lan").replace(str(folder), "/home/lan/work")
    told = re.sub(r"\bd-[a-z2-7]{12}\b", "d-…", told)  # the id of a decision holds the moment
    lines = [line.rstrip() for line in told.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    if shown and len(lines) > shown:
        lines = [*lines[:shown], "…"]
    return "".join(f"{line}\n" for line in lines)


def _printed(command: str, folder: Path) -> str:
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout + done.stderr


def _environment(folder: Path) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    own = {"HOME": str(folder / ".home"), "COLUMNS": "80", "NO_COLOR": "1", "BANGIAO_NAME": "Lan"}
    return {"PATH": path, "PYTHONUTF8": "1", **kept, **own}


def _doctests(page: Path, text: str, folder: Path) -> None:
    """Run the Python of a page; raises where it prints something else."""
    blocks = PYTHON.findall(text)
    if not blocks:
        return
    script = folder / "page.txt"
    script.write_text("\n".join(blocks), encoding="utf-8")
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    run = f"doctest.testfile('page.txt', False, optionflags={flags}, encoding='utf-8')"
    code = f"import doctest, sys; sys.exit(bool({run}[0]))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{page.relative_to(ROOT)}: its Python does not run as written\n{done.stdout}{done.stderr}")


def main(arguments: list[str]) -> int:
    """Fill the examples of all pages, or of those named; or say which are out of date."""
    named = [ROOT / one for one in arguments if not one.startswith("--")]
    stale = []
    for page in named or pages():
        text = filled(page)
        if text != page.read_text(encoding="utf-8"):
            stale.append(str(page.relative_to(ROOT)))
            if "--check" not in arguments:
                page.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"{', '.join(stale)}: not what the commands print; run `make examples`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
