"""Read the tables of wordings that lie in `data` beside this file."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """The content of `resolution/data/<name>.toml`."""
    return tomllib.loads((files("bangiao.resolution") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
