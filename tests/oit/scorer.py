"""A second scorer, made from the rules alone and from no line of the generator: what the scores must be.

An item scores all or nothing; a sub-indicator is the mean of its items, an indicator the mean of its
sub-indicators or questions, an instrument the mean of its indicators, the total their weighted sum.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from .plans import Answers, Plan, layout


class Score(NamedTuple):
    """One of the three numbers: the instrument that holds the items, and the total with its rating."""

    own: Fraction | None
    total: Fraction | None
    rating: str | None


def rounded(value: Fraction, places: int | None) -> Fraction:
    """A half goes up."""
    return value if places is None else Fraction(floor(value * 10**places + Fraction(1, 2)), 10**places)


def mean(values: Sequence[Fraction | Decimal | None], places: int | None) -> Fraction | None:
    """The rounded mean; unknown when there is nothing to take it of or a part is unknown."""
    known = [Fraction(value) for value in values if value is not None]
    return rounded(sum(known, Fraction(0)) / len(known), places) if values and len(known) == len(values) else None


def score(plan: Plan, answers: Answers, which: str) -> Score:
    """The complete, the reported or the official number; an agency that says nothing has no total of its own."""
    numbers = layout(plan)
    in_sub, in_indicator, in_instrument, in_total = plan.rounding
    items = {name: _item(plan, answers, at, name, which) for at, name in enumerate(plan.items)}
    scores: dict[str, Fraction | None] = {}
    for code in plan.codes:
        parts: list[Fraction | Decimal | None] = []
        for number in numbers.indicators[code]:
            if number in numbers.subs:
                subs = [mean([items[name] for name in own], in_sub) for own in numbers.subs[number].values()]
                made = mean(subs, in_indicator)
            else:
                made = mean([answers.questions.get(one) for one in numbers.questions[number]], in_indicator)
            parts.append(answers.indicators.get(number) if made is None else made)
        whole = mean(parts, in_instrument)
        printed = answers.instruments.get(code)
        scores[code] = whole if whole is not None or printed is None else Fraction(printed)
    own_score = scores[plan.codes[plan.own]]
    known = [value for value in scores.values() if value is not None]
    silent = which != "official" and set(answers.states) == {"not-stated"}
    if silent or len(known) < len(scores):
        return Score(own_score, None, None)
    exact = sum((value * Fraction(weight) for value, weight in zip(known, plan.weights, strict=True)), Fraction(0))
    total = rounded(exact / 100, in_total)
    reached = (r for r in plan.ratings if total >= r[1] and (r[2] is None or min(known) >= r[2]))
    return Score(own_score, total, next(reached)[0])


def _item(plan: Plan, answers: Answers, at: int, name: str, which: str) -> Decimal | None:
    if which == "official":
        return answers.items.get(name)
    counted = ("complete",) if which == "complete" else ("complete", "reported")
    return plan.met if answers.states[at] in counted else plan.unmet
