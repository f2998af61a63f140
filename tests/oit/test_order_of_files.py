"""The order in which files lie in a folder, and fields in a file, changes no score, list or duty."""

import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.diagnostics import Report
from generator.oit.assessment import assess
from generator.oit.catalogue import Catalogue
from generator.oit.office_duties import by_office
from generator.oit.todo import todo_items
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import Catalogues
from generator.reading.snapshot import Tree
from generator.rendering.addresses import OfficeSlugs

from .builders import catalogue_of
from .plans import YEAR, Answers, Plan, answers, plans
from .test_any_catalogue import AGENCY, HEADS

OFFICES = ["กองคลัง", "กองช่าง"]
CHANCE = st.integers(0, 2**32).map(random.Random)


def _files(plan: Plan, given_answers: Answers) -> dict[str, dict[str, Any]]:
    """The fields of every file; each item has one office, both or none."""
    files: dict[str, dict[str, Any]] = {"agency.yaml": dict(AGENCY)}
    for at, (item, state) in enumerate(zip(plan.items, given_answers.states, strict=True)):
        if state in HEADS:
            files[f"{YEAR}/o{int(item[1:]):02d}.md"] = {"item": item, "office": OFFICES[: at % 3], **HEADS[state]}
    files[f"{YEAR}/results.yaml"] = {
        "source": {"title": "รายงานผล"},
        "indicators": [{"indicator": n, "score": str(s)} for n, s in given_answers.indicators.items()],
        "items": [{"item": n, "score": str(s)} for n, s in given_answers.items.items()],
    }
    return files


def _outcome(files: dict[str, dict[str, Any]], catalogue: Catalogue) -> tuple[object, ...]:
    texts = {}
    for name, fields in files.items():
        text = json.dumps(fields, ensure_ascii=False)
        texts[name] = (f"---\n{text}\n---\n" if name.endswith(".md") else text).encode()
    report = Report()
    read = read_agency_folder("town", "content/town", Tree(texts, {}, b""), Catalogues({}, {YEAR: catalogue}), report)
    assert read is not None
    assert not report.failed
    (year,) = read[1]
    assessed = assess(year)
    duties = by_office(year, assessed, OfficeSlugs(()))
    return (
        [(item.item.number, item.state) for item in assessed.items],
        (assessed.complete, assessed.reported, assessed.official),
        list(todo_items(catalogue, assessed)),
        [(one.name, one.owed, [item.item.number for item in (*one.items, *one.owing)]) for one in duties],
    )


@given(plans(most_items=20).flatmap(lambda plan: st.tuples(st.just(plan), answers(plan))), CHANCE)
@settings(max_examples=examples(100), deadline=None, database=None)
def test_files_and_fields_may_come_in_any_order(drawn: tuple[Plan, Answers], chance: random.Random) -> None:
    plan, given_answers = drawn
    files = _files(plan, given_answers)
    shuffled = {
        name: dict(chance.sample(list(fields.items()), len(fields)))
        for name, fields in chance.sample(list(files.items()), len(files))
    }
    catalogue = catalogue_of(plan)
    assert _outcome(shuffled, catalogue) == _outcome(files, catalogue)
