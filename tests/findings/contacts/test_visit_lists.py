"""Several visits of long ago in one sentence: lists of visitors with dates, and the times that one person came."""

import pytest

from tests.findings.reading import told

MAIN = "Ngày 12/3, Chủ tịch nước Trần Quang Hải hội đàm với Tổng thống Séc Petr Novák tại Hà Nội."


@pytest.mark.parametrize(
    ("line", "visits"),
    [
        (
            "Các đoàn ta thăm Séc có: Thủ tướng Lê Văn Bình (8-12/7/1957), Ngoại trưởng Phạm Đức Cường (5/1997).",
            [
                "visit recalled 1957-07-08/1957-07-12 CZ[] VN[Lê Văn Bình]",
                "visit recalled 1997-05 CZ[] VN[Phạm Đức Cường]",
            ],
        ),
        (
            "Các đoàn thăm ta gồm Thủ tướng Karel Dvořák (11/1958); Ngoại trưởng Josef Malý (tháng 8/2010).",
            ["visit recalled 1958-11 CZ[Karel Dvořák] VN[]", "visit recalled 2010-08 CZ[Josef Malý] VN[]"],
        ),
        (
            "Ông Novák từng thăm Việt Nam hai lần, lần đầu tiên là vào năm 2010, lần thứ hai vào năm 2012.",
            ["visit recalled 2010 CZ[Petr Novák] VN[]", "visit recalled 2012 CZ[Petr Novák] VN[]"],
        ),
        (
            "Cố Tổng thống Séc Karel Dvořák từng thăm Việt Nam hai lần vào các năm 1958 và 1964.",
            ["visit recalled 1958 CZ[Karel Dvořák] VN[]", "visit recalled 1964 CZ[Karel Dvořák] VN[]"],
        ),
        (
            "Ông Novák thăm Việt Nam sau các ông Karel Dvořák (2000) và ông Josef Malý (2006).",
            [
                "visit held - CZ[Petr Novák] VN[]",
                "visit recalled 2000 CZ[Karel Dvořák] VN[]",
                "visit recalled 2006 CZ[Josef Malý] VN[]",
            ],
        ),
        (
            "Tổng thống Karel Dvořák thăm Việt Nam năm 2000, Tổng thống Josef Malý thăm năm 2006.",
            ["visit recalled 2000 CZ[Karel Dvořák] VN[]", "visit recalled 2006 CZ[Josef Malý] VN[]"],
        ),
        (
            "Năm 2000, ông Karel Dvořák trở thành tổng thống Séc đầu tiên thăm Việt Nam.",
            ["visit recalled 2000 CZ[Karel Dvořák] VN[]"],
        ),
    ],
    ids=["ours abroad", "theirs with us", "times counted", "years joined", "years in brackets", "there too", "became"],
)
def test_each_visit_of_a_list_is_one(line: str, visits: list[str]) -> None:
    assert [contact for contact in told(MAIN, line) if contact.startswith("visit")] == visits


def test_a_person_alone_with_a_date_in_brackets_is_no_list() -> None:
    assert "visit" not in " ".join(told(MAIN, "Ông Petr Novák (sinh năm 1958) là luật sư."))
