"""A catalogue that nobody has seen yet is one YAML file: the site is built from it and keeps its promise."""

import json
from collections import Counter
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.building.build import build
from generator.project import Project

from .builders import in_state
from .plans import STATES, YEAR, Answers, Plan, answers, catalogue_file, layout, plans
from .scorer import rounded, score

SITE = {"title": "เว็บไซต์ที่สมมติขึ้น", "agency": "ban-taeng"}
AGENCY = {"name": "เทศบาลตำบลบ้านแต้ง", "kind": "subdistrict-municipality", "province": "ขอนแก่น", "example": "yes"}
HEADS: dict[str, dict[str, Any]] = {
    "complete": {"elements": {"1": "มี", "2": "มี"}, "evidence": [{"nil": "ไม่มีรายการในปีนี้"}]},
    "reported": {"state": "ดำเนินการแล้ว"},
    "incomplete": {"elements": {"1": "ไม่มี"}},
    "in-progress": {"state": "อยู่ระหว่างดำเนินการ"},
    "not-started": {"state": "ยังไม่ดำเนินการ"},
}


def _write(root: Path, plan: Plan, given_answers: Answers) -> None:
    year = root / "content" / "ban-taeng" / str(YEAR)
    year.mkdir(parents=True)
    (root / "content" / "catalogues").mkdir()
    (root / "content" / "catalogues" / "invented.yaml").write_bytes(catalogue_file(plan))
    _dump(root / "content" / "site.yaml", SITE)
    _dump(root / "content" / "ban-taeng" / "agency.yaml", AGENCY)
    for item, state in zip(plan.items, given_answers.states, strict=True):
        if state in HEADS:
            head = json.dumps({"item": item, **HEADS[state]}, ensure_ascii=False)
            (year / f"o{int(item[1:]):02d}.md").write_text(f"---\n{head}\n---\n", encoding="utf-8")
    rows = {
        "source": {"title": "รายงานผล"},
        "instruments": [{"instrument": code, "score": str(s)} for code, s in given_answers.instruments.items()],
        "indicators": [{"indicator": number, "score": str(s)} for number, s in given_answers.indicators.items()],
        "questions": [{"question": number, "score": str(s)} for number, s in given_answers.questions.items()],
        "items": [{"item": number, "score": str(s)} for number, s in given_answers.items.items()],
    }
    _dump(year / "results.yaml", rows)


def _dump(path: Path, tree: dict[str, Any]) -> None:
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


class _Index(HTMLParser):
    """The rows of the compliance index of a page, and how often each id stands on it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []
        self.ids: Counter[str] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids[found.get("id", "")] += 1
        if "data-item" in found:
            self.rows.append((found["data-item"], found["data-state"]))


@given(plans().flatmap(lambda plan: st.tuples(st.just(plan), answers(plan))))
@settings(max_examples=examples(20), deadline=None, database=None, phases=[Phase.generate])
def test_any_catalogue_is_built_and_every_page_lists_its_items_in_order_with_their_states(
    drawn: tuple[Plan, Answers],
) -> None:
    plan, given_answers = drawn
    with TemporaryDirectory() as folder:
        root, target = Path(folder, "project"), Path(folder, "site")
        _write(root, plan, given_answers)
        outcome = build(Project(str(root), str(target)))
        errors = [found for found in outcome.diagnostics if found.severity == "error"]
        assert errors == []
        assert not outcome.blocked
        pages = sorted((target / str(YEAR)).rglob("index.html"))
        assert len(pages) > plan.size
        expected = list(zip(plan.items, given_answers.states, strict=True))
        for page in pages:
            index = _Index(page.read_text(encoding="utf-8"))
            assert index.rows == expected, page
            assert (index.ids["compliance-index"], index.ids["score-summary"]) == (1, 1), page
        for item in plan.items:
            html = (target / str(YEAR) / f"o{int(item[1:]):02d}" / "index.html").read_text(encoding="utf-8")
            assert f"ส่วนแรกของ {item}<" in html
        data = json.loads((target / str(YEAR) / "data.json").read_bytes())
    subs = [sub for number in layout(plan).subs.values() for sub in number]
    stated = set(given_answers.states) != {"not-stated"}
    for which in ("complete", "reported"):
        own = data["scores"][which]
        assert (own is not None) == stated
        if own is not None:
            assert list(own["sub_indicators"]) == subs
            found = score(plan, given_answers, which)
            assert found.own is not None
            assert Fraction(own["instrument"]) == rounded(found.own, 2)
            assert own["rating"] == found.rating
            assert (own["total"] is None) == (found.total is None)
            if found.total is not None:
                assert Fraction(own["total"]) == rounded(found.total, 2)


def test_the_states_of_the_stories_are_those_of_the_files() -> None:
    assert set(STATES) == {*HEADS, "not-stated"}
    assert in_state("O1", "not-stated") is None
