"""The contracts of the layers forbid what they are meant to forbid, and leave no folder out."""

import tomllib
from pathlib import Path


def contracts(repository: Path) -> dict[str, dict[str, list[str]]]:
    settings = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def layers(contract: dict[str, list[str]]) -> list[str]:
    return [name.strip("() ") for line in contract["layers"] for name in line.split("|")]


def test_each_third_party_stays_in_one_folder(repository: Path) -> None:
    home = {"sql": "register", "network": "sources", "markup": "reports", "terminal": "cli"}
    found = contracts(repository)
    folders = {f"bangiao.{name}" for name in layers(found["layers"])} - {"bangiao.__main__"}
    for name, folder in home.items():
        assert folders - set(found[name]["source_modules"]) == {f"bangiao.{folder}"}


def test_no_module_fetches_through_the_standard_library(repository: Path) -> None:
    source = repository / "src" / "bangiao"
    fetching = ("urllib.request", "http.client", "ftplib", "smtplib", "asyncio.open_connection")
    guilty = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if path.relative_to(source).parts[0] != "sources"
        if any(word in path.read_text(encoding="utf-8") for word in fetching)
    ]
    assert guilty == []
