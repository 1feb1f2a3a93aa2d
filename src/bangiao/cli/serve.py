"""`bangiao serve`: the desk to look at the register, in a browser on this machine."""

from contextlib import suppress
from typing import Annotated

import typer

from bangiao.cli.asking import catch_up
from bangiao.cli.messages import say
from bangiao.cli.options import RegisterPlace

EXAMPLE = """\b
Examples:
  bangiao serve
  bangiao serve --register work.sqlite --port 9000"""

Host = Annotated[str, typer.Option("--host", metavar="NAME", help="Where to listen; without accounts, here alone.")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help="On which port to listen.")]


def serve(register: RegisterPlace = None, host: Host = "127.0.0.1", port: Port = 8383) -> None:
    """Open the register in the browser; Ctrl-C closes the desk."""
    try:
        import uvicorn

        from bangiao.web.app import application
    except ImportError as missing:
        from bangiao.model.errors import InputError, installing

        raise InputError(f"the desk needs one more package ({missing.name})", installing("web")) from None
    from bangiao.register.store import Register
    from bangiao.sources.listening import listening
    from bangiao.web.settings import Settings
    from bangiao.web.waiting import waiting

    settings = Settings(register, host, port, ready=True)
    app = application(settings)
    with listening(host, port) as place:
        # before the desk opens, since the first decision would seem to hang; a browser is told to wait
        with Register.open(register, create=False) as store, waiting(place):
            catch_up(store)
        say(f"the desk is open at {settings.address} (Ctrl-C closes it)")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, access_log=False))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[place])
    if not server.started:
        raise typer.Exit(1)
