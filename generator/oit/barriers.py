"""Counts of content that some readers may be unable to use."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.oit.evidence_format import format_name

_FENCED = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`+[^`\n]*`+")
_WORDLESS_PICTURE = re.compile(r"(?<!\\)!\[\s*\][(\[]")
_LINK_OUT = re.compile(r"\]\(\s*<?https?://|<https?://|^ {0,3}\[[^\]\n]+\]:\s*<?https?://", re.MULTILINE)


class Barriers(NamedTuple):
    """Counts over all years of an agency. A document that several items of a year use counts once.

    ``formats`` are the documents by the name of their format; ``unstated`` the documents of which no
    language is stated; ``wordless`` the pictures in texts that no words stand for; ``links`` the links
    from evidence and texts to other hosts.
    """

    formats: tuple[tuple[str, int], ...] = ()
    unstated: int = 0
    wordless: int = 0
    links: int = 0

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return sum(count for _, count in self.formats)


def barriers_of(years: Sequence[AgencyYear]) -> Barriers:
    """Count the barriers; texts are scanned as Markdown, not rendered."""
    formats: dict[str, int] = {}
    unstated = wordless = links = 0
    for content in years:
        stated: dict[str, bool] = {}
        for disclosure in content.disclosures.values():
            for evidence in disclosure.evidence:
                if evidence.kind is EvidenceKind.LINK:
                    links += 1
                elif evidence.kind is EvidenceKind.FILE:
                    stated[evidence.target] = bool(evidence.language) or stated.get(evidence.target, False)
        for target, known in stated.items():
            name = format_name(target)
            formats[name] = formats.get(name, 0) + 1
            unstated += not known
        for text in _texts(content):
            wordless += len(_WORDLESS_PICTURE.findall(text))
            links += len(_LINK_OUT.findall(text))
    most_first = sorted(formats.items(), key=lambda pair: (-pair[1], pair[0]))
    return Barriers(tuple(most_first), unstated, wordless, links)


def _texts(content: AgencyYear) -> list[str]:
    """The Markdown of a year that holds a link or a picture, without what stands in it as code."""
    bodies = [disclosure.body for disclosure in content.disclosures.values()]
    bodies += [narrative.body for narrative in content.narratives.values()]
    return [_CODE.sub("", _FENCED.sub("", body)) for body in bodies if "](" in body or "://" in body or "![" in body]
