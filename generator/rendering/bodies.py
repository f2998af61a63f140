"""Rendering the Markdown of an agency-year: links and cache."""

import re
from collections.abc import Callable, Mapping, Set

from generator.diagnostics import Diagnostic, Report, closest
from generator.oit.agency_year import AgencyYear, Narrative
from generator.oit.disclosure import Disclosure, EvidenceKind
from generator.oit.evidence_format import FORMATS, format_name, suffix_of
from generator.reading.near_files import nearest_file
from generator.reading.spelling import in_folder, item_of
from generator.rendering.addresses import REPORT_PAGES, AgencyAddresses
from generator.rendering.markdown import NOTHING, Body, anchors_of, render
from generator.rendering.source_text import NO_ANCHORS, Surroundings
from generator.rendering.wording import file_size

BODY_LEVEL = 3
REPORT_LEVEL = 2
_FILE = re.compile(r"(?:\.\./([0-9]{4})/)?([^/]+)")
_YEAR = re.compile(r"(?:\.\./)?([0-9]{4})/")
_REPORT_FILE = re.compile(r"(?:\.\./([0-9]{4})/)?([a-z]+)\.(?:md|yaml)")


Rendered = tuple[Body, tuple[Diagnostic, ...], frozenset[str]]
"""A body, what was reported while it was rendered, and the evidence files it refers to."""


class BodyMemo:
    """Cache of rendered bodies, by everything they are made of."""

    __slots__ = ("_earlier", "_known")

    def __init__(self, earlier: dict[object, Rendered] | None = None) -> None:
        self._earlier = earlier or {}
        self._known: dict[object, Rendered] = {}

    def following(self) -> "BodyMemo":
        """A memo for the next rendering, which remembers this one and nothing older."""
        return BodyMemo(self._known)

    def get(self, key: object) -> Rendered | None:
        """What was rendered under a key."""
        known = self._known.get(key) or self._earlier.get(key)
        if known is not None:
            self._known[key] = known
        return known

    def put(self, key: object, rendered: Rendered) -> None:
        """Remember a body."""
        self._known[key] = rendered


