"""Field kinds for single values, each parsed from text."""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from generator import project
from generator.diagnostics import Span
from generator.oit.period import Period, fiscal_year
from generator.oit.reach import Reach, covers_near
from generator.reading import dates
from generator.reading.schema import Kind, SourceText
from generator.reading.spelling import (
    INVISIBLE,
    NEEDLESS,
    arabic_digits,
    has_thai_digit,
    item_number,
)
from generator.reading.yamltree import Node, Scalar

T = TypeVar("T")
LONGEST_PROSE = 20_000
LONGEST_SLUG = project.LONGEST_SLUG
SCORE = re.compile(r"(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?)")
_LONGEST_SCORE = 60
_NUMBER = re.compile(r"[0-9]{1,6}")
SLUG = project.SLUG


class OfScalar(Kind[T]):
    """A kind that is one text; a list or fields in its place are refused."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> T | None:
        if type(node) is not Scalar:
            source.error("OIT204", node, expected="text")
            return None
        return self.of(node.text.strip(), node, source)

    def of(self, text: str, node: Scalar, source: SourceText) -> T | None:
        """The value of the text without blanks around it, or nothing after a diagnostic."""
        raise NotImplementedError


class Text(OfScalar[str]):
    """One line of plain text."""

    __slots__ = ("limit",)

    def __init__(self, limit: int = 1000) -> None:
        self.limit = limit

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if len(text) > self.limit:
            source.error("OIT214", node, limit=self.limit)
            return None
        if INVISIBLE.search(text):
            if "\u200b" in text:
                source.report.warning("OIT127", source.span(node), character="U+200B")
            text = INVISIBLE.sub("", text).strip()
        return " ".join(text.split()) if "\n" in text or "  " in text else text


class FilePath(Text):
    """The path of a file, letter for letter: what nobody sees is part of a name too."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if len(text) > self.limit:
            source.error("OIT214", node, limit=self.limit)
            return None
        return text


class Prose(OfScalar[str]):
    """Plain text of several lines, whose line breaks are kept."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if len(text) > LONGEST_PROSE:
            source.error("OIT214", node, limit=LONGEST_PROSE)
            return None
        return NEEDLESS.sub("", text)


class Placed(NamedTuple):
    """A text with its place, for a check that can be made only later."""

    text: str
    span: Span


class PlacedText(OfScalar[Placed]):
    """One line of text that is checked against something outside its own file, so its place is kept."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Placed | None:
        return Placed(text, source.span(node))


class Choice(OfScalar[T]):
    """One of a few words; Thai and English spellings of the same choice stand side by side."""

    __slots__ = ("choices",)

    def __init__(self, choices: Mapping[str, T]) -> None:
        self.choices = dict(choices)

    def of(self, text: str, node: Scalar, source: SourceText) -> T | None:
        choice = self.choices.get(text)
        if choice is None:
            from generator.reading.near_values import near_choice  # needed only when something is wrong

            meant = near_choice(text, self.choices)
            source.error("OIT203", node, value=text, choices=", ".join(self.choices), suggestion=meant)
        return choice


def key_or_thai(words: Mapping[str, str]) -> Choice[str]:
    """A choice of the keys of a table, each written as it is or as its Thai word."""
    return Choice({**{key: key for key in words}, **{thai: key for key, thai in words.items()}})


class ItemNumber(OfScalar[str]):
    """The number of an O-item, in any spelling that is accepted."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        return _item(text, node, source)


class PlacedItem(OfScalar[Placed]):
    """The number of an O-item with its place, to be looked up in the catalogue of the year."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Placed | None:
        number = _item(text, node, source)
        return None if number is None else Placed(number, source.span(node))


def _item(text: str, node: Node, source: SourceText) -> str | None:
    number = item_number(text)
    if number is None:
        from generator.reading.near_values import near_item  # needed only when something is wrong

        source.error("OIT206", node, value=text, suggestion=near_item(text, source.path))
    return number


