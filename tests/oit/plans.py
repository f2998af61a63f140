"""Invented catalogues and answers as plain data.

The scorer of the tests is given the plain data; the generator is given the same as a catalogue file
and as content. Nothing here knows how a score is made.
"""

import json
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

STATES = ("complete", "reported", "incomplete", "in-progress", "not-started", "not-stated")
YEAR = 2571


class Plan(NamedTuple):
    """One catalogue. The instrument at ``own`` holds the items, the others hold questions.

    ``groups`` are the sizes of the sub-indicators of each indicator of the first, ``questions`` the
    numbers of questions of each indicator of each of the others. ``rounding`` is the decimals kept of
    sub-indicators, indicators, instruments and the total; nothing keeps the value exact.
    """

    weights: tuple[Decimal, ...]
    own: int
    groups: tuple[tuple[int, ...], ...]
    questions: tuple[tuple[int, ...], ...]
    rounding: tuple[int | None, int | None, int | None, int | None]
    ratings: tuple[tuple[str, Decimal, Decimal | None], ...]
    met: Decimal = Decimal(100)
    unmet: Decimal = Decimal(0)

    @property
    def size(self) -> int:
        """How many items there are."""
        return sum(map(sum, self.groups))

    @property
    def items(self) -> list[str]:
        """The numbers of all items in order."""
        return [f"O{number}" for number in range(1, self.size + 1)]

    @property
    def codes(self) -> list[str]:
        """The codes of the instruments in order."""
        return [f"{chr(65 + at)}IT" for at in range(len(self.weights))]


class Answers(NamedTuple):
    """The state of each item, and what a report prints by the number of the thing it is the score of."""

    states: tuple[str, ...]
    indicators: dict[str, Decimal]
    questions: dict[str, Decimal]
    instruments: dict[str, Decimal]
    items: dict[str, Decimal]


class Layout(NamedTuple):
    """The numbers of a plan: indicators by instrument, and what each indicator is made of."""

    indicators: dict[str, list[str]]
    subs: dict[str, dict[str, list[str]]]
    questions: dict[str, list[str]]


def layout(plan: Plan) -> Layout:
    """How everything of a plan is numbered: indicators, items and questions each from 1 on."""
    indicators: dict[str, list[str]] = {}
    subs: dict[str, dict[str, list[str]]] = {}
    questions: dict[str, list[str]] = {}
    items, asked, others = iter(plan.items), 0, iter(plan.questions)
    for at, code in enumerate(plan.codes):
        indicators[code] = []
        for parts in plan.groups if at == plan.own else next(others):
            number = str(sum(map(len, indicators.values())) + 1)
            indicators[code].append(number)
            if isinstance(parts, tuple):
                subs[number] = {f"{number}.{k}": [next(items) for _ in range(n)] for k, n in enumerate(parts, 1)}
            else:
                questions[number] = [f"i{asked + k}" for k in range(1, parts + 1)]
                asked += parts
    return Layout(indicators, subs, questions)


def catalogue_file(plan: Plan, period: str = "current") -> bytes:
    """The plan as a catalogue file. JSON is YAML too."""
    numbers = layout(plan)
    instruments: list[dict[str, Any]] = []
    for code, weight in zip(plan.codes, plan.weights, strict=True):
        indicators: list[dict[str, Any]] = []
        for number in numbers.indicators[code]:
            indicator: dict[str, Any] = {"no": number, "title": f"ตัวชี้วัด {number}"}
            if number in numbers.subs:
                indicator["sub_indicators"] = [
                    {"no": sub, "title": f"กลุ่ม {sub}", "items": [_item(item, period) for item in items]}
                    for sub, items in numbers.subs[number].items()
                ]
            else:
                asked = numbers.questions[number]
                indicator["questions"] = [{"no": one, "title": f"คำถาม {one}"} for one in asked]
            indicators.append(indicator)
        instruments.append({"code": code, "title": f"แบบวัด {code}", "weight": str(weight), "indicators": indicators})
    steps = ("subindicator", "indicator", "instrument", "total")
    tree = {
        "scheme": "invented",
        "year": YEAR,
        "title": "รายการที่สมมติขึ้น",
        "rounding": {step: "exact" if kept is None else kept for step, kept in zip(steps, plan.rounding, strict=True)},
        "pass_line": "85",
        "item_scores": {"met": str(plan.met), "unmet": str(plan.unmet)},
        "ratings": [
            {"label": label, "at_least": str(least)} | ({} if each is None else {"each_instrument": str(each)})
            for label, least, each in plan.ratings
        ],
        "instruments": instruments,
    }
    return json.dumps(tree, ensure_ascii=False).encode("utf-8")


