"""The builds that are timed, side by side: each round builds every case with each side in turn."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.edits import Edits, change_body, change_title
from benchmarks.sides import Side
from benchmarks.timing import Sample, put_away, run

CASES = ("cold", "nothing changed", "one title", "one body")
Samples = dict[tuple[str, str], list[Sample]]
"""By the name of the side and the case: one sample a round, in the order of the rounds."""


@dataclass(slots=True)
class Contestant:
    """A side with its command, its site and what has been changed there."""

    side: Side
    command: tuple[str, ...]
    folder: Path
    """Where the command is started."""
    site: Path
    log: Path
    sources: frozenset[str]
    """What the site's folder held before the first build."""
    edits: Edits = field(default_factory=Edits)

    def build(self, case: str, away: Path, limit: float) -> Sample:
        """Prepare a case, then build; only the build is timed."""
        if case == "cold":
            put_away(self.site, self.sources, away)
        elif case == "one title":
            self.edits = change_title(self.side, self.site, self.edits)
        elif case == "one body":
            self.edits = change_body(self.side, self.site, self.edits)
        return run(self.command, self.folder, self.log, limit)


def measure(contestants: Sequence[Contestant], rounds: int, seconds: float, limit: float, away: Path) -> Samples:
    """The samples of so many rounds; no new round begins after ``seconds``. ``limit``: seconds of one build."""
    samples: Samples = {}
    end = time.monotonic() + seconds
    for number in range(rounds):
        if number and time.monotonic() > end:
            break
        for case in CASES:
            # the order turns round, so that no side always follows the same other one
            for contestant in contestants if number % 2 == 0 else reversed(contestants):
                samples.setdefault((contestant.side.name, case), []).append(contestant.build(case, away, limit))
    return samples
