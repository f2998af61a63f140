"""What a visit shows of a link, said with care: only what the answers of its host bear out."""

import re
import secrets
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.oit.link_visit import VERDICTS
from generator.visiting.answer import Answer, Asker

OPENS, GONE, LOGIN, UNKNOWN, LIKE_MISSING, OTHER_TYPE, REFUSED = VERDICTS

_PAGE = "text/html"
_AGAIN = frozenset((403, 405, 501))
"""After these a host is asked with GET: many answer no HEAD."""

_LOGIN = re.compile(r"(?:^|[/.?=_-])(?:log-?in|sign-?in|servicelogin|checkpoint)(?:$|[/.?=&_-])", re.IGNORECASE)
_ENDINGS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_VARYING = re.compile(rb"[0-9a-f]{6,}|[0-9]+")
"""What differs between two answers with the same page: numbers, and marks made up for the visit."""


class Verdict(NamedTuple):
    """What was seen: one of the words above, the kind of content, and why it is not known where it is not."""

    what: str
    kind: str = ""
    reason: str = ""


def judge(url: str, asker: Asker, kind_before: str = "") -> Verdict:
    """The verdict on one link. ``kind_before`` is the kind of content that was there on an earlier day."""
    found = asker.ask("HEAD", url)
    if found.status in _AGAIN or found.status >= 500 or found.kind == _PAGE or found.fault == "broken":
        found = asker.ask("GET", url)
    if found.fault:
        return _without_answer(found)
    if found.status in (404, 410):
        return Verdict(GONE, reason=f"HTTP {found.status}")
    if found.status == 401 or (found.url != url and _is_login(found.url)):
        return Verdict(LOGIN)
    if not 200 <= found.status < 300:
        return Verdict(UNKNOWN, reason=f"HTTP {found.status}")
    expected = kind_before or _ENDINGS.get(urlsplit(url).path.rpartition(".")[2].lower(), "")
    if expected and found.kind and (found.kind == _PAGE) != (expected == _PAGE):
        return Verdict(OTHER_TYPE, found.kind, expected)
    if found.kind == _PAGE and _is_like_missing(url, found, asker):
        return Verdict(LIKE_MISSING, found.kind)
    return Verdict(OPENS, found.kind)


def _without_answer(found: Answer) -> Verdict:
    if found.fault == "refused":
        return Verdict(REFUSED)
    return Verdict(GONE, reason="host") if found.fault == "host" else Verdict(UNKNOWN, reason=found.fault)


def _is_login(url: str) -> bool:
    parts = urlsplit(url)
    return _LOGIN.search(f"{parts.hostname or ''}{parts.path}") is not None or "accounts.google." in parts.netloc


def _is_like_missing(url: str, found: Answer, asker: Asker) -> bool:
    """Whether an address beside this one, which cannot be there, is answered with the same page."""
    parts = urlsplit(url)
    if parts.path in ("", "/"):
        return False
    name = secrets.token_hex(8)
    folder = parts.path.rstrip("/").rpartition("/")[0]
    beside = parts._replace(path=f"{folder}/{name}", query="", fragment="").geturl()
    other = asker.ask("GET", beside)
    if not 200 <= other.status < 300 or other.kind != _PAGE:
        return False
    return _plain(found.body) == _plain(other.body) or (other.url == found.url and found.url != url)


def _plain(body: bytes) -> bytes:
    return b" ".join(_VARYING.sub(b"", body).split())
