"""Downloads of a page: data files, and answers for the assessment system."""

from typing import NamedTuple


class DownloadView(NamedTuple):
    """A file to download. ``what``: all, items, elements, evidence, item, files, answers or package.

    ``kind`` is the format as shown to a reader; ``size`` may be empty.
    """

    what: str
    kind: str
    address: str
    size: str


class AnswerRow(NamedTuple):
    """What to type for one item. ``answer``: yes, no, check or unknown.

    ``url`` is the whole address, or empty while the site has none; ``text`` the explanation, with ``lines`` lines.
    """

    number: str
    title: str
    address: str
    state: str
    answer: str
    url: str
    text: str
    lines: int
