"""A meeting named by its two sides; summits of two are talks of the leaders, whoever else the sentence names."""

import pytest

from tests.findings.reading import told

LEADERS = "Tổng thống Ba Lan Jan Kowalski phát biểu sau khi Tổng thống Pháp Jean-Luc Moreau trả lời báo chí."


@pytest.mark.parametrize(
    ("sentence", "contacts"),
    [
        (
            "Hội nghị thượng đỉnh Ba Lan - Pháp diễn ra tại Lyon hôm 12/3.",
            ["talks held 2025-03-12 FR[Jean-Luc Moreau] PL[Jan Kowalski]"],
        ),
        (
            "Giới quan sát chờ đợi hội nghị thượng đỉnh lần hai giữa Ba Lan và Pháp vào ngày 20/3 tới.",
            ["talks planned 2025-03-20 FR[Jean-Luc Moreau] PL[Jan Kowalski]"],
        ),
        (
            "Sau thượng đỉnh Kowalski - Moreau ngày 12/3, giá dầu giảm.",
            ["talks held 2025-03-12 FR[Jean-Luc Moreau] PL[Jan Kowalski]"],
        ),
        (
            "Cuộc gặp Kowalski - Moreau ngày 12/3 kéo dài hai giờ.",
            ["meeting held 2025-03-12 FR[Jean-Luc Moreau] PL[Jan Kowalski]"],
        ),
        ("Vòng đàm phán Ba Lan - Pháp diễn ra ngày 12/3.", ["talks held 2025-03-12 FR[] PL[]"]),
        ("Hội nghị thượng đỉnh về rừng diễn ra hôm 12/3.", []),
    ],
)
def test_a_summit_of_two_is_talks(sentence: str, contacts: list[str]) -> None:
    assert told(LEADERS, sentence) == contacts
