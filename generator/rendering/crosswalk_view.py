"""The comparison of the items of two years, for templates."""

from generator.oit.catalogue import Basis, Catalogue, Item
from generator.oit.crosswalk import Crosswalk, ItemGroup, Relation, crosswalk
from generator.rendering.addresses import SiteAddresses
from generator.rendering.views import Crumb
from generator.rendering.views.years import (
    CrosswalkGroup,
    CrosswalkItem,
    CrosswalkPart,
    CrosswalkView,
    CrosswalkYear,
)


def crosswalk_view(
    before: Catalogue, after: Catalogue, links: tuple[Crumb, ...], place: SiteAddresses, *, with_method: frozenset[int]
) -> CrosswalkView:
    """Two years side by side. ``links`` are all such pages, ``with_method`` the years whose method has a page."""
    walked = crosswalk(before, after)
    address = place.crosswalk(before.year, after.year)
    position = next(number for number, link in enumerate(links) if link.address == address)
    return CrosswalkView(
        address=address,
        before=_year(before, place, with_method),
        after=_year(after, place, with_method),
        parts=tuple(_part(walked, relation) for relation in Relation if walked.of(relation)),
        same_scheme=before.scheme == after.scheme,
        neighbours=tuple(link for number, link in enumerate(links) if number in (position - 1, position + 1)),
    )


def _year(catalogue: Catalogue, place: SiteAddresses, with_method: frozenset[int]) -> CrosswalkYear:
    return CrosswalkYear(
        year=str(catalogue.year),
        title=catalogue.title,
        items=str(len(catalogue.items)),
        basis=catalogue.basis.get("titles", Basis.GUIDANCE).value,
        method=place.method(catalogue.year) if catalogue.year in with_method else "",
    )


def _part(walked: Crosswalk, relation: Relation) -> CrosswalkPart:
    found = walked.of(relation)
    return CrosswalkPart(
        relation=relation.value,
        groups=tuple(_group(group, walked) for group in found),
        before=sum(len(group.before) for group in found),
        after=sum(len(group.after) for group in found),
    )


def _group(group: ItemGroup, walked: Crosswalk) -> CrosswalkGroup:
    single = len(group.before) == len(group.after) == 1
    return CrosswalkGroup(
        before=tuple(_item(item, walked.before) for item in group.before),
        after=tuple(_item(item, walked.after) for item in group.after),
        retitled=single and group.before[0].title != group.after[0].title,
    )


def _item(item: Item, year: int) -> CrosswalkItem:
    return CrosswalkItem(item.number, item.title, f"{year}-{item.number.lower()}")
