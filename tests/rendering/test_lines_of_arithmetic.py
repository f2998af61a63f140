"""A line of arithmetic names its indicators in the words of the theme, whatever these are."""

import pytest

from generator.oit.observation import Note
from generator.rendering.consistency_view import note_words
from generator.rendering.wording import Wording


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("ตัวชี้วัดที่ %(number)s", "ตัวชี้วัดย่อยที่ %(number)s"), "ตัวชี้วัดย่อยที่ 9.1: 4/9, ตัวชี้วัดที่ 10: 62.50 < 85"),
        (("indicator %(number)s", "sub-indicator %(number)s"), "sub-indicator 9.1: 4/9, indicator 10: 62.50 < 85"),
        (("no. %(number)s", "sub-indicator no. %(number)s"), "sub-indicator no. 9.1: 4/9, no. 10: 62.50 < 85"),
        ((r"\1 %(number)s", r"\g<2> %(number)s"), r"\g<2> 9.1: 4/9, \1 10: 62.50 < 85"),
    ],
)
def test_each_number_is_called_as_the_theme_calls_it(words: tuple[str, str], line: str) -> None:
    wording = Wording("th", dict(zip(("indicator_n", "sub_indicator_n"), words, strict=True)))
    assert note_words(Note("sum", ("sub-indicator 9.1: 4/9, indicator 10: 62.50 < 85",)), wording) == line
