"""The folder of an agency: what is read of it, what does not fit, and that nothing is remembered wrongly."""

from collections.abc import Mapping
from functools import cache

import pytest
from projects import SMALL, Content
from tables import every_row

from generator.diagnostics import Diagnostic, Report
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.reading.agency_folder import ONCE, Memo, read_agency_folder
from generator.reading.catalogue_file import read_catalogue
from generator.reading.catalogues import Catalogues
from generator.reading.snapshot import Asset, Tree

AGENCY = "name: เทศบาล\nkind: other\nprovince: ขอนแก่น\n"
Files = Mapping[str, str]


def item(number: str, fields: str = "", body: str = "") -> str:
    return f"---\nitem: {number}\n{fields}---\n{body}"


@cache
def catalogues() -> Catalogues:
    """Lists of three items for two years."""
    content: Content = SMALL["content/catalogues/three.yaml"]
    assert isinstance(content, str)
    found = {}
    for year in (2566, 2567):
        catalogue = read_catalogue(content.replace("year: 2567", f"year: {year}").encode(), "c", Report())
        assert catalogue is not None
        found[year] = catalogue
    return Catalogues({}, found)


def read(
    files: Files, memo: Memo = ONCE, *, agency: str | None = AGENCY
) -> tuple[tuple[Agency, tuple[AgencyYear, ...]] | None, list[Diagnostic]]:
    texts = {name: text.encode() for name, text in files.items() if name.endswith((".md", ".yaml"))}
    assets = {name: Asset(f"/p/{name}", len(text), "00") for name, text in files.items() if name not in texts}
    if agency is not None:
        texts["agency.yaml"] = agency.encode()
    report = Report()
    found = read_agency_folder("town", "content/town", Tree(texts, assets, b""), catalogues(), report, memo)
    return found, report.sorted()


def told(files: Files) -> list[tuple[str, str, int, int]]:
    return [(d.code, d.span.path.removeprefix("content/town/"), d.span.line, d.span.column) for d in read(files)[1]]


RESULTS = "source: {title: รายงาน}\n"
MEASURES = "source: {title: รายงาน}\nmeasures:\n  - title: อบรม\n"
WORDS = "---\ntitle: รายงาน\n---\nถ้อยคำ\n"


def test_years_come_oldest_first_with_all_that_is_in_them() -> None:
    found, diagnostics = read(
        {
            "2567/o01.md": item("O1", body="ข้อความ"),
            "2567/o3.md": item("O3"),
            "2567/results.yaml": RESULTS,
            "2567/measures.yaml": MEASURES,
            "2567/analysis.md": WORDS,
            "2567/files/plan.pdf": "x",
            "2566/measures.yaml": f"{MEASURES}for_year: 2568\n",
        }
    )
    assert diagnostics == []
    assert found is not None
    agency, years = found
    assert (agency.slug, agency.name) == ("town", "เทศบาล")
    assert [content.year for content in years] == [2566, 2567]
    content = years[1]
    assert set(content.disclosures) == {"O1", "O3"}
    assert (content.disclosures["O1"].body, content.disclosures["O1"].body_line) == ("ข้อความ", 4)
    assert content.results is not None
    assert content.measures is not None
    assert content.measures.for_year == 2567
    assert years[0].measures is not None
    assert years[0].measures.for_year == 2568
    assert {kind: narrative.body for kind, narrative in content.narratives.items()} == {"analysis": "ถ้อยคำ\n"}
    assert {path: file.size for path, file in content.files.items()} == {"files/plan.pdf": 1}


def test_an_agency_without_years_is_read() -> None:
    found, diagnostics = read({})
    assert diagnostics == []
    assert found is not None
    assert found[1] == ()


def test_a_folder_without_an_agency_is_told() -> None:
    found, diagnostics = read({"2567/o01.md": "?"}, agency=None)
    assert found is None
    assert [(d.code, d.span.path, d.param("file")) for d in diagnostics] == [("OIT124", "content/town", "agency.yaml")]


def test_what_is_wrong_in_the_years_is_told_though_the_agency_is_wrong_too() -> None:
    found, diagnostics = read({"2567/o01.md": item("O9")}, agency="name: ก\n")
    assert found is None
    assert [d.code for d in diagnostics] == ["OIT301", "OIT202", "OIT202"]


