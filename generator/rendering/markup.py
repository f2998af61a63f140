"""The only place where text becomes safe HTML, made from the output of the generator's own renderers."""

from typing import Any

from markupsafe import Markup, escape

__all__ = ["EMPTY", "Markup", "data_block", "escape", "escaped", "made_by_renderer"]


def made_by_renderer(html: str) -> Markup:
    """HTML that a template with escaping on, or the Markdown renderer, has made."""
    return Markup(html)  # noqa: S704 - the only place; a test guards it


def data_block(tree: Any) -> Markup:
    """JSON as it stands inside a ``script`` that holds data: no text in it can end the script or begin a comment."""
    import json  # only where pages carry such a block

    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - beside the other; the same test guards it


def escaped(text: str) -> str:
    """A text as it stands in HTML, between tags or in a quoted attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


EMPTY = Markup("")
