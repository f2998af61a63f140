"""A build with nothing to do does nothing: no page is made, no file written, and what makes pages is not asked."""

import os

import pytest
from projects import AGENCY, ITEM, SITE, SMALL, Content, Files, WriteSmall, Written, told

import generator.building.site
from generator.building.result import Outcome
from generator.project import Project

PORTAL = "title: เว็บไซต์ทดสอบ\nagency: all\n"
ONE = "title: เว็บไซต์ทดสอบ\nagency: town\n"
OTHER = {"content/other/agency.yaml": SMALL[AGENCY]}
PICTURE = b"\x89PNG\r\n\x1a\n"
THEME: dict[str, Content] = {
    "themes/own/theme.yaml": "name: own\nextends: base\n",
    "themes/own/assets/unused.css": "p{}",
    "themes/own/readme.txt": "ของเรา",
    "themes/another/theme.yaml": "name: another\nextends: base\n",
}

PROJECTS: dict[str, Files] = {
    "one agency": {},
    "one agency of two": {SITE: ONE, **OTHER},
    "one agency beside a broken one": {SITE: ONE, "content/other/agency.yaml": "kind: [\n"},
    "a portal": {SITE: PORTAL, **OTHER},
    "a portal of one": {SITE: PORTAL},
    "an agency without a year": {SITE: PORTAL, "content/other/agency.yaml": SMALL[AGENCY], ITEM: None},
    "an empty year": {ITEM: None, "content/town/2567/files/unused.png": PICTURE},
    "a stray file in content": {"content/notes.yaml": "x: 1\n"},
    "a stray file in a portal": {SITE: PORTAL, **OTHER, "content/notes.yaml": "x: 1\n"},
    "a warning": {ITEM: "---\nitem: O1\nstate: not-started\nevidence:\n  - nil: ไม่มีเรื่องร้องเรียน\n---\n"},
    "pages in English": {SITE: "title: ทดสอบ\ntitle_en: Test\nlanguages: [th, en]\n"},
    "a theme with files that nothing uses": {SITE: "title: ทดสอบ\ntheme: own\n", **THEME},
    "every export": {
        SITE: (
            "title: ทดสอบ\naddress: https://example.go.th/\nexports: [data, csv, xlsx, items, archive, answers, "
            "package, schema-org, feed, search, sitemap, robots, manifest]\n"
        )
    },
}


@pytest.fixture(params=list(PROJECTS.values()), ids=list(PROJECTS))
def built(request: pytest.FixtureRequest, small: WriteSmall) -> Written:
    """A project of some kind whose site is published."""
    made = small(request.param)
    assert not made.build().failed
    return made


def build_without_making(made: Written, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """Build where whatever makes pages fails the test."""

    def make_site(project: Project, *rest: object) -> None:
        pytest.fail("something was to be made")

    with monkeypatch.context() as patched:
        patched.setattr(generator.building.site, "make_site", make_site)
        return made.build()


def test_a_second_build_makes_nothing_and_tells_the_same(built: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built.build()
    before = built.site()
    again = build_without_making(built, monkeypatch)
    assert (again.made, again.written) == (0, 0)
    assert (again.pages, again.agencies, again.diagnostics) == (first.pages, first.agencies, first.diagnostics)
    assert built.site() == before


def test_a_change_is_seen_all_the_same(built: Written) -> None:
    built.write({ITEM: "---\nitem: O1\nstate: done\n---\nแก้ไขแล้ว\n"})
    assert built.build().made == 1
    built.write({SITE: "title: ชื่อใหม่\nagency: town\n"})
    assert built.build().written > 0


def test_of_a_site_of_one_agency_the_folders_of_others_change_nothing(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = small({SITE: ONE})
    made.build()
    made.write(OTHER)
    build_without_making(made, monkeypatch)
    made.write({"content/other/agency.yaml": "kind: [\n"})
    build_without_making(made, monkeypatch)


def test_an_agency_that_comes_to_a_portal_is_made(small: WriteSmall) -> None:
    made = small({SITE: PORTAL})
    made.build()
    made.write(OTHER)
    outcome = made.build()
    assert (outcome.made, outcome.agencies) == (1, 2)


def test_the_agency_of_a_site_is_gone(small: WriteSmall) -> None:
    made = small({SITE: ONE, **OTHER})
    made.build()
    os.rename(f"{made.root}/content/town", f"{made.root}/content/city")
    assert [code for code, *_ in told(made.build())] == ["OIT315"]


def test_a_stray_file_is_told_when_it_comes_and_no_longer_when_it_is_gone(small: WriteSmall) -> None:
    made = small({SITE: PORTAL})
    assert told(made.build()) == []
    made.write({"content/notes.yaml": "x: 1\n"})
    first, again = made.build(), made.build()
    assert [code for code, *_ in told(first)] == ["OIT107"]
    assert told(again) == told(first)
    assert first.made == again.made == again.written == 0
    made.write({"content/notes.yaml": None})
    assert told(made.build()) == []
