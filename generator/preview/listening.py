"""The sockets of the preview, and the addresses it can be opened at."""

import errno
import os
import socket
from collections.abc import Sequence
from ipaddress import ip_address
from typing import NamedTuple

from generator.preview.access import host_name, split_port

BACKLOG = 512
_TRIES = 20
_MISSING = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
"""Errors of one address of a name, such as IPv6 where it is turned off, that leave the name its other addresses."""


class CannotListen(Exception):  # noqa: N818 - told to the user, with what to do
    """The host and port that were asked for are not to be had. ``key`` names the sentence that says why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason


class Listening(NamedTuple):
    """Sockets bound to one port, the ``names`` that the server accepts and the ``places`` where pages can be opened.

    ``is_open`` when other machines can reach it.
    """

    sockets: tuple[socket.socket, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    is_open: bool

    def close(self) -> None:
        """Give up the port."""
        for one in self.sockets:
            one.close()


def listen(host: str, port: int, names: Sequence[str] = ()) -> Listening:
    """Bind a port on every address of a host; port 0 takes a free one. Raises ``CannotListen``.

    To listen on every address of the machine it needs ``names``: by others no browser is let in.
    """
    try:
        sockets = _bound(host, port)
    except (socket.gaierror, UnicodeError) as error:
        raise CannotListen("host_unknown", getattr(error, "strerror", None) or str(error)) from None
    except OSError as error:
        raise CannotListen(_KEYS.get(error.errno or 0, "not_listening"), error.strerror or str(error)) from None
    bound = [ip_address(one.getsockname()[0].partition("%")[0]) for one in sockets]
    taken = sockets[0].getsockname()[1]
    # a page can be opened by the address that was asked for, but not by the one that stands for all of them
    is_anywhere = any(address.is_unspecified for address in bound)
    if is_anywhere and not names:
        for one in sockets:
            one.close()
        raise CannotListen("preview_needs_names", host)
    own = [("127.0.0.1" if address.version == 4 else "[::1]") for address in bound if address.is_unspecified]
    named = None if is_anywhere else host_name(host)
    accepted = dict.fromkeys((*((f"{named}:{taken}",) if named else ()), *names))
    places = dict.fromkeys(_place(name, taken) for name in (*own, *accepted))
    return Listening(tuple(sockets), tuple(accepted), tuple(places), not all(address.is_loopback for address in bound))


_KEYS = {
    errno.EADDRINUSE: "port_taken",
    errno.EACCES: "port_forbidden",
    errno.EPERM: "port_forbidden",
    errno.EADDRNOTAVAIL: "address_not_here",
}


def _place(name: str, port: int) -> str:
    host, own = split_port(name)
    shown = own or port
    return f"http://{host}/" if shown == 80 else f"http://{host}:{shown}/"


def _bound(host: str, port: int) -> list[socket.socket]:
    """A socket for each address of the host, all with one port. A port free on one may be taken on another."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    addresses = list(dict.fromkeys((family, address) for family, _, _, _, address in found))
    for left in reversed(range(_TRIES if port == 0 else 1)):
        sockets: list[socket.socket] = []
        missing: OSError | None = None
        try:
            for family, address in addresses:
                chosen = sockets[0].getsockname()[1] if sockets else port
                try:
                    sockets.append(_socket(family, (address[0], chosen, *address[2:])))
                except OSError as error:
                    if error.errno not in _MISSING:
                        raise
                    missing = error
        except OSError as error:
            for one in sockets:
                one.close()
            if error.errno != errno.EADDRINUSE or not left:
                raise
            continue
        if not sockets and missing is not None:
            raise missing
        return sockets
    raise AssertionError


def _socket(family: int, address: tuple[object, ...]) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two programs have one port
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
        one.listen(BACKLOG)
    except OSError:
        one.close()
        raise
    return one
