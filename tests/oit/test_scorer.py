"""The generator's scores and those of a second scorer are the same fractions, whatever the catalogue and content."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.oit.assessment import assess

from .builders import answered, catalogue_of
from .plans import Answers, Plan, answers, plans
from .scorer import Score, score

PLANS_WITH_ANSWERS = plans().flatmap(lambda plan: st.tuples(st.just(plan), answers(plan)))


@given(PLANS_WITH_ANSWERS)
@settings(max_examples=examples(500), deadline=None, database=None)
def test_every_score_is_the_one_of_the_second_scorer(drawn: tuple[Plan, Answers]) -> None:
    plan, given_answers = drawn
    assessment = assess(answered(catalogue_of(plan), given_answers))
    own = plan.codes[plan.own]
    found = {
        "complete": (assessment.complete.instrument.value, assessment.complete_total),
        "reported": (assessment.reported.instrument.value, assessment.reported_total),
        "official": (assessment.official.instruments[own].best, assessment.official.total_recomputed),
    }
    assert [item.state.value for item in assessment.items] == list(given_answers.states)
    for which, (value, total) in found.items():
        expected = score(plan, given_answers, which)
        if total is None:
            assert (value, None, None) == expected, which
        else:
            assert Score(value, total.value, total.rating.label) == expected, which
