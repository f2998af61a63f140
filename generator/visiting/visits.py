"""All links of the evidence, each visited once; what was seen in the last seven days is not asked for again."""

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Report, Span
from generator.oit.disclosure import EvidenceKind
from generator.oit.link_visit import LinkVisit
from generator.paths import address_in, path_of
from generator.project import Project
from generator.reading.contents import contents
from generator.reading.file_names import LINKS_FILE
from generator.visiting.answer import Asker
from generator.visiting.links_text import links_text
from generator.visiting.verdict import GONE, LIKE_MISSING, LOGIN, OTHER_TYPE, REFUSED, UNKNOWN, Verdict, judge
from generator.writing.placing import replace_files

HELD = 7 * 24 * 3600
"""How long a verdict is held, in seconds."""

_HOSTS = 4
"""How many hosts are asked at the same time."""

_NAME = "links.json"
_Place = tuple[str, Span]


class Seen(NamedTuple):
    """A verdict and when it was reached, in seconds since 1970."""

    verdict: Verdict
    at: float


class Visited(NamedTuple):
    """What was found; how many links there are, and how many of them were visited now.

    ``records`` are the files that tell of the visits, by their path in the project.
    """

    diagnostics: tuple[Diagnostic, ...]
    links: int
    visited: int
    records: Mapping[str, bytes]


def visit(project: Project, asker: Asker, cache: str, now: float) -> Visited:
    """Visit every link of the evidence. ``cache`` is the folder where verdicts are held, or nothing."""
    years = _links(project)
    places = [place for found in years.values() for place in found]
    seen = _held(cache)
    due = [url for url in dict.fromkeys(url for url, _ in places) if url not in seen or now - seen[url].at >= HELD]
    with ThreadPoolExecutor(_HOSTS) as threads:
        for url, verdict in zip(due, threads.map(lambda url: judge(url, asker, _kind(seen, url)), due), strict=True):
            seen[url] = Seen(verdict, now)
    _hold(cache, seen)
    report = Report()
    for url, span in places:
        _tell(url, seen[url].verdict, span, report)
    records = {address_in(folder, LINKS_FILE): _record(found, seen) for folder, found in years.items() if found}
    return Visited(tuple(report.sorted()), len(dict(places)), len(due), records)


def record_visits(project: Project, records: Mapping[str, bytes]) -> None:
    """Write down the visits, each file in the place of its former self; raises ``OSError``."""
    replace_files(project.root, records)


def _record(places: Iterable[_Place], seen: Mapping[str, Seen]) -> bytes:
    """The file of a year: its links in order, each with the day on which it was visited."""
    days = {url: datetime.datetime.fromtimestamp(seen[url].at).astimezone().date() for url, _ in places}
    return links_text(LinkVisit(url, day, seen[url].verdict.what) for url, day in days.items())


def _tell(url: str, verdict: Verdict, span: Span, report: Report) -> None:
    if verdict.what == GONE:
        report.finding("OIT590", span, link=url, reason=verdict.reason)
    elif verdict.what == LOGIN:
        report.finding("OIT591", span, link=url)
    elif verdict.what == UNKNOWN:
        report.finding("OIT592", span, link=url, reason=verdict.reason)
    elif verdict.what == LIKE_MISSING:
        report.finding("OIT593", span, link=url)
    elif verdict.what == OTHER_TYPE:
        report.finding("OIT594", span, link=url, kind=verdict.kind, expected=verdict.reason)
    elif verdict.what == REFUSED:
        report.finding("OIT595", span, link=url)


def _links(project: Project) -> dict[str, list[_Place]]:
    """The links of the evidence with their places, by the folder of their year."""
    return {
        address_in(agency.folder, str(content.year)): [
            (evidence.target, evidence.span)
            for disclosure in content.disclosures.values()
            for evidence in disclosure.evidence
            if evidence.kind is EvidenceKind.LINK
        ]
        for agency in contents(project)
        for content in agency.years
    }


def _kind(seen: Mapping[str, Seen], url: str) -> str:
    return seen[url].verdict.kind if url in seen and seen[url].verdict.what != OTHER_TYPE else ""


def _held(cache: str) -> dict[str, Seen]:
    try:
        with open(path_of(cache, _NAME), "rb") as file:
            found = json.loads(file.read())
        return {str(url): Seen(Verdict(*map(str, verdict)), float(at)) for url, (verdict, at) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _hold(cache: str, seen: Mapping[str, Seen]) -> None:
    if not cache:
        return
    written = path_of(cache, f"{_NAME}.new")
    try:
        os.makedirs(cache, mode=0o700, exist_ok=True)
        with open(written, "w", encoding="utf-8") as file:
            json.dump(seen, file)
        os.replace(written, path_of(cache, _NAME))
    except OSError:
        return
