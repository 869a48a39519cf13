"""Which network addresses may be reached: those of the public internet, unless the user says otherwise."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Where cloud machines ask for their credentials and settings. Link-local addresses, the usual place, are refused as such.
_METADATA = tuple(
    map(
        ip_network,
        ("168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::254/128", "fd20:ce::254/128"),
    )
)
# Addresses that Python's is_global lets pass and that lead, or may lead, into somebody's own network.
_REFUSED = tuple(
    (ip_network(network), reason)
    for network, reason in (
        ("192.0.0.0/24", "an address for the network's own protocols"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("2002::/16", "a 6to4 address"),
        ("2001::/32", "a Teredo address"),
        ("64:ff9b::/96", "a NAT64 address"),
        ("64:ff9b:1::/48", "a NAT64 address"),
        ("::/96", "an IPv4-compatible address"),
        ("3fff::/20", "a documentation address"),
        ("5f00::/16", "a segment-routing address"),
        ("fec0::/10", "a site-local address"),
    )
)
_ENDING_IN_IPV4 = tuple(
    map(ip_network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48"))
)


def refusal(address: str, *, allow_private: bool = False) -> str | None:
    """Why an address may not be reached, or None if it may.

    Args:
        address: An IPv4 or IPv6 address as the name service gave it.
        allow_private: Whether private and loopback addresses may be reached. Link-local ones and others where cloud
            machines keep their credentials, and multicast, never may.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return "no address at all"
    for each in (found, *_embedded(found)):
        if reason := _never(each):
            return reason
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return None if allow_private else _not_public(found)


def _embedded(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that an IPv6 address may lead to: mapped, compatible, translated (NAT64), 6to4, Teredo."""
    if isinstance(address, IPv4Address):
        return
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if any(address in network for network in _ENDING_IN_IPV4):
        yield IPv4Address(address.packed[-4:])


def _never(address: IPv4Address | IPv6Address) -> str | None:
    if any(address in network for network in _METADATA):
        return "a cloud provider's own service"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_unspecified:
        return "an unspecified address"
    return None


def _not_public(address: IPv4Address | IPv6Address) -> str | None:
    if address.is_loopback:
        return "this machine itself"
    for network, reason in _REFUSED:
        if address in network:
            return reason
    if address.is_reserved or not address.is_global:
        return "not a public address"
    return None
