"""Which combinations of items give the score of an indicator.

An item scores all or nothing, so a printed indicator score has few explanations. 73.79 over groups
of 9, 8, 7, 4 and 5 items has three, of which one fits the zeros that the report names.
"""

from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from generator.oit.catalogue import Catalogue, Indicator
from generator.oit.rounding import half_up

MOST = 200
"""Maximum number of patterns listed, fitting and not fitting each; a score with more says little."""

_LONGEST = 1 << 22
"""Bits of the largest table of sums searched; scores of two decimals need at most half of it."""

_PRINTED_PLACES = 2
"""Decimals of a printed score, where the catalogue does not round indicators."""


class Pattern(NamedTuple):
    """How many items are met in each sub-indicator, with the scores that follow.

    ``fits`` is whether it agrees with the items whose scores the report names; ``unnamed`` is, for
    each sub-indicator, how many zeros it holds that the report does not name.
    """

    met: tuple[int, ...]
    sizes: tuple[int, ...]
    scores: tuple[Fraction, ...]
    fits: bool
    unnamed: tuple[int, ...]


def patterns(
    catalogue: Catalogue, indicator: Indicator, score: Fraction, *, zeros: Set[str], met: Set[str]
) -> tuple[Pattern, ...] | None:
    """All patterns that give an indicator this score, those that fit what the report names first.

    Nothing when there are too many different sums to search: that says nothing about the score.
    """
    subs = indicator.sub_indicators
    sizes = tuple(len(sub.items) for sub in subs)
    zeros_in = tuple(sum(item.number in zeros for item in sub.items) for sub in subs)
    met_in = tuple(sum(item.number in met for item in sub.items) for sub in subs)
    choices = [_scores(catalogue, size) for size in sizes]
    unit = lcm(*(value.denominator for choice in choices for value in choice))
    if sum(max(choice) for choice in choices) * unit >= _LONGEST:
        return None
    least, most = _bounds(score, catalogue.rounding.indicator, len(subs) * unit)
    every = [{count: int(value * unit) for count, value in enumerate(choice)} for choice in choices]
    fitting = [
        {count: value for count, value in group.items() if met_in[at] <= count <= sizes[at] - zeros_in[at]}
        for at, group in enumerate(every)
    ]
    fits = dict.fromkeys(_counts(fitting, least, most), True)
    found = {**fits, **{counts: counts in fits for counts in _counts(every, least, most)}}
    return tuple(
        Pattern(
            met=counts,
            sizes=sizes,
            scores=tuple(choice[count] for choice, count in zip(choices, counts, strict=True)),
            fits=fit,
            unnamed=tuple(size - count - zero for size, count, zero in zip(sizes, counts, zeros_in, strict=True)),
        )
        for counts, fit in found.items()
    )


def _scores(catalogue: Catalogue, size: int) -> list[Fraction]:
    """The score of a group of so many items with 0, 1, … all of them met."""
    full, nothing = Fraction(catalogue.met), Fraction(catalogue.unmet)
    return [
        half_up((full * count + nothing * (size - count)) / size, catalogue.rounding.sub_indicator)
        for count in range(size + 1)
    ]


def _bounds(score: Fraction, places: int | None, units: int) -> tuple[int, int]:
    """The least and the most whole units that make up the score when it is rounded; none when no rounding gives it."""
    kept = _PRINTED_PLACES if places is None else places
    half = Fraction(1, 2 * 10**kept)
    least = ceil((score - half) * units)
    return least, ceil((score + half) * units) - 1 if half_up(score, kept) == score else least - 1


def _counts(groups: Sequence[Mapping[int, int]], least: int, most: int) -> list[tuple[int, ...]]:
    """The numbers of met items per group whose units add up within the bounds, most met in the first group first.

    ``groups`` gives for each group the units of each number that is possible. Which sums the groups
    after each one can have is worked out first, so no step of the search is in vain.
    """
    sums = [1]  # bit n stands for a sum of n units
    for group in reversed(groups):
        reached = 0
        for value in group.values():
            reached |= sums[-1] << value
        sums.append(reached)
    tables = [table.to_bytes(table.bit_length() // 8 + 1, "little") for table in reversed(sums)]
    found: list[tuple[int, ...]] = []

    def descend(counts: tuple[int, ...], least: int, most: int) -> None:
        at = len(counts)
        if at == len(groups):
            found.append(counts)
            return
        for count in sorted(groups[at], reverse=True):
            value = groups[at][count]
            if len(found) < MOST and _any_between(tables[at + 1], least - value, most - value):
                descend((*counts, count), least - value, most - value)

    descend((), least, most)
    return found


def _any_between(table: bytes, least: int, most: int) -> bool:
    """Whether a bit of the table is set from the least to the most, both included."""
    first = max(least, 0)
    if most < first:
        return False
    bits = int.from_bytes(table[first // 8 : most // 8 + 1], "little") >> first % 8
    return bits & ((1 << (most - first + 1)) - 1) != 0
