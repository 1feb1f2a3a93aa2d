"""A surname alone is whoever the report names in full elsewhere."""

import pytest

from bangiao.findings.phrases.surnames import name_again, surnames
from tests.findings.reading import PACK, phrases

FULL = phrases("Tổng thống Ba Lan Jan Kowalski gặp Thủ tướng Séc Kim Novák.")
KNOWN = surnames(mention for phrase in FULL for mention in phrase.mentions)


def test_first_and_last_word_of_a_foreign_name_may_stand_alone() -> None:
    assert {"Jan", "Kowalski", "Kim", "Novák"} == KNOWN


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Sau đó Kowalski trở về.", ["Kowalski"]),
        ("Cuộc gặp Kowalski - Novák kéo dài.", ["Kowalski", "Novák"]),
        ("Kim ngạch tăng.", []),
        ("Khách sạn Kowalski Tower đóng cửa.", []),
    ],
)
def test_it_stands_alone(sentence: str, names: list[str]) -> None:
    found = name_again(phrases(sentence), KNOWN, PACK)
    assert [mention.name for phrase in found for mention in phrase.mentions] == names
