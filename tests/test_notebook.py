"""What a notebook uses: the stages one by one, and the answers as data frames."""

import subprocess
import sys
from pathlib import Path

import pytest

import bangiao
from bangiao.model.errors import InputError, QuestionError
from bangiao.notebook import UnreadInput
from bangiao.samples import sample_paths

TALKS = "Ngày 2/4/2024, tại Hà Nội, Bộ trưởng Ngoại giao Bùi Thanh Sơn hội đàm với Bộ trưởng Ngoại giao Lào."


def test_reading_resolving_and_asking() -> None:
    readings = list(bangiao.read(*sample_paths()))
    with bangiao.resolve(readings) as register:
        page = bangiao.timeline(register, country="JP")
        assert page.contacts
        assert page.total == len(page.contacts)
        person = next(one.name for line in page.contacts for side in line.sides for one in side.people if one.name)
        assert bangiao.person(register, person).contacts
        assert bangiao.contact(register, page.contacts[0].id).fields
        table = bangiao.frame(page.contacts)
    assert list(table["id"]) == [one.id for one in page.contacts]
    assert set(table["form"]) <= {"visit", "talks", "meeting", "conference", "message", "call", "signing", "ceremony"}


def test_finding_in_a_text_cites_it() -> None:
    reading = bangiao.find(TALKS)
    (contact,) = reading.findings.contacts
    assert contact.form == "talks"
    assert all(TALKS[one.start : one.end] == one.quote for one in contact.evidence)


def test_a_register_in_a_file_stays(tmp_path: Path) -> None:
    place = str(tmp_path / "register.sqlite")
    bangiao.resolve([bangiao.find(TALKS)], place).close()
    with bangiao.open_register(place, create=False) as register:
        assert bangiao.timeline(register).total == 1


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.warns(UnreadInput, match="missing"):
        assert list(bangiao.read(tmp_path / "missing.txt")) == []
    with pytest.raises(InputError):
        bangiao.find("\ud800")
    with bangiao.resolve([]) as register, pytest.raises(QuestionError):
        bangiao.timeline(register, country="Atlantis")


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="timeline"):
        bangiao.timelines  # noqa: B018
    assert set(bangiao.__all__) < set(dir(bangiao))


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, bangiao; print([name for name in sys.modules if name.startswith('bangiao.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
