"""Fetching from a server that does all that servers do wrong."""

import subprocess
import sys
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.network import Network
from bangiao.sources.options import DEFAULTS, SourceOptions
from bangiao.sources.web import fetch

SMALL = SourceOptions(max_document=1_000_000)
HURRIED = SourceOptions(max_seconds=0.4)
IMPATIENT = SourceOptions(wait_seconds=0.3)
UNTRUSTED = SourceOptions(trusted=False)


def one(address: str, options: SourceOptions = DEFAULTS, network: Network | None = None) -> Page | Refusal:
    (found,) = fetch(address, options, network, now=lambda: "2024-12-05T08:00:00+00:00")
    return found


def page(address: str, options: SourceOptions = DEFAULTS, network: Network | None = None) -> Page:
    found = one(address, options, network)
    assert isinstance(found, Page), found
    return found


def reads(address: str, options: SourceOptions = DEFAULTS, network: Network | None = None) -> bool:
    return "Thủ tướng" in page(address, options, network).content


def reason(address: str, options: SourceOptions = DEFAULTS, network: Network | None = None) -> str:
    found = one(address, options, network)
    assert isinstance(found, Refusal), found
    assert found.input == address.replace("\ud800", "\ufffd")
    assert found.hint
    assert "\n" not in found.reason
    return found.reason


def test_a_page_says_where_and_when(port: int) -> None:
    found = page(f"http://127.0.0.1:{port}/page#part")
    assert "Thủ tướng" in found.content
    assert found.media == "text/html"
    assert found.url == f"http://127.0.0.1:{port}/page"
    assert found.fetched == "2024-12-05T08:00:00+00:00"
    assert found.published is None


def test_the_id_comes_from_the_address_alone(port: int) -> None:
    first, again = page(f"http://127.0.0.1:{port}/page"), page(f"http://127.0.0.1:{port}/moved")
    assert first.id == again.id
    assert first.id.startswith("page-")
    assert page(f"http://127.0.0.1:{port}/page?x=1").id != first.id


def test_the_clock_is_read_at_this_edge(port: int) -> None:
    (found,) = open_inputs([f"http://127.0.0.1:{port}/page"])
    assert isinstance(found, Page)
    assert found.fetched is not None
    assert found.fetched.endswith("+00:00")


def test_redirects_are_followed_and_cookies_kept(port: int) -> None:
    assert page(f"http://127.0.0.1:{port}/moved").url == f"http://127.0.0.1:{port}/page"
    assert "Thủ tướng" in page(f"http://127.0.0.1:{port}/cookie").content


def test_the_host_named_is_the_host_asked(port: int, network: Network) -> None:
    assert page(f"http://public.example:{port}/host", network=network).content == f"Host was public.example:{port}"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("circle", "redirects more than 5 times"),
        ("nowhere", "redirects to nowhere"),
        ("elsewhere?file:///etc/passwd", "redirects to what is an address of the kind file:"),
        ("elsewhere?http://xn--/", "redirects to what is not a web address"),
        ("elsewhere?ftp://public.example/x", "redirects to what is an address of the kind ftp:"),
        ("elsewhere?http://a:b@public.example/", "redirects to what holds a name or password"),
        ("absent", "is not there (status 404)"),
        ("broken", "cannot be given by its server now (status 500)"),
        ("forbidden", "is not given out (status 403)"),
        ("empty", "is empty"),
        ("image", "is image/png, not a page"),
        ("untyped", "is no PDF that can be read"),
        ("brotli", "is packed with br, which was not asked for"),
        ("huge", "is larger than 977 kB"),
        ("bomb", "is larger than 977 kB"),
        ("cut", "broke off"),
        ("garbage", "broke off"),
    ],
)
def test_each_misbehaviour_has_its_words(port: int, path: str, words: str) -> None:
    assert words in reason(f"http://127.0.0.1:{port}/{path}", SMALL)


def test_slow_servers_are_not_waited_for(port: int) -> None:
    for path in ("drip", "drip-headers"):
        assert "takes longer than 0.4 seconds" in reason(f"http://127.0.0.1:{port}/{path}", HURRIED)
    assert "does not answer in time" in reason(f"http://127.0.0.1:{port}/mute", IMPATIENT)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("latin", "Thủ tướng"),
        ("windows", "thăm"),
        ("silent-set", "会談が行われた。"),
        ("packed", "Thủ tướng"),
    ],
)
def test_character_sets_and_packing(port: int, path: str, words: str) -> None:
    assert words in page(f"http://127.0.0.1:{port}/{path}").content


def test_lines_at_an_address(port: int) -> None:
    found = list(fetch(f"http://127.0.0.1:{port}/lines"))
    assert [page.id for page in found if isinstance(page, Page)] == ["a", "b"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://", "is an address without a host"),
        ("http:///page", "is an address without a host"),
        ("http://[::1", "is not a web address"),
        ("http://xn--/", "is not a web address"),
        ("http://\ud800.example/", "is not a web address"),
        ("http://a:99999999/", "names port 99999999"),
        ("http://unknown.example/", "there is no host unknown.example"),
        ("file:///etc/passwd", "is an address of the kind file:"),
        ("gopher://public.example/", "is an address of the kind gopher:"),
        ("page", "is an address of the kind unknown:"),
    ],
)
def test_addresses_that_are_none(address: str, words: str, network: Network) -> None:
    assert words in reason(address, network=network)


