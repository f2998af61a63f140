"""The measurements as text: medians, the ratio to Hugo doing the same, and the targets beside them."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.contest import CASES, Samples
from benchmarks.portal import PAGES_PER_AGENCY
from benchmarks.timing import Sample

OURS, HUGO = "prongsai", "hugo"
_MEMORY = 100.0
_RATIOS = {
    (1, "nothing changed"): 0.5,
    (250, "cold"): 1.0,
    (250, "nothing changed"): 0.05,
    (250, "one title"): 0.1,
}
"""The greatest ratio to Hugo, by the number of agencies and the case."""


def lines(agencies: int, samples: Samples) -> Iterator[str]:
    """The table of one size, and the targets that are set for it."""
    names = list(dict.fromkeys(name for name, _ in samples))
    rounds = len(next(iter(samples.values())))
    yield f"{agencies * PAGES_PER_AGENCY:,} pages, agencies: {agencies}, rounds: {rounds}"
    yield f"  {'':39} {'wall s':>8} {'least..most':>16} {'cpu s':>8} {'peak MB':>8} {'x hugo':>8} {'its cpu':>8}"
    for case in CASES:
        for name in names:
            found = samples[name, case]
            walls = [sample.wall for sample in found]
            ratios = (ratio_to(samples, name, HUGO, case), ratio_to(samples, name, HUGO, case, of_cpu=True))
            spread = f"{min(walls):.3f}..{max(walls):.3f}"
            yield (
                f"  {case:16} {name:22} {median(walls):8.3f} {spread:>16} "
                f"{median(sample.cpu for sample in found):8.3f} {median(sample.peak for sample in found):8.0f} "
                + " ".join(f"{'-' if ratio is None else f'{ratio:.2f}':>8}" for ratio in ratios)
            )
    yield from _targets(agencies, samples, names)


def ratio_to(samples: Samples, name: str, other: str, case: str, *, of_cpu: bool = False) -> float | None:
    """The median of the rounds' own ratios of wall time, or of processor time; nothing without the other side."""
    if (other, case) not in samples:
        return None
    pairs = zip(samples[name, case], samples[other, case], strict=True)
    return median(one.cpu / another.cpu if of_cpu else one.wall / another.wall for one, another in pairs)


def _targets(agencies: int, samples: Samples, names: Sequence[str]) -> Iterator[str]:
    for (size, case), greatest in _RATIOS.items():
        ratio = ratio_to(samples, OURS, HUGO, case) if size == agencies else None
        if ratio is not None:
            yield verdict(f"{case}: at most {greatest:.2f} x {HUGO}", ratio, ratio <= greatest)
    if agencies == 1:
        for peer in ("mkdocs", "pelican"):
            ratio = ratio_to(samples, OURS, peer, "cold")
            if ratio is not None:
                yield verdict(f"cold: less than {peer}", ratio, ratio < 1)
    if agencies == 250:
        peak = max(_peaks(samples, OURS))
        yield verdict(f"memory: no process above {_MEMORY:.0f} MB", peak, peak <= _MEMORY)


def _peaks(samples: Samples, name: str) -> Iterator[float]:
    found: list[Sample] = [sample for (side, _), rounds in samples.items() if side == name for sample in rounds]
    return (sample.peak for sample in found)


def verdict(target: str, value: float, held: bool) -> str:
    """A target with what was reached."""
    return f"  target: {target}: {value:.2f}, {'held' if held else 'missed'}"
