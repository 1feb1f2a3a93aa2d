"""Dates in prose: the table of expressions, what each mention tells beside its date, and the promises for any text."""

import unicodedata
import warnings
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.dates.read import DateScanner, find_dates, to_edtf
from bangiao.model.dates import DateMention, Day
from bangiao.text.fold import fold

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # its parser library has renamed its functions
    from edtf_validate.valid_edtf import is_valid  # type: ignore[import-untyped]

TABLE = Path(__file__).resolve().parents[2] / "data" / "date_expressions.tsv"
BASES = {"s": "stated", "p": "from publication date", "-": None}


class Row(NamedTuple):
    """One sentence of the table: what is marked in it, and what each mark is read as."""

    published: str | None
    sentence: str
    quotes: list[str]
    dates: list[tuple[str | None, str | None]]


def rows() -> list[Row]:
    """The table; sentences are folded as the reader gets them."""
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        published, marked, edtf, basis = line.split("\t")
        marked = fold(marked).text
        quotes = [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]
        dates = [(None if e == "-" else e, BASES[b]) for e, b in zip(edtf.split(";"), basis.split(";"), strict=True)]
        sentence = marked.replace("⟦", "").replace("⟧", "")
        out.append(Row(None if published == "-" else published, sentence, quotes, dates))
    return out


ROWS = rows()


def one(text: str) -> DateMention:
    """The only date of a text."""
    (mention,) = find_dates(text)
    return mention


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_table(row: Row) -> None:
    mentions = find_dates(row.sentence)
    assert [row.sentence[m.start : m.end] for m in mentions] == row.quotes
    if row.quotes:
        assert [to_edtf(m, row.published) for m in mentions] == row.dates


def test_table_is_large_enough() -> None:
    assert len([row for row in ROWS if row.quotes]) >= 150
    assert len([row for row in ROWS if not row.quotes]) >= 30


def _half_open_without_year(edtf: str) -> bool:
    return "XX" in edtf and ".." in edtf


@pytest.mark.parametrize("row", [row for row in ROWS if row.quotes], ids=lambda row: row.sentence)
def test_every_date_is_valid_edtf(row: Row) -> None:
    """Half-open intervals without a year are the gold's own form; all others are the standard's."""
    for edtf, _ in row.dates:
        if edtf and not _half_open_without_year(edtf):
            assert is_valid(edtf), edtf


# what a mention tells beside its date


def test_parts_of_the_day_and_clock() -> None:
    assert one("Chiều 12/11, hai bên ký.").part_of_day == "afternoon"
    assert one("Rạng sáng nay, hai bên ký.").part_of_day == "dawn"
    mention = one("Lúc 15h45 chiều 12/11, hai bên ký.")
    assert (mention.part_of_day, mention.clock) == ("afternoon", "15:45")


def test_local_time_and_its_restatement() -> None:
    first, second = find_dates("Tối 9/3 (giờ địa phương, tức chiều cùng ngày theo giờ Hà Nội), hai bên ký.")
    assert (first.local_time, first.restates) == (True, False)
    assert (second.local_time, second.restates, second.relative) == (False, True, "same_day")
    assert not one("Cuộc gặp hồi tháng 4/1975 giờ đã thành lịch sử.").local_time


def test_anniversaries_are_marked() -> None:
    assert one("Nhân dịp Quốc khánh 2/9, hai bên gửi điện mừng.").anniversary
    bracket, day = find_dates(
        "Nhân kỷ niệm 202 năm Quốc khánh (7/9/1822 - 7/9/2024), ngày 7/9/2024, ông gửi điện mừng."
    )
    assert (bracket.anniversary, day.anniversary) == (True, False)


def test_what_words_say_of_past_and_future() -> None:
    assert one("Họ gặp nhau hôm 5/12.").tense == "past"
    assert one("Họ gặp nhau hồi tháng 6.").tense == "past"
    assert one("Họ gặp nhau tháng 6 tới.").tense == "future"
    assert one("Họ đến ngày 5/12 tới Hà Nội.").tense is None


def test_the_caller_may_say_that_a_date_lies_ahead() -> None:
    mention = one("Hai bên họp ngày 10/3.")
    assert to_edtf(mention, "2024-12-20") == ("2025-03-10", "from publication date")
    assert to_edtf(mention, "2024-12-20", future=False) == ("2024-03-10", "from publication date")
    assert to_edtf(one("Hai bên họp thứ Hai tuần trước."), "2024-12-06", future=True)[0] == "2024-11-25"


