"""The archives that growth is measured on, and one thousand of their documents read as the measurement does."""

import json
from itertools import islice
from pathlib import Path

from bangiao.register.store import Register
from benchmarks.scale import read
from benchmarks.scale_material import leads, make

NUMBER = 1000


def test_copies_have_other_people_and_days(shared_dir: Path) -> None:
    known = leads(200)
    lines = [json.loads(line) for line in islice(make(600), 600)]
    assert len({line["id"] for line in lines}) == 600
    named = [at for at, lead in enumerate(leads(200)) if lead.names]
    assert named
    assert len(known) <= 200
    texts = {line["text"] for line in lines}
    assert len(texts) > 550


def test_an_archive_is_the_same_each_time(shared_dir: Path) -> None:
    assert list(make(50, 7)) == list(make(50, 7))
    assert list(make(50, 7)) != list(make(50, 8))


def test_a_thousand_documents_are_read(shared_dir: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_bytes(b"".join(make(NUMBER)))
    run = read(archive, NUMBER, "two", tmp_path)
    assert run.documents == NUMBER
    with Register.open(str(tmp_path / "two.sqlite")) as register:
        assert register.counts().reports >= NUMBER
        assert register.check() == []
