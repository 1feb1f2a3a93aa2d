"""Two readers of one sample: what agrees, what differs, and what is drawn."""

from bangiao.evaluation.coding import agreement, drawn
from bangiao.evaluation.documents import Document, ToldContact, ToldPerson, ToldSide

VN, JP, LA = (ToldSide(country=one) for one in ("VN", "JP", "LA"))


def written(*contacts: ToldContact) -> dict[str, Document]:
    return {"a": Document(id="a", contacts=contacts)}


def test_readers_who_write_the_same_agree() -> None:
    one = written(
        ToldContact("talks", "hội đàm", date="2024-12-05", sides=(VN, JP)), ToldContact("visit", sides=(VN, LA))
    )
    found = agreement(one, one)
    assert found.differences == ()
    assert {each.field: each.alpha for each in found.fields}["form"] == 1
    assert all(each.units == each.alike == 2 for each in found.fields if each.field != "offices")


def test_each_difference_is_named() -> None:
    who = ToldSide(country="JP", people=(ToldPerson("Sato Hana"),))
    one = written(ToldContact("talks", "hội đàm", city="Hà Nội", sides=(VN, who)), ToldContact("visit", sides=(VN, LA)))
    other = written(ToldContact("meeting", "hội đàm", city="Hà Nội", sides=(VN, who)))
    found = agreement(one, other)
    assert [(each.field, each.one, each.other) for each in found.differences] == [
        ("form", "talks", "meeting"),
        ("contact", "told", "not told"),
    ]


def test_a_seed_draws_the_same_reports_in_whatever_order_they_come() -> None:
    ids = [str(number) for number in range(100)]
    assert drawn(ids, 10, "1") == drawn(ids[::-1], 10, "1")
    assert len(set(drawn(ids, 10, "1"))) == 10
    assert drawn(ids, 10, "1") != drawn(ids, 10, "2")
