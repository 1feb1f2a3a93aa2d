"""Let atheris look for bytes that break a reader, led by which lines they reach: `make fuzz`, not part of the CI.

    python tests/hostile/fuzz.py READER SECONDS FOLDER

The folder keeps what was reached, for the next run; bytes that break a reader are left there as crash-…: mend the
reader, and keep them under cases/READER, by a name that says what is promised (read-… or refused-…).
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["bangiao"]):
    from tests.hostile.readers import READERS, harmless
from tests.hostile.seeds import SEEDS


def main(name: str, seconds: str, folder: Path) -> None:
    """Fuzz one reader for so long, from the sound examples and the kept cases."""
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    kept = Path(__file__).with_name("cases") / name
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={corpus}/", "-timeout=30", "-max_len=4096"]
    atheris.Setup([sys.argv[0], *options, str(corpus), str(kept)], lambda data: harmless(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1] not in READERS:
        sys.exit(f"no such reader: {sys.argv[1]}; one of {', '.join(READERS)}")
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
