"""The files of one agency as they are read once, with the digests of its evidence: what takes long of a look."""

from collections.abc import Mapping
from threading import Lock

from generator.diagnostics import Diagnostic, Report
from generator.project import Project
from generator.reading.checksum import Checksums
from generator.reading.inputs import read_agency_tree
from generator.reading.snapshot import Tree


class Reading:
    """One reading, to be done in whatever thread: it uses nothing that another thread changes.

    ``known`` are the checksums of an earlier reading by digest; ``is_summed`` is whether each file needs one. Of two
    readings of an agency the one with the higher ``number`` began later.
    """

    __slots__ = ("_is_summed", "_lock", "_project", "_slug", "checksums", "found", "number", "tree")

    def __init__(self, project: Project, slug: str, number: int, known: Mapping[str, str], *, is_summed: bool) -> None:
        self.number = number
        self.tree: Tree | None = None
        """The files; nothing before they were read."""
        self.found: tuple[Diagnostic, ...] = ()
        """What was wrong in reading them."""
        self.checksums = known
        """The SHA-256 of the evidence by digest."""
        self._project = project
        self._slug = slug
        self._is_summed = is_summed
        self._lock = Lock()

    def do(self) -> None:
        """Read the files, or wait for the thread that does."""
        with self._lock:
            if self.tree is not None:
                return
            report = Report()
            tree = read_agency_tree(self._project, self._slug, report)
            if self._is_summed:
                sums = Checksums(self._project.root, self.checksums)
                for asset in tree.assets.values():
                    sums.of(asset, Report())  # what cannot be read is told by whoever asks for its checksum
                self.checksums = sums.used
            self.found = tuple(report.diagnostics)
            self.tree = tree
