"""The shipped tables are sound, and a table that is not tells every fault at once."""

from importlib.resources import files
from pathlib import Path

import pytest

from bangiao.model.errors import TableError
from bangiao.reference.days import earliest, is_date, latest
from bangiao.reference.load import TENURE_COLUMNS, anniversaries, ranks, read_tenures, tenures

HEADER = "\t".join(TENURE_COLUMNS)


def table(*rows: dict[str, str]) -> str:
    lines = ["\t".join(row.get(column, "") for column in TENURE_COLUMNS) for row in rows]
    return "\n".join([HEADER, *lines])


SOUND = {
    "person": "Sato Hana",
    "country": "JP",
    "office_en": "Speaker",
    "start": "2020-01",
    "start_source": "A page — https://example.org",
    "channel": "parliament",
}


def test_the_shipped_tables_are_read() -> None:
    assert {one.country for one in tenures()} >= {"VN", "JP", "LA", "KH", "CN"}
    assert {one.kind for one in anniversaries()} == {"relations", "party", "national_day", "framework"}
    assert next(one.office_en for one in ranks() if one.country == "VN") == "General Secretary"


def test_every_shipped_row_has_its_source() -> None:
    assert all(one.start_source or one.end_source for one in tenures())
    assert all(one.start_source for one in tenures() if one.start)
    assert all(one.end_source for one in tenures() if one.end)
    assert all(one.source and one.seen for one in anniversaries())
    assert all(one.source and one.seen for one in ranks())
    assert all(one.seen for one in tenures())


def test_every_shipped_row_stands_in_the_reference_tables(shared_dir: Path) -> None:
    """No row is added from memory: what ships has been read on a page first."""
    for name in ("tenures.tsv", "anniversaries.tsv", "protocol.tsv"):
        given = (shared_dir / "reference" / name).read_text(encoding="utf-8").splitlines()
        shipped = (files("bangiao.reference") / name).read_text(encoding="utf-8").splitlines()
        assert set(shipped) <= set(given)


def test_all_faults_are_told_at_once_with_their_lines() -> None:
    wrong = table(
        SOUND,
        SOUND,
        SOUND | {"start": "2020-13"},
        SOUND | {"end": "2019", "end_source": "A page"},
        SOUND | {"country": "Japan", "start_source": ""},
        SOUND | {"office_en": "", "channel": "church"},
        SOUND | {"person": "", "office_en": "Vice Speaker"},
        SOUND | {"person": "Hoa\u0300"},
    )
    with pytest.raises(TableError) as caught:
        read_tenures(wrong, "mine.tsv")
    told = str(caught.value).splitlines()
    for number, words in (
        (3, "the same row as line 2"),
        (4, "'2020-13' is no date"),
        (5, "after its end 2019"),
        (6, "no ISO 3166-1"),
        (6, "2020-01 has no source"),
        (7, "church"),
        (8, "person is empty"),
        (9, "composed Unicode"),
    ):
        assert any(line.startswith(f"mine.tsv:{number}:") and words in line for line in told), (number, words)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column person"),
        (HEADER + "\tmore", "unknown column 'more'"),
        (HEADER + "\nSato Hana\tx", "2 cells, not 12"),
    ],
)
def test_a_table_of_other_columns_is_refused(text: str, words: str) -> None:
    with pytest.raises(TableError, match=words):
        read_tenures(text, "mine.tsv")


def test_a_date_covers_all_that_it_can_mean() -> None:
    assert [is_date(one) for one in ("2024", "2024-02", "2024-02-29")] == [True] * 3
    assert [is_date(one) for one in ("24", "2023-02-29", "2024-1", "0000", "2024-02-30", "2024-00")] == [False] * 6
    assert (earliest("2024"), latest("2024")) == ("2024-01-01", "2024-12-31")
    assert (earliest("2024-02"), latest("2024-02")) == ("2024-02-01", "2024-02-29")
    assert earliest("2024-02-03") == latest("2024-02-03") == "2024-02-03"
