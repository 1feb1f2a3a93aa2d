"""One event is one contact, however often a report tells it; two events stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.contacts.combine import Heads
from tests.findings.reading import of_form, offices, place, read, told

HEADLINE = "Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Singapore Tan Wei Ming"
LEAD = "Chiều 12/3, tại Trụ sở Chính phủ, Thủ tướng Trần Quang Hải đã hội đàm với Thủ tướng Singapore Tan Wei Ming."


def test_headline_lead_and_caption_tell_one_contact() -> None:
    expected = ["talks held 2025-03-12 SG[Tan Wei Ming] VN[Trần Quang Hải]"]
    caption = "Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Singapore Tan Wei Ming"
    assert told(LEAD, headline=HEADLINE) == expected
    assert told(LEAD, headline=HEADLINE, caption=caption) == expected


def test_a_later_sentence_that_only_points_back_adds_none() -> None:
    assert len(read(LEAD, "Tại hội đàm, hai Thủ tướng trao đổi về hợp tác kinh tế.", headline=HEADLINE).contacts) == 1
    assert len(read(LEAD, "Sau cuộc hội đàm, Thủ tướng Tan Wei Ming bày tỏ hài lòng.").contacts) == 1


def test_a_contact_told_twice_gathers_what_each_telling_says() -> None:
    talks = of_form(
        "talks",
        "Tại Trụ sở Chính phủ, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Singapore Tan Wei Ming.",
        headline="Chiều 12/3, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Singapore",
    )
    assert (talks.date, place(talks)) == ("2025-03-12", ("Trụ sở Chính phủ", None, "VN"))
    assert set(offices(talks)) == {"Trần Quang Hải", "Tan Wei Ming"}


def test_the_same_two_on_two_days_met_twice() -> None:
    assert told(
        "Ngày 11/3, Thủ tướng Trần Quang Hải điện đàm với Thủ tướng Singapore Tan Wei Ming.",
        "Ngày 13/3, Thủ tướng Trần Quang Hải điện đàm với Thủ tướng Singapore Tan Wei Ming.",
    ) == [
        "call held 2025-03-11 SG[Tan Wei Ming] VN[Trần Quang Hải]",
        "call held 2025-03-13 SG[Tan Wei Ming] VN[Trần Quang Hải]",
    ]


def test_several_leaders_on_one_trip_are_several_meetings() -> None:
    assert told(
        "Thủ tướng Trần Quang Hải thăm chính thức Ấn Độ từ ngày 11-13/3.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Ấn Độ Ravi Kumar Sharma.",
        "Cùng ngày, Thủ tướng Trần Quang Hải hội kiến Tổng thống Ấn Độ Anil Gupta.",
    ) == [
        "meeting held 2025-03-12 IN[Anil Gupta] VN[Trần Quang Hải]",
        "talks held 2025-03-12 IN[Ravi Kumar Sharma] VN[Trần Quang Hải]",
        "visit held 2025-03-11/2025-03-13 IN[] VN[Trần Quang Hải]",
    ]


def test_a_meeting_on_a_trip_took_place_in_the_country_of_the_trip() -> None:
    meeting = of_form(
        "meeting",
        "Thủ tướng Trần Quang Hải thăm chính thức Ấn Độ từ ngày 11-13/3.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải hội kiến Tổng thống Ấn Độ Anil Gupta.",
    )
    assert meeting.country == "IN"


def test_two_leaders_who_visit_the_same_country_make_two_visits() -> None:
    assert told(
        "Từ ngày 11-13/3, Thủ tướng Thái Lan Somchai Prasert thăm Nhật Bản.",
        "Từ ngày 12-14/3, Tổng thống Ba Lan Jan Kowalski thăm Nhật Bản.",
    ) == [
        "visit held 2025-03-11/2025-03-13 JP[] TH[Somchai Prasert]",
        "visit held 2025-03-12/2025-03-14 JP[] PL[Jan Kowalski]",
    ]


def test_a_call_and_a_meeting_of_the_same_two_stay_apart() -> None:
    forms = [
        contact.form
        for contact in read(
            "Ngày 11/3, Ngoại trưởng Nguyễn Đức Thịnh điện đàm với Ngoại trưởng Mỹ John F. Miller.",
            "Ngày 13/3, Ngoại trưởng Nguyễn Đức Thịnh gặp Ngoại trưởng Mỹ John F. Miller tại Washington.",
        ).contacts
    ]
    assert sorted(forms) == ["call", "meeting"]


PEOPLE = ("Thủ tướng Lào Bounmy Sisavath", "Thủ tướng Lào", "Bộ trưởng Ý Paolo Ricci", "Ý", "Tổng thống Ý Marco Ricci")
sentences = st.builds(
    "{} {} {} {}.".format,
    st.sampled_from(("Ngày 11/3,", "Ngày 13/3,", "Trước đó,")),
    st.sampled_from(PEOPLE),
    st.sampled_from(("gặp", "hội đàm với", "điện đàm với", "thăm", "tiếp", "sẽ gặp")),
    st.sampled_from((*PEOPLE, "Thủ tướng Lào Bounmy Sisavath và Bộ trưởng Ý Paolo Ricci")),
)


@given(st.lists(sentences, min_size=2, max_size=6), st.sampled_from((None, HEADLINE, "Thủ tướng Lào thăm Ý")))
def test_what_is_looked_up_is_what_comparing_with_every_group_finds(lines: list[str], headline: str | None) -> None:
    looked_up = read(*lines, headline=headline)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Heads, "near", lambda heads, _: sorted({at for some in heads._by.values() for at in some}))
        assert read(*lines, headline=headline) == looked_up
