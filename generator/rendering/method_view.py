"""How the scores of a year are calculated, from its catalogue."""

from generator.oit.catalogue import Basis, CalendarStep, Catalogue, Instrument, Item
from generator.oit.period import Period
from generator.oit.rollup import worth
from generator.oit.rounding import points, short_points
from generator.rendering.addresses import SiteAddresses
from generator.rendering.views import (
    BasisView,
    CalendarView,
    Crumb,
    IndexRow,
    MethodView,
    RatingView,
    WeightView,
    WorthRow,
)
from generator.rendering.wording import Wording

_PARTS = ("titles", "grouping", "elements", "questions", "ratings", "weights", "calendar")
_STEPS = ("sub_indicator", "indicator", "instrument", "total")


def method_view(
    catalogue: Catalogue, crosswalks: tuple[Crumb, ...], place: SiteAddresses, wording: Wording
) -> MethodView:
    """The method of one fiscal year, with what each of its parts rests on. ``crosswalks`` compare its list of items."""
    worths = worth(catalogue)
    return MethodView(
        year=str(catalogue.year),
        title=catalogue.title,
        regulator=catalogue.regulator,
        address=place.method(catalogue.year),
        instruments=tuple(_weight(instrument, wording) for instrument in catalogue.instruments),
        ratings=tuple(
            RatingView(r.label, points(r.at_least), "" if r.each_instrument is None else points(r.each_instrument))
            for r in catalogue.ratings
        ),
        pass_line=short_points(catalogue.pass_line),
        met=short_points(catalogue.met),
        unmet=short_points(catalogue.unmet),
        rounding=tuple(
            (wording.say(f"step_{step}"), _rounded(getattr(catalogue.rounding, step), wording)) for step in _STEPS
        ),
        worths=tuple(
            WorthRow(sub.number, sub.title, str(len(sub.items)), points(worths[sub.items[0].number]))
            for indicator in catalogue.indicators
            for sub in indicator.sub_indicators
        ),
        bases=tuple(
            BasisView(
                wording.say(f"part_{part}"),
                catalogue.basis.get(part, Basis.GUIDANCE).value,
                catalogue.basis_notes.get(part, ""),
            )
            for part in _PARTS
            if part in catalogue.basis
        ),
        calendar=tuple(CalendarView(step.step, _dates(step, wording)) for step in catalogue.calendar),
        sources=catalogue.sources,
        notes=catalogue.notes,
        items=tuple(_item(item) for item in catalogue.items),
        crosswalks=crosswalks,
    )


def _weight(instrument: Instrument, wording: Wording) -> WeightView:
    rows: list[tuple[str, str, str]] = []
    for indicator in instrument.indicators:
        if indicator.sub_indicators:
            size = wording.say("items_n", count=sum(len(sub.items) for sub in indicator.sub_indicators))
        elif indicator.questions:
            size = wording.say("questions_n", count=len(indicator.questions))
        else:
            size = wording.say("questions_unknown")
        rows.append((indicator.number, indicator.title, size))
    return WeightView(instrument.code, instrument.title, short_points(instrument.weight), tuple(rows))


def _rounded(places: int | None, wording: Wording) -> str:
    return wording.say("not_rounded") if places is None else wording.say("rounded", places=places)


def _dates(step: CalendarStep, wording: Wording) -> str:
    first, last = _date(step.begins, wording), _date(step.ends, wording)
    return first if first == last else f"{first} – {last}"


def _date(period: Period, wording: Wording) -> str:
    return wording.date(period.start) if period.is_day else wording.month(period.start)


def _item(item: Item) -> IndexRow:
    title_basis = "" if item.title_basis is None else item.title_basis.value
    return IndexRow(item.number, item.title, "", title_basis, "", item.sub_indicator)
