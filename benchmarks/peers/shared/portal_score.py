"""Index and score of an agency from the fields of its items, for generators whose templates call Python."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

INDICATORS = {"9": ("9.1", "9.2", "9.3", "9.4", "9.5"), "10": ("10.1", "10.2")}
Entry = tuple[str, Mapping[str, Any]]
"""The address of an item's page and the fields of the item."""


def score_html(entries: Sequence[Entry]) -> str:
    """The compliance index and the score summary as they stand on every page of the agency."""
    ordered = sorted(entries, key=lambda entry: entry[1]["weight"])
    rows = "".join(
        f'<tr data-item="{item["item"]}" data-state="{item["state"]}"><td>{item["item"]}</td>'
        f'<td><a href="{address}">{escape(item["title"])}</a></td><td>{item["state"]}</td></tr>\n'
        for address, item in ordered
    )
    by_group: dict[str, list[float]] = {}
    for _, item in ordered:
        complete = all(element["present"] for element in item["elements"])
        by_group.setdefault(item["group"], []).append(100.0 if complete else 0.0)
    lines: list[str] = []
    whole: list[float] = []
    for indicator, groups in INDICATORS.items():
        points = [_mean(by_group[group]) for group in groups]
        lines += [f"<li>{group}: {value:.2f}</li>\n" for group, value in zip(groups, points, strict=True)]
        whole.append(_mean(points))
        lines.append(f"<li>{indicator}: {whole[-1]:.2f}</li>\n")
    return (
        f'<nav id="compliance-index">\n<h2>ดัชนี</h2>\n<table>\n{rows}</table>\n</nav>\n'
        f'<section id="score-summary">\n<h2>คะแนน</h2>\n<ul>\n{"".join(lines)}</ul>\n'
        f'<p>OIT <b class="score">{sum(whole) / len(whole):.2f}</b></p>\n</section>\n'
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 2)
