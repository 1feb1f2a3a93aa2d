"""Tables with faults: all told at once, each with file, key path and a hint."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bangiao.languages.load import read_entries, read_groups, read_table
from bangiao.languages.rows import AreaRow, BodyRow, CityRow, MarkerRow, OfficeRow, Row, TriggerRow
from bangiao.model.errors import PackError

Writer = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Put a table of the language "xx" where the reader looks for it."""
    monkeypatch.setattr("bangiao.languages.load.files", lambda package: tmp_path)

    def put(name: str, text: str) -> None:
        (tmp_path / "xx").mkdir(exist_ok=True)
        (tmp_path / "xx" / f"{name}.toml").write_text(text, encoding="utf-8")

    return put


def faults(name: str, kinds: dict[str, type[Row]]) -> list[str]:
    """The lines of the error that a table raises."""
    with pytest.raises(PackError) as told:
        read_groups("xx", name, kinds)
    assert told.value.hint == "mend the entries named above"
    return str(told.value).splitlines()


def test_a_good_table_gives_its_rows_in_order(write: Writer) -> None:
    write(
        "markers",
        'source = "us"\n[[area]]\nwords = ["a", "b"]\nrole = "city"\n[[area]]\nwords = ["c"]\nrole = "region"',
    )
    found = read_groups("xx", "markers", {"area": AreaRow})
    assert found == {"area": [AreaRow(words=["a", "b"], role="city"), AreaRow(words=["c"], role="region")]}


def test_a_key_without_entries_is_an_empty_list(write: Writer) -> None:
    write("markers", "")
    assert read_groups("xx", "markers", {"area": AreaRow}) == {"area": []}


def test_every_fault_of_every_entry_is_told_at_once(write: Writer) -> None:
    write(
        "triggers",
        """
[[trigger]]
words = ["hội đàm"]
form = "talk"
frame = "meat"
nuon = true

[[trigger]]
words = []
form = "talks"
frame = "meet"
weak = "yes"

[[triger]]
words = ["gặp"]
""",
    )
    assert faults("triggers", {"trigger": TriggerRow}) == [
        "xx/triggers.toml: triger: unknown key; did you mean `trigger`?",
        "xx/triggers.toml: trigger.0.nuon (hội đàm): unknown key; did you mean `noun`?",
        "xx/triggers.toml: trigger.0.form (hội đàm): Invalid enum value 'talk'; did you mean `talks`?",
        "xx/triggers.toml: trigger.0.frame (hội đàm): Invalid enum value 'meat'; did you mean `meet`?",
        "xx/triggers.toml: trigger.1.words: Expected `array` of length >= 1",
        "xx/triggers.toml: trigger.1.weak: Expected `bool`, got `str`",
    ]


def test_an_entry_may_say_why_its_words_are_rare_and_so_may_its_table(write: Writer) -> None:
    write(
        "triggers",
        'rare.trigger = "a pair"\n[[trigger]]\nwords = ["gặp"]\nform = "meeting"\nframe = "meet"\nrare = "new"',
    )
    (row,) = read_groups("xx", "triggers", {"trigger": TriggerRow})["trigger"]
    assert row.words == ["gặp"]


def test_a_missing_key_is_named(write: Writer) -> None:
    write("markers", '[[marker]]\nwords = ["sẽ"]')
    assert faults("markers", {"marker": MarkerRow}) == ["xx/markers.toml: marker.0.role (sẽ): this key is missing"]


def test_an_empty_word_is_a_fault(write: Writer) -> None:
    write("markers", '[[marker]]\nwords = ["sẽ", ""]\nrole = "future"')
    (fault,) = faults("markers", {"marker": MarkerRow})
    assert fault.startswith("xx/markers.toml: marker.0.words (sẽ): Expected `str` of length >= 1")


def test_a_value_like_no_other_lists_what_is_known(write: Writer) -> None:
    write("markers", '[[area]]\nwords = ["hồ"]\nrole = "lake"')
    (fault,) = faults("markers", {"area": AreaRow})
    assert fault.endswith("Invalid enum value 'lake'; known: city, region")


def test_one_of_two_channels_may_be_wrong(write: Writer) -> None:
    write("bodies", '[[body]]\nwords = ["Tỉnh ủy"]\nchannel = "party locale"')
    (fault,) = faults("bodies", {"body": BodyRow})
    assert fault.startswith("xx/bodies.toml: body.0 (Tỉnh ủy): unknown channel 'locale'; known: party, state")


def test_an_office_may_leave_its_channel_to_the_body(write: Writer) -> None:
    write("offices", '[[head]]\nwords = ["Chủ tịch"]\nchannel = "by_body"')
    assert read_groups("xx", "offices", {"head": OfficeRow})["head"][0].channel == "by_body"


def test_one_entry_written_as_a_table_is_told(write: Writer) -> None:
    write("markers", '[area]\nwords = ["hồ"]')
    assert faults("markers", {"area": AreaRow}) == [
        "xx/markers.toml: area: a list of entries is wanted; write [[area]]"
    ]


def test_an_entry_that_is_no_table_is_told(write: Writer) -> None:
    write("markers", 'area = ["hồ"]')
    (fault,) = faults("markers", {"area": AreaRow})
    assert fault.startswith("xx/markers.toml: area.0: Expected `object`, got `str`")


def test_a_city_is_named_by_its_usual_form(write: Writer) -> None:
    write("cities", 'city = [{ name = "Huế", country = "VN", capitol = true }]')
    with pytest.raises(PackError, match=r"city\.0\.capitol \(Huế\): unknown key; did you mean `capital`\?"):
        read_entries("xx", "cities", "city", CityRow)


def test_a_missing_table_is_named(write: Writer) -> None:
    with pytest.raises(PackError, match=r"xx/markers\.toml is missing"):
        read_table("xx", "markers")


def test_a_table_that_is_no_toml_tells_the_line(write: Writer) -> None:
    write("markers", "a = 1\nb = c\nd = 2")
    with pytest.raises(PackError, match=r"xx/markers\.toml: .*line 2"):
        read_table("xx", "markers")
