"""What is not on the public Internet is known, however it is written."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.fetching.addresses import is_public

# Written out from the registries of special addresses (IANA), not taken from the module that is tested.
CLOSED_4 = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
]
CLOSED_6 = ["::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "100::/64", "::/96"]


@st.composite
def closed_4(draw: st.DrawFn) -> IPv4Address:
    network = IPv4Network(draw(st.sampled_from(CLOSED_4)))
    return network[draw(st.integers(0, network.num_addresses - 1))]


@given(closed_4())
def test_no_closed_address_is_public(address: IPv4Address) -> None:
    """Private, loopback, link-local, shared, for tests, multicast and reserved ones."""
    assert not is_public(str(address))


@given(closed_4(), st.integers(0, 2**64 - 1))
def test_no_closed_address_is_public_within_another(address: IPv4Address, rest: int) -> None:
    """IPv6 carries IPv4 in five ways: mapped, compatible, NAT64, 6to4 and Teredo (turned over)."""
    number = int(address)
    carriers = [
        0xFFFF << 32 | number,
        number,
        0x0064_FF9B << 96 | number,
        0x2002 << 112 | number << 80 | rest,
        0x2001_0000 << 96 | 0x0808_0808 << 64 | number ^ 0xFFFF_FFFF,
    ]
    assert [False] * 5 == [is_public(str(IPv6Address(carrier))) for carrier in carriers]


@given(st.data())
def test_no_closed_ipv6_address_is_public(data: st.DataObject) -> None:
    """With and without the name of a network card."""
    network = IPv6Network(data.draw(st.sampled_from(CLOSED_6)))
    address = network[data.draw(st.integers(0, network.num_addresses - 1))]
    assert (False, False) == (is_public(str(address)), is_public(f"{address}%eth0"))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_public_addresses_are_public(address: str) -> None:
    """Most of the Internet is, also through NAT64."""
    assert is_public(address)


@given(st.text(max_size=30))
def test_what_is_no_address_is_not_public(text: str) -> None:
    """Nothing that cannot be checked is connected to, and nothing raises."""
    assert not is_public(f"{text}x")
