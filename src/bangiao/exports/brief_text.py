"""A document as Markdown or as one self-contained page, by a Jinja2 template that may be replaced."""

import base64
import hashlib
import re
from importlib.resources import files
from typing import Any

import msgspec
from markupsafe import Markup

from bangiao.exports.page import Page
from bangiao.model.errors import InputError

_MARKDOWN = re.compile(r"([\\`*_\[\]{}<>#|~$&])")
_LIST = re.compile(r"^([-+]|\d+(?=[.)]))", re.MULTILINE)


def markdown(page: Page, template: str | None = None) -> bytes:
    """The document as Markdown; words of reports are escaped, so that none of them is markup."""
    words = _escaped(msgspec.to_builtins(page))
    return _rendered(_environment(autoescape=False), template or shipped("brief.md.j2"), words, {})


def html(page: Page, template: str | None = None) -> bytes:
    """The document as one page without scripts that fetches nothing."""
    style = shipped("brief.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    more = {"style": Markup(style), "digest": digest}
    return _rendered(
        _environment(autoescape=True), template or shipped("brief.html.j2"), msgspec.to_builtins(page), more
    )


def shipped(name: str) -> str:
    """A template that comes with the program."""
    return (files("bangiao.exports") / "templates" / name).read_text(encoding="utf-8")


def _environment(autoescape: bool) -> Any:
    """Templates may be other people's: they see the words and nothing else of the program."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _rendered(environment: Any, template: str, page: dict[str, Any], more: dict[str, Any]) -> bytes:
    from jinja2 import TemplateError

    try:
        text = environment.from_string(template).render(page=page, **more)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f", line {line}" if line else ""
        raise InputError(f"the template cannot be used{where}: {error.message}", "start from the shipped one") from None
    return re.sub(r"\n{3,}", "\n\n", str(text)).lstrip().encode("utf-8")


def _escaped(value: Any, key: str = "") -> Any:
    """All words with a backslash before what Markdown would act on; a line end within a cell becomes a break."""
    if isinstance(value, dict):
        return {name: _escaped(one, name) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(one, key) for one in value]
    if not isinstance(value, str):
        return value
    if key == "url":
        return re.sub(r"[<>\s]", "", value)
    words = _LIST.sub(r"\\\1", _MARKDOWN.sub(r"\\\1", value))
    return words.replace("\n", "<br>")
