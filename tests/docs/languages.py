"""The two languages of the documentation, where the code holds a text of both."""

from generator.language import LANGUAGES, Language

Words = tuple[str, str]
"""A text in Thai and in English."""


def of(language: Language) -> int:
    """Which of the two texts is of a language."""
    return LANGUAGES.index(language)


def told(text: str, language: Language) -> str:
    """A text such as ``ไทย · English``, as help on the command line is, in one language."""
    both = text.split(" · ")
    return both[min(of(language), len(both) - 1)]


def table(heads: tuple[Words, ...], rows: list[list[str]], language: Language) -> str:
    """A table in Markdown; a head that is the same in both languages may be an empty pair."""
    lines = [[head[of(language)] for head in heads], ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
