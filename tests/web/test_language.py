"""The language of the pages: by the address, as chosen before, as the browser asks."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient

PAGE = "/contacts/c-nobody"


def lang(client: "TestClient[Litestar]", path: str, **headers: str) -> str:
    return client.get(path, headers=headers).text.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("vi", "vi"),
        ("fr,en;q=0.3,vi;q=0.8", "vi"),
        ("fr", "vi"),
        ("", "vi"),
        ("en;q=x,vi", "vi"),
    ],
)
def test_as_the_browser_asks(client: "TestClient[Litestar]", accepted: str, language: str) -> None:
    assert lang(client, PAGE, **{"accept-language": accepted}) == language


def test_the_address_chooses_and_the_choice_is_kept(client: "TestClient[Litestar]") -> None:
    assert lang(client, f"{PAGE}?lang=vi") == "vi"
    assert lang(client, PAGE) == "vi"
    assert lang(client, f"{PAGE}?lang=xx") == "vi"
    assert lang(client, f"{PAGE}?lang=en") == "en"
    client.cookies.delete("language")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("/?since=someday", "“someday” không phải là ngày tháng."),
        ("/?form=dance", "“dance” không có trong danh sách này."),
        ("/?person=Xyzzy+Q", "Sổ không có ai tên là “Xyzzy Q”."),
        ("/commitments?country=%3Cb%3E{x}", "“&lt;b&gt;{x}” không phải là một nước"),
        ("/relations/VN/VN", "Một quan hệ phải có hai bên."),
        ("/relations/VN/Xyzzy", "“Xyzzy” không phải là nước, tổ chức hay cơ quan"),
        ("/people/p-nobody", "Trong sổ không có gì mang mã “p-nobody”."),
        (f"/search?q={'a' * 300}", "Câu tìm kiếm quá dài."),
        ("/readings/none", "Lần đọc này không còn được ghi nhớ."),
        ("/users", "Bàn làm việc này không có tài khoản."),
    ],
)
def test_what_is_wrong_is_told_in_the_readers_language(client: "TestClient[Litestar]", asked: str, told: str) -> None:
    page = client.get(asked, headers={"accept-language": "vi"}).text
    assert told in page
    assert 'lang="en"' not in page.split("<main")[1]
    english = client.get(asked, headers={"accept-language": "en"}).text
    assert told not in english
