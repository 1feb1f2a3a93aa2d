"""The server for assistants, asked by the protocol's own client: in this process, and over the pipes of another."""

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

import bangiao
from bangiao.assistant.server import build
from bangiao.samples import sample_paths

START = "from bangiao.cli.main import main; main()"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("assistant") / "register.sqlite"
    bangiao.resolve(bangiao.read(*sample_paths()), str(place)).close()
    return place


def ask(server: Path | StdioServerParameters, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """Call tools one after the other in one session; an error comes as its message."""

    async def session() -> list[Any]:
        async with Client(build(str(server)) if isinstance(server, Path) else server) as client:
            return [_content(await client.call_tool(name, arguments)) for name, arguments in calls]

    with ThreadPoolExecutor(1) as thread:  # the loop of a browser's tests may still stand in this one
        return thread.submit(asyncio.run, session()).result()


def _content(result: Any) -> Any:
    text = result.content[0].text
    return text if result.is_error else json.loads(text)


def test_the_command_speaks_over_its_pipes(register: Path) -> None:
    arguments = ["-c", START, "mcp", "--register", str(register)]
    command = StdioServerParameters(command=sys.executable, args=arguments, env={**os.environ})
    question = ("timeline", {"country": "JP", "limit": 2})
    assert ask(command, question) == ask(register, question)


def test_every_contact_of_a_timeline_brings_its_words(register: Path) -> None:
    (found,) = ask(register, ("timeline", {"country": "JP", "limit": 5}))
    shown = [one["id"] for one in found["answer"]["contacts"]]
    assert shown == [one["contact"] for one in found["citations"]]
    assert all(one["citations"] for one in found["citations"])
    sources = {one["id"] for one in found["sources"]}
    assert {word["report"] for one in found["citations"] for word in one["citations"]} <= sources


def test_quotations_stand_in_their_reports(register: Path) -> None:
    (found,) = ask(register, ("timeline", {"limit": 3}))
    with bangiao.open_register(str(register), create=False) as opened:
        for one in found["citations"]:
            for word in one["citations"]:
                if word["start"] is not None:
                    text = opened.report(word["report"]).report.text
                    assert text[word["start"] : word["end"]] == word["quote"]


def test_people_offices_and_reports_can_be_asked(register: Path) -> None:
    (found,) = ask(register, ("timeline", {"limit": 25}))
    line = found["answer"]["contacts"][0]
    person = next(
        one for each in found["answer"]["contacts"] for side in each["sides"] for one in side["people"] if one["name"]
    )
    contact, who, posts, day = ask(
        register,
        ("contact", {"id": line["id"]}),
        ("person", {"name": person["id"]}),
        ("office_holders", {"office": "Thủ tướng", "country": "VN"}),
        ("in_office", {"office": "Thủ tướng", "on": "2024-04-02", "country": "VN"}),
    )
    assert contact["contact"]["id"] == line["id"]
    assert who["answer"]["person"]["id"] == person["id"]
    assert who["citations"]
    assert posts["holders"]
    assert day["answers"]
    (report,) = ask(register, ("report", {"id": contact["reports"][0]["id"]}))
    assert report["parts"]


def test_what_cannot_be_answered_is_told_in_one_line(register: Path) -> None:
    unknown, no_country = ask(register, ("contact", {"id": "c-aaaaaaaa"}), ("timeline", {"country": "Atlantis"}))
    for message in (unknown, no_country):
        assert isinstance(message, str)
        assert "Traceback" not in message
        assert "–" in message


def test_no_tool_writes(register: Path) -> None:
    async def hints() -> list[bool]:
        async with Client(build(str(register))) as client:
            tools = (await client.list_tools()).tools
            return [bool(tool.annotations and tool.annotations.read_only_hint) for tool in tools]

    before = register.read_bytes()
    ask(register, ("timeline", {}))
    assert register.read_bytes() == before
    with ThreadPoolExecutor(1) as thread:
        assert set(thread.submit(asyncio.run, hints()).result()) == {True}


def test_a_missing_register_is_told_at_the_start(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, "mcp", "--register", str(tmp_path / "none.sqlite")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode != 0
    assert "there is no register" in done.stderr
    assert "Traceback" not in done.stderr
