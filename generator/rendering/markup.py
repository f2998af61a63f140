"""The one place where text becomes safe HTML: made only from what the generator's own renderers wrote."""

from markupsafe import Markup, escape

__all__ = ["EMPTY", "Markup", "escape", "made_by_renderer"]


def made_by_renderer(html: str) -> Markup:
    """HTML that a template with escaping on, or the Markdown renderer, has made."""
    return Markup(html)  # noqa: S704 - the only place; a test guards it


EMPTY = Markup("")
