"""Exact arithmetic of scores. Points are fractions until a step of the catalogue rounds them, half-up.

With binary floats some weighted combinations land on the wrong side of a rating threshold.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache


def half_up(value: Fraction, places: int | None) -> Fraction:
    """The value with so many decimals, a five going up; nothing for ``places`` keeps it exact."""
    if places is None:
        return value
    scale = 10**places
    return Fraction((2 * value.numerator * scale + value.denominator) // (2 * value.denominator), scale)


def mean(values: Sequence[Fraction]) -> Fraction:
    """The mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


@lru_cache(maxsize=4096)
def points(value: Fraction | Decimal, places: int = 2) -> str:
    """Points as text with so many decimals, half-up: ``93.94``."""
    scaled = half_up(Fraction(value), places) * 10**places
    digits = f"{abs(scaled.numerator):0{places + 1}d}"
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def whole_points(value: Fraction) -> int:
    """Points as a whole number, half-up, for a bar."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def short_points(value: Fraction | Decimal) -> str:
    """Points as text with two decimals at most: ``100``, ``62.50``, ``83.77``."""
    text = points(value)
    return text[:-3] if text.endswith(".00") else text
