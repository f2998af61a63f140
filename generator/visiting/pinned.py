"""A connection to the very address that was looked at: a name is resolved once, and judged before it is used.

No host can lead the program into the machine that it runs on or the network around that, by what its name resolves to
or by a redirect. No proxy, cookie or password of this machine is used.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urlsplit

PORTS = {"https": 443, "http": 80}
_SAFE = "/:;=@!$&'()*+,~%-._"

_TRANSLATING = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""Prefixes behind which an address of IPv4 stands: RFC 6052, RFC 8215 and RFC 4291."""

MayConnect = Callable[[str], bool]
"""Whether an IP address may be connected to."""


class RefusedError(OSError):
    """The name of a host resolves to an address that is not on the public Internet."""


class Target(NamedTuple):
    """An address of the web as it is asked for: ``path`` holds the query too, in ASCII."""

    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str) -> Target | None:
    """The target of a web address; nothing when it is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        return None
    path = quote(parts.path, safe=_SAFE) or "/"
    query = f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path + query)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, also where IPv6 wraps an address of IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        wrapped = ip.ipv4_mapped or ip.sixtofour or _translated(ip)
        if ip.is_site_local or (wrapped is not None and not wrapped.is_global):
            return False
    return ip.is_global and not ip.is_multicast


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in the last 32 bits, where a network may translate to it."""
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if any(ip in one for one in _TRANSLATING) else None


def connection_to(target: Target, seconds: float, may_connect: MayConnect) -> http.client.HTTPConnection:
    """A connection that is open; raises ``OSError``, ``RefusedError`` among them."""
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if not addresses or not all(may_connect(address) for address in addresses):
        raise RefusedError(0, "not a public address", target.host)
    connection = http.client.HTTPConnection(target.host, target.port, timeout=seconds)
    plain = socket.create_connection((addresses[0], target.port), timeout=seconds)
    try:
        secure = target.scheme == "https"
        context = ssl.create_default_context() if secure else None
        connection.sock = plain if context is None else context.wrap_socket(plain, server_hostname=target.host)
    except OSError:
        plain.close()
        raise
    return connection
