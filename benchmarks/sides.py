"""The sides of the comparison: how each writes the portal as its own source, builds it, and where its pages lie."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.portal import TITLE, YEAR, AgencyText, ItemText, agencies, catalogue
from generator.oit.catalogue import LOCAL_GOVERNMENT

HERE = Path(__file__).parent


class Side(NamedTuple):
    """One generator. ``{tool}`` and ``{site}`` stand in a command for how it starts and for the site's folder.

    ``command`` builds the site; ``serve`` serves it while it is edited, on the ``{port}`` of 127.0.0.1.
    ``item`` and ``page`` are an item's source and page below the site, ``front`` the agency's page;
    ``most`` is the greatest number of agencies at which it is run; ``done`` is how an index has the
    state of an item that is done and of which nothing is missing.
    """

    name: str
    command: tuple[str, ...]
    serve: tuple[str, ...]
    write: Callable[[Path, int], None]
    item: str
    page: str
    front: str
    most: int = 100_000
    done: str = "done"


def write_project(site: Path, count: int, theme: str = "bench") -> None:
    """The portal as a project of this generator. The bench theme prints what the other sides print and no more."""
    settings = f"title: {TITLE}\ntheme: {theme}\n"
    if theme == "bench":
        shutil.copytree(HERE / "theme", site / "themes/bench", dirs_exist_ok=True)
        settings += "exports: []\n"
    _write(site / "content/site.yaml", settings)
    for agency in agencies(count):
        write_agency(site, agency, YEAR)


def write_agency(site: Path, agency: AgencyText, year: int) -> None:
    """What an agency publishes for a fiscal year, as content of a project of this generator."""
    folder = site / "content" / agency.slug
    _write(
        folder / "agency.yaml",
        f"name: {agency.name}\nkind: subdistrict-municipality\nprovince: สมมติ\nexample: yes\n",
    )
    for item in agency.items:
        _write(folder / str(year) / f"{item.stem}.md", f"---\n{_own_fields(item)}---\n{item.body}")


def _own_fields(item: ItemText) -> str:
    lines = [
        f"item: {item.number}",
        f"title: {_quoted(item.title)}",
        f"state: {_state(item)}",
        f"office: {item.office}",
        "elements:",
        *(f"  {no}: {'present' if there else 'absent'}" for no, there in enumerate(item.present, 1)),
        "evidence:",
    ]
    for proof in item.proofs:
        lines += [f"  - link: {proof.link}", f"    title: {_quoted(proof.title)}", f"    date: {proof.date}"]
    return "\n".join(lines) + "\n"


def _write_peer(site: Path, count: int, peer: str, root: str, front: str, more_item: str, more_front: str) -> None:
    shutil.copytree(HERE / "peers" / peer, site, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    groups = {item.number: item.sub_indicator for item in catalogue().items}
    texts = {
        item.number: [element.text for element in item.elements_for({LOCAL_GOVERNMENT})] for item in catalogue().items
    }
    for agency in agencies(count):
        folder = site / root / agency.slug
        _write(folder / front, f"---\ntitle: {_quoted(agency.name)}\nagency: {agency.slug}\n{more_front}---\n")
        for item in agency.items:
            fields = _peer_fields(agency, item, groups[item.number], texts[item.number])
            _write(folder / f"{item.stem}.md", f"---\n{fields}{more_item}---\n{item.body}")


def _peer_fields(agency: AgencyText, item: ItemText, group: str, texts: list[str]) -> str:
    lines = [
        f"title: {_quoted(item.title)}",
        f"agency: {agency.slug}",
        f"item: {item.number}",
        f"weight: {item.number[1:]}",
        f'group: "{group}"',
        f"state: {_state(item)}",
        f"office: {item.office}",
        "elements:",
    ]
    for text, there in zip(texts, item.present, strict=True):
        lines += [f"  - text: {_quoted(text)}", f"    present: {'true' if there else 'false'}"]
    lines.append("evidence:")
    for proof in item.proofs:
        lines += [f"  - title: {_quoted(proof.title)}", f"    link: {proof.link}", f'    date: "{proof.date}"']
    return "\n".join(lines) + "\n"


def _write_hugo(site: Path, count: int) -> None:
    _write_peer(site, count, "hugo", "content", "_index.md", "", "")


def _write_mkdocs(site: Path, count: int) -> None:
    _write_peer(site, count, "mkdocs", "docs", "index.md", "template: item.html\n", "template: agency.html\n")
    shutil.copy(HERE / "peers/shared/portal_score.py", site)


def _write_zensical(site: Path, count: int) -> None:
    _write_peer(site, count, "zensical", "docs", "index.md", "template: item.html\n", "template: agency.html\n")


def _write_pelican(site: Path, count: int) -> None:
    _write_peer(site, count, "pelican", "content/pages", "index.md", "template: item\n", "template: agency\n")
    shutil.copy(HERE / "peers/shared/portal_score.py", site)


def _state(item: ItemText) -> str:
    return "done" if item.complete else "in-progress"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_OURS = ("{tool}", "build", "{site}", "--quiet")
_OURS_LIVE = ("{tool}", "preview", "{site}", "--port", "{port}")
_OWN_ITEM = f"content/{{agency}}/{YEAR}/{{item}}.md"
_OWN_PAGE = f"build/{{agency}}/{YEAR}/{{item}}/index.html"
_OWN_FRONT = f"build/{{agency}}/{YEAR}/index.html"

OURS = Side("prongsai", _OURS, _OURS_LIVE, write_project, _OWN_ITEM, _OWN_PAGE, _OWN_FRONT, done="complete")
OURS_WITH_BASE_THEME = Side(
    "prongsai, base theme",
    _OURS,
    _OURS_LIVE,
    lambda site, count: write_project(site, count, "base"),
    _OWN_ITEM,
    _OWN_PAGE,
    _OWN_FRONT,
    done="complete",
)
HUGO = Side(
    "hugo",
    ("{tool}", "--quiet", "--source", "{site}"),
    ("{tool}", "server", "--quiet", "--source", "{site}", "--bind", "127.0.0.1", "--port", "{port}"),
    _write_hugo,
    "content/{agency}/{item}.md",
    "public/{agency}/{item}/index.html",
    "public/{agency}/index.html",
)
MKDOCS = Side(
    "mkdocs",
    ("{tool}", "build", "--quiet", "--config-file", "{site}/mkdocs.yml"),
    ("{tool}", "serve", "--quiet", "--config-file", "{site}/mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"),
    _write_mkdocs,
    "docs/{agency}/{item}.md",
    "site/{agency}/{item}/index.html",
    "site/{agency}/index.html",
    most=25,
)
PELICAN = Side(
    "pelican",
    ("{tool}", "--quiet", "--settings", "{site}/pelicanconf.py"),
    ("{tool}", "--quiet", "--settings", "{site}/pelicanconf.py", "-lr", "--bind", "127.0.0.1", "--port", "{port}"),
    _write_pelican,
    "content/pages/{agency}/{item}.md",
    "output/{agency}/{item}/index.html",
    "output/{agency}/index.html",
    most=25,
)
ZENSICAL = Side(
    "zensical",
    ("{tool}", "build", "--config-file", "{site}/mkdocs.yml"),
    ("{tool}", "serve", "--config-file", "{site}/mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"),
    _write_zensical,
    "docs/{agency}/{item}.md",
    "site/{agency}/{item}/index.html",
    "site/{agency}/index.html",
    most=25,
)
PEERS = {side.name: side for side in (HUGO, MKDOCS, PELICAN, ZENSICAL)}