class Bodies:
    """Renders the texts of one agency-year.

    ``years`` are the years this agency publishes, this one among them; ``pages`` the kinds of page that this year
    has, of which a text may name an item's or a report's; ``numerals`` writes a figure in those of the site.
    """

    __slots__ = ("_anchors", "_around", "_content", "_key", "_made", "_memo", "_numerals", "_pages", "_place",
                 "_report", "_root", "_years", "files")  # fmt: skip

    def __init__(
        self,
        content: AgencyYear,
        place: AgencyAddresses,
        years: Mapping[int, AgencyYear],
        pages: Set[str],
        report: Report,
        memo: BodyMemo | None = None,
        numerals: Callable[[object], str] = str,
    ) -> None:
        self._numerals = numerals
        self._content = content
        self._place = place
        self._years = years
        self._pages = pages
        self._report = report
        self._memo = memo
        self._made: dict[str, Body] = {}
        self._around = Surroundings(self._describe, self._nearest, self._anchors_of)
        self._anchors: dict[str, Mapping[str, str]] = {}
        self.files: set[str] = set()
        """Evidence files that the texts link to or show, by their path below the year's folder."""
        self._root = "../" * (place.item(content.year, content.catalogue.items[0]).count("/"))
        self._key: object = None
        if memo is not None:  # everything that a link is made of beside its own text
            items = tuple((year, frozenset(one.catalogue.by_number)) for year, one in years.items())
            files = frozenset((path, file.size) for path, file in content.files.items())
            self._key = content.year, place.prefix, files, items, pages, numerals("0")

    def of_disclosure(self, disclosure: Disclosure) -> Body:
        """The body of an item's page."""
        return self._render(disclosure.body, disclosure.span.path, disclosure.body_line, BODY_LEVEL)

    def check_sections(self, disclosure: Disclosure) -> None:
        """Report evidence that names a heading which the disclosure's text does not have."""
        headings = self.of_disclosure(disclosure).headings
        for evidence in disclosure.evidence:
            if evidence.kind is EvidenceKind.SECTION and evidence.target not in headings:
                meant = closest(evidence.target, headings)
                self._report.error("OIT307", evidence.span, heading=evidence.target, suggestion=meant)

    def of_narrative(self, narrative: Narrative | None) -> Body:
        """The text of a report."""
        if narrative is None:
            return NOTHING
        return self._render(narrative.body, narrative.span.path, narrative.body_line, REPORT_LEVEL)

    def _render(self, text: str, path: str, line: int, level: int) -> Body:
        body = self._made.get(path)
        if body is None:
            body = self._made[path] = self._make(text, path, line, level)
        return body

    def _make(self, text: str, path: str, line: int, level: int) -> Body:
        if self._memo is None:
            return render(text, path, line, self._resolve, level, self._report, self._around)
        key = (path, line, text, self._key)
        known = self._memo.get(key)
        if known is None:
            own, before = Report(), self.files
            self.files, self._anchors = set(), {}
            body = render(text, path, line, self._resolve, level, own, self._around)
            known = body, tuple(own.diagnostics), frozenset(self.files)
            self.files = before
            if not self._anchors:  # else it is made of the headings of other texts too
                self._memo.put(key, known)
        self._report.extend(known[1])
        self.files |= known[2]
        return known[0]

    def _describe(self, written: str) -> str:
        """The format and size of the agency's own file that a link leads to, as beside evidence."""
        path = in_folder(written.removeprefix("./"))
        file = self._content.files.get(path)
        return "" if file is None else f"{format_name(path)} {self._numerals(file_size(file.size))}"

    def _anchors_of(self, written: str) -> Mapping[str, str]:
        """The ids of the headings on the page of an item or a report, as links to them may call them."""
        path = in_folder(written.removeprefix("./"))
        if path not in self._anchors:
            text = self._text_of(path)
            self._anchors[path] = anchors_of(text) if text else NO_ANCHORS
        return self._anchors[path]

    def _text_of(self, path: str) -> str:
        """What an item or a report of this year or another says in its own words."""
        if (match := _FILE.fullmatch(path)) and (number := item_of(match[2])):
            content = self._years.get(int(match[1] or self._content.year))
            disclosure = content.disclosures.get(number) if content is not None else None
            return disclosure.body if disclosure is not None else ""
        match = _REPORT_FILE.fullmatch(path)
        narrative = self._content.narratives.get(match[2]) if match is not None else None
        return narrative.body if narrative is not None else ""

    def _nearest(self, written: str) -> str:
        """Suggestion for a dead link: a page of this site or another, or a document."""
        if written.startswith("www."):
            return f"https://{written}"
        page = written.replace("\\", "/")
        pages = (page, f"{page}.md", page.removesuffix(".html") + ".md", page.partition("#")[0], f"../{page}")
        year = _YEAR.match(page)
        files = self._content.files if year is None or int(year[1]) == self._content.year else ()
        meant = next((page for page in pages if self._resolve(page)), "") or nearest_file(page, files)
        if meant in self._content.files:
            self.files.add(meant)  # it is referred to, though not as it should be
        return meant

    def _resolve(self, written: str) -> str | None:
        """Where a relative link leads: an evidence file, the page of an item or report of this or another year."""
        path = in_folder(written.removeprefix("./"))
        if (path in self._content.files and suffix_of(path) in FORMATS) or path in self._content.unfinished:
            self.files.add(path)
            return self._root + self._place.evidence(self._content.year, path)
        if (match := _FILE.fullmatch(path)) and (number := item_of(match[2])) and "item" in self._pages:
            year = int(match[1]) if match[1] else self._content.year
            content = self._years.get(year)
            item = content.catalogue.by_number.get(number) if content is not None else None
            return None if item is None else self._root + self._place.item(year, item)
        if self._content.refused.holds(path):  # what keeps it from being published was told
            return self._root + self._place.evidence(self._content.year, path)
        if match := _REPORT_FILE.fullmatch(path):
            year = int(match[1]) if match[1] else self._content.year
            if year == self._content.year and match[2] in REPORT_PAGES and match[2] in self._pages:
                return self._root + self._place.report(year, match[2])
        return None
