"""What became of every item from one list to the next, told from topics alone."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tables import every_row

from generator.oit.catalogue import Catalogue
from generator.oit.crosswalk import Crosswalk, Relation, crosswalk

from .builders import SHIPPED_YEARS, catalogue_from, shipped

Topics = Sequence[Sequence[str]]
OTHER_WAY = {
    Relation.NEW: Relation.GONE,
    Relation.GONE: Relation.NEW,
    Relation.MERGED: Relation.SPLIT,
    Relation.SPLIT: Relation.MERGED,
}


def listing(year: int, topics: Topics) -> Catalogue:
    """A catalogue whose items have these topics."""
    items = [
        {"no": f"O{number}", "title": f"ข้อ {number}", "topics": list(own), "period": "current"}
        for number, own in enumerate(topics, 1)
    ]
    sub = {"no": "1.1", "title": "ข้อมูล", "items": items}
    indicator = {"no": "1", "title": "การเปิดเผยข้อมูล", "sub_indicators": [sub]}
    tree = {
        "scheme": "invented",
        "year": year,
        "title": "รายการ",
        "rounding": {"subindicator": 2, "indicator": 2, "instrument": "exact", "total": 2},
        "pass_line": 85,
        "ratings": [{"label": "A", "at_least": 85}, {"label": "F", "at_least": 0}],
        "instruments": [{"code": "OIT", "title": "OIT", "weight": 100, "indicators": [indicator]}],
    }
    return catalogue_from(json.dumps(tree, ensure_ascii=False).encode("utf-8"))


def told(walked: Crosswalk) -> list[tuple[str, str, str]]:
    """Each group as what happened, the numbers before and those after."""
    return [
        (group.relation.value, " ".join(i.number for i in group.before), " ".join(i.number for i in group.after))
        for group in walked.groups
    ]


def walk(before: Topics, after: Topics) -> list[tuple[str, str, str]]:
    return told(crosswalk(listing(2571, before), listing(2572, after)))


def test_an_item_with_its_topic_and_number_is_the_same() -> None:
    assert walk([["a"], ["b"]], [["a"], ["b"]]) == [("same", "O1", "O1"), ("same", "O2", "O2")]


def test_an_item_with_its_topic_under_another_number_is_renumbered() -> None:
    assert walk([["a"], ["b"]], [["b"], ["a"]]) == [("renumbered", "O1", "O2"), ("renumbered", "O2", "O1")]


def test_what_shares_no_topic_is_gone_and_new_even_under_one_number() -> None:
    assert walk([["a"]], [["b"]]) == [("gone", "O1", ""), ("new", "", "O1")]


def test_items_that_one_item_absorbs_are_merged() -> None:
    assert walk([["a"], ["c"], ["b"]], [["a", "b"], ["c"]]) == [("merged", "O1 O3", "O1"), ("same", "O2", "O2")]


def test_an_item_whose_topics_part_is_split() -> None:
    assert walk([["a", "b"]], [["b"], ["a"]]) == [("split", "O1", "O1 O2")]


def test_an_item_whose_one_topic_two_items_share_is_split() -> None:
    assert walk([["a"]], [["a"], ["a", "b"]]) == [("split", "O1", "O1 O2")]


def test_several_items_that_become_several_others_are_regrouped() -> None:
    assert walk([["a", "b"], ["c"]], [["a"], ["b", "c"]]) == [("regrouped", "O1 O2", "O1 O2")]


def test_a_topic_that_only_one_year_knows_joins_nothing() -> None:
    """Two items of a year that share a topic are still two items in a year that does not know it."""
    assert walk([["a", "x"], ["b", "x"]], [["a"], ["b"]]) == [("same", "O1", "O1"), ("same", "O2", "O2")]


def test_groups_stand_in_the_order_of_the_earlier_list_and_what_is_new_comes_last() -> None:
    before, after = [["z"], ["b"], ["a"]], [["n"], ["a"], ["b"], ["m"]]
    assert [numbers for _, *numbers in walk(before, after)] == [
        ["O1", ""],
        ["O2", "O3"],
        ["O3", "O2"],
        ["", "O1"],
        ["", "O4"],
    ]


def test_lists_are_changed_unless_every_item_is_the_same() -> None:
    one = listing(2571, [["a"], ["b"]])
    assert not crosswalk(one, listing(2572, [["a"], ["b"]])).changed
    assert crosswalk(one, listing(2572, [["b"], ["a"]])).changed


TOPICS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True), min_size=1, max_size=7)


@given(TOPICS, TOPICS)
def test_every_item_of_both_years_is_in_exactly_one_group(before: Topics, after: Topics) -> None:
    walked = crosswalk(listing(2571, before), listing(2572, after))
    for side, topics in (("before", before), ("after", after)):
        found = Counter(item.number for group in walked.groups for item in getattr(group, side))
        assert found == Counter(f"O{number}" for number in range(1, len(topics) + 1))


@given(TOPICS, TOPICS)
def test_items_are_together_when_a_chain_of_shared_topics_joins_them(before: Topics, after: Topics) -> None:
    """Against a search that goes from item to item and knows nothing of groups."""
    sides = (before, after)
    nodes = [(side, number) for side in (0, 1) for number in range(len(sides[side]))]
    near = {
        node: {
            other
            for other in nodes
            if other[0] != node[0] and set(sides[node[0]][node[1]]) & set(sides[other[0]][other[1]])
        }
        for node in nodes
    }
    reached: dict[tuple[int, int], frozenset[tuple[int, int]]] = {}
    for node in nodes:
        seen, waiting = {node}, [node]
        while waiting:
            waiting += (new := near[waiting.pop()] - seen)
            seen |= new
        reached[node] = frozenset(seen)
    walked = crosswalk(listing(2571, before), listing(2572, after))
    groups = {
        frozenset(
            (side, int(item.number[1:]) - 1) for side, items in enumerate((group.before, group.after)) for item in items
        )
        for group in walked.groups
    }
    assert groups == set(reached.values())


@given(TOPICS, TOPICS)
def test_the_other_way_round_what_was_merged_is_split_and_what_was_new_is_gone(before: Topics, after: Topics) -> None:
    one, other = listing(2571, before), listing(2572, after)
    there = {(group.relation, group.before, group.after) for group in crosswalk(one, other).groups}
    back = {
        (OTHER_WAY.get(group.relation, group.relation), group.after, group.before)
        for group in crosswalk(other, one).groups
    }
    assert there == back


@every_row(("before", "after"), list(pairwise(SHIPPED_YEARS)))
def test_the_shipped_lists_lose_no_item_on_the_way(before: int, after: int) -> None:
    walked = crosswalk(shipped(before), shipped(after))
    assert sum(len(group.before) for group in walked.groups) == len(shipped(before).items)
    assert sum(len(group.after) for group in walked.groups) == len(shipped(after).items)


def test_no_gift_policy_is_followed_through_the_years() -> None:
    """O34 in 2565, O31 in 2566, O26 in 2567, and then one item with the culture of it."""
    found = []
    number = "O34"
    for before, after in pairwise(range(2565, 2569)):
        walked = crosswalk(shipped(before), shipped(after))
        group = next(group for group in walked.groups if number in [item.number for item in group.before])
        number = group.after[0].number
        found.append((group.relation.value, number))
    assert found == [("renumbered", "O31"), ("renumbered", "O26"), ("merged", "O21")]
