"""The languages in which the program speaks, and in which pages can be made."""

from typing import Literal

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")
MAIN_LANGUAGE: Language = "th"
"""The language of content, and of the pages that stand at the top of every site."""
