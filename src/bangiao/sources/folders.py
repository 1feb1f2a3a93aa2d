"""The files of a folder and of the folders in it, in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path

from bangiao.model.errors import InputError
from bangiao.model.report import Refusal
from bangiao.sources.media import by_name
from bangiao.sources.wording import refuse

EXPECTED = ".expected."  # a reading by hand, not a report


def walk(folder: Path) -> Iterator[Path | Refusal]:
    """Each file with a known suffix; a refusal for each folder that cannot be listed, or that holds none at all.

    Hidden names, files of other kinds and readings by hand (`NAME.expected.json`, as beside the samples) are passed
    over; links to folders are not followed, so that no link
    can lead round in a circle or out of the folder named.
    """
    waiting: list[tuple[Path, bool]] = [(folder, True)]
    found = False
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            found = True
            yield path
            continue
        try:
            waiting.extend(reversed(_entries(path)))
        except OSError as error:
            found = True
            yield refuse(str(path), error)
    if not found:
        kinds = "files that end in .txt, .html, .jsonl, .warc, .parquet, or one of these and .gz or .zst"
        yield refuse(str(folder), InputError("is a folder without reports", f"put into it {kinds}"))


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    with os.scandir(folder) as listing:
        entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda entry: entry.name)
    kept = []
    for entry in entries:
        if entry.is_dir():
            if not entry.is_symlink():
                kept.append((folder / entry.name, True))
        elif by_name(entry.name) and EXPECTED not in entry.name:
            kept.append((folder / entry.name, False))
    return kept
