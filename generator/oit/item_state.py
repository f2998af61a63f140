"""The state of an item."""

from enum import Enum


class ItemState(Enum):
    """The state of one item, as the index shows it."""

    COMPLETE = "complete"
    REPORTED = "reported"
    INCOMPLETE = "incomplete"
    IN_PROGRESS = "in-progress"
    NOT_STARTED = "not-started"
    NOT_STATED = "not-stated"
