"""``python -m benchmarks.lighthouse``: what pages weigh, and how Lighthouse scores one of each kind on a phone."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.gzip_server import serving
from benchmarks.page_weight import PageWeight, of_each_kind, weigh_all

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WANTED = 98
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
_PROJECT = Path(__file__).resolve().parents[1]


class Scores(NamedTuple):
    """What Lighthouse says of one page: the scores of its categories out of 100, bytes received, what cost points."""

    scores: tuple[int, ...]
    received: int
    lost: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables; 2 when there is no site to look at, else 0 whatever the scores."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as scratch:
        root = Path(options.site).resolve() if options.site else _built(Path(scratch) / "site")
        if root is None or not (root / "assets" / "style.css").is_file():
            print(f"no published site in {root or _PROJECT}", file=sys.stderr)
            return 2
        pages = weigh_all(root)
        print("\n".join(weight_lines(pages)), flush=True)
        command = lighthouse_command(options.tool)
        if command is None:
            print("\nlighthouse is not installed: `npm install lighthouse` in a folder, and --tool FOLDER")
            return 0
        _score(command, root, of_each_kind(pages), options)
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--site", metavar="DIR", help="a published site (the shipped content, built for this)")
    parser.add_argument("--tool", metavar="DIR", help="where `npm install lighthouse` was run (this checkout)")
    parser.add_argument("--kinds", nargs="*", default=[], help="only these kinds of page, such as item (all)")
    parser.add_argument("--limit", type=float, default=180, help="seconds for one page (180)")
    return parser.parse_args(arguments)


def _built(target: Path) -> Path | None:
    command = (sys.executable, "-m", "generator", "build", str(_PROJECT), "--out", str(target))
    done = subprocess.run(command, cwd=_PROJECT, capture_output=True, check=False)
    return target if done.returncode == 0 else None


def weight_lines(pages: Sequence[PageWeight]) -> list[str]:
    """A table of the heaviest page of each kind, in bytes."""
    lines = [
        "| kind | page | html | html, gzip | fonts | first view | whole page | on disk |",
        "|---|---|" + "--:|" * 6,
    ]
    for page in of_each_kind(list(pages)):
        figures = (page.html, page.html_sent, page.fonts, page.first_view, page.whole, page.written)
        lines.append(f"| {page.kind} | {page.address} | {' | '.join(f'{one:,}' for one in figures)} |")
    return lines


def lighthouse_command(folder: str | None) -> tuple[str, ...] | None:
    """How Lighthouse is started, from a folder with ``node_modules`` in it; nothing when it or Node is not there."""
    node = shutil.which("node")
    script = Path(folder or _PROJECT).resolve() / "node_modules" / "lighthouse" / "cli" / "index.js"
    return (node, str(script)) if node is not None and script.is_file() else None


def _score(command: tuple[str, ...], root: Path, pages: Sequence[PageWeight], options: Namespace) -> None:
    print("\n| kind | page | " + " | ".join(CATEGORIES) + " | bytes |\n|---|---|" + "--:|" * 5, flush=True)
    told: list[str] = []
    with serving(root) as base:
        for page in pages:
            if options.kinds and not set(page.kind.split()) & set(options.kinds):
                continue
            found = _look(command, base + page.address, options.limit)
            if isinstance(found, str):
                told.append(f"{page.address}: {found}")
                continue
            cells = " | ".join(map(str, found.scores))
            print(f"| {page.kind} | {page.address} | {cells} | {found.received:,} |", flush=True)
            if min(found.scores) < WANTED:
                told.append(f"{page.address}: below {WANTED}: {', '.join(found.lost)}")
    print("\n".join(told))


def _look(command: tuple[str, ...], address: str, limit: float) -> Scores | str:
    """What Lighthouse says of a page with its phone settings, or why it says nothing."""
    words = (*command, address, "--quiet", "--output=json", "--no-enable-error-reporting", f"--chrome-flags={_FLAGS}")
    chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    known = {**os.environ, "CHROME_PATH": chrome} if chrome else dict(os.environ)
    try:
        done = subprocess.run(words, env=known, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"took longer than {limit:g} s"
    try:
        return scores_of(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError):
        return done.stderr.decode(errors="replace").strip()[-300:] or "no answer"


def scores_of(told: dict[str, Any]) -> Scores:
    """The figures of a report of Lighthouse; a score it could not make raises ``TypeError``."""
    audits = told["audits"]
    lost = tuple(
        f"{name} ({audit.get('displayValue') or audit['title']})"
        for name, audit in audits.items()
        if audit.get("score") is not None and audit["score"] < 0.9
    )
    scores = tuple(round(100 * told["categories"][name]["score"]) for name in CATEGORIES)
    return Scores(scores, round(audits["total-byte-weight"]["numericValue"]), lost)


if __name__ == "__main__":
    sys.exit(main())
