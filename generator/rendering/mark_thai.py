"""Mark Thai text on pages in another language, so screen readers pronounce it correctly.

Content is Thai, whatever the language of the interface. It is found in the finished page by its letters,
so no template has to know which of its texts are content.
"""

import re

_THAI = "\u0e01-\u0e5b"
_TEXT = re.compile(rf"<([a-z][a-z0-9]*)\b([^<>]*)>([^<{_THAI}]*[{_THAI}][^<]*)|(?<=>)([^<{_THAI}]*[{_THAI}][^<]*)")
_RUN = re.compile(rf"[{_THAI}](?:[^<]*[{_THAI}])?[”)]?")
_MARK = ' lang="th"'
_PLAIN = frozenset({"option", "textarea"})
"""Elements that hold a text and no other element: they are marked themselves."""
_WHOLE_PART = re.compile(rf"<div\b[^<>]*{_MARK}[^<>]*>")
"""What a template has marked as a whole, such as the words of an officer."""
_DIV = re.compile(r"<(/?)div\b")
_LEFT = frozenset({"script", "style", "title"})


def mark_thai(html: str) -> str:
    """The page with ``lang="th"`` around every Thai text; what is marked already stays as it is."""
    parts: list[str] = []
    done = 0
    while (part := _WHOLE_PART.search(html, done)) is not None:
        end = _end(html, part.start())
        parts += (_TEXT.sub(_marked, html[done : part.start()]), html[part.start() : end])
        done = end
    return "".join([*parts, _TEXT.sub(_marked, html[done:])])


def _end(html: str, start: int) -> int:
    """Where the ``div`` is closed that begins at ``start``."""
    depth = 0
    for tag in _DIV.finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start()
    return len(html)


def _marked(match: re.Match[str]) -> str:
    name, attributes, inside, alone = match.groups()
    if name is None:
        return _wrapped(alone)
    if name in _LEFT or _MARK in attributes:
        return match[0]
    if name in _PLAIN:
        return f"<{name}{attributes}{_MARK}>{inside}"
    return f"<{name}{attributes}>{_wrapped(inside)}"


def _wrapped(text: str) -> str:
    return _RUN.sub(rf"<bdi{_MARK}>\g<0></bdi>", text, count=1)
