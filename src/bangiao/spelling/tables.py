"""Read the tables of correspondences that lie beside this file."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bangiao.model.errors import PackError


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, Any]:
    """The content of `spelling/<name>.toml`; raises PackError where it is missing or broken."""
    source = files("bangiao.spelling") / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(f"spelling/{name}.toml is missing", "put the table back, or reinstall the package") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"spelling/{name}.toml: {error}", "check quotes and brackets near that line") from None
