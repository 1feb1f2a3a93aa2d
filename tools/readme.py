"""Put the real output of `bangiao demo` into the READMEs: `python tools/readme.py`; `--check` only compares."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
BLOCK = re.compile(r"(<!-- output of: bangiao demo -->\n```\n).*?(```\n<!-- end of output -->)", re.DOTALL)
TIMELINE, CONTACT = 17, 21  # lines of each part: what fits on the first screen of a README


def excerpt() -> str:
    """The beginnings of the timeline and of one contact, as the demo prints them on a screen of 80 columns."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    command = [str(Path(sys.executable).with_name("bangiao")), "demo"]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout
    lines = [line.rstrip() for line in output.splitlines()]
    contact = next(number for number, line in enumerate(lines) if line.startswith("bangiao show contact"))
    return f"{_whole_rows(lines, TIMELINE)}\n…\n\n{_whole_rows(lines[contact:], CONTACT)}\n…\n"


def _whole_rows(lines: list[str], most: int) -> str:
    """The first rows, none cut in two."""
    end = max(number for number, line in enumerate(lines[: most + 1]) if line[:1].strip())
    return "\n".join(lines[:end]).strip()


def main(arguments: list[str]) -> int:
    """Fill both blocks, or say which of them is out of date."""
    wanted = excerpt()
    stale = []
    for name in READMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        filled = BLOCK.sub(lambda match: match[1] + wanted + match[2], text)
        if filled != text:
            stale.append(name)
            if "--check" not in arguments:
                (ROOT / name).write_text(filled, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"{', '.join(stale)}: not what `bangiao demo` prints; run `make readme`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
