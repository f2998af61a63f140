"""What a site does not export costs it nothing: the modules of a format are loaded where that format is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import WriteSmall, Written

import generator

FORMATS = {"xlsxwriter", "zipfile"} | {
    f"generator.exports.{name}"
    for name in (
        "answers", "archive", "csv_table", "data", "dcat", "feed", "item_data", "package", "stored_zip", "table",
        "xlsx_table",
    )
} | {"generator.rendering.answers_view", "generator.rendering.structured"}  # fmt: skip


def _loaded(written: Written) -> set[str]:
    """The modules of formats that a build loads in a process of its own."""
    code = "import sys; from generator.cli import main as cli; cli.run(sys.argv[1:]); print(*sys.modules)"
    known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).resolve().parents[1])}
    command = (sys.executable, "-c", code, "build", written.root, "--out", written.target, "--jobs", "1")
    done = subprocess.run(command, env=known, capture_output=True, encoding="utf-8", check=True)
    return FORMATS & set(done.stdout.split())


@pytest.mark.parametrize(
    ("exports", "needed"),
    [
        ("[]", set()),
        ("[sitemap, robots]", set()),
        ("[data]", {"generator.exports.data"}),
        ("[csv]", {"generator.exports.data", "generator.exports.csv_table", "generator.exports.table"}),
        (
            "[xlsx]",
            {
                "xlsxwriter", "zipfile", "generator.exports.data", "generator.exports.table",
                "generator.exports.stored_zip", "generator.exports.xlsx_table", "generator.rendering.structured",
            },
        ),
        ("[archive]", {"generator.exports.archive"}),
    ],
)  # fmt: skip
def test_a_build_loads_what_it_makes_and_no_more(small: WriteSmall, exports: str, needed: set[str]) -> None:
    written = small({"content/site.yaml": f"title: เว็บไซต์ทดสอบ\nexports: {exports}\n"})
    assert _loaded(written) == needed
