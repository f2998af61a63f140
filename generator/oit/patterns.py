"""Which items can have been met, given only the score of an indicator.

An item scores all or nothing, so a printed indicator score has few explanations. 73.79 over groups
of 9, 8, 7, 4 and 5 items has three, of which one fits the zeros that the report names.
"""

from collections.abc import Set
from fractions import Fraction
from typing import NamedTuple

from generator.oit.catalogue import Catalogue, Indicator
from generator.oit.rounding import half_up

MOST = 200
"""Patterns listed at the most; a score that fits more of them says little."""


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
) -> tuple[Pattern, ...]:
    """All patterns that give an indicator this score, those that fit what the report names first."""
    subs = indicator.sub_indicators
    sizes = tuple(len(sub.items) for sub in subs)
    named_zeros = tuple(sum(item.number in zeros for item in sub.items) for sub in subs)
    named_met = tuple(sum(item.number in met for item in sub.items) for sub in subs)
    choices = [_scores(catalogue, size) for size in sizes]
    found: list[Pattern] = []
    for counts in _counts(choices, score, catalogue.rounding.indicator):
        unnamed = tuple(size - count - zero for size, count, zero in zip(sizes, counts, named_zeros, strict=True))
        enough = all(count >= least for count, least in zip(counts, named_met, strict=True))
        scores = tuple(choice[count] for choice, count in zip(choices, counts, strict=True))
        found.append(Pattern(counts, sizes, scores, enough and min(unnamed) >= 0, unnamed))
    found.sort(key=lambda pattern: not pattern.fits)
    return tuple(found)


def _scores(catalogue: Catalogue, size: int) -> list[Fraction]:
    """The score of a group of so many items with 0, 1, … all of them met."""
    full, nothing = Fraction(catalogue.met), Fraction(catalogue.unmet)
    return [
        half_up((full * count + nothing * (size - count)) / size, catalogue.rounding.sub_indicator)
        for count in range(size + 1)
    ]


def _counts(choices: list[list[Fraction]], score: Fraction, places: int | None) -> list[tuple[int, ...]]:
    """The numbers of met items per group whose mean rounds to the score, most met in the first group first."""
    groups = len(choices)
    reachable: list[set[Fraction]] = [{Fraction(0)}]
    for choice in reversed(choices):
        reachable.append({value + rest for value in choice for rest in reachable[-1]})
    reachable.reverse()
    wanted = {whole for whole in reachable[0] if half_up(whole / groups, places) == score}
    found: list[tuple[int, ...]] = []

    def descend(group: int, counts: tuple[int, ...], targets: set[Fraction]) -> None:
        if len(found) >= MOST:
            return
        if group == groups:
            found.append(counts)
            return
        for count in range(len(choices[group]) - 1, -1, -1):
            rests = {target - choices[group][count] for target in targets} & reachable[group + 1]
            if rests:
                descend(group + 1, (*counts, count), rests)

    if wanted:
        descend(0, (), wanted)
    return found
