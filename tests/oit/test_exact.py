"""No binary floating point between a printed figure and a page: of 85,184 weighted totals 12 would be rated wrongly."""

import ast
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples
from tables import every_row

import generator
from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.rollup import weighted_total

from .builders import answered, catalogue_of, shipped
from .plans import Answers, Plan, answers, plans

PACKAGE = Path(generator.__file__).parent
NUMBERS_OF_JSON = Path("exports/observation_data.py")
"""Turns the text of points into a number of JSON, after all that is computed."""
MODULES = [
    path.relative_to(PACKAGE)
    for folder in ("oit", "reading", "rendering", "exports")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
    if path.relative_to(PACKAGE) != NUMBERS_OF_JSON
]


def _floats(tree: ast.AST) -> Iterator[int]:
    """The lines on which a float is written or made."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float() | complex()) | ast.Name(id="float" | "complex" | "round"):
                yield node.lineno
            case ast.Attribute(attr="sqrt" | "log" | "exp" | "pow" | "inf" | "fsum" | "fmean"):
                yield node.lineno


@every_row("path", MODULES)
def test_no_module_that_scores_pass_through_writes_or_makes_a_float(path: Path) -> None:
    assert list(_floats(ast.parse((PACKAGE / path).read_text(encoding="utf-8")))) == []


@every_row("source", ["x = 0.3", "float(x)", "round(x, 2)", "math.sqrt(x)", "def f(x: float) -> None: ..."])
def test_the_search_for_floats_finds_them(source: str) -> None:
    assert list(_floats(ast.parse(source))) == [1]


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _leaves(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _leaves(one)
    else:
        yield value


@given(plans(most_items=20).flatmap(lambda plan: st.tuples(st.just(plan), answers(plan))))
@settings(max_examples=examples(50), deadline=None, database=None)
def test_no_assessment_holds_a_float(drawn: tuple[Plan, Answers]) -> None:
    plan, given_answers = drawn
    year = answered(catalogue_of(plan), given_answers)
    assessment = assess(year)
    found = [*_leaves(year), *_leaves(assessment), *_leaves(cross_examine(year, assessment.official))]
    assert any(isinstance(one, Fraction) for one in found)
    assert {type(one) for one in found if isinstance(one, float | complex)} == set()


@pytest.mark.parametrize(
    ("iit", "eit", "oit", "exact"),
    [
        ("84.98", "84.99", "85.01", "84.995"),
        ("85.01", "84.98", "84.995", "84.995"),
        ("94.97", "95.01", "95.0025", "94.995"),
    ],
)
def test_a_total_that_ends_on_a_half_is_rounded_by_its_true_value(iit: str, eit: str, oit: str, exact: str) -> None:
    total = weighted_total(shipped(2565), {"IIT": Fraction(iit), "EIT": Fraction(eit), "OIT": Fraction(oit)})
    assert total is not None
    assert total.exact == Fraction(exact)
    assert total.value == Fraction(exact) + Fraction("0.005")


def test_a_printed_score_is_read_as_it_stands() -> None:
    given_answers = Answers(("not-stated",), {"1": Decimal("84.995")}, {}, {}, {})
    plan = Plan((Decimal(100),), 0, ((1,),), (), (2, 2, None, 2), (("A", Decimal(85), None), ("F", Decimal(0), None)))
    total = assess(answered(catalogue_of(plan), given_answers)).official.total_recomputed
    assert total is not None
    assert (total.exact, total.value, total.rating.label) == (Fraction("84.995"), Fraction(85), "A")
