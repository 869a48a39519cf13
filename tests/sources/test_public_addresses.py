import pytest

from provenance.sources.loading.public_addresses import refusal


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"]
)
def test_public_addresses_are_reached(address):
    assert refusal(address) is None


PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.0.1",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
]
LINK_LOCAL = ["169.254.169.254", "fe80::1", "fe80::1%eth0", "::ffff:169.254.169.254"]
NEVER = [*LINK_LOCAL, "224.0.0.1", "239.255.255.250", "ff02::1", "0.0.0.0", "::"]
OTHER = [
    "100.64.0.1",  # carrier-grade NAT
    "192.0.0.9",  # protocols of the network, which some releases of Python take for public
    "192.0.0.170",
    "192.0.2.1",  # documentation
    "198.18.0.1",  # benchmarks
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "2002:a00:1::1",  # 6to4 around 10.0.0.1
    "64:ff9b::a00:1",  # NAT64 around 10.0.0.1
    "64:ff9b:1::a00:1",
    "2001:0:53aa:64c::1",  # Teredo
    "2001:db8::1",
    "::a00:1",
    "fec0::1",
    "not an address",
    "",
]


METADATA = [
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd20:ce::254",
    "::ffff:168.63.129.16",
    "::169.254.169.254",
    "::ffff:0:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "64:ff9b::6464:64c8",
    "2002:a9fe:a9fe::1",
    "2001:0:a9fe:a9fe::1",
]


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER, *OTHER, *METADATA])
def test_every_other_address_is_refused_with_a_reason(address):
    assert refusal(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_newsroom_may_reach_its_own_servers(address):
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_nobody_reaches_link_local_or_multicast_addresses(address):
    assert refusal(address, allow_private=True)


@pytest.mark.parametrize("address", METADATA)
def test_nobody_reaches_where_cloud_machines_keep_their_credentials(address):
    assert refusal(address, allow_private=True)


@pytest.mark.parametrize(
    "address", ["fd00:ec2::253", "fd20:ce::253", "100.100.100.199", "192.0.0.191", "2002:a00:1::1"]
)
def test_the_addresses_beside_them_are_a_newsroom_s_own(address):
    assert refusal(address, allow_private=True) is None
