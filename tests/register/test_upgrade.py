"""A register of an older version: its readings and decisions are kept, all that follows is made anew."""

from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from bangiao.register.migrate import settings
from bangiao.register.reading import reading_of
from bangiao.register.store import Register
from tests.register.making import contact, side, told

TALKS = contact(side("VN", ("Trần Thị Bình", "Thủ tướng")), side("JP", ("Sato Hana", None)))


def test_the_first_tables_become_those_of_today(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite"
    engine = create_engine(f"sqlite:///{file}")
    config = settings()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        # an older form of what follows from the source, with rows in it
        connection.execute(text("CREATE TABLE contacts (contact_id TEXT PRIMARY KEY, colour TEXT)"))
        connection.execute(
            text("CREATE TABLE doubts (doubt_id TEXT PRIMARY KEY, contact_id TEXT REFERENCES contacts (contact_id))")
        )
        connection.execute(text("CREATE TABLE notes (note TEXT, contact_id TEXT)"))  # somebody else's
        connection.execute(text("INSERT INTO contacts VALUES ('c-old', 'red')"))
        connection.execute(text("INSERT INTO doubts VALUES ('d-old', 'c-old')"))
        row = reading_of(*told("a", TALKS), "old reader").row("r-a", True)
        names = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO readings ({names}) VALUES ({values})"), row)
        connection.execute(
            text(
                "INSERT INTO decisions (decision_id, kind, subjects, by, at, why, anchors)"
                """ VALUES ('d-a', 'reject', '["c-a"]', 'Lan', '2025-01-01', 'w', :anchors)"""
            ),
            {"anchors": '[{"report":"r-a","start":14,"quote":"hội đàm"}]'},
        )
    engine.dispose()
    with Register.open(str(file)) as register, register._engine.connect() as connection:
        assert connection.scalars(text("SELECT count(*) FROM notes")).one() == 0
    with Register.open(str(file)) as register:
        assert (register.counts().reports, register.counts().people) == (1, 2)
        assert [one.kind for one in register.decisions()] == ["reject"]
        assert register.counts().contacts == 0  # rejected: the old word is put on the telling it rests on
        assert register.check() == []
        before = list(register.dump())
        register.rebuild()
        assert list(register.dump()) == before


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
