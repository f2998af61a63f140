"""The benchmark compares like with like: our pages carry what the invented portal says, and the check would notice."""

import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.edits import Edits, change_body, change_title
from benchmarks.portal import agencies, catalogue
from benchmarks.same_work import faults
from benchmarks.sides import HERE, OURS, PEERS
from generator.building.build import build
from generator.oit.rollup import roll_up
from generator.project import find_project


def publish(site: Path) -> None:
    project = find_project(str(site), None)
    assert project is not None
    outcome = build(project)
    assert not outcome.failed
    assert (outcome.pages, outcome.agencies) == (44, 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The portal with one agency, published with the bench theme."""
    OURS.write(tmp_path, 1)
    publish(tmp_path)
    return tmp_path


def own_page(site: Path, item: str) -> Path:
    return site / OURS.page.format(agency="example-001", item=item)


def test_every_page_carries_what_the_portal_says(site: Path) -> None:
    pages = {path.relative_to(site / "build").as_posix() for path in (site / "build").rglob("*.html")}
    assert len(pages) == 44
    assert list(faults(OURS, site, 1, Edits())) == []


def test_the_changes_that_are_timed_reach_every_page_that_shows_them(site: Path) -> None:
    edits = change_body(OURS, site, change_title(OURS, site, change_title(OURS, site, Edits())))
    assert edits == Edits(titles=2, bodies=1)
    assert len(list(faults(OURS, site, 1, edits))) >= 44, "the pages are those from before the change"
    publish(site)
    assert list(faults(OURS, site, 1, edits)) == []


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('<tr data-item="O9"', "<tr"),
        ('<tr class="element">', "<tr>"),
        ('<li class="proof">', "<li>"),
        ("<td>มี</td>", "<td></td>"),
        ("<article>", "<article><table></table>"),
        ('<b class="score">', '<b class="score">9'),
        (".pdf", ".odt"),
    ],
)
def test_a_page_that_lacks_something_is_found(site: Path, there: str, instead: str) -> None:
    page = own_page(site, "o01")
    text = page.read_text(encoding="utf-8")
    assert there in text
    page.write_text(text.replace(there, instead, 1), encoding="utf-8")
    found = list(faults(OURS, site, 1, Edits()))
    assert found
    assert all(fault.startswith(str(page)) for fault in found)


def test_a_page_that_is_not_there_is_found(site: Path) -> None:
    page = own_page(site, "o43")
    page.unlink()
    assert any(fault.startswith(str(page)) for fault in faults(OURS, site, 1, Edits()))


def test_an_agency_is_the_same_however_many_there_are() -> None:
    one, *_ = agencies(1)
    first, second = agencies(2)
    assert one == first
    assert first.items != second.items


@pytest.mark.parametrize("peer", sorted(PEERS))
def test_a_peer_is_given_the_same_items_and_reckons_the_same_score(peer: str, tmp_path: Path) -> None:
    side = PEERS[peer]
    side.write(tmp_path, 1)
    agency = next(agencies(1))
    entries: list[tuple[str, Any]] = []
    for item in agency.items:
        source = tmp_path / side.item.format(agency=agency.slug, item=item.stem)
        _, head, body = source.read_text(encoding="utf-8").split("---\n", 2)
        fields = yaml.safe_load(head)
        assert (fields["item"], fields["title"], fields["office"]) == (item.number, item.title, item.office)
        assert [element["present"] for element in fields["elements"]] == list(item.present)
        assert [(proof["title"], proof["link"], proof["date"]) for proof in fields["evidence"]] == list(item.proofs)
        assert body == item.body
        entries.append((item.stem, fields))
    score_html = runpy.run_path(str(HERE / "peers/shared/portal_score.py"))["score_html"]
    expected = roll_up(catalogue(), {item.number: item.complete for item in agency.items})
    page = score_html(entries)
    for number, sub in expected.sub_indicators.items():
        assert f"<li>{number}: {float(sub.value):.2f}</li>" in page
    for number, indicator in expected.indicators.items():
        assert f"<li>{number}: {float(indicator.value):.2f}</li>" in page
