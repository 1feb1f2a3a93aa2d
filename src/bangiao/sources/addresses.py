"""Which network addresses are private: the ones that only this machine or its surroundings can reach."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")
_UNICAST = IPv6Network("2000::/3")  # the only part of IPv6 that is routed worldwide


def is_private(address: str) -> bool:
    """Whether an IP address is anything but a public one: loopback, link-local, private, carrier, multicast …

    An IPv4 address wrapped into an IPv6 one (mapped, 6to4, Teredo, NAT64) counts as what it wraps; what is no
    address counts as private.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(parsed, IPv4Address):
        return _private_v4(parsed)
    wrapped = _wrapped(parsed)
    if wrapped:
        return any(map(_private_v4, wrapped))
    return parsed not in _UNICAST or not parsed.is_global


def host_key(host: str) -> str:
    """A host name in the form in which names are compared: lower case, no final dot, no brackets."""
    plain = host.strip().lower().rstrip(".").removeprefix("[").removesuffix("]")
    try:
        return plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


def _private_v4(address: IPv4Address) -> bool:
    return not address.is_global or address.is_multicast or address.is_reserved


def _wrapped(address: IPv6Address) -> tuple[IPv4Address, ...]:
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()
