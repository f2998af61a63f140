"""What a kind of page is: its name, when there is such a page, where it stands, and what makes it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Generic, NamedTuple, TypeVar

Page = Callable[[], str | None]
"""Makes the HTML of one page, or reports why it cannot."""
Of = TypeVar("Of")
"""What the pages of a kind belong to: an agency-year, an agency or the site."""


class OnePage(NamedTuple, Generic[Of]):
    """A kind of page of which there is one at most. ``kind`` is also the name of its template.

    ``folder`` is where it stands below what it belongs to, ending in a slash; empty for a front page.
    """

    kind: str
    folder: str
    exists: Callable[[Of], bool]
    make: Callable[[Of], str | None]


class EachPage(NamedTuple, Generic[Of]):
    """A kind of page of which there is one for each of something. ``under`` is the kind of the page that lists them."""

    kind: str
    under: str
    plan: Callable[[Of], Iterable[tuple[str, Page]]]


Kind = OnePage[Of] | EachPage[Of]


def planned(kinds: Iterable[Kind[Of]], of: Of, address: Callable[[OnePage[Of]], str]) -> Iterator[tuple[str, Page]]:
    """The pages of some kinds with their addresses; ``address`` is that of a page of which there is one."""
    for kind in kinds:
        if isinstance(kind, EachPage):
            yield from kind.plan(of)
        elif kind.exists(of):
            yield address(kind), partial(kind.make, of)
