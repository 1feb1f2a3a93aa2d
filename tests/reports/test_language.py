"""Which language a text is in."""

import pytest

from bangiao.reports.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bộ trưởng tiếp Đại sứ và trao đổi về hợp tác.", "vi"),
        ("Bo truong da tiep dai su cua nuoc ban va trao doi ve hop tac trong nong nghiep", "vi"),
        ("The minister met the ambassador and spoke of the work that is to be done.", "en"),
        ("Le ministre a reçu l'ambassadeur et les deux délégations ont parlé des projets dans la région.", "fr"),
        ("外相は大使と会談し、協力について話した。", "ja"),
        ("外交部长会见大使，双方就合作交换意见。", "zh"),
        ("외교부 장관은 대사를 만났다.", "ko"),
        ("Министр принял посла и обсудил сотрудничество.", "ru"),
        ("", None),
        ("12/3/2021", None),
        ("Kwyjibo frobnik zzz", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert language_of(text) == language
