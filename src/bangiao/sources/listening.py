"""Where this program answers: a place on the network, taken before there is an answer."""

import os
import socket

from bangiao.model.errors import InputError

Place = socket.socket


def listening(host: str, port: int) -> Place:
    """The place where the desk will answer, taken before it can: who asks meanwhile waits, and is not turned away.

    Raises InputError where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise InputError(
            f"the desk cannot listen on {host}, port {port}: {why}", "choose another: --port 9000"
        ) from None
    # under the protocol's own number: asyncio sends short answers at once over no other, and each would wait 40 ms
    return socket.socket(made.family, made.type, socket.IPPROTO_TCP, fileno=made.detach())
