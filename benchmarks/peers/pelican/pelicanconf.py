"""Settings of a Pelican site of pages only: items with YAML fields, and a score made once for each agency."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

SITENAME = "ศูนย์รวมข้อมูลสมมติ"
TIMEZONE = "Asia/Bangkok"
DEFAULT_LANG = "th"
PATH = "content"
THEME = "theme"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
DIRECT_TEMPLATES: list[str] = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

sys.path.insert(0, str(Path(__file__).parent))
_portal_score = import_module("portal_score")
_signals = import_module("pelican.plugins.signals")
_markdown = import_module("markdown").Markdown(extensions=["tables"])


class _Reader(import_module("pelican.readers").BaseReader):  # type: ignore[misc]
    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        path = Path(source_path)
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = yaml.load(head, yaml.CSafeLoader)
        agency = fields["agency"]
        address = f"{agency}/" if path.stem == "index" else f"{agency}/{path.stem}/"
        known = {
            "title": fields["title"],
            "template": fields["template"],
            "slug": address.strip("/").replace("/", "-"),
            "url": address,
            "save_as": f"{address}index.html",
            "fields": fields,
        }
        return _markdown.reset().convert(body), known


class _Portal:
    """The plugin that Pelican registers."""

    @staticmethod
    def register() -> None:
        _signals.readers_init.connect(_add_reader)
        _signals.page_generator_finalized.connect(_add_score)


def _add_reader(readers: Any) -> None:
    readers.reader_classes["md"] = _Reader


def _add_score(generator: Any) -> None:
    entries: dict[str, list[tuple[str, Any]]] = {}
    for page in generator.pages:
        if "item" in page.fields:
            entries.setdefault(page.fields["agency"], []).append((f"/{page.url}", page.fields))
    made: dict[str, str] = {}

    def score(agency: str) -> str:
        if agency not in made:
            made[agency] = _portal_score.score_html(entries[agency])
        return made[agency]

    generator.context["score"] = score


PLUGINS = [_Portal]
