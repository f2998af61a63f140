"""The outcome of a command: whether it succeeded, and the sentence to print."""

from typing import Literal, NamedTuple


class Ended(NamedTuple):
    """The outcome of a command: success, and the sentence to print."""

    how: Literal["done", "usage", "failed", "blocked"]
    key: str
    params: dict[str, object]
