"""Text as a reader sees it."""

import re

from generator.oit.composed import normal

_UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
"""Zero-width characters without effect on their surroundings."""

_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_BREAK = re.compile(r"(?<=\S) {2}[ \t]*\n(?=[ \t]*\S)")
"""A line that ends in two blanks breaks there, unless its paragraph ends as well."""


def seen(text: str) -> str:
    """The text as a reader sees it: texts that differ only invisibly have the same form.

    Invisible characters go, a no-break space is a space, two SARA E are SARA AE, and blanks at the end of a line stay
    only where they break it in Markdown.
    """
    text = normal(_UNSEEN.sub("", text.replace("\u00a0", " "))).replace("\u0e40\u0e40", "\u0e41")
    return _TRAILING.sub("", _BREAK.sub("\x00\n", text)).replace("\x00", "  ").strip()