class Year(OfScalar[int]):
    """A fiscal year of the Buddhist era. Of one beyond ``reach`` of that of its file the officer is told."""

    __slots__ = ("reach",)

    def __init__(self, reach: Reach | None = None) -> None:
        self.reach = reach

    def of(self, text: str, node: Scalar, source: SourceText) -> int | None:
        year = dates.buddhist_year(text)
        if year is None:
            from generator.reading.near_dates import near_fiscal_year  # needed only when something is wrong

            source.error("OIT207", node, value=text, suggestion=near_fiscal_year(text, source.year))
        elif self.reach is not None and source.year and not self.reach.holds(fiscal_year(year).start, source.year):
            _tell_far(text, node, source)
        return year


class Day(OfScalar[datetime.date]):
    """A day, in either era; a month where that is allowed stands for its first day.

    Of a day beyond ``reach`` of the fiscal year that its file belongs to, the officer is told.
    """

    __slots__ = ("months", "reach")

    def __init__(self, *, months: bool = False, reach: Reach | None = None) -> None:
        self.months = months
        self.reach = reach

    def of(self, text: str, node: Scalar, source: SourceText) -> datetime.date | None:
        day = dates.day(text)
        if day is None and self.months:
            day = dates.month(text)
        if day is None:
            from generator.reading.near_dates import near_day  # needed only when something is wrong

            source.error("OIT208", node, value=text, suggestion=near_day(text, source.year, months=self.months))
        elif self.reach is not None and source.year and not self.reach.holds(day, source.year):
            _tell_far(text, node, source)
        return day


class Covers(OfScalar[Period]):
    """The stretch of time a document covers; nothing where the text says that none is asked for."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Period | None:
        period = dates.plain_period(text)
        if period is None:
            from generator.reading import periods  # needed only for what is not written in the plainest way

            if periods.is_none(text):
                return None
            period = periods.period(text)
        if period is None:
            from generator.reading.near_dates import near_period  # needed only when something is wrong

            source.error("OIT213", node, value=text, suggestion=near_period(text, source.year))
        elif source.year and not covers_near(period, source.year):
            _tell_far(text, node, source)
        return period


def _tell_far(text: str, node: Node, source: SourceText) -> None:
    """Tell of a time that lies far from the fiscal year of its file, with the year that was probably meant."""
    from generator.reading.near_dates import with_near_year  # needed only when something is wrong

    meant = with_near_year(text, source.year)
    source.report.warning("OIT323", source.span(node), value=text, year=source.year, suggestion=meant)


class Score(OfScalar[Decimal]):
    """Points from 0 to 100, with the decimals as printed."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Decimal | None:
        digits = arabic_digits(text)
        if len(digits) > _LONGEST_SCORE or not SCORE.fullmatch(digits):
            from generator.reading.near_values import near_score  # needed only when something is wrong

            source.error("OIT209", node, value=text, suggestion=near_score(text))
            return None
        return Decimal(digits)


class Number(OfScalar[int]):
    """A whole number, in Arabic digits only."""

    __slots__ = ("least", "most")

    def __init__(self, least: int = 0, most: int = 999_999) -> None:
        self.least = least
        self.most = most

    def of(self, text: str, node: Scalar, source: SourceText) -> int | None:
        if not _NUMBER.fullmatch(text) or not self.least <= int(text) <= self.most:
            suggestion = arabic_digits(text) if has_thai_digit(text) else None
            source.error("OIT210", node, value=text, least=self.least, most=self.most, suggestion=suggestion)
            return None
        return int(text)


class Slug(OfScalar[str]):
    """A name for addresses and keys: small ASCII letters, digits and single hyphens."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if not SLUG.fullmatch(text) or len(text) > LONGEST_SLUG:
            from generator.reading.near_values import near_slug  # needed only when something is wrong

            source.error("OIT216", node, value=text, suggestion=near_slug(text)[:LONGEST_SLUG].strip("-"))
            return None
        return text


class PlacedSlug(OfScalar[Placed]):
    """A name for addresses and keys with its place, to be looked up among the files."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Placed | None:
        slug = Slug().of(text, node, source)
        return None if slug is None else Placed(slug, source.span(node))


YES_NO = Choice({"yes": True, "no": False, "true": True, "false": False, "ใช่": True, "ไม่ใช่": False})
TEXT = Text()
PROSE = Prose()
