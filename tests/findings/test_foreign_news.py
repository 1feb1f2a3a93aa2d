"""Reports on two foreign countries, and reports without a day of publication, read as a whole."""

from tests.findings.reading import offices, one, place, read, summary, told

FILLER = [f"Giới phân tích nêu ra lý do thứ {number}." for number in ("nhất", "hai", "ba", "tư", "năm", "sáu")]


def test_nobody_is_of_the_home_country_where_it_is_never_named() -> None:
    lines = ["Ngày 12/3, Chủ tịch Lý Vĩ Dân gặp Tổng thống Ba Lan Jan Kowalski.", "Bắc Kinh lạc quan.", *FILLER]
    assert told(*lines) == ["meeting held 2025-03-12 CN[Lý Vĩ Dân] PL[Jan Kowalski]"]


def test_a_short_item_need_not_name_the_home_country() -> None:
    assert told("Ngày 12/3, Thủ tướng Trần Quang Hải gặp Tổng thống Ba Lan Jan Kowalski.") == [
        "meeting held 2025-03-12 PL[Jan Kowalski] VN[Trần Quang Hải]"
    ]


def test_the_leader_of_a_country_is_not_its_ambassador() -> None:
    lines = [
        "Đại sứ Việt Nam tại Ba Lan Nguyễn Đức Thịnh trả lời báo chí về chuyến đi của Thủ tướng Trần Quang Hải.",
        "Lãnh đạo Việt Nam gặp Tổng thống Ba Lan Jan Kowalski ngày 12/3.",
    ]
    assert "meeting held 2025-03-12 PL[Jan Kowalski] VN[Trần Quang Hải]" in told(*lines)


def test_a_day_that_cannot_be_reckoned_gives_way_to_one_that_is_told() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski hôm nay gặp Thủ tướng Séc Petr Novák.",
        "Cuộc gặp giữa Tổng thống Ba Lan Jan Kowalski và Thủ tướng Séc Petr Novák ngày 12/3 kéo dài hai giờ.",
    ]
    assert told(*lines, published=None) == ["meeting held XXXX-03-12 CZ[Petr Novák] PL[Jan Kowalski]"]


def test_a_visit_under_way_and_the_same_visit_ahead_are_one() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski hôm nay lên đường thăm chính thức Pháp.",
        "Tổng thống Ba Lan Jan Kowalski sẽ thăm chính thức Pháp từ ngày 12/3 đến 14/3.",
    ]
    assert told(*lines, published=None) == ["visit held XXXX-03-12/XXXX-03-14 FR[] PL[Jan Kowalski]"]


def test_a_day_long_past_before_a_visit_is_the_visit_s() -> None:
    sentence = "Hồi tháng 3/2024, trong chuyến thăm chính thức Pháp, Tổng thống Ba Lan Jan Kowalski đã cam kết giúp đỡ."
    assert told(sentence) == ["visit recalled 2024-03 FR[] PL[Jan Kowalski]"]


def test_what_is_done_on_a_recalled_visit_is_recalled() -> None:
    sentences = [
        "Tháng 3/2024, Tổng thống Ba Lan Jan Kowalski thăm Pháp.",
        "Trong chuyến thăm đó, ông Kowalski đã gặp Thủ tướng Pháp Luc Moreau.",
    ]
    assert [contact.status for contact in read(*sentences).contacts] == ["recalled"] * 2


def test_a_photo_credit_is_no_part_of_a_name_or_a_place() -> None:
    (contact,) = read(
        "Chủ tịch nước Trần Quang Hải tiếp Tổng thống Ba Lan Jan Kowalski - Ảnh: AFP",
        caption="Tổng thống Ba Lan Jan Kowalski và ông Trần Quang Hải trong cuộc gặp tại Phủ Chủ tịch - Ảnh: AFP",
    ).contacts
    assert place(contact) == ("Phủ Chủ tịch", None, "VN")
    assert set(offices(contact)) == {"Jan Kowalski", "Trần Quang Hải"}


def test_a_known_venue_ends_where_the_sentence_goes_on() -> None:
    (contact,) = read(
        "Tổng thống Ba Lan Jan Kowalski gặp Tổng thống Mỹ John F. Miller ở Nhà Trắng thể hiện ý chí."
    ).contacts
    assert (summary(contact), place(contact)[0]) == ("meeting held - PL[Jan Kowalski] US[John F. Miller]", "Nhà Trắng")


def test_the_same_persons_of_long_ago_are_another_contact() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski tới Paris, bắt đầu chuyến thăm chính thức Pháp.",
        "Năm 1999, ông Kowalski đã đến Pháp.",
    ]
    assert told(*lines) == ["visit held - FR[] PL[Jan Kowalski]", "visit recalled 1999 FR[] PL[Jan Kowalski]"]


def test_the_pair_named_by_its_countries_are_their_leaders() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski gặp Thủ tướng Séc Petr Novák và Thủ tướng Ý Mario Bianchi.",
        "Trọng tâm của cuộc hội đàm đầu tiên giữa hai nhà lãnh đạo Séc - Ba Lan là thương mại.",
    ]
    assert "talks held - CZ[Petr Novák] PL[Jan Kowalski]" in told(*lines)


