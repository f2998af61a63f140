"""The evidence files of one item in one ZIP file, with a list of their checksums.

An archive is held in memory while it is written, so large ones are not made; every
document can be downloaded by itself.
"""

from collections.abc import Callable, Sequence

from generator.oit.agency_year import AgencyYear, EvidenceFile
from generator.oit.assessment import ItemAssessment
from generator.oit.disclosure import EvidenceKind
from generator.rendering.addresses import AgencyAddresses

LIMIT = 20 * 1024 * 1024
"""Bytes of evidence in one archive, at the most."""
AGENCY_LIMIT = 100 * 1024 * 1024
"""Bytes of evidence in all archives of an agency, at the most."""
CHECKSUMS = "SHA256SUMS"

Member = tuple[str, EvidenceFile]
"""An evidence file by the name it is published under."""
ReadFile = Callable[[EvidenceFile], bytes | None]
"""The bytes of an evidence file by year and path; nothing when they are not what they were."""


class Budget:
    """The bytes still available for the archives of one agency."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = AGENCY_LIMIT

    def allows(self, size: int) -> bool:
        """Whether so many bytes more are within both limits; if so they are counted."""
        if size > min(LIMIT, self.left):
            return False
        self.left -= size
        return True


def members(assessed: ItemAssessment, content: AgencyYear, place: AgencyAddresses) -> tuple[Member, ...]:
    """The evidence files of an item by their published names, in order; each once."""
    found: dict[str, EvidenceFile] = {}
    for check in assessed.evidence:
        one = check.evidence
        if one.kind is EvidenceKind.FILE and one.target in content.files:
            name = place.evidence(content.year, one.target).rsplit("/", 1)[-1]
            found[name] = content.files[one.target]
    return tuple(sorted(found.items()))


def archive_bytes(year: int, files: Sequence[Member], read: ReadFile) -> bytes | None:
    """The archive; nothing when a file has changed since the agency was read."""
    from hashlib import sha256

    from generator.exports.stored_zip import stored_zip

    held: list[tuple[str, bytes]] = []
    for name, file in files:
        data = read(file)
        if data is None:
            return None
        held.append((name, data))
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in held)
    return stored_zip([*held, (CHECKSUMS, sums.encode("ascii"))])
