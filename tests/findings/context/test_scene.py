"""Scenes: who does what a verb says, who only invites, where occasions end, what is speech."""

import pytest

from bangiao.findings.context.scene import Scene, complement, invited, subject
from tests.findings.reading import at, scene


def words(laid: Scene, sentence: str, index: int | None) -> str | None:
    """The words of a phrase."""
    return None if index is None else sentence[laid.phrases[index].start : laid.phrases[index].end]


@pytest.mark.parametrize(
    ("sentence", "verb", "agent"),
    [
        ("Thủ tướng Lào tiếp Đại sứ Peru.", "tiếp", "Thủ tướng Lào"),
        ("Thủ tướng Lào đã đến thăm Ý và gặp Tổng thống Ý.", "gặp", "Thủ tướng Lào"),
        ("Theo lời mời của Thủ tướng Ý, Thủ tướng Lào thăm Rome.", "thăm", "Thủ tướng Lào"),
        ("Ngày 12/3, tại Rome, Thủ tướng Lào hội đàm với Thủ tướng Ý.", "hội đàm", "Thủ tướng Lào"),
        ("Thủ tướng Lào thăm Ý, hội kiến Tổng thống Ý, gặp Chủ tịch Thượng viện Ý.", "gặp", "Thủ tướng Lào"),
    ],
)
def test_who_does_what_a_verb_says(sentence: str, verb: str, agent: str) -> None:
    laid = scene(sentence)
    assert words(laid, sentence, subject(laid, at(laid, verb))) == agent


@pytest.mark.parametrize(
    ("sentence", "verb", "other"),
    [
        ("Thủ tướng Lào tiếp Đại sứ Peru.", "tiếp", "Đại sứ Peru"),
        ("Thủ tướng Lào hội đàm với Thủ tướng Ý.", "hội đàm", "Thủ tướng Ý"),
        ("Thủ tướng Lào tiếp đoàn.", "tiếp", None),
    ],
)
def test_whom_a_verb_reaches(sentence: str, verb: str, other: str | None) -> None:
    laid = scene(sentence)
    assert words(laid, sentence, complement(laid, at(laid, verb), ("people",))) == other


@pytest.mark.parametrize(
    ("sentence", "verb", "inside"),
    [
        ("Trong khuôn khổ chuyến thăm Lào, Thủ tướng Ý gặp Đại sứ Peru.", "chuyến thăm", True),
        ("Trong khuôn khổ chuyến thăm Lào, Thủ tướng Ý gặp Đại sứ Peru.", "gặp", False),
        ("Thủ tướng Ý gặp Đại sứ Peru nhân dịp dự Hội nghị tại Rome.", "gặp", False),
        ("Thủ tướng Ý gặp Đại sứ Peru nhân dịp dự Hội nghị tại Rome.", "dự", True),
    ],
)
def test_where_an_occasion_ends(sentence: str, verb: str, inside: bool) -> None:
    laid = scene(sentence)
    assert laid.in_occasion(at(laid, verb)) is inside


def test_what_comes_after_a_verb_of_saying_is_speech() -> None:
    laid = scene("Thủ tướng Lào khẳng định sẽ gặp Thủ tướng Ý.")
    assert laid.speech_before(at(laid, "gặp"))
    assert not laid.speech_before(0)


def test_speaking_somewhere_is_not_saying_something() -> None:
    laid = scene("Phát biểu tại buổi gặp Thủ tướng Ý, Thủ tướng Lào cảm ơn.")
    assert not laid.speech_before(2)


@pytest.mark.parametrize(
    ("sentence", "only"),
    [("Thủ tướng Lào mời Thủ tướng Ý thăm Lào.", True), ("Thủ tướng Lào thăm Ý.", False)],
)
def test_an_invitation_is_seen(sentence: str, only: bool) -> None:
    laid = scene(sentence)
    assert invited(laid, at(laid, "thăm")) is only


def test_the_inviter_is_marked() -> None:
    laid = scene("Theo lời mời của Thủ tướng Ý, Thủ tướng Lào thăm Rome.")
    assert [laid.phrases[index].kind for index in laid.inviters] == ["people"]


def test_every_country_of_a_sentence_is_known() -> None:
    assert scene("Thủ tướng Lào thăm Ý và gặp Đại sứ Peru.").countries() == {"LA", "IT", "PE"}


def test_an_empty_scene_has_nobody() -> None:
    laid = scene("")
    assert (laid.phrases, laid.countries(), laid.occasions) == ((), set(), ())
