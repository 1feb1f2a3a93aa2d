"""Many readers at once: every page of the desk is answered, to twenty people who do not wait for each other."""

from concurrent.futures import ThreadPoolExecutor

import httpx

from bangiao.register.store import Register
from tests.web.test_browser import addresses

READERS = 20


def test_twenty_readers_at_once(served: str, register: Register) -> None:
    paths = [path for name, path in addresses(register).items() if name != "failure"]

    def read(reader: int) -> list[int]:
        """Each begins at another page, so that none is made for all of them at first."""
        order = paths[reader % len(paths) :] + paths[: reader % len(paths)]
        with httpx.Client(base_url=served, timeout=600, headers={"accept-language": "vi"}) as client:
            return [client.get(path).status_code for path in order]

    with ThreadPoolExecutor(READERS) as readers:
        answers = [status for statuses in readers.map(read, range(READERS)) for status in statuses]
    assert answers == [200] * (READERS * len(paths))
