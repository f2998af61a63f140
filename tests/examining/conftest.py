"""A town whose documents are looked into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import Content, Write

from generator.diagnostics import Diagnostic
from generator.examining.examination import Examined, examine
from generator.examining.kept import Kept
from generator.examining.reader import Reader

SITE: dict[str, Content] = {
    "content/site.yaml": "title: เว็บไซต์ทดสอบ\nagency: town\n",
    "content/town/agency.yaml": "name: เทศบาลตำบลกกตูม\nkind: subdistrict-municipality\nprovince: มุกดาหาร\n"
    "contact: {phone: 081-234-5678}\n",
}

Look = Callable[..., Examined]


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """The child process that all tests share which do not look at the process itself."""
    with Reader(seconds=60) as shared:
        yield shared


@pytest.fixture
def look(project: Write, tmp_path: Path, reader: Reader) -> Look:
    """Look into the documents of an item: by default O12 of 2565, of which the assessors' own words are known."""

    def looked(
        *documents: tuple[str, bytes], item: str = "O12", year: int = 2565, fields: str = "", guidance: bool = False
    ) -> Examined:
        evidence = "".join(f"  - {{file: files/{name}, title: เอกสาร{fields}}}\n" for name, _ in documents)
        folder = f"content/town/{year}"
        text = f"---\nitem: {item}\nstate: done\nevidence:\n{evidence}---\n"
        files: dict[str, Content] = {f"{folder}/files/{name}": data for name, data in documents}
        written = project({**SITE, f"{folder}/{item.lower()}.md": text, **files})
        return examine(written, Kept(reader, str(tmp_path / "cache")), guidance=guidance)

    return looked


def codes(found: Examined) -> list[str]:
    """The codes of what was found, in order."""
    return sorted(one.code for one in found.diagnostics)


def params(found: Examined, code: str) -> dict[str, str]:
    """The parameters of the one finding of a code."""
    (one,) = [diagnostic for diagnostic in found.diagnostics if diagnostic.code == code]
    return dict(one.params)


def only(found: Examined) -> Diagnostic:
    """The one thing that was found."""
    (one,) = found.diagnostics
    return one