def test_whoever_met_one_in_a_country_met_the_others_of_that_country_there() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski hội đàm với Tổng thống Pháp Luc Moreau tại Paris.",
        "Ông Kowalski cũng gặp Ngoại trưởng Pháp Anne Petit.",
        "Ông Kowalski gặp Ngoại trưởng Séc Petr Novák.",
    ]
    countries = {summary(contact): contact.country for contact in read(*lines).contacts}
    assert countries["meeting held - FR[Anne Petit] PL[Jan Kowalski]"] == "FR"
    assert countries["meeting held - CZ[Petr Novák] PL[Jan Kowalski]"] is None


def test_a_name_that_the_table_of_tenures_holds_needs_no_country() -> None:
    contact = one("Ông Tập Cận Bình và Tổng thống Trump hội đàm tại Bắc Kinh.", published=None)
    assert summary(contact) == "talks held - CN[Tập Cận Bình] US[Trump]"
    reasons = {inference.reason for inference in contact.inferred if inference.field.endswith(".country")}
    assert "somebody of this name held office there, by the table of tenures" in reasons


def test_a_country_that_the_report_tells_outweighs_the_table() -> None:
    assert told("Bộ trưởng Ngoại giao Lào Tập Cận Bình hội đàm với Ngoại trưởng Nga Ivan Petrov.") == [
        "talks held - LA[Tập Cận Bình] RU[Ivan Petrov]"
    ]


def test_a_language_is_no_country() -> None:
    assert told("Ông Ivan Petrov nói bằng tiếng Anh khi gặp Thủ tướng Lào Bounmy Sisavath.") == []


def test_a_capital_with_whom_one_talks_stands_for_its_country() -> None:
    assert told("Cuộc hội đàm giữa Moscow và Tehran diễn ra hôm qua.", published=None) == ["talks held - IR[] RU[]"]


def test_a_country_acts_across_day_and_tense() -> None:
    assert told("Triều Tiên hôm nay đã hội đàm với Hàn Quốc.", published=None) == ["talks held - KP[] KR[]"]
    assert told("Mỹ - Trung đang đàm phán về thuế.", published=None) == ["talks held - CN[] US[]"]


def test_what_was_said_in_the_first_meeting_with_somebody_tells_the_meeting() -> None:
    assert told(
        "Tổng thống Nga Ivan Petrov nói ông tin vào hợp tác trong cuộc gặp trực tiếp đầu tiên với Tổng thống Pháp"
        " Jean Dupont.",
        published=None,
    ) == ["meeting held - FR[Jean Dupont] RU[Ivan Petrov]"]


def test_who_sends_a_delegation_does_not_come_with_it() -> None:
    (visit,) = told("Phái đoàn Nga do Tổng thống Ivan Petrov cử hôm nay thăm Lào.", published=None)
    assert "Ivan Petrov" not in visit


def test_a_delegation_without_a_name_travels_and_talks_where_it_goes() -> None:
    assert told("Phái đoàn cấp cao Mỹ đến Bắc Kinh đàm phán thương mại.", published=None) == [
        "talks held - CN[] US[]",
        "visit held - CN[] US[]",
    ]
    assert told("Phái đoàn Triều Tiên tới Hàn Quốc.", published=None) == ["visit held - KP[] KR[]"]
    assert told("Trung Quốc mời nhóm tàu sân bay Mỹ đến Hong Kong đàm phán.", published=None) == []


def test_a_town_tells_talks_of_two_countries_as_a_tense_does() -> None:
    assert told("Mỹ - Trung đàm phán thương mại vòng hai tại Washington.", published=None) == ["talks held - CN[] US[]"]
    assert told("Mỹ - Trung đàm phán thương mại là tin vui.", published=None) == []


def test_what_talks_are_about_is_no_side() -> None:
    assert told("Tổng thống Nga Ivan Petrov sắp hội đàm về Syria.", published=None) == []


def test_a_meeting_that_will_be_the_first_is_to_come_and_is_one_with_the_plan() -> None:
    assert told(
        "Lãnh đạo Lào Bounmy Sisavath sẽ gặp Tổng thống Nga Ivan Petrov.",
        "Đây sẽ là cuộc gặp thượng đỉnh đầu tiên giữa hai nước.",
        published=None,
    ) == ["talks planned - LA[Bounmy Sisavath] RU[Ivan Petrov]"]


def test_a_person_exchanged_views_with_another() -> None:
    assert told("Ngày 8/3, Thủ tướng Lào Bounmy Sisavath đã trao đổi với Thủ tướng Trần Quang Hải về biên giới.") == [
        "meeting held 2025-03-08 LA[Bounmy Sisavath] VN[Trần Quang Hải]"
    ]


def test_a_president_by_the_newspapers_short_word() -> None:
    assert told("TT Pháp Jean Dupont điện đàm với TT Nga Ivan Petrov.", published=None) == [
        "call held - FR[Jean Dupont] RU[Ivan Petrov]"
    ]
