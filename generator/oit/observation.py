"""What the cross-examination of a report finds: what is printed, what follows, and the arithmetic."""

from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.reference import Reference


class Matter(Enum):
    """The kinds of disagreement. The value is the code of its diagnostic."""

    TOTAL = "OIT411"
    """A printed total or instrument score is not what its printed parts give."""
    PRINTED_TWICE = "OIT412"
    """One quantity is printed with different values."""
    UNNAMED_ZEROS = "OIT413"
    """A printed indicator score needs items with 0 points that the report does not name."""
    CLAIM = "OIT414"
    """A sentence says what the table does not bear out."""
    YEAR = "OIT415"
    """A year that is not the one the report is about."""
    NAME = "OIT416"
    """The name of another agency, district or province."""
    MEASURE_PERIOD = "OIT417"
    """A measure is to be carried out outside the fiscal year it is given for."""
    OUTCOME = "OIT418"
    """A printed pass or fail that the printed score does not bear out."""
    RATING = "OIT419"
    """A printed rating that the rules of the year do not give."""
    IMPOSSIBLE = "OIT420"
    """A printed indicator score that no pattern of items gives."""


class Note(NamedTuple):
    """One line of arithmetic. ``kind`` says what the line shows; ``values`` are figures, ready to be read.

    ``sum``: a calculation. ``fits`` and ``differs``: a pattern of items with the sum it gives, which
    agrees or does not agree with the items the report names. ``more``: how many patterns are not
    listed. ``hides``: the sub-indicators that hold zeros the report does not name. ``decimals``: the
    least and greatest total that decimals which are not printed allow, and whether they explain the
    printed one. ``choices``: how many choices among the printed values there are, the least and
    greatest total they give, and whether one gives the printed one.
    """

    kind: str
    values: tuple[str, ...]


class Observation(NamedTuple):
    """One disagreement.

    ``subject`` is what it is about: a numbered thing of the catalogue, or words of the report.
    ``printed`` is what the report prints, ``follows`` what follows from its other figures, ``steps``
    the arithmetic line by line, ``places`` where in the report the figures stand.
    """

    matter: Matter
    subject: Reference | str
    printed: str
    follows: str
    steps: tuple[Note, ...]
    places: tuple[str, ...]
    span: Span
