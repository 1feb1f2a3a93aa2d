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
