"""Private and public addresses, in all their wrappings."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.sources.addresses import host_key, is_private

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.255 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.1 192.0.2.1 192.168.1.1 198.18.0.1 203.0.113.5 224.0.0.1 239.255.255.255 240.0.0.1
    255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::1 2001:0:7f00:1::1 100::1 fc00::1 fd12:3456::1 fe80::1
    fe80::1%eth0 fec0::1 ff02::1 2001:db8::1 4000::1 localhost example.org 127.1
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "100.128.0.1", "172.32.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2606:4700::1"],
)
def test_public(address: str) -> None:
    assert not is_private(address)


@given(st.integers(0, 2**32 - 1))
def test_a_wrapping_changes_nothing(number: int) -> None:
    plain = is_private(str(IPv4Address(number)))
    assert is_private(str(IPv6Address(0xFFFF_0000_0000 | number))) == plain
    assert is_private(str(IPv6Address((0x64_FF9B << 96) | number))) == plain
    assert is_private(str(IPv6Address((0x2002 << 112) | (number << 80)))) == plain


@given(st.text())
def test_what_is_no_address_is_private(text: str) -> None:
    assert is_private("x" + text)


def test_host_names_are_compared_in_one_form() -> None:
    assert host_key(" WWW.Example.org. ") == "www.example.org"
    assert host_key("[::1]") == "::1"
    assert host_key("Báo.vn") == host_key("xn--bo-mia.vn")
    assert host_key("x" * 99) == "x" * 99
