"""How fast the desk answers on the register of a corpus: 20 readers at once, the weight of each page, the first paint.

`make bench-web` reads the reports of ../shared into a register of its own; `ARGS="--register FILE"` copies yours.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import httpx

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register

READERS, ROUNDS = 20, 3
CHROMIUM = "/usr/bin/chromium"


def addresses(place: str) -> list[str]:
    """One address for each kind of page, and fifty of contacts and reports, so that most are made anew."""
    with Register.open(place) as register:
        found = register.contacts(ContactQuestion(limit=25, newest="2030")).contacts
        people = [who.person for one in found for side in one.sides for who in side.people if who.person]
        reports = [register.told(one.id)[0].report.id for one in found]
    paths = ["/", "/?country=JP", "/?offset=50", "/search?q=Si-i", "/search?q=kinh+te", "/relations/VN/JP"]
    paths += ["/commitments", "/coverage", "/doubts", "/calendar", "/threads", "/brief?country=JP", "/api/timeline"]
    paths += [f"/contacts/{one.id}" for one in found] + [f"/reports/{one}" for one in reports]
    return paths + [f"/people/{one}" for one in dict.fromkeys(people)][:25]


@contextmanager
def desk(place: str) -> Iterator[tuple[str, int]]:
    """The desk in a process of its own, as a user opens it: its address and its number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bangiao", "serve", "--register", place, "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    at = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{at}/add")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        yield at, process.pid
    finally:
        process.terminate()
        process.wait(20)


def measure(at: str, paths: list[str]) -> tuple[list[float], dict[str, int]]:
    """Seconds of all answers, and bytes by address; raises for an answer that is an error."""

    def read(reader: int) -> list[tuple[str, float, int]]:
        done = []
        with httpx.Client(base_url=at, timeout=120, headers={"accept-language": "vi"}) as client:
            for number in range(ROUNDS * len(paths)):
                path = paths[(reader * 7 + number) % len(paths)]
                begin = time.perf_counter()
                answer = client.get(path)
                done.append((path, time.perf_counter() - begin, len(answer.content)))
                answer.raise_for_status()
        return done

    with ThreadPoolExecutor(READERS) as readers:
        told = [one for done in readers.map(read, range(READERS)) for one in done]
    return [seconds for _, seconds, _ in told], {path: size for path, _, size in told}


def processor(pid: int) -> float:
    """Milliseconds of a processor that a process used so far, as Linux counts them."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")


def after_a_write(at: str, pid: int, place: str, paths: list[str]) -> dict[str, tuple[float, float]]:
    """Milliseconds until a page is there whole that is asked for first after a decision, and those of the processor."""
    found = {}
    with Register.open(place) as register, httpx.Client(base_url=at, timeout=120) as client:
        contact = register.contacts(ContactQuestion(limit=1)).contacts[0].id
        for path in paths:
            moment = datetime.now(UTC).isoformat()
            register.decide("confirm", (contact,), why="to measure", by="bench", at=moment, last=True)
            begin, used = time.perf_counter(), processor(pid)
            client.get(path).raise_for_status()
            found[path] = ((time.perf_counter() - begin) * 1000, processor(pid) - used)
    return found


def first_paints(at: str, paths: list[str]) -> dict[str, float]:
    """Milliseconds to the first paint in Chromium, where it is installed."""
    if not os.access(CHROMIUM, os.X_OK):
        return {}
    from playwright.sync_api import sync_playwright

    painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path in paths:
            page = browser.new_page()
            page.goto(at + path)
            page.wait_for_timeout(300)
            found[path] = float(page.evaluate(painted))
            page.close()
        browser.close()
    return found


def corpus(place: Path) -> None:
    """A register of the corpus beside the repository."""
    shared = Path(os.environ.get("BANGIAO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    command = [sys.executable, "-m", "bangiao", "read", "--register", str(place), str(shared / "corpus")]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def main() -> None:
    """Print what was measured."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--register", help="an existing register; without it the corpus is read first")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "register.sqlite")
        if chosen.register:
            shutil.copyfile(chosen.register, place)
        else:
            corpus(Path(place))
        paths = addresses(place)
        with desk(place) as (at, pid):
            seconds, sizes = measure(at, paths)
            paints = first_paints(at, paths[:13])
            fresh = after_a_write(at, pid, place, paths[:13])
    cuts = quantiles(seconds, n=100)
    print(f"{READERS} readers, {len(seconds)} answers of {len(paths)} pages, no error")
    print(f"p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms")
    heavy = max(sizes, key=lambda path: sizes[path])
    print(f"heaviest page {heavy}: {sizes[heavy] / 1000:.0f} kB; the timeline {sizes['/'] / 1000:.0f} kB")
    for path, at_ms in paints.items():
        print(f"first paint {at_ms:6.0f} ms  {path}")
    for path, (whole, used) in fresh.items():
        print(f"first asked after a decision {whole:6.0f} ms, {used:4.0f} ms of the processor  {path}")


if __name__ == "__main__":
    main()
