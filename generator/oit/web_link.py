"""What a web address tells of itself: whose it is, and whether everybody can follow it."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

_FRONT = re.compile(r"(?:/+(?:(?:index|default|home|main)(?:\.[a-z]{2,5})?|tha?|eng?))*/*", re.IGNORECASE)
"""Paths of front pages: none, or nothing but languages and the names that servers give to a first page."""
_TOP = frozenset(["", "top", "home", "main"])
"""Fragments that lead to the same page, and nowhere in it."""
_SHORTENERS = frozenset(
    ["bit.ly", "bitly.ws", "tinyurl.com", "goo.gl", "t.co", "t.ly", "shorturl.at", "shorturl.asia", "cutt.ly", "is.gd",
     "ow.ly", "rebrand.ly", "rb.gy", "s.id", "me2.do", "tiny.cc", "v.gd", "qrgo.page.link"]
)  # fmt: skip
_SHARED = ("drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "sharepoint.com", "dropbox.com")
_FACEBOOK = ("facebook.com", "fb.com", "fb.watch", "fb.me")
_PUBLIC = (
    ".go.th", ".mi.th", "youtube.com", "youtu.be", "line.me", "lin.ee", "x.com", "twitter.com", "instagram.com",
    "tiktok.com", "google.com", "forms.gle", "goo.gl", "maps.app.goo.gl",
)  # fmt: skip
"""Hosts of the state, and of services that agencies use in their own name."""
_TRIAL = frozenset(["test", "dev", "staging", "demo", "uat", "localhost", "sandbox", "beta"])
_PRIVATE = re.compile(r"(?:127|10|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|169\.254)\..*|\[?::1\]?")


class WebLink(NamedTuple):
    """A web address in its parts; ``host`` is without ``www.`` and in small letters."""

    host: str
    path: str
    query: str
    fragment: str
    is_bare_www: bool

    @property
    def key(self) -> str:
        """The same for addresses that lead to the same place."""
        return f"{self.host}{self.path.rstrip('/')}?{self.query}#{self.fragment}"

    def is_front_page_of(self, website: str) -> bool:
        """Whether it is the front page of an agency's site; where that is not known, that of any site of an agency."""
        if self.query or self.fragment.lower() not in _TOP:
            return False
        own = web_link(website)
        if website and self.host == own.host and self.path.rstrip("/") == own.path.rstrip("/"):
            return True  # a site may begin below a path of a host that it shares
        if not _FRONT.fullmatch(self.path):
            return False
        if website:
            return self.host == own.host
        return self.is_bare_www or self.host.count(".") <= 2

    @property
    def is_short(self) -> bool:
        """Whether it hides where it leads."""
        return self.host in _SHORTENERS

    @property
    def is_trial(self) -> bool:
        """Whether its host is one for trying things out, or one that only this office reaches."""
        return bool(_TRIAL.intersection(self.host.split(".")[:1])) or bool(_PRIVATE.fullmatch(self.host))

    @property
    def shared_on(self) -> str:
        """``drive`` or ``facebook`` where a setting decides who can open it; else nothing."""
        if _is_of(self.host, _FACEBOOK):
            return "facebook"
        return "drive" if _is_of(self.host, _SHARED) and not self.path.startswith("/forms/") else ""

    def is_foreign_to(self, website: str) -> bool:
        """Whether its host is neither the agency's nor one of a public service; nothing is known without a website."""
        if not website or _is_of(self.host, _PUBLIC):
            return False
        own = web_link(website).host
        return not (self.host == own or self.host.endswith(f".{own}") or own.endswith(f".{self.host}"))


def web_link(address: str) -> WebLink:
    """A web address in its parts; an address that cannot be taken apart has no host."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return WebLink("", "", "", "", False)
    return WebLink(host.removeprefix("www."), parts.path, parts.query, parts.fragment, host.startswith("www."))


def _is_of(host: str, known: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(one if one[0] == "." else f".{one}") for one in known)
