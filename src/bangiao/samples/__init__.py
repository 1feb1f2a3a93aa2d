"""Reports to try the program on, each with the reading that a person wrote for it."""

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

SUFFIXES = (".txt", ".html", ".jsonl")


def sample_paths() -> list[Path]:
    """The sample inputs as files that can be read like any other: texts, pages and one archive, by name.

    An installed package keeps them on disk. Raises FileNotFoundError where it does not (a zipped import).
    """
    return [_on_disk(entry) for entry in _entries() if _is_input(entry.name)]


def expected() -> dict[str, dict[str, Any]]:
    """The expected reading of every sample by its id: the guide's fields and the page's own.

    `line` of a commitment is null for a page (.html): its visible text is the reader's, so the `quote` finds it.
    """
    readings: dict[str, dict[str, Any]] = {}
    for entry in _entries():
        if entry.name.endswith(".expected.json"):
            documents = [json.loads(entry.read_text(encoding="utf-8"))]
        elif entry.name.endswith(".expected.jsonl"):
            documents = [json.loads(line) for line in entry.read_text(encoding="utf-8").splitlines() if line.strip()]
        else:
            continue
        for document in documents:
            if document["id"] in readings:
                raise ValueError(f"{entry.name}: id {document['id']!r} stands in two expected readings")
            readings[document["id"]] = document
    return readings


def _entries() -> list[Traversable]:
    return sorted(files(__name__).iterdir(), key=lambda entry: entry.name)


def _is_input(name: str) -> bool:
    return name.endswith(SUFFIXES) and ".expected." not in name


def _on_disk(entry: Traversable) -> Path:
    path = Path(str(entry))
    if not path.is_file():
        raise FileNotFoundError(f"{entry} is not a file on disk: install the package unzipped")
    return path
