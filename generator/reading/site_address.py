"""Field kind for the address of a site, the prefix of all its URLs."""

import posixpath
import re
from urllib.parse import SplitResult, quote, urlsplit

from generator.reading.contact_kinds import WebAddress
from generator.reading.schema import SourceText
from generator.reading.yamltree import Scalar

_PAGE = re.compile(r"/[^/]*\.(?:html?|php|aspx?)/?$", re.IGNORECASE)
_OWN = re.compile(r"localhost|127(?:\.[0-9]+){3}|0\.0\.0\.0|::1|\[::1\]")
_DEFAULT_PORTS = {"http": 80, "https": 443}


class SiteAddress(WebAddress):
    """A web address to which the names of pages are put, in its one form: small letters, ASCII, no slash at the end."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        parts = _split(text)
        problem = _problem(text, parts) if parts is not None else ""
        if parts is not None and problem:
            meant = "" if problem == "own" else _composed(parts)
            source.error("OIT221", node, value=text, problem=problem, suggestion=meant)
            return None
        lowered = text if parts is None else text.replace(text.partition(":")[0], parts.scheme, 1)
        address = super().of(lowered, node, source)
        return None if address is None or parts is None else _composed(parts)


def _split(text: str) -> SplitResult | None:
    """The parts of an address of the web; nothing when the text is none."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    whole = parts.scheme in _DEFAULT_PORTS and parts.hostname and "\\" not in text and not re.search(r"\s", text)
    return parts if whole else None


def _problem(text: str, parts: SplitResult) -> str:
    """Why nothing can be put after an address, or nothing."""
    if "@" in parts.netloc:
        return "user"
    if _OWN.fullmatch(parts.hostname or ""):
        return "own"
    if "?" in text or "#" in text:
        return "query"
    if _PAGE.search(parts.path):
        return "page"
    way = parts.path.rstrip("/")
    return "way" if way and ("//" in way or posixpath.normpath(way) != way) else ""


def _composed(parts: SplitResult) -> str:
    """The address from its host and its way alone, in the one form that every program reads."""
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme] else ""
    way = posixpath.normpath(_PAGE.sub("", parts.path) or "/").strip("/")
    return f"{parts.scheme}://{host}{port}/{quote(way, safe='/%~!$&()*+,;=:@-._')}".rstrip("/")
