"""Everything an agency says about one fiscal year."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.agency import Agency
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import Disclosure
from generator.oit.file_fault import FileFault
from generator.oit.freeze import Freeze
from generator.oit.link_visit import LinkVisit
from generator.oit.measure import Measures
from generator.oit.refused_paths import RefusedPaths
from generator.oit.result import Results


class Narrative(NamedTuple):
    """The text of a report around its tables. ``body`` is Markdown."""

    kind: str
    title: str
    source: str
    issued: datetime.date | None
    body: str
    body_line: int
    span: Span


class EvidenceFile(NamedTuple):
    """An evidence document in the year's folder. ``path`` is below that folder, ``size`` in bytes.

    ``sha256`` is empty while nobody has asked for it. ``source`` is where it lies below the agency's folder.
    """

    path: str
    size: int
    digest: str
    sha256: str = ""
    source: str = ""
    fault: FileFault | None = None


class AgencyYear(NamedTuple):
    """The disclosures, results, measures and report texts of one agency for one fiscal year (Buddhist era)."""

    agency: Agency
    year: int
    catalogue: Catalogue
    disclosures: dict[str, Disclosure]
    results: Results | None
    measures: Measures | None
    narratives: dict[str, Narrative]
    files: dict[str, EvidenceFile]
    freezes: tuple[Freeze, ...] = ()
    """What was published on certain days, the earliest first."""
    refused: RefusedPaths = RefusedPaths()
    unfinished: frozenset[str] = frozenset()
    """Documents that something was still writing when the folder was read."""
    visits: Mapping[str, LinkVisit] = MappingProxyType({})
    """What was seen of links when they were last visited, by link."""
