"""How a command ended, in a sentence: what a room that does the work gives to the one that speaks."""

from typing import Literal, NamedTuple


class Ended(NamedTuple):
    """How a command ended: whether all went well, and the sentence that says it."""

    how: Literal["done", "usage", "failed", "blocked"]
    key: str
    params: dict[str, object]
