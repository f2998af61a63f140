"""The builds that are timed, side by side: each round builds every case with each side in turn."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.edits import Edits, change_body, change_title
from benchmarks.sides import OURS, OURS_WITH_BASE_THEME, Side
from benchmarks.timing import Sample, apart, put_away, run
from benchmarks.tools import REPOSITORY

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


def contestants(
    sides: Sequence[tuple[Side, tuple[str, ...]]], folder: Path, agencies: int, *, live: bool = False
) -> list[Contestant]:
    """The sides that are run at a size, each with its site written below ``folder``.

    The command builds the site, or serves it ``live`` and then still has ``{port}`` in it.
    """
    found: list[Contestant] = []
    for side, tool in sides:
        if agencies > side.most:
            continue
        site = folder / side.name.replace(", ", "-").replace(" ", "-")
        site.mkdir(parents=True)
        apart(lambda side=side, site=site: side.write(site, agencies))  # type: ignore[misc]
        command: list[str] = []
        for part in side.serve if live else side.command:
            command += tool if part == "{tool}" else (part.replace("{site}", str(site)),)
        sources = frozenset(entry.name for entry in site.iterdir())
        started_in = REPOSITORY if side in (OURS, OURS_WITH_BASE_THEME) else site
        found.append(Contestant(side, tuple(command), started_in, site, site.with_suffix(".log"), sources))
    return found


def measure(entered: Sequence[Contestant], rounds: int, seconds: float, limit: float, away: Path) -> Samples:
    """The samples of so many rounds; no new round begins after ``seconds``. ``limit``: seconds of one build."""
    samples: Samples = {}
    end = time.monotonic() + seconds
    for number in range(rounds):
        if number and time.monotonic() > end:
            break
        for case in CASES:
            # the order turns round, so that no side always follows the same other one
            for contestant in entered if number % 2 == 0 else reversed(entered):
                samples.setdefault((contestant.side.name, case), []).append(contestant.build(case, away, limit))
    return samples
