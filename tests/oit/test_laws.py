"""What must hold of scores whatever the catalogue: the reasons to trust a number that nobody can recompute by hand."""

import random
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemState, assess
from generator.oit.rollup import RollUp, roll_up, weighted_total, worth
from generator.oit.todo import todo_items

from .builders import A_FILE, A_LINK, NIL, answered, catalogue_of, content, disclosure
from .plans import Answers, Plan, answers, plans

LAW = settings(max_examples=examples(200), deadline=None, database=None)
WITH_ANSWERS = plans().flatmap(lambda plan: st.tuples(st.just(plan), answers(plan)))
CHANCE = st.integers(0, 2**32).map(random.Random)
WITH_MET = plans().flatmap(
    lambda plan: st.tuples(st.just(plan), st.sets(st.sampled_from(plan.items)), st.sampled_from(plan.items))
)


def _values(rolled: RollUp) -> list[Fraction]:
    steps = [*rolled.sub_indicators.values(), *rolled.indicators.values(), rolled.instrument]
    return [step.value for step in steps]


@given(plans(whole=True))
@LAW
def test_all_items_met_is_100_and_none_is_0_at_every_step(plan: Plan) -> None:
    catalogue = catalogue_of(plan)
    assert set(_values(roll_up(catalogue, dict.fromkeys(plan.items, True)))) == {Fraction(100)}
    assert set(_values(roll_up(catalogue, {}))) == {Fraction(0)}


@given(WITH_MET)
@LAW
def test_one_more_item_met_lowers_no_score_and_no_total(drawn: tuple[Plan, set[str], str]) -> None:
    plan, met, item = drawn
    catalogue = catalogue_of(plan)
    before, after = (roll_up(catalogue, dict.fromkeys(items, True)) for items in (met, {*met, item}))
    assert all(new >= old for new, old in zip(_values(after), _values(before), strict=True))
    others, own = dict.fromkeys(plan.codes, Fraction(50)), plan.codes[plan.own]
    old, new = (weighted_total(catalogue, {**others, own: rolled.instrument.value}) for rolled in (before, after))
    assert old is not None
    assert new is not None
    assert new.value >= old.value


@given(plans())
@LAW
def test_the_worths_add_up_to_what_meeting_everything_brings(plan: Plan) -> None:
    catalogue = catalogue_of(plan)
    worths = worth(catalogue)
    assert list(worths) == plan.items
    assert sum(worths.values()) == Fraction(plan.weights[plan.own]) * Fraction(plan.met - plan.unmet) / 100


@given(WITH_MET)
@LAW
def test_an_item_is_worth_what_the_total_gains_by_it_before_rounding(drawn: tuple[Plan, set[str], str]) -> None:
    plan, met, item = drawn
    catalogue = catalogue_of(plan._replace(rounding=(None, None, None, None)))
    others = dict.fromkeys(plan.codes, Fraction(50))

    def exact(items: set[str]) -> Fraction:
        score = roll_up(catalogue, dict.fromkeys(items, True)).instrument.value
        total = weighted_total(catalogue, {**others, plan.codes[plan.own]: score})
        assert total is not None
        return total.exact

    assert exact({*met, item}) - exact(met - {item}) == worth(catalogue)[item]


@given(WITH_ANSWERS, CHANCE)
@LAW
def test_the_order_in_which_anything_is_written_changes_nothing(
    drawn: tuple[Plan, Answers], chance: random.Random
) -> None:
    plan, given_answers = drawn
    catalogue = catalogue_of(plan)
    as_written = answered(catalogue, given_answers)
    assert as_written.results is not None

    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(rows, len(rows)))

    said = {
        number: one._replace(elements=shuffled(one.elements), evidence=shuffled(one.evidence))
        for number, one in chance.sample(sorted(as_written.disclosures.items()), len(as_written.disclosures))
    }
    printed = as_written.results
    results = printed._replace(
        indicators=shuffled(printed.indicators),
        questions=shuffled(printed.questions),
        instruments=shuffled(printed.instruments),
        items=shuffled(printed.items),
    )
    before, after = assess(as_written), assess(as_written._replace(disclosures=said, results=results))
    assert (after.complete, after.reported, after.official) == (before.complete, before.reported, before.official)
    assert (after.complete_total, after.reported_total) == (before.complete_total, before.reported_total)
    assert [item.state for item in after.items] == [item.state for item in before.items]
    assert list(todo_items(catalogue, after)) == list(todo_items(catalogue, before))


