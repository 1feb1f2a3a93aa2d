"""What stands between quotation marks, also where the sentence before opened them."""

import pytest

from bangiao.findings.said.quotes import quoted


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ('Ông nói "tôi HY vọng" như vậy.', True),
        ('Ông HY vọng "sẽ gặp" bạn.', False),
        ('"Chúng tôi vui", ông HY vọng.', False),
        ('Chúng tôi HY vọng sẽ gặp ", ông nói.', True),
        ('Chúng tôi vui ", ông HY vọng.', False),
        ('Ông HY vọng: "Chúng tôi vui.', False),
        ('Ông nói: "Chúng tôi HY vọng.', True),
        ("Ông nói “tôi HY vọng” như vậy.", True),
        ("Chúng tôi HY vọng”, ông nói.", True),
        ("Ông HY vọng “sẽ gặp”.", False),
    ],
)
def test_the_word_in_capitals_is_quoted_or_not(sentence: str, inside: bool) -> None:
    assert quoted(sentence, (0, len(sentence)), sentence.index("HY")) is inside
