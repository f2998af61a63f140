"""What is weak about the evidence of an item: the kinds that can be told without opening a document."""

from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span


class Flaw(Enum):
    """The kinds of weakness. The value is the code of its diagnostic."""

    NO_EVIDENCE = "OIT520"
    """The item is said to be done, and nothing stands behind it."""
    OUTSIDE_PERIOD = "OIT521"
    """Evidence of another time than the item asks for."""
    NO_PERIOD = "OIT522"
    """Evidence that does not say which time it is of, where the item asks for one."""
    MISSING_MONTHS = "OIT523"
    """Months of the period that is asked for, and that no evidence covers."""
    NIL_NOT_ALLOWED = "OIT524"
    """A nil statement where a thing or an act is asked for."""
    FRONT_PAGE = "OIT525"
    """A link to a front page."""
    SAME_TARGET = "OIT526"
    """One target for three items or more."""
    FOREIGN_HOST = "OIT527"
    """A host that is neither the agency's nor that of a public service."""
    TRIAL_HOST = "OIT528"
    """A host for trying things out, or one that only the office reaches."""
    SHORT_LINK = "OIT529"
    """A link that hides where it leads."""
    SHARED_DRIVE = "OIT530"
    """A document on a drive, where a setting decides who can open it."""
    FACEBOOK = "OIT531"
    """A post on Facebook, where a setting decides who can read it."""
    TITLE_IS_ADDRESS = "OIT532"
    """A title that is an address or the name of a file."""
    TITLE_IS_PLACEHOLDER = "OIT533"
    """A title that says nothing, or that stands in new files to be replaced."""
    SAME_TITLE = "OIT534"
    """One title on three items or more."""
    OTHER_YEAR_NAMED = "OIT535"
    """A year in the title or the name of the file that lies outside the period the evidence covers."""
    OTHER_ITEMS_TITLE = "OIT536"
    """A title that is the title of another item of the year."""
    ELEMENT_REPEATED = "OIT537"
    """The wording of an element in the place of an answer."""
    SAME_FILE = "OIT539"
    """The same document under two names, or twice in one item."""
    HARD_FORMAT = "OIT540"
    """Nothing but Word documents or pictures."""
    EMPTY_FILE = "OIT541"
    """A file of 0 bytes."""
    MISLABELLED_FILE = "OIT542"
    """A file that is not what its ending says."""
    DOUBLED_ENDING = "OIT543"
    """A file with two endings, such as ``.pdf.pdf``."""
    FAR_DATE = "OIT544"
    """A document dated years away from the period the item asks for."""


class Cause(NamedTuple):
    """Why an item is not complete, in the words of the message about the flaw."""

    flaw: Flaw
    item: str
    params: tuple[tuple[str, object], ...]


class Shortcoming(NamedTuple):
    """One weakness of one item. ``params`` fill in the message where it is told alone."""

    flaw: Flaw
    item: str
    span: Span
    params: tuple[tuple[str, object], ...] = ()

    @property
    def cause(self) -> Cause:
        """The same without its place, for a list of things to do."""
        return Cause(self.flaw, self.item, self.params)