FITS: list[tuple[str, Files, list[tuple[str, str, int, int]]]] = [
    ("a folder that is no year", {"plans/o01.md": "x"}, [("OIT125", "plans", 0, 0)]),
    ("a year in Thai digits", {"๒๕๖๗/o01.md": "x"}, [("OIT125", "๒๕๖๗", 0, 0)]),
    ("a year of the Common Era", {"2024/o01.md": "x"}, [("OIT125", "2024", 0, 0)]),
    ("a year without a list", {"2568/o01.md": "x"}, [("OIT314", "2568", 0, 0)]),
    ("a folder of documents in the wrong place", {"files/plan.pdf": "x"}, [("OIT125", "files", 0, 0)]),
    ("a file beside the years", {"notes.md": "x"}, [("OIT107", "notes.md", 0, 0)]),
    ("a file of another name", {"2567/o1a.md": "x"}, [("OIT107", "2567/o1a.md", 0, 0)]),
    ("an item in a folder", {"2567/items/o01.md": "x"}, [("OIT107", "2567/items/o01.md", 0, 0)]),
    ("a document outside of its folder", {"2567/plan.pdf": "x"}, [("OIT107", "2567/plan.pdf", 0, 0)]),
    ("an unknown item", {"2567/o04.md": item("O4")}, [("OIT301", "2567/o04.md", 2, 7)]),
    ("another item than its name says", {"2567/o02.md": item("O3")}, [("OIT302", "2567/o02.md", 2, 7)]),
    (
        "an item twice",
        {"2567/o01.md": item("O1"), "2567/o1.md": item("O1")},
        [("OIT303", "2567/o1.md", 2, 7)],
    ),
    ("an unknown element", {"2567/o02.md": item("O2", "elements: {2: present}\n")}, [("OIT306", "2567/o02.md", 3, 12)]),
    (
        "an element twice",
        {"2567/o01.md": item("O1", "elements:\n  1: present\n  01: absent\n")},
        [("OIT114", "2567/o01.md", 5, 3)],
    ),
    (
        "done, though an element is absent",
        {"2567/o01.md": item("O1", "state: done\nelements: {1: absent}\n")},
        [("OIT309", "2567/o01.md", 3, 8)],
    ),
    (
        "not started, though there is evidence",
        {"2567/o01.md": item("O1", "state: not-started\nevidence: [{nil: ไม่มี}]\n")},
        [("OIT312", "2567/o01.md", 3, 8)],
    ),
    (
        "evidence of an unknown element",
        {"2567/o01.md": item("O1", "evidence: [{nil: ไม่มี, shows: [1, 3]}]\n")},
        [("OIT306", "2567/o01.md", 3, 32)],
    ),
    (
        "a document that is not there",
        {"2567/o01.md": item("O1", "evidence: [{file: files/plan.pdf, title: x}]\n")},
        [("OIT304", "2567/o01.md", 3, 19)],
    ),
    (
        "a document that may not be published",
        {"2567/o01.md": item("O1", "evidence: [{file: files/a.html, title: x}]\n"), "2567/files/a.html": "x"},
        [("OIT318", "2567/o01.md", 3, 19)],
    ),
    ("an unknown indicator", {"2567/results.yaml": f"{RESULTS}indicators: [{{indicator: 3, score: 1}}]\n"},
     [("OIT401", "2567/results.yaml", 2, 26)]),
    ("an unknown item in a result", {"2567/results.yaml": f"{RESULTS}items: [{{item: O4, score: 1}}]\n"},
     [("OIT401", "2567/results.yaml", 2, 16)]),
    ("an unknown instrument", {"2567/results.yaml": f"{RESULTS}instruments: [{{instrument: IIT, score: 1}}]\n"},
     [("OIT401", "2567/results.yaml", 2, 28)]),
    ("an indicator twice",
     {"2567/results.yaml": f"{RESULTS}indicators:\n  - {{indicator: 1, score: 1}}\n  - {{indicator: 1, score: 2}}\n"},
     [("OIT402", "2567/results.yaml", 4, 17)]),
    ("a finding about nothing", {"2567/results.yaml": f"{RESULTS}findings: [{{about: sub-indicator 9.9}}]\n"},
     [("OIT401", "2567/results.yaml", 2, 20)]),
    ("a finding helped by nothing", {"2567/results.yaml": f"{RESULTS}findings: [{{about: total, helped_by: [O9]}}]\n"},
     [("OIT301", "2567/results.yaml", 2, 38)]),
    ("measures that end before they begin",
     {"2567/measures.yaml": f"{MEASURES}    from: 2567-02\n    until: 2567-01\n"},
     [("OIT317", "2567/measures.yaml", 5, 12)]),
]  # fmt: skip


@every_row(("files", "expected"), [case[1:] for case in FITS])
def test_what_does_not_fit_is_told(files: Files, expected: list[tuple[str, str, int, int]]) -> None:
    assert told(files) == expected


@pytest.mark.parametrize(("name", "meant"), [("agency.yml.yaml", ""), ("agencyy.yaml", "agency.yaml"), ("zzz.md", "")])
def test_a_misspelt_file_is_told_with_the_one_that_was_meant(name: str, meant: str) -> None:
    assert [d.param("suggestion") for d in read({name: "x"})[1]] == [meant]


def test_questions_are_not_missed_in_a_list_without_any() -> None:
    text = f"{RESULTS}questions: [{{question: i20, score: 1}}, {{question: e3, score: 1}}]\n"
    assert told({"2567/results.yaml": text}) == []


# What is remembered is what would be read.

EDITS: list[Files] = [
    {"2567/o01.md": item("O1")},
    {"2567/o01.md": item("O1", "state: done\n"), "2567/results.yaml": RESULTS},
    {"2567/o01.md": item("O1", "stat: done\n"), "2567/results.yaml": RESULTS},
    {"2567/o01.md": item("O1", "stat: done\n"), "2567/results.yaml": "?"},
    {"2566/o01.md": item("O1", "state: done\n"), "2567/o01.md": item("O2")},
    {"2567/o01.md": item("O1")},
    {"2567/o02.md": item("O1")},
    {},
    {"2567/measures.yaml": MEASURES, "2566/measures.yaml": MEASURES, "2567/progress.md": WORDS},
    {"2567/o01.md": item("O1", "state: done\n"), "2567/results.yaml": RESULTS},
]


def test_a_memo_changes_nothing_whatever_was_read_before() -> None:
    memo = Memo()
    for files in [*EDITS, *reversed(EDITS)]:
        assert read(files, memo) == read(files)
        memo = memo.following()
        assert read(files, memo) == read(files)
