"""A backup holds one moment of a register, from every database into a file, and comes back the same."""

from pathlib import Path

import pytest
from sqlalchemy import text

from bangiao.model.errors import RegisterError
from bangiao.register.backup import back_up, restore
from bangiao.register.store import Register
from tests.register.conftest import NewStore
from tests.register.making import contact, side, told

HOA, SATO = ("Nguyễn Văn Hòa", "Bộ trưởng"), ("Sato Hana", "Chủ tịch")
TALKS = contact(side("VN", HOA), side("JP", SATO))


def filled(store: Register) -> Register:
    """A register with two reports and a decision."""
    (ident,) = store.add(*told("a", TALKS)).contacts
    store.add(*told("b", TALKS, outlet="Báo B"))
    store.decide("correct", (ident,), why="seen", by="Lan", at="2025-01-01T00:00:00Z", field="city", value="Huế")
    return store


def test_what_comes_back_is_the_same(new_store: NewStore, tmp_path: Path) -> None:
    register, copy = filled(new_store()), tmp_path / "copy.sqlite"
    assert back_up(register, copy) == 2
    with Register.open(str(copy), create=False) as kept:
        assert list(kept.dump()) == list(register.dump())
    assert restore(copy, str(tmp_path / "new.sqlite")) == 2
    with Register.open(str(tmp_path / "new.sqlite"), create=False) as back:
        assert list(back.dump()) == list(register.dump())
    assert sorted(one.name for one in tmp_path.glob("*copy*")) == ["copy.sqlite"]


def test_a_backup_goes_back_into_any_database(new_store: NewStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with filled(Register.open(":memory:")) as register:
        back_up(register, copy)
        expected = list(register.dump())
    target = new_store()
    assert restore(copy, target._engine.url.render_as_string(hide_password=False)) == 2
    assert list(target.dump()) == expected


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.sqlite", tmp_path / "other.sqlite"
    with filled(Register.open(str(other))) as register:
        back_up(register, copy)
        with pytest.raises(RegisterError, match="exists already"):
            back_up(register, copy)
        before = list(register.dump())
        with pytest.raises(RegisterError, match="not empty"):
            restore(copy, str(other))
        assert list(register.dump()) == before


def test_a_backup_is_whole_or_is_not_there(tmp_path: Path) -> None:
    with filled(Register.open(":memory:")) as register:
        with pytest.raises(RegisterError):
            back_up(register, tmp_path / "no folder" / "copy.sqlite")
        with register._writing() as connection:
            connection.execute(text("UPDATE readings SET text = 'x' || text"))
        with pytest.raises(RegisterError, match="not sound"):
            back_up(register, tmp_path / "copy.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_register_is_not_put_back(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("notes " * 100, encoding="utf-8")
    with pytest.raises(RegisterError, match="not a database"):
        restore(file, str(tmp_path / "new.sqlite"))
    assert not (tmp_path / "new.sqlite").exists()
