"""How the desk is set up: which register it shows, and where it listens."""

from msgspec import Struct

HOST = "127.0.0.1"
PORT = 8383


class Settings(Struct, frozen=True):
    """`register` is a file or a database's address, null for the user's own; the register must be there already.

    With `ready` the desk works out at its opening what the first reader would wait for.
    """

    register: str | None = None
    host: str = HOST
    port: int = PORT
    ready: bool = False

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{self.host if ':' not in self.host else f'[{self.host}]'}:{self.port}/"
