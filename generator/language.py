"""The languages of messages and pages."""

from typing import Literal

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")
MAIN_LANGUAGE: Language = "th"
"""The language of content, and of the pages at the top of every site."""
