"""A register of an older version: its readings and decisions are kept, all that follows is made anew."""

from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from bangiao.model.errors import RegisterError
from bangiao.model.tenure import Tenure
from bangiao.register.migrate import settings
from bangiao.register.place import database_address
from bangiao.register.reading import reading_of
from bangiao.register.schema import OLDER_REVISIONS, REVISION
from bangiao.register.store import Register
from tests.register.conftest import NewPlace
from tests.register.making import contact, side, told

TALKS = contact(side("VN", ("Trần Thị Bình", "Thủ tướng")), side("JP", ("Sato Hana", None)))


VERSIONS = (*OLDER_REVISIONS, REVISION)
ANCHORS = '[{"report":"r-a","start":14,"quote":"hội đàm"}]'
TENURE = Tenure("Nguyễn Văn Hoà", "VN", "Bộ trưởng Bộ Ngoại giao", start="2023", origin="desk.tsv")


def rows(version: str) -> dict[str, dict[str, object]]:
    """One row of each table of the source, with the columns that the version had."""
    setting = {"field": None, "value": None} if version >= "0002" else {}
    decision = {"decision_id": "d-a", "kind": "reject", "subjects": '["c-a"]', "by": "Lan", "at": "2025-01-01"}
    found = {
        "readings": reading_of(*told("a", TALKS), "old reader").row("r-a", True),
        "decisions": {**decision, "why": "w", "anchors": ANCHORS, **setting},
    }
    if version >= "0002":
        content = msgspec.json.encode(TENURE).decode()
        found["tenures"] = {"tenure_id": "t-a", "country": "VN", "person": "Nguyễn Văn Hoà", "content": content}
    if version >= "0003":
        found["visits"] = {"address": "https://example.org/", "etag": '"1"'}
    return found


def of_version(place: str, version: str) -> None:
    """Make the tables of an older version, with rows in them, beside tables of the time and somebody else's."""
    engine = create_engine(database_address(place, create=True))
    config = settings()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        for statement in (
            "CREATE TABLE contacts (contact_id TEXT PRIMARY KEY, colour TEXT)",
            "CREATE TABLE doubts (doubt_id TEXT PRIMARY KEY, contact_id TEXT REFERENCES contacts (contact_id))",
            "CREATE TABLE notes (note TEXT, contact_id TEXT)",
            "INSERT INTO contacts VALUES ('c-old', 'red')",
            "INSERT INTO doubts VALUES ('d-old', 'c-old')",
        ):
            connection.execute(text(statement))
        for table, row in rows(version).items():
            names = ", ".join(f'"{name}"' for name in row)
            values = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)
    engine.dispose()


@pytest.mark.parametrize("version", OLDER_REVISIONS)
def test_tables_of_each_version_become_those_of_today(new_place: NewPlace, version: str) -> None:
    place = new_place()
    of_version(place, version)
    with Register.open(place) as register, register._engine.connect() as connection:
        assert connection.scalars(text("SELECT count(*) FROM notes")).one() == 0
        assert connection.scalars(text("SELECT count(*) FROM tenures")).one() == (version >= "0002")
        assert connection.scalars(text("SELECT count(*) FROM visits")).one() == (version >= "0003")
        assert connection.scalars(text("SELECT count(*) FROM pages")).one() == 0
    with Register.open(place) as register:
        assert (register.counts().reports, register.counts().people) == (1, 2)
        assert [one.kind for one in register.decisions()] == ["reject"]
        assert register.counts().contacts == 0  # rejected: the old word is put on the telling it rests on
        assert register.check() == []
        before = list(register.dump())
        register.rebuild()
        assert list(register.dump()) == before


def test_the_versions_are_those_of_the_migrations() -> None:
    steps = ScriptDirectory.from_config(settings()).walk_revisions()
    assert tuple(sorted(step.revision for step in steps)) == VERSIONS


def test_tables_of_a_later_version_are_left_as_they_are(new_place: NewPlace) -> None:
    place = new_place()
    with Register.open(place) as register, register._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match=r"another version of bangiao .its tables are at 9999") as refused:
        Register.open(place)
    assert "install the newest bangiao" in refused.value.hint


def test_what_other_rules_joined_is_made_again_before_the_first_change(tmp_path: Path) -> None:
    file = str(tmp_path / "register.sqlite")
    with Register.open(file) as register:
        register.add(*told("a", TALKS))
        assert register.check() == []
        before = list(register.dump())
        with register._engine.begin() as connection:
            connection.execute(text("DELETE FROM name_keys"))
            connection.execute(text("UPDATE maker SET mark = 'other rules'"))
        assert [fault.where for fault in register.check()] == ["register"]
    with Register.open(file, create=False) as register:
        register.add(*told("a", TALKS))
        assert register.check() == []
        assert list(register.dump()) == before
