"""Templates are read by designers: short lines, and a first line that says what each one is and gets."""

import re
from pathlib import Path

from generator.reading.theme_files import shipped_themes

TEMPLATES = Path(shipped_themes(), "base", "templates")
LONGEST = 140
HEAD = re.compile(r"\{# (Page|Part|Frame|Macro)\b[^\n]*[.)] #\}\n")


def templates() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.html"))}


def test_no_line_of_a_template_is_longer_than_140_characters() -> None:
    long = [
        f"{name}:{number}: {len(line)}"
        for name, text in templates().items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > LONGEST
    ]
    assert templates()
    assert long == []


def test_every_template_begins_by_saying_what_it_is_and_what_it_gets() -> None:
    assert [name for name, text in templates().items() if not HEAD.match(text)] == []
