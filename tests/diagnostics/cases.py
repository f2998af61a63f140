"""A mistake in a small project, and the place where it must be shown: between « and » in the file."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.diagnostics import Span

BASE: dict[str, str | bytes] = {
    "content/site.yaml": "title: เว็บไซต์ตัวอย่าง\nagency: my-town\n",
    "content/my-town/agency.yaml": "name: เทศบาลตำบลตัวอย่าง\nkind: subdistrict-municipality\nprovince: ขอนแก่น\n",
    "content/my-town/2564/o01.md": "---\nitem: O1\n---\nโครงสร้างหน่วยงาน\n",
}
SITE = "content/site.yaml"
AGENCY = "content/my-town/agency.yaml"
ITEM = "content/my-town/2564/o01.md"
RESULTS = "content/my-town/2564/results.yaml"
MEASURES = "content/my-town/2564/measures.yaml"


class Case(NamedTuple):
    """Files that replace or join those of a sound project (nothing removes one), and the one code they cause.

    ``at`` is the path of what is wrong where that is not a place in a text.
    """

    name: str
    code: str
    files: Mapping[str, str | bytes | None]
    at: str = ""

    @property
    def project(self) -> dict[str, str | bytes]:
        """All files of the project, without marks."""
        files = {**BASE, **self.files}
        return {path: _plain(content) for path, content in files.items() if content is not None}

    @property
    def span(self) -> Span:
        """The place that is marked."""
        if self.at:
            return Span(self.at)
        return next(span for path, content in self.files.items() if (span := _marked(path, content)) is not None)


def item(fields: str, body: str = "") -> dict[str, str | bytes]:
    """The file of an item with further fields and a text."""
    return {ITEM: f"---\nitem: O1\n{fields}---\n{body}"}


def results(text: str) -> dict[str, str | bytes]:
    """A results file with its source."""
    return {RESULTS: f"source: {{title: รายงานผล}}\n{text}"}


def measures(text: str) -> dict[str, str | bytes]:
    """A measures file with its source and one measure that ends with the given fields."""
    return {MEASURES: f"source: {{title: รายงานมาตรการ}}\nmeasures:\n  - title: จัดอบรม\n{text}"}


def _plain(content: str | bytes) -> str | bytes:
    if isinstance(content, bytes):
        return content.replace("«".encode(), b"").replace("»".encode(), b"")
    return content.replace("«", "").replace("»", "")


def _marked(path: str, content: str | bytes | None) -> Span | None:
    text = content.decode("utf-8", "surrogateescape") if isinstance(content, bytes) else content or ""
    before, mark, after = text.removeprefix("\ufeff").partition("«")
    if not mark:
        return None
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, before.count("\n") + 1, column, column + max(1, after.index("»")))
