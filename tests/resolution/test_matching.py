"""Two tellings: the same contact, another one, or not sure."""

from msgspec.structs import replace

from bangiao.model.findings import Contact, Participant, Side
from bangiao.resolution.contacts import Telling, resolve
from bangiao.resolution.decisions import Rulings

NONE = Rulings()
VN = Side("VN", people=(Participant("Trần Thị Bình", "Thủ tướng Chính phủ"),))
LA = Side("LA", people=(Participant("Khamphone Sen", "Thủ tướng Lào"),))
VISIT = Contact("visit", "thăm", "in_person", "held", (VN, Side("LA")), ("government",), country="LA")
TALKS = Contact("talks", "hội đàm", "in_person", "held", (VN, LA), ("government",))
SUMMIT = Contact("conference", "dự Hội nghị", "in_person", "held", (VN, Side(org="ASEAN")), ("government",))


def contacts(*told: tuple[Contact, str], titles: tuple[str, ...] = ()) -> int:
    tellings = [
        Telling(f"r-{at}", 0, contact, day, 0, titles[at] if titles else contact.trigger)
        for at, (contact, day) in enumerate(told)
    ]
    return len(resolve(tellings, NONE))


def test_a_visit_told_with_and_without_its_days_is_one() -> None:
    dated = replace(VISIT, date="2025-01-09/2025-01-10")
    planned = replace(VISIT, date="2025-01-09/2025-01-11", status="planned")
    assert contacts((planned, "2025-01-06"), (dated, "2025-01-09"), (VISIT, "2025-01-10"), (VISIT, "2025-01-12")) == 1


def test_another_host_visitor_or_month_is_another_visit() -> None:
    other = replace(VISIT, sides=(VN, Side("KH")), country="KH")
    who = replace(VISIT, sides=(Side("VN", people=(Participant("Lê Văn Cường", None),)), Side("LA")))
    assert contacts((VISIT, "2025-01-10"), (other, "2025-01-10"), (who, "2025-01-10"), (VISIT, "2025-03-10")) == 4


def test_who_is_told_by_office_alone_is_known_by_the_office() -> None:
    unnamed = replace(TALKS, sides=(VN, Side("LA", people=(Participant(None, "Thủ tướng nước Lào"),))))
    deputy = replace(TALKS, sides=(VN, Side("LA", people=(Participant(None, "Phó Thủ tướng Lào"),))))
    assert contacts((TALKS, "2025-01-09"), (unnamed, "2025-01-09")) == 1
    assert contacts((TALKS, "2025-01-09"), (deputy, "2025-01-09")) == 2


def test_an_undated_telling_between_two_dated_contacts_joins_neither() -> None:
    early, late = replace(TALKS, form="meeting", date="2025-01-07"), replace(TALKS, form="meeting", date="2025-01-08")
    undated = replace(TALKS, form="meeting")
    assert contacts((early, "2025-01-07"), (late, "2025-01-08"), (undated, "2025-01-09")) == 3
    assert contacts((early, "2025-01-07"), (undated, "2025-01-09")) == 1


def test_a_recall_by_its_month_joins_what_was_held_then() -> None:
    held = replace(TALKS, date="2021-12-15")
    recalled = replace(TALKS, date="2021-12", status="recalled")
    assert contacts((held, "2021-12-16"), (recalled, "2022-07-05")) == 1
    assert contacts((recalled, "2022-07-05"), (replace(TALKS, date="2022-07-05"), "2022-07-05")) == 2


def test_the_press_meeting_after_the_talks_is_not_the_talks() -> None:
    press = replace(TALKS, form="meeting", trigger="cuộc gặp")
    titles = ("hội đàm", "cuộc gặp báo chí thông báo kết quả")
    assert contacts((TALKS, "2025-01-09"), (press, "2025-01-09"), titles=titles) == 2


def test_a_summit_with_a_partner_is_not_the_summit() -> None:
    titles = ("dự Hội nghị Cấp cao ASEAN lần thứ 44", "Hội nghị cấp cao ASEAN 44 tại Vientiane", "Hội nghị ASEAN+3")
    told = ((SUMMIT, "2024-10-09"),) * 3
    assert contacts(*told, titles=titles) == 2
    partner = replace(SUMMIT, sides=(*SUMMIT.sides, Side("AU")))
    both = ("dự Hội nghị Cấp cao ASEAN lần thứ 44", "dự Hội nghị Cấp cao ASEAN-Australia")
    assert contacts((SUMMIT, "2024-10-09"), (partner, "2024-10-09"), titles=both) == 2


def test_what_follows_the_verb_is_the_conference_and_a_session_of_it_is_another() -> None:
    fair = replace(SUMMIT, sides=(VN, Side("SA")), country="SA")
    titles = ("tham dự Hội nghị Sáng kiến đầu tư", "phát biểu tại Hội nghị Sáng kiến đầu tư")
    spoken = replace(fair, trigger="phát biểu tại Hội nghị")
    assert contacts((fair, "2024-10-29"), (spoken, "2024-10-30"), titles=titles) == 1
    titles = ("dự Hội nghị Cấp cao ASEAN lần thứ 44", "phát biểu tại phiên họp hẹp Hội nghị Cấp cao ASEAN lần thứ 44")
    session = replace(SUMMIT, trigger="phát biểu tại phiên họp")
    assert contacts((SUMMIT, "2024-10-09"), (session, "2024-10-09"), titles=titles) == 2


def test_two_round_tables_whose_names_are_not_told_stay_two() -> None:
    table = replace(SUMMIT, sides=(VN, Side("CH")), date="2025-01-21", country="CH", trigger="phát biểu tại tọa đàm")
    assert contacts((table, "2025-01-22"), (table, "2025-01-22")) == 2


