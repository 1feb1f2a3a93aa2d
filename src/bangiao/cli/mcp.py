"""`bangiao mcp`: the register for an assistant that speaks the Model Context Protocol."""

from bangiao.cli.options import RegisterPlace
from bangiao.model.errors import InputError, installing

EXAMPLE = """\b
Examples:
  bangiao mcp
  bangiao mcp --register desk.sqlite
In the settings of an assistant name the command `bangiao` with the argument
`mcp`; it speaks on standard input and output and only reads."""


def mcp(register: RegisterPlace = None) -> None:
    """Let an assistant ask the register; it can read, and nothing else."""
    try:
        from bangiao.assistant.server import build
    except ImportError:
        raise InputError("the server for assistants is not installed", installing("mcp")) from None
    from bangiao.register import open_register

    open_register(register, create=False).close()  # a missing register is told now, not at the first question
    build(register).run("stdio")
