"""Print one report page as PDF, with a browser or WeasyPrint.

The page that is printed is the page that is published: its style sheet says how it looks on paper.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.building.build import build
from generator.building.result import BuildOptions, Outcome
from generator.paths import path_of, url_path
from generator.project import Project
from generator.writing.scratch import scratch
from generator.writing.whole_file import refuse_unsuitable, replace_file

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
VARIABLE = "PRONGSAI_CHROMIUM"
_EDGE = "Microsoft/Edge/Application/msedge.exe"
"""The browser that every Windows has, below a folder of programs; it is not on the path there."""
SECONDS = 120
_PURPOSE = "prongsai-report"
_BEGINS = (b"%PDF-",)
_QUIET = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-quic", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer", "--hide-scrollbars",
)  # fmt: skip


class Printer(NamedTuple):
    """A program that turns a page into a PDF."""

    name: str
    path: str


class PrintError(Exception):
    """The program did not make a PDF; the text is what it said."""


def find_printer() -> Printer | None:
    """The browser named by ``PRONGSAI_CHROMIUM``, the first browser on the path, the one of Windows, or WeasyPrint."""
    named = os.environ.get(VARIABLE)
    if named:
        return Printer("chromium", named)
    for name in BROWSERS:
        path = shutil.which(name)
        if path is not None:
            return Printer("chromium", path)
    for variable in ("ProgramFiles(x86)", "ProgramFiles"):
        path = path_of(os.environ.get(variable, ""), _EDGE)
        if os.path.isabs(path) and os.path.isfile(path):
            return Printer("chromium", path)
    path = shutil.which("weasyprint")
    return Printer("weasyprint", path) if path is not None else None


def print_report(
    project: Project, addresses: Sequence[str], target: str, printer: Printer, *, today: str = ""
) -> Outcome | None:
    """Print the first page of the project's site that is at one of the addresses into a file.

    Gives the outcome of the build when the content has errors or there is no such page, nothing when
    the PDF was made. Raises ``PrintError`` when the program fails and ``OSError`` when the file cannot be written;
    a former PDF stands then as it was, and what is no PDF is never replaced.
    """
    refuse_unsuitable(target, _BEGINS)  # before the work is done
    with scratch(tempfile.gettempdir(), _PURPOSE) as folder:
        site = path_of(folder, "site")
        outcome = build(Project(project.root, site), BuildOptions(today=today))
        places = [path_of(site, address) for address in addresses]
        page = next((place for place in places if os.path.isfile(place)), None)
        if outcome.failed or page is None:
            return outcome
        made = path_of(folder, "report.pdf")
        _run(printer, page, made, path_of(folder, "profile"))
        with open(made, "rb") as pdf:
            replace_file(target, partial(shutil.copyfileobj, pdf), _BEGINS)
    return None


def _run(printer: Printer, page: str, made: str, profile: str) -> None:
    if printer.name == "weasyprint":
        command = [printer.path, "--media-type", "print", page, made]
    else:
        # a root user (in a container) has no sandbox to give; the page runs no script of anyone else
        alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [
            printer.path,
            *_QUIET,
            *alone,
            f"--user-data-dir={profile}",
            f"--print-to-pdf={made}",
            f"file://{url_path(page)}",
        ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintError(str(error)) from error
    if not os.path.isfile(made) or not os.path.getsize(made):
        raise PrintError(done.stderr.decode("utf-8", "replace").strip()[-500:])