@given(plans(), CHANCE)
@LAW
def test_which_items_of_a_group_are_met_does_not_matter_only_how_many(plan: Plan, chance: random.Random) -> None:
    catalogue = catalogue_of(plan)
    groups = [sub.items for indicator in catalogue.indicators for sub in indicator.sub_indicators]
    counts = [chance.randint(0, len(group)) for group in groups]

    def scores() -> list[Fraction]:
        met = [i.number for group, n in zip(groups, counts, strict=True) for i in chance.sample(group, n)]
        return _values(roll_up(catalogue, dict.fromkeys(met, True)))

    assert scores() == scores()


Fields = dict[str, Any]
LADDER = (
    ItemState.NOT_STATED,
    ItemState.NOT_STARTED,
    ItemState.IN_PROGRESS,
    ItemState.INCOMPLETE,
    ItemState.REPORTED,
    ItemState.COMPLETE,
)
"""The states of an item as an officer climbs them."""
PROGRESS = ["", "not-started", "in-progress", "done"]
COVERS = ["2570", "2571", "2570-10-01..2571-03-31", "2571-04-01..2571-09-30", ""]
FILES = st.builds(
    lambda kind, covers, shows: {
        **kind,
        **({"covers": covers} if covers else {}),
        **({"shows": shows} if shows else {}),
    },
    st.sampled_from([A_FILE, A_LINK, NIL]),
    st.sampled_from(COVERS),
    st.sampled_from([[], [], [1], [2]]),
)
FILE_OF_AN_ITEM = st.fixed_dictionaries(
    {
        "state": st.sampled_from(PROGRESS),
        "elements": st.dictionaries(st.sampled_from(["1", "2"]), st.sampled_from(["present", "absent"])),
        "evidence": st.lists(FILES, max_size=3),
    }
)


@st.composite
def _more(draw: st.DrawFn, before: Fields | None) -> Fields:
    """What the officer of an item may add to its file: nothing is taken back."""
    fields: Fields = before if before is not None else {"state": "", "elements": {}, "evidence": []}
    step = draw(st.sampled_from(["progress", "element", "evidence"]))
    if step == "progress":
        # from "in progress" to "not started" or from either back to silence would be taking back
        later = PROGRESS[PROGRESS.index(fields["state"]) :] if fields["state"] else ["", "done"]
        return {**fields, "state": draw(st.sampled_from(later))}
    if step == "element":
        return {**fields, "elements": {**fields["elements"], draw(st.sampled_from(["1", "2"])): "present"}}
    at = draw(st.integers(0, len(fields["evidence"])))
    return {**fields, "evidence": [*fields["evidence"][:at], draw(FILES), *fields["evidence"][at:]]}


@given(st.data())
@LAW
def test_disclosing_more_lowers_no_score(data: st.DataObject) -> None:
    plan = data.draw(plans(most_items=8))
    period = data.draw(st.sampled_from(["fy-current", "h1-current", "fy-previous", "current"]))
    catalogue = catalogue_of(plan, period)
    files: dict[str, Fields] = {
        item: fields for item in plan.items if (fields := data.draw(st.none() | FILE_OF_AN_ITEM)) is not None
    }
    item = data.draw(st.sampled_from(plan.items))
    after = {**files, item: data.draw(_more(files.get(item)))}
    assume(after != files)

    def assessed(written: dict[str, Fields]) -> Assessment:
        said = [disclosure(n, **{key: value for key, value in f.items() if value}) for n, f in written.items()]
        year: AgencyYear = content(catalogue, said)
        return assess(year)

    old, new = assessed(files), assessed(after)
    for which in ("complete", "reported"):
        pairs = zip(_values(getattr(new, which)), _values(getattr(old, which)), strict=True)
        assert all(more >= less for more, less in pairs), which
    states = {a.item.number: (a.reported, a.complete) for a in new.items}
    assert all(states[a.item.number] >= (a.reported, a.complete) for a in old.items)
    assert all(a.reported or not a.complete for a in new.items)
    steps = [[LADDER.index(item.state) for item in year.items] for year in (old, new)]
    assert all(less <= more for less, more in zip(*steps, strict=True))
