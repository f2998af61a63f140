"""``check``: make everything that a build makes, and keep nothing."""

import time

from generator.building.result import DEFAULTS, BuildOptions, Outcome, outcome_of
from generator.diagnostics import Report
from generator.project import Project
from generator.reading.inputs import read_inputs


def check(project: Project, options: BuildOptions = DEFAULTS) -> Outcome:
    """What a build would tell of the project."""
    started = time.perf_counter()
    return _check(project, options)._replace(strict=options.strict, seconds=time.perf_counter() - started)


def _check(project: Project, options: BuildOptions) -> Outcome:
    report = Report()
    inputs = read_inputs(project, report, options.today)
    if inputs is None:
        return outcome_of(report)
    from generator.building.making import make_all  # loads whatever makes pages

    made = make_all(project, inputs, options, report, None)
    count = len(made.units)
    return outcome_of(report, pages=made.pages, agencies=count, made=count)._replace(todo=made.todo)
