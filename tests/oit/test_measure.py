"""How a measure stands on a day: planned, under way, done, overdue, or not known."""

import datetime

from tables import every_row

from generator.diagnostics import Span
from generator.oit.disclosure import Progress
from generator.oit.measure import Measure, MeasureState, measure_state

START, UNTIL = datetime.date(2023, 10, 1), datetime.date(2024, 9, 30)
BEFORE, WITHIN, AFTER = datetime.date(2023, 9, 30), datetime.date(2024, 1, 1), datetime.date(2024, 10, 1)


def measure(progress: Progress, *, dated: bool = True, result: str = "") -> Measure:
    start, until = (START, UNTIL) if dated else (None, None)
    return Measure("1", "", "มาตรการ", (), "", "", start, until, (), "", result, "", progress, Span("measures.yaml"))


@every_row(
    ("progress", "today", "state"),
    [
        (Progress.DONE, None, MeasureState.DONE),
        (Progress.DONE, AFTER, MeasureState.DONE),
        (Progress.IN_PROGRESS, None, MeasureState.UNDER_WAY),
        (Progress.IN_PROGRESS, WITHIN, MeasureState.UNDER_WAY),
        (Progress.IN_PROGRESS, AFTER, MeasureState.OVERDUE),
        (Progress.IN_PROGRESS, UNTIL, MeasureState.UNDER_WAY),
        (Progress.NOT_STARTED, None, MeasureState.PLANNED),
        (Progress.NOT_STARTED, BEFORE, MeasureState.PLANNED),
        (Progress.NOT_STARTED, AFTER, MeasureState.OVERDUE),
        (Progress.NOT_STATED, None, MeasureState.NOT_STATED),
        (Progress.NOT_STATED, BEFORE, MeasureState.PLANNED),
        (Progress.NOT_STATED, WITHIN, MeasureState.UNDER_WAY),
        (Progress.NOT_STATED, AFTER, MeasureState.OVERDUE),
    ],
)
def test_the_state_follows_from_progress_and_dates(
    progress: Progress, today: datetime.date | None, state: MeasureState
) -> None:
    assert measure_state(measure(progress), today) is state


def test_a_measure_without_dates_is_never_overdue() -> None:
    assert measure_state(measure(Progress.IN_PROGRESS, dated=False), AFTER) is MeasureState.UNDER_WAY
    assert measure_state(measure(Progress.NOT_STATED, dated=False), AFTER) is MeasureState.NOT_STATED


def test_a_measure_with_a_result_is_not_called_overdue_for_want_of_a_tick() -> None:
    assert measure_state(measure(Progress.NOT_STATED, result="ดำเนินการแล้ว"), AFTER) is MeasureState.NOT_STATED
