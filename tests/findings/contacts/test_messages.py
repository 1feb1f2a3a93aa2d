"""Messages: from whom to whom; pairs, joint senders, what is conveyed, and regards, which are none."""

import pytest

from tests.findings.reading import one, place, read, told

CASES = [
    (
        "Ngày 11/3, Chủ tịch nước Trần Quang Hải đã gửi điện mừng tới Tổng thống Hàn Quốc Kim Min-jae.",
        ["message held 2025-03-11 KR[Kim Min-jae] VN[Trần Quang Hải]"],
    ),
    (
        "Nhân dịp Quốc khánh Hungary (15/3), Thủ tướng Trần Quang Hải đã gửi điện mừng Thủ tướng Hungary Nagy Péter.",
        ["message held - HU[Nagy Péter] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 13/3, Tổng thống Pháp Jean-Luc Moreau gửi điện chia buồn tới Chủ tịch nước Trần Quang Hải.",
        ["message held 2025-03-13 FR[Jean-Luc Moreau] VN[Trần Quang Hải]"],
    ),
    (
        "Hôm 12/3, Thủ tướng Ấn Độ Ravi Kumar Sharma gửi thư chúc mừng Tổng thống Brazil João da Silva.",
        ["message held 2025-03-12 BR[João da Silva] IN[Ravi Kumar Sharma]"],
    ),
    (
        "Ngày 11/3, Chủ tịch nước Trần Quang Hải và Thủ tướng Nguyễn Đức Thịnh đã gửi điện mừng tới"
        " Quốc vương Thái Lan và Thủ tướng Thái Lan Somchai Prasert.",
        ["message held 2025-03-11 TH[(Quốc vương Thái Lan); Somchai Prasert] VN[Nguyễn Đức Thịnh; Trần Quang Hải]"],
    ),
    (
        "Ngày 11/3, Chủ tịch nước Trần Quang Hải gửi điện mừng tới Tổng thống Ireland Sean O'Brien;"
        " Thủ tướng Nguyễn Đức Thịnh gửi điện mừng tới Thủ tướng Ireland Mary Walsh.",
        [
            "message held 2025-03-11 IE[Mary Walsh] VN[Nguyễn Đức Thịnh]",
            "message held 2025-03-11 IE[Sean O'Brien] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Chủ tịch nước Trần Quang Hải nhận được thư chúc mừng của Chủ tịch Cuba Ernesto Ruiz Delgado.",
        ["message held - CU[Ernesto Ruiz Delgado] VN[Trần Quang Hải]"],
    ),
    (
        "Được tin bão gây thiệt hại lớn tại Philippines, ngày 10/3, Ngoại trưởng Lê Thị Hương Giang gửi điện thăm hỏi"
        " Ngoại trưởng Philippines Jose Reyes.",
        ["message held 2025-03-10 PH[Jose Reyes] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Ngày 12/3, Chủ tịch nước Trần Quang Hải gửi điện thăm hỏi tới Tổng thống Thổ Nhĩ Kỳ Mehmet Yilmaz"
        " và Tổng thống Syria Omar Hassan.",
        [
            "message held 2025-03-12 SY[Omar Hassan] VN[Trần Quang Hải]",
            "message held 2025-03-12 TR[Mehmet Yilmaz] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam đã gửi điện chia buồn tới Ban Chấp hành Trung ương"
        " Đảng Cộng sản Cuba.",
        ["message held - CU[] VN[]"],
    ),
    (
        "Ngày 12/3, Thủ tướng Trần Quang Hải nhận điện mừng của Thủ tướng Lào Bounmy Sisavath.",
        ["message held 2025-03-12 LA[Bounmy Sisavath] VN[Trần Quang Hải]"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_wrote_to_whom(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


def test_a_message_is_written_and_has_no_place() -> None:
    contact = one("Ngày 11/3, tại Hà Nội, Chủ tịch nước Trần Quang Hải gửi điện mừng Tổng thống Hàn Quốc Kim Min-jae.")
    assert (contact.mode, place(contact)) == ("written", (None, None, None))
    assert contact.channels == ("state",)


def test_sender_and_receiver_have_their_parts() -> None:
    contact = one(CASES[0][0])
    assert {person.name: person.role for side in contact.sides for person in side.people} == {
        "Trần Quang Hải": "sends",
        "Kim Min-jae": "receives",
    }


def test_the_same_day_of_a_second_message_is_that_of_the_first() -> None:
    assert told(
        "Ngày 11/3, Chủ tịch nước Trần Quang Hải gửi điện mừng tới Tổng thống Ireland Sean O'Brien.",
        "Cùng ngày, Thủ tướng Nguyễn Đức Thịnh cũng đã gửi điện mừng tới Thủ tướng Ireland Mary Walsh.",
    ) == [
        "message held 2025-03-11 IE[Mary Walsh] VN[Nguyễn Đức Thịnh]",
        "message held 2025-03-11 IE[Sean O'Brien] VN[Trần Quang Hải]",
    ]


def test_congratulations_conveyed_by_a_third_person_are_a_message_of_who_sent_them() -> None:
    found = read(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Đại sứ Cuba Ernesto Ruiz Delgado.",
        "Thủ tướng chuyển lời chúc mừng của Tổng Bí thư Nguyễn Đức Thịnh tới Chủ tịch Cuba Raul Mendez.",
    )
    (message,) = (contact for contact in found.contacts if contact.form == "message")
    assert {person.name for side in message.sides for person in side.people} == {"Nguyễn Đức Thịnh", "Raul Mendez"}


def test_regards_are_no_message() -> None:
    found = read(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Đại sứ Cuba Ernesto Ruiz Delgado.",
        "Thủ tướng chuyển lời thăm hỏi của Tổng Bí thư Nguyễn Đức Thịnh tới Chủ tịch Cuba Raul Mendez.",
    )
    assert [contact.form for contact in found.contacts] == ["meeting"]


def test_an_unnamed_crowd_of_senders_is_one_side_in_its_own_words() -> None:
    contact = one("Lãnh đạo nhiều nước đã gửi điện chia buồn tới Chủ tịch nước Trần Quang Hải.")
    assert contact.form == "message"
    assert {side.org or side.country for side in contact.sides} == {"Lãnh đạo nhiều nước", "VN"}


def test_condolences_on_a_death_go_to_the_country_of_the_dead() -> None:
    line = "Ngày 12/3, Đại sứ Séc Petr Novák gửi lời chia buồn về việc nguyên Thủ tướng Trần Quang Hải từ trần."
    assert told(line) == ["message held 2025-03-12 CZ[Petr Novák] VN[]"]


def test_the_first_country_of_a_list_of_senders_sends_too() -> None:
    found = told(
        "Nhân dịp đồng chí Trần Quang Hải được bầu làm Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam, lãnh đạo các"
        " nước Indonesia, Canada, Kuwait đã gửi điện chúc mừng."
    )
    assert [line.split(" - ")[1].split("[")[0] for line in found] == ["CA", "ID", "KW"]
