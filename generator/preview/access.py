"""Access control of the preview server: browsers on this machine, on pages of this site.

A page of any other site open in another tab can send requests here too. The name it used (Host),
the page it came from (Origin) and what the browser says of itself (Sec-Fetch-Site) keep it out;
no CORS header is ever sent.
"""

import re
from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address

from generator.preview.request import Refused, Request

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
_ADDRESS = re.compile(r"\Ahttps?://([^/]*)/?\Z")
_NUMBERS = re.compile(r"[0-9.]+")
_PARTS = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::([0-9]{1,5}))?")


def host_name(text: str) -> str | None:
    """A name that people call this machine by, with a port or without, as browsers send it; nothing if it is none.

    The address of a page is taken for the name in it.
    """
    name = _ADDRESS.sub(r"\1", text.strip().lower())
    if name.count(":") > 1 and not name.startswith("["):
        name = f"[{name}]"
    try:
        host, port = split_port(name if name.isascii() else name.encode("idna").decode("ascii"))
        if _PARTS.fullmatch(host) is None or (port is not None and not 0 < port < 65536):
            return None
        if host[0] == "[":
            address = IPv6Address(host[1:-1])
            host = f"[{address}]"
            is_unspecified = address.is_unspecified
        else:
            is_unspecified = _NUMBERS.fullmatch(host) is not None and IPv4Address(host).is_unspecified
    except ValueError:  # not an address, or not a name (UnicodeError)
        return None
    if is_unspecified:
        return None
    return host if port is None else f"{host}:{port}"


def allowed_hosts(port: int, names: Iterable[str] = ()) -> Mapping[str, frozenset[str]]:
    """The values of Host that are accepted, each with the values of Origin that go with it.

    They are the loopback names with the ``port`` of the server, and ``names``: one with a port, as where a port is
    forwarded, with that port; one without, with the server's port or none, as behind a proxy. Browsers leave out
    port 80, and port 443 where the proxy speaks TLS.
    """
    loopback = {f"{name}:{port}" for name in LOOPBACK_NAMES} | (set(LOOPBACK_NAMES) if port == 80 else set())
    named = {host for name in names for host in _hosts(name, port)} - loopback
    return {
        **{host: frozenset({f"http://{host}"}) for host in loopback},
        **{host: frozenset({f"http://{host}", f"https://{host}"}) for host in named},
    }


def _hosts(name: str, port: int) -> tuple[str, ...]:
    host, own = split_port(name)
    if own is None:
        return host, f"{host}:{port}"
    return (host, name) if own in (80, 443) else (name,)


def split_port(name: str) -> tuple[str, int | None]:
    """A name and the port behind it, if there is one."""
    match = _PARTS.fullmatch(name)
    if match is None:
        return name, None
    return match[1], int(match[2]) if match[2] is not None else None


def check_access(request: Request, hosts: Mapping[str, frozenset[str]]) -> None:
    """Raise ``Refused`` when the request is not from a page of this site or from the address bar."""
    given = request.all("host")
    if len(given) != 1 or (allowed := hosts.get(given[0].lower())) is None:
        raise Refused(421, "not a host of this server")
    origins = request.all("origin")
    if origins and (len(origins) > 1 or origins[0].lower() not in allowed):
        raise Refused(403, "another origin")
    sites = request.all("sec-fetch-site")
    navigates = request.one("sec-fetch-mode") == "navigate" and request.one("sec-fetch-dest") in ("document", "")
    if any(site in ("cross-site", "same-site") for site in sites) and not navigates:
        raise Refused(403, "another site")
    if request.method not in ("GET", "HEAD"):
        raise Refused(405, "only GET and HEAD")
    if request.all("transfer-encoding") or request.one("content-length") not in ("", "0"):
        raise Refused(400, "a body is not read here")
