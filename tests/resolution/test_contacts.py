"""When tellings of several reports are one contact, and when that would be a guess."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bangiao.model.findings import Contact, Participant, Side
from bangiao.resolution.contacts import Telling, resolve, resolve_block, split
from bangiao.resolution.decisions import Rulings

VN = Side("VN", people=(Participant("Trần Thị Bình", "Bộ trưởng"),))
JP = Side("JP", people=(Participant("Sato Hana", None),))
TALKS = Contact("talks", "hội đàm", "in_person", "held", (VN, JP), ("government",), date="2024-12-05")
NONE = Rulings()


def ids(*contacts: Contact, reports: str = "abcdef") -> list[str]:
    found = resolve([Telling(f"r-{name}", 0, one) for name, one in zip(reports, contacts, strict=False)], NONE)
    return [one.id for one in found]


def test_side_order_and_kind_of_meeting_do_not_part_a_contact() -> None:
    assert len(ids(TALKS, replace(TALKS, sides=(JP, VN), form="meeting", venue="Hà Nội"))) == 1


def test_another_day_person_side_or_form_parts_contacts() -> None:
    other = Side("JP", people=(Participant("Abe Ken", None),))
    visit = replace(TALKS, form="visit")
    assert len(ids(TALKS, replace(TALKS, date="2024-12-07"), replace(TALKS, sides=(VN, other)), visit)) == 4


def test_nothing_is_merged_on_a_guess() -> None:
    no_year = replace(TALKS, date="XXXX-12-05")
    no_people = replace(TALKS, sides=(VN, Side("JP")))
    for one in (no_year, no_people, replace(TALKS, date=None)):
        assert len(ids(one, one)) == 2
    assert len(ids(*[replace(no_people, form="visit", country="JP")] * 2)) == 1


def test_unnamed_people_of_different_offices_are_not_one() -> None:
    unnamed = [replace(TALKS, sides=(VN, Side("LA", people=(Participant(None, office),)))) for office in ("A", "B")]
    assert len(ids(*unnamed)) == 2


def test_a_report_that_tells_two_keeps_them_two() -> None:
    told = [Telling("r-a", 0, TALKS), Telling("r-a", 1, replace(TALKS, form="meeting")), Telling("r-b", 0, TALKS)]
    assert sorted(len(one.tellings) for one in resolve(told, NONE)) == [1, 2]


def test_the_fullest_telling_is_shown_and_filled_from_the_others() -> None:
    planned = replace(TALKS, status="planned", venue="Tokyo", city="Tokyo", occasion="năm hữu nghị", country="JP")
    held = replace(TALKS, venue="Hà Nội", channels=("party",))
    (found,) = resolve([Telling("r-a", 0, planned), Telling("r-b", 0, held)], NONE)
    assert (found.contact.status, found.contact.venue, found.contact.occasion) == ("held", "Hà Nội", "năm hữu nghị")
    assert found.contact.channels == ("party", "government")
    assert found.main == 1


def test_held_here_and_cancelled_there_is_said() -> None:
    told = [Telling("r-a", 0, TALKS), Telling("r-b", 0, replace(TALKS, status="cancelled", mode="online"))]
    assert resolve(told, NONE)[0].disagreements == ("status", "mode")


def test_a_merge_of_people_merges_their_contacts() -> None:
    from bangiao.resolution.names import person_id

    hyphens = replace(TALKS, sides=(VN, Side("JP", people=(Participant("Xa-tô Ha-na", None),))))
    told = [Telling("r-a", 0, TALKS), Telling("r-b", 0, hyphens)]
    merged = Rulings(persons={person_id("Xa-tô Ha-na", "JP"): person_id("Sato Hana", "JP")})
    assert (len(resolve(told, NONE)), len(resolve(told, merged))) == (2, 1)


forms = st.sampled_from(
    [replace(TALKS, form=form, date=date) for form in ("talks", "meeting", "visit") for date in ("2024-12-05", None)]
)
tellings = st.lists(
    st.builds(
        Telling, st.sampled_from(["r-a", "r-b", "r-c"]), st.integers(0, 4), forms, st.sampled_from([None, "2024-12-06"])
    ),
    max_size=8,
    unique_by=lambda one: (one.report, one.number),
)


@given(tellings.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_order_does_not_matter_and_blocks_alone_give_the_whole(pair: tuple[list[Telling], list[Telling]]) -> None:
    told, shuffled = pair
    whole = resolve(told, NONE)
    assert resolve(shuffled, NONE) == whole
    parts = [one for members in split(shuffled, NONE) for one in resolve_block(members, NONE)]
    assert sorted(parts, key=lambda one: one.id) == whole
    assert sorted((one.report, one.number) for found in whole for one in found.tellings) == sorted(
        (one.report, one.number) for one in told
    )