def test_passwords_are_neither_sent_nor_shown(network: Network) -> None:
    found = one("http://user:secret@public.example/", network=network)
    assert isinstance(found, Refusal)
    assert "holds a name or password" in found.reason
    assert found.input == "http://…@public.example/"


def test_nobody_listens(network: Network) -> None:
    assert "no connection to public.example" in reason("http://public.example:1/", network=network)


class TestCertificates:
    def test_the_name_is_proved_though_the_address_is_dialled(
        self, secure_port: int, network: Network, dial: object
    ) -> None:
        assert "Thủ tướng" in page(f"https://public.example:{secure_port}/page", network=network).content
        assert vars(dial)["dialled"] == ["93.184.216.34"]

    def test_a_server_that_proves_another_name_is_not_read(self, secure_port: int, network: Network) -> None:
        words = reason(f"https://private.example:{secure_port}/page", network=network)
        assert "does not prove who it is" in words

    def test_nor_one_that_nobody_vouches_for(self, secure_port: int, network: Network) -> None:
        usual = Network(network.resolve, network.dial)
        assert "does not prove who it is" in reason(f"https://public.example:{secure_port}/page", network=usual)

    def test_nor_one_that_speaks_no_tls(self, port: int, network: Network) -> None:
        assert "cannot be fetched" in reason(f"https://public.example:{port}/page", network=network)


class TestPrivateAddresses:
    def test_a_person_may_type_one(self, port: int, network: Network) -> None:
        assert reads(f"http://private.example:{port}/page", network=network)

    def test_a_redirect_from_public_may_not_lead_to_one(self, port: int, network: Network) -> None:
        for host in ("private.example", "127.0.0.1", "mapped.example", "metadata.example", "both.example"):
            words = reason(f"http://public.example:{port}/elsewhere?http://{host}:{port}/page", network=network)
            assert "leads to the private address" in words

    def test_nor_by_way_of_a_private_one(self, port: int, network: Network) -> None:
        last = f"http://127.0.0.1:{port}/page"
        middle = f"http://public.example:{port}/elsewhere?{last}"
        assert "leads to the private" in reason(f"http://private.example:{port}/elsewhere?{middle}", network=network)

    def test_a_private_server_may_redirect_within(self, port: int, network: Network) -> None:
        assert reads(f"http://private.example:{port}/elsewhere?http://127.0.0.1:{port}/page", network=network)

    def test_what_a_feed_or_form_names_may_not_be_one(self, port: int, network: Network) -> None:
        assert "leads to the private" in reason(f"http://private.example:{port}/page", UNTRUSTED, network)
        assert reads(f"http://public.example:{port}/page", UNTRUSTED, network)

    def test_unless_its_host_is_allowed(self, port: int, network: Network) -> None:
        options = SourceOptions(trusted=False, allow_hosts=("Private.Example.",))
        assert reads(f"http://private.example:{port}/page", options, network)
        assert "leads to the private" in reason(f"http://127.0.0.1:{port}/page", options, network)

    def test_an_allowed_host_opens_no_other(self, port: int, network: Network) -> None:
        options = SourceOptions(allow_hosts=("private.example",))
        chain = f"http://private.example:{port}/elsewhere?http://127.0.0.1:{port}/page"
        assert "leads to the private" in reason(f"http://public.example:{port}/elsewhere?{chain}", options, network)

    def test_the_address_that_was_checked_is_dialled(self, port: int, network: Network, dial: "object") -> None:
        assert reads(f"http://rebinding.example:{port}/page", UNTRUSTED, network)
        assert vars(dial)["dialled"] == ["93.184.216.34"]

    def test_a_name_that_changes_its_answer_is_checked_again(self, port: int, network: Network) -> None:
        words = reason(f"http://rebinding.example:{port}/moved", UNTRUSTED, network)
        assert "leads to the private address 127.0.0.1" in words

    def test_other_spellings_of_loopback(self, port: int) -> None:
        for host in ("127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"):
            assert "private address" in reason(f"http://{host}:{port}/page", UNTRUSTED)

    def test_no_file_for_the_untrusted(self) -> None:
        for name in ("/etc/hostname", "-", ".", "file:///etc/hostname"):
            (found,) = open_inputs([name], UNTRUSTED)
            assert isinstance(found, Refusal)
            assert "not an http or https address" in found.reason


def test_the_environment_has_no_say(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert reads(f"http://127.0.0.1:{port}/page")


def test_the_client_is_loaded_only_for_an_address() -> None:
    code = "import sys, bangiao.sources.inputs; sys.exit('httpx' in sys.modules or 'ssl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "place", ["http://[", "http://a:99999999/", "//", "http://", "http:", ":", "\x1b", "http://%zz/", "?" * 70]
)
def test_any_redirect_is_answered(port: int, network: Network, place: str) -> None:
    assert reason(f"http://public.example:{port}/elsewhere?{quote(place)}", network=network)


@given(st.text(max_size=60) | st.from_regex(r"(xn--|\[|%|@|:|\.|[a-z0-9]){1,9}(/.*)?", fullmatch=True))
def test_any_address_is_answered(rest: str) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    found = one("http://" + rest, network=Network(unknown))
    assert isinstance(found, Refusal)
    assert found.reason.isprintable()