def _item(number: str, period: str) -> dict[str, Any]:
    elements = [{"no": 1, "text": f"ส่วนแรกของ {number}"}, {"no": 2, "text": f"ส่วนหลังของ {number}"}]
    return {
        "no": number,
        "title": f"เรื่องที่ {number}",
        "topics": [f"topic-{number[1:]}"],
        "period": period,
        "elements": elements,
    }


_TWO_DECIMALS = st.integers(0, 10_000).map(lambda points: Decimal(points) / 100)


@st.composite
def plans(draw: st.DrawFn, *, whole: bool = False, most_items: int = 60) -> Plan:
    """Any catalogue of 1 to 60 items. With ``whole`` an item scores 100 or 0, as in every known year."""
    count = draw(st.integers(1, 4))
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=count - 1, max_size=count - 1)))
    weights = tuple(Decimal(b - a) / 100 for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True))
    groups: list[tuple[int, ...]] = []
    left = most_items
    for _ in range(draw(st.integers(1, 3))):
        sizes: list[int] = []
        for _ in range(draw(st.integers(1, 7))):
            if left:
                sizes.append(draw(st.integers(1, min(left, 12))))
                left -= sizes[-1]
        if sizes:
            groups.append(tuple(sizes))
    asked = st.lists(st.integers(0, 3), min_size=1, max_size=4).map(tuple)
    kept = st.sampled_from([None, 0, 1, 2, 2, 3])
    lines = sorted(draw(st.sets(st.integers(1, 99), max_size=5)), reverse=True)
    each = st.none() | st.integers(0, 100).map(Decimal)
    scores = (Decimal(100), Decimal(0))
    if not whole:
        scores = draw(st.sampled_from([scores, (Decimal("66.6"), Decimal("0.5")), (Decimal(1), Decimal(0))]))
    return Plan(
        weights=weights,
        own=draw(st.integers(0, count - 1)),
        groups=tuple(groups),
        questions=tuple(draw(asked) for _ in range(count - 1)),
        rounding=(draw(kept), draw(kept), draw(kept), draw(kept)),
        ratings=(*((f"R{line}", Decimal(line), draw(each)) for line in lines), ("R0", Decimal(0), None)),
        met=scores[0],
        unmet=scores[1],
    )


@st.composite
def answers(draw: st.DrawFn, plan: Plan) -> Answers:
    """Any states of the items, and a report that prints all, some or none of the scores."""
    numbers = layout(plan)
    printed = st.sampled_from(["all", "all", "some", "none"])

    def some(names: list[str], scores: st.SearchStrategy[Decimal]) -> dict[str, Decimal]:
        how = draw(printed)
        return {name: draw(scores) for name in names if how == "all" or (how == "some" and draw(st.booleans()))}

    return Answers(
        states=tuple(draw(st.lists(st.sampled_from(STATES), min_size=plan.size, max_size=plan.size))),
        indicators=some([number for own in numbers.indicators.values() for number in own], _TWO_DECIMALS),
        questions=some([number for own in numbers.questions.values() for number in own], _TWO_DECIMALS),
        instruments=some(plan.codes, _TWO_DECIMALS),
        items=some(plan.items, st.sampled_from([plan.met, plan.unmet])),
    )
