"""Does an address belong to the public Internet?"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# An IPv6-only network reaches IPv4 through these (RFC 6052); what counts is the IPv4 address within.
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether an IP address may be connected to without leave. What is no address at all is not public.

    Private, loopback, link-local, multicast, reserved and unspecified addresses are not, nor is an IPv6 address that
    carries such an IPv4 address: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056) or Teredo (RFC 4380).
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried:
            return all(map(_is_global, carried))
        if address.is_site_local:
            return False
    return _is_global(address)


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    return (IPv4Address(int(address) & 0xFFFFFFFF),) if address in _NAT64 else ()


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    # Multicast can be global, and what is reserved today is somebody's tomorrow.
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_private or address.is_unspecified)