def test_the_city_tells_no_two_meetings_of_an_organisation_apart() -> None:
    there = replace(SUMMIT, sides=(VN, Side(org="WEF")), trigger="Hội nghị", city="Davos")
    titles = ("Hội nghị thường niên WEF lần thứ 55", "Hội nghị WEF Davos năm 2025")
    assert contacts((there, "2025-01-20"), (there, "2025-01-22"), titles=titles) == 1


def test_a_number_in_words_is_the_number_in_digits() -> None:
    titles = ("dự Hội nghị Thượng đỉnh ASEAN lần thứ tư", "dự Hội nghị Thượng đỉnh ASEAN lần thứ 4")
    assert contacts((SUMMIT, "2025-04-16"), (SUMMIT, "2025-04-16"), titles=titles) == 1
    titles = ("dự Hội nghị Thượng đỉnh ASEAN lần thứ tư", "dự Hội nghị Thượng đỉnh ASEAN lần thứ 5")
    assert contacts((SUMMIT, "2025-04-16"), (SUMMIT, "2025-04-16"), titles=titles) == 2


def test_a_committee_s_numbered_session_is_one_whoever_is_told_there() -> None:
    speaker = Side("LA", people=(Participant("Saysana Vong", "Chủ tịch Quốc hội Lào"),))
    session = replace(TALKS, trigger="đồng chủ trì kỳ họp")
    other = replace(session, sides=(VN, speaker))
    title = "đồng chủ trì kỳ họp lần thứ {} Ủy ban liên Chính phủ Lào"
    told = ((session, "2025-01-09"), (other, "2025-01-09"))
    assert contacts(*told, titles=(title.format(47), title.format(47))) == 1
    assert contacts(*told, titles=(title.format(47), title.format(46))) == 2
    occasion = "tiếp khách nhân dịp dự kỳ họp lần thứ 47 Ủy ban liên Chính phủ Lào"
    assert contacts(*told, titles=(occasion, occasion)) == 2


def test_one_anniversary_is_one_however_it_is_called() -> None:
    guest = replace(TALKS, form="ceremony", trigger="dự Lễ kỷ niệm", sides=(Side("VN"), LA), country="VN")
    told = ((guest, "2025-04-28"), (guest, "2025-04-29"))
    names = ("dự Lễ kỷ niệm 50 năm ngày thống nhất đất nước", "dự Lễ kỷ niệm 50 năm giải phóng miền Nam")
    assert contacts(*told, titles=names) == 1
    assert contacts(*told, titles=(names[0], "dự Lễ kỷ niệm 60 năm thiết lập quan hệ")) == 2


def test_a_dash_before_an_explanation_names_no_partner() -> None:
    titles = ("khai mạc Diễn đàn Tương lai ASEAN – sự kiện quan trọng", "dự Diễn đàn Tương lai ASEAN")
    assert contacts((SUMMIT, "2024-04-23"), (SUMMIT, "2024-04-23"), titles=titles) == 1


def test_a_site_is_known_by_its_name() -> None:
    call = replace(TALKS, form="meeting", trigger="thăm và làm việc", sides=(VN, Side("LA")), date="2025-01-09")
    site = "thăm và làm việc tại Viện Nghiên cứu Nông nghiệp Viêng Chăn"
    titles = (site, f"{site} của Lào", "thăm và làm việc tại Trung tâm Dữ liệu Quốc gia")
    assert contacts(*((call, "2025-01-09"),) * 3, titles=titles) == 2


def test_a_welcome_and_a_banquet_of_one_day_are_two() -> None:
    welcome = replace(TALKS, form="ceremony", trigger="lễ đón", date="2025-01-09")
    banquet = replace(welcome, trigger="chiêu đãi")
    assert contacts((welcome, "2025-01-09"), (banquet, "2025-01-09")) == 2
    assert contacts((welcome, "2025-01-09"), (replace(welcome, trigger="lễ đón trọng thể"), "2025-01-09")) == 1


def test_reports_that_differ_on_days_offices_and_counts_are_shown_side_by_side() -> None:
    from bangiao.resolution.tellings import Count

    one = Telling(
        "r-a", 0, replace(TALKS, date="2025-01-09"), "2025-01-09", counts=(Count("văn kiện", 14, 0, "14 văn kiện"),)
    )
    minister = Side("LA", people=(Participant("Khamphone Sen", "Bộ trưởng Ngoại giao Lào"),))
    other = Telling(
        "r-b",
        0,
        replace(TALKS, date="2025-01-10", sides=(VN, minister)),
        "2025-01-10",
        counts=(Count("văn kiện", 16, 0, "16 văn kiện"),),
    )
    (found,) = resolve([one, other], NONE)
    assert found.disagreements == ("date", "office", "count")


def test_people_and_bodies_of_all_tellings_are_shown() -> None:
    more = replace(
        TALKS,
        date="2025-01-09",
        sides=(replace(VN, bodies=("Bộ Y tế",)), replace(LA, people=(*LA.people, Participant("Bounmy Keo", None)))),
    )
    (found,) = resolve([Telling("r-a", 0, replace(TALKS, date="2025-01-09", venue="X")), Telling("r-b", 0, more)], NONE)
    assert [[one.name for one in side.people] for side in found.contact.sides] == [
        ["Trần Thị Bình"],
        ["Khamphone Sen", "Bounmy Keo"],
    ]
    assert found.contact.sides[0].bodies == ("Bộ Y tế",)
