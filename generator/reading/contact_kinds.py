"""Field kinds for web addresses, email addresses and telephone numbers."""

import re
from urllib.parse import unquote, urlsplit

from generator.reading.kinds import OfScalar
from generator.reading.schema import SourceText
from generator.reading.spelling import BIDI, CONTROL, INVISIBLE, arabic_digits
from generator.reading.yamltree import Scalar

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"[0-9+() ,.\-–ต่อ]{3,60}")
_PLAIN_ADDRESS = re.compile(r"https?://(?:[a-z0-9-]{1,63}\.)+[a-z]{2,20}(?:/[A-Za-z0-9._~/-]*)?")


class WebAddress(OfScalar[str]):
    """An absolute address that begins with ``https://`` or ``http://``."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if not is_web_address(text):
            from generator.reading.near_values import near_web_address  # needed only when something is wrong

            meant = near_web_address(text)
            source.error("OIT211", node, value=text, suggestion=meant if is_web_address(meant) else None)
            return None
        return text


def is_web_address(text: str) -> bool:
    """Whether a text is a well-formed web address that a page may link to."""
    if _PLAIN_ADDRESS.fullmatch(text):
        return True
    if not text.startswith(("https://", "http://")) or INVISIBLE.search(text) or _hides_something(unquote(text)):
        return False
    if any(character.isspace() or character in '"<>\\^`{|}' for character in text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    named = "." in host and all(_is_label(label) for label in host.split("."))
    return (named or ":" in host) and "@" not in parts.netloc and (port is None or port > 0)


def _is_label(label: str) -> bool:
    """Whether a part of a host's name is one, in letters or as ``xn--`` and what stands for them."""
    if not label or any(
        ord(character) < 128 and not character.isalnum() and character not in "-_" for character in label
    ):
        return False
    if not label.startswith("xn--"):
        return True
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return not (INVISIBLE.search(letters) or _hides_something(letters))


def _hides_something(text: str) -> bool:
    return any(character < " " for character in text) or bool(BIDI.search(text) or CONTROL.search(text))


class Email(OfScalar[str]):
    """An e-mail address."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if not EMAIL.fullmatch(text):
            from generator.reading.near_values import near_email  # needed only when something is wrong

            source.error("OIT215", node, value=text, suggestion=near_email(text))
            return None
        return text


class Phone(OfScalar[str]):
    """A telephone number as the agency writes it."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        digits = arabic_digits(text)
        if not PHONE.fullmatch(digits) or not any("0" <= character <= "9" for character in digits):
            from generator.reading.near_values import near_phone  # needed only when something is wrong

            meant = near_phone(text)
            source.error("OIT217", node, value=text, suggestion=meant if PHONE.fullmatch(meant) else None)
            return None
        return digits
