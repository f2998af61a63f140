"""``python -m windows``: make the ZIP for Windows in ``dist/``."""

import sys
from pathlib import Path

from generator import __version__
from windows import archive, parts
from windows.contents import LicenceError, contents

CHECKOUT = Path(__file__).resolve().parent.parent
KEPT = Path("dist") / "windows-parts"
"""Where the parts stay, below the checkout: they are downloaded once."""


def make(checkout: Path) -> Path:
    """Make the ZIP of a checkout; gives its path. Raises ``PartError`` and ``LicenceError``."""
    kept = checkout / KEPT
    files = contents(parts.python_files(kept / "python"), parts.wheels(kept / "wheels"), checkout)
    path = checkout / "dist" / f"prongsai-{__version__}-windows.zip"
    archive.write(files, path)
    return path


def main() -> int:
    """Make the ZIP and say where it is; the exit code."""
    try:
        made = make(CHECKOUT)
    except (parts.PartError, LicenceError) as error:
        sys.stderr.write(f"windows: {error}\n")
        return 1
    sys.stdout.write(f"{made.relative_to(CHECKOUT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
