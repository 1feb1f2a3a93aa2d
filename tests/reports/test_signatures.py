"""Bylines, credits and outlets, told by their form."""

import pytest

from bangiao.reports.signatures import end_credit, is_abbreviation, outlet_before, read_signature


@pytest.mark.parametrize(
    ("text", "byline", "credit"),
    [
        ("Lê Sơn", "Lê Sơn", None),
        ("Lê Sơn (tổng hợp)", "Lê Sơn", None),
        ("LÊ SƠN - TRẦN BÍCH", "LÊ SƠN - TRẦN BÍCH", None),
        ("Lê Sơn (từ Viêng Chăn)", "Lê Sơn", None),
        ("Lê Sơn (Theo Nhân Dân)", "Lê Sơn", "Nhân Dân"),
        ("BD- Theo ND ĐT", "BD", "ND ĐT"),
        ("Theo TTXVN", None, "TTXVN"),
        ("(Theo TTXVN)", None, "TTXVN"),
        ("Nguồn: baoxa.vn", None, "baoxa.vn"),
        ("TTXVN", None, "TTXVN"),
        ("Nhóm PV", "Nhóm PV", None),
        ("T.H", "T.H", None),
        ("Tác giả: Lê Sơn", "Lê Sơn", None),
        ("Bài, ảnh: Lê Sơn", "Lê Sơn", None),
        ("By Jane Doe and John Roe / Staff Writers", "Jane Doe and John Roe", None),
    ],
)
def test_a_signature_is_read(text: str, byline: str | None, credit: str | None) -> None:
    found = read_signature(text)
    assert found is not None
    assert (found.byline, found.credit) == (byline, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Theo dòng sự kiện",
        "Theo đó, hai bên sẽ ký một bản ghi nhớ.",
        "Hai bên nhất trí hợp tác",
        "Năm 2023",
        "Điều 5",
        "x" * 300,
    ],
)
def test_other_lines_are_no_signature(text: str) -> None:
    assert read_signature(text) is None


def test_a_last_paragraph_may_name_its_source() -> None:
    assert end_credit("Hai bên hài lòng về kết quả hợp tác. (Theo TTXVN)") == "TTXVN"
    assert end_credit("Hai bên hài lòng về kết quả hợp tác (năm 2021).") is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("TCXY - Ngày 25-12-2023, hai đoàn gặp nhau.", "TCXY"),
        ("(BĐTX) - Hai đoàn gặp nhau.", "BĐTX"),
        ("(Trang tin) – Hai đoàn gặp nhau.", "Trang tin"),
        ("HÀ NỘI (TTXVN) - Hai đoàn gặp nhau.", "TTXVN"),
        ("Hà Nội (TTXVN 12/3) - Hai đoàn gặp nhau.", "TTXVN"),
        ("BTX Online - Hai đoàn gặp nhau.", "BTX Online"),
        ("trangtin.vn - Hai đoàn gặp nhau.", "trangtin.vn"),
        ("TOKYO - Hai đoàn gặp nhau.", None),
        ("Ngày 14 - 15/3, hai đoàn gặp nhau.", None),
        ("Đông - Tây gặp nhau.", None),
        ("Hai đoàn (12 người) - gặp nhau.", None),
    ],
)
def test_an_outlet_before_the_first_words(text: str, outlet: str | None) -> None:
    assert outlet_before(text) == outlet


def test_an_abbreviation_has_few_vowels() -> None:
    assert is_abbreviation("TCCS")
    assert not is_abbreviation("TOKYO")
    assert not is_abbreviation("Tccs")
