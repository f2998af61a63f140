"""Takes the pictures of the documentation from the shipped content: ``python -m tests.docs.pictures``."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import ViewportSize, sync_playwright

from generator.cli import main as cli

from .documents import DOCS, PROJECT

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Picture(NamedTuple):
    """A page of the shipped site, and the window it is seen in, in pixels before it is made smaller."""

    name: str
    address: str
    width: int
    height: int


_SCALE = 0.8
PICTURES = (
    Picture("item", "kut-chik/2564/o12/index.html", 1180, 840),
    Picture("results", "phok-noi/2565/results/index.html", 1180, 840),
)


def main() -> int:
    """Build the site, and take each picture from its file; the exit code of the build."""
    program = os.environ.get("PRONGSAI_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "site"
        if code := cli.run(["build", str(PROJECT), "--out", str(target)]):
            return code
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=_ARGUMENTS)
        for picture in PICTURES:
            window = ViewportSize(width=picture.width, height=picture.height)
            page = browser.new_page(viewport=window, device_scale_factor=_SCALE)
            page.goto((target / picture.address).as_uri())
            page.screenshot(path=DOCS / "pictures" / f"{picture.name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
