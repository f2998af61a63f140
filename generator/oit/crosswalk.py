"""How items of one year match those of another: same, renumbered, merged, split, new or gone.

Topics match items, many to many. Items connected by shared topics form one
group; its relation follows from how many items of each year it has.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from generator.oit.catalogue import Catalogue, Item


class Relation(Enum):
    """The relation between the items of two years. ``REGROUPED``: several items become several others."""

    NEW = "new"
    GONE = "gone"
    MERGED = "merged"
    SPLIT = "split"
    REGROUPED = "regrouped"
    RENUMBERED = "renumbered"
    SAME = "same"


class ItemGroup(NamedTuple):
    """The items of two years that share topics, in the order of their lists; one side is empty for new and gone."""

    relation: Relation
    before: tuple[Item, ...]
    after: tuple[Item, ...]


class Crosswalk(NamedTuple):
    """Two years by number, and every item of both in exactly one group."""

    before: int
    after: int
    groups: tuple[ItemGroup, ...]

    def of(self, relation: Relation) -> tuple[ItemGroup, ...]:
        """The groups to which this happened."""
        return tuple(group for group in self.groups if group.relation is relation)

    @property
    def changed(self) -> bool:
        """Whether any item is another one, or has another number."""
        return any(group.relation is not Relation.SAME for group in self.groups)


class _Part(NamedTuple):
    """A connected group under construction, with the topics by which other items join it."""

    topics: set[str]
    before: list[Item]
    after: list[Item]


def crosswalk(before: Catalogue, after: Catalogue) -> Crosswalk:
    """The items of two years joined by topics: in the order of the earlier list, what is new last."""
    shared = _topics(before) & _topics(after)
    parts: list[_Part] = []
    for item in before.items:
        parts = _placed(parts, _Part(shared.intersection(item.topics), [item], []))
    for item in after.items:
        parts = _placed(parts, _Part(shared.intersection(item.topics), [], [item]))
    groups = [ItemGroup(_relation(part), _in_order(part.before), _in_order(part.after)) for part in parts]
    groups.sort(key=lambda group: (not group.before, _position((*group.before, *group.after)[0])))
    return Crosswalk(before.year, after.year, tuple(groups))


def _topics(catalogue: Catalogue) -> set[str]:
    return {topic for item in catalogue.items for topic in item.topics}


def _placed(parts: Iterable[_Part], new: _Part) -> list[_Part]:
    """The parts with one more, in which all that share a topic with it are joined."""
    apart: list[_Part] = []
    for part in parts:
        if part.topics & new.topics:
            new = _Part(part.topics | new.topics, part.before + new.before, part.after + new.after)
        else:
            apart.append(part)
    return [*apart, new]


def _in_order(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=_position))


def _position(item: Item) -> int:
    return int(item.number[1:])


def _relation(part: _Part) -> Relation:
    before, after = part.before, part.after
    if not before or not after:
        return Relation.GONE if before else Relation.NEW
    if len(before) == len(after) == 1:
        return Relation.SAME if before[0].number == after[0].number else Relation.RENUMBERED
    if len(after) == 1:
        return Relation.MERGED
    return Relation.SPLIT if len(before) == 1 else Relation.REGROUPED