def test_narrow_open_and_lists() -> None:
    assert one("Họ gặp nhau cuối tháng 5.").narrow == "end"
    assert one("Chuyến thăm kéo dài đến ngày 7/12.").open == "start"
    assert one("Chuyến thăm bắt đầu từ ngày 7/12.").open == "end"
    mention = one("Tham vấn diễn ra ngày 24 và 25/11.")
    assert (mention.first, mention.also) == (Day(None, 11, 24), (Day(None, 11, 25),))
    assert one("Cuộc gặp ngày 18 hoặc 19-2.").either
    assert one("Hai bên chúc nhau nhân Tết Nguyên đán.").festival == "Tết Nguyên đán"
    assert one("Lễ hội mở mùng 5 Tết.").lunar


def test_a_publication_date_may_be_a_time_or_nonsense() -> None:
    mention = one("Ngày 5/12, hai bên họp.")
    assert to_edtf(mention, "2024-12-06T08:00+07:00")[0] == "2024-12-05"
    assert to_edtf(mention, "hôm nọ") == ("XXXX-12-05", "stated")


# promises for any text

WORDS = [
    *("ngày", "hôm", "sáng", "chiều", "tối", "tháng", "năm", "tuần", "quý", "thứ hai", "Thứ Hai", "chủ nhật", "từ"),
    *("đến", "và", "hoặc", ",", "-", "/", ".", "(", ")", "5/12", "3-6-2023", "22-25/11", "31", "2024", "mùng", "Tết"),
    *("nay", "qua", "trước", "tới", "ngoái", "cuối", "nửa đầu", "hai ngày", "giờ địa phương", "15h45", "mùa thu"),
    *("thập niên", "những năm", "90", "khoảng", "cách đây", "tức", "kỷ niệm", "năm Ất Tỵ", "\n", " ", "İ", "Hà Nội"),
]
WORDY = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(st.one_of(st.text(), WORDY), st.one_of(st.none(), st.dates().map(date.isoformat), st.text(max_size=12)))
def test_any_text_is_read_without_a_crash(text: str, published: str | None) -> None:
    end = 0
    for mention in find_dates(fold(text).text):
        assert end <= mention.start < mention.end <= len(fold(text).text)
        end = mention.end
        edtf, basis = to_edtf(mention, published)
        assert (edtf is None) == (basis is None)


@given(WORDY, st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)))
def test_what_is_written_is_edtf(text: str, published: str | None) -> None:
    for mention in find_dates(fold(text).text):
        edtf, _ = to_edtf(mention, published)
        assert edtf is None or is_valid(edtf) or _half_open_without_year(edtf), (text, edtf)


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(["ngày {d}/{m}/{y}", "ngày {d}-{m}-{y}", "{iso}"])
)
def test_a_date_written_out_is_that_date(day: date, form: str) -> None:
    text = f"Hai bên họp {form.format(d=day.day, m=day.month, y=day.year, iso=day.isoformat())} tại Huế."
    assert to_edtf(one(text), None) == (day.isoformat(), "stated")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(-150, 150))
def test_the_year_is_the_one_nearest_to_publication(published: date, distance: int) -> None:
    day = date.fromordinal(published.toordinal() + distance)
    mention = one(f"Hai bên họp ngày {day.day}/{day.month} tại Huế.")
    expected = day.isoformat() if (day.month, day.day) != (2, 29) or day.year % 4 == 0 else None
    assert to_edtf(mention, published.isoformat())[0] == expected


@given(WORDY)
def test_decomposed_text_reads_the_same(text: str) -> None:
    composed = [fold(text).text[m.start : m.end] for m in find_dates(fold(text).text)]
    apart = fold(unicodedata.normalize("NFD", text)).text
    assert [apart[m.start : m.end] for m in find_dates(apart)] == composed


HOSTILE = ["1", "1/", "1-", "1, ", "từ 1, ", "sáng 1, ", "ngày ", "ngày 1 và ", "tháng 1 đến ", "(", " ", "1/1/", "12:"]


@pytest.mark.parametrize("piece", [*HOSTILE, "ngày 5/12 và ", "từ ngày 1 đến ", "năm ", "cuối ", "thứ hai ", "9h "])
def test_steps_grow_with_the_text_and_no_faster(piece: str) -> None:
    steps = []
    for times in (200, 2000):
        scanner = DateScanner(piece * times)
        scanner.mentions()
        steps.append(scanner.steps)
    assert steps[1] <= 11 * max(steps[0], 200)
