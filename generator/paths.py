"""File system paths, made from addresses. No other module joins paths.

An *address* names a file inside a project or a site: relative, with "/" between its parts on every machine. A *path*
names a file on this machine, with the separator of its directory listings, so that two paths of one file are equal.
"""

import os
from collections.abc import Iterable


def path_of(folder: str, address: str) -> str:
    """The path of an address in a folder, which may be relative; the address "" is the folder itself."""
    if not address:
        return folder
    return _start(folder) + (address if os.sep == "/" else address.replace("/", os.sep))


def paths_of(folder: str, addresses: Iterable[str]) -> list[str]:
    """The paths of many addresses, none of which is "": a build with nothing to do asks for all of its pages."""
    start = _start(folder)
    if os.sep != "/":
        addresses = [address.replace("/", os.sep) for address in addresses]
    return [start + address for address in addresses]


def address_of(path: str, folder: str) -> str:
    """The address of a path in a folder; the folder itself has the address ""."""
    below = os.path.relpath(path, folder)
    return "" if below == os.curdir else below.replace(os.sep, "/")


def address_in(*names: str) -> str:
    """The address of an entry by the names on the way to it, themselves addresses; "" is the folder it starts from."""
    return "/".join([name for name in names if name])


def prefix(folder: str) -> str:
    """What the addresses in a folder begin with; nothing in the top folder, which is ""."""
    return f"{folder}/" if folder else ""


def url_path(path: str) -> str:
    """The path of a URL that names a file of this machine, such as that of ``file://``: it begins with "/"."""
    from urllib.parse import quote  # few commands make one

    text = quote(path.replace(os.sep, "/"), safe="/:")
    return text if text.startswith("/") else f"/{text}"


def _start(folder: str) -> str:
    """What paths in a folder begin with; the root of a drive ends in a separator already."""
    return folder if not folder or folder.endswith(os.sep) else folder + os.sep
