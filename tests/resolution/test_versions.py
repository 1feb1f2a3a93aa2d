"""Which readings are one report, and which version is current."""

import pytest

from bangiao.resolution.versions import later, report_id, url_key, version_rank


@pytest.mark.parametrize(
    "url", ["https://a.vn/tin/1", "http://www.a.vn/tin/1/", "https://A.vn/tin/1?utm_source=x", "https://a.vn/tin/1#b"]
)
def test_one_address_in_many_ways(url: str) -> None:
    assert url_key(url) == "a.vn/tin/1"


def test_odd_addresses_stand_as_they_are() -> None:
    assert [url_key(one) for one in ("", None, "http://[", "no address", "https://a.vn:8080/?id=2")] == [
        None,
        None,
        "http://[",
        "no address",
        "a.vn:8080?id=2",
    ]


def test_a_reading_without_address_joins_the_one_address_of_its_id() -> None:
    assert report_id("7", None, ["a.vn/7"]) == report_id("other", "a.vn/7", [])
    assert report_id("7", None, ["a.vn/7", "b.vn/7"]) == report_id("7", None, [])


def test_update_then_publication_then_fetch_then_hash() -> None:
    ranks = [
        version_rank(None, None, None, "f"),
        version_rank(None, None, "2030-01-01", "a"),
        version_rank(None, "2024-12-05", None, "a"),
        version_rank(None, "2024-12-05", None, "b"),
        version_rank("2024-12-05T23:00:00+07:00", "2020-01-01", None, "a"),
        version_rank("2024-12-05T17:00:00+00:00", None, None, "a"),
    ]
    assert ranks == sorted(ranks)


def test_the_later_of_two_times() -> None:
    assert later(None, "2024-12-05") == "2024-12-05"
    assert later("2024-12-05T10:00:00+07:00", "2024-12-05T04:00:00+00:00") == "2024-12-05T04:00:00+00:00"
    assert later(None, None) is None
    assert version_rank("not a time", "0001-01-01T00:00:00+14:00", None, "a").startswith("0000")
