"""The one place where text becomes safe HTML: made only from what the generator's own renderers wrote."""

from markupsafe import Markup, escape

__all__ = ["EMPTY", "Markup", "escape", "escaped", "made_by_renderer"]


def made_by_renderer(html: str) -> Markup:
    """HTML that a template with escaping on, or the Markdown renderer, has made."""
    return Markup(html)  # noqa: S704 - the only place; a test guards it


def escaped(text: str) -> str:
    """A text as it stands in HTML, between tags or in a quoted attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


EMPTY = Markup("")
