"""A year of which no list of items is known begins with a copy of another list, which says that it is one."""

from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.oit.catalogue import Basis, Catalogue, Indicator, Instrument, Item, SubIndicator
from generator.reading.catalogue_file import read_catalogue
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import catalogue_sources
from generator.starting.copied_catalogue import copied_catalogue

from .beginnings import WORDS, Commands, tree

_SHIPPED = read_catalogues(catalogue_sources(None, Report()), Report())


def _asked(catalogue: Catalogue) -> tuple[object, ...]:
    """What a catalogue asks and how it counts, without what supports it."""
    return (
        catalogue.scheme, catalogue.regulator, catalogue.rounding, catalogue.pass_line, catalogue.met, catalogue.unmet,
        catalogue.ratings, catalogue.local_government, tuple(map(_instrument, catalogue.instruments)),
    )  # fmt: skip


def _instrument(instrument: Instrument) -> Instrument:
    return instrument._replace(basis=Basis.GUIDANCE, indicators=tuple(map(_indicator, instrument.indicators)))


def _indicator(indicator: Indicator) -> Indicator:
    return indicator._replace(sub_indicators=tuple(map(_sub_indicator, indicator.sub_indicators)))


def _sub_indicator(sub: SubIndicator) -> SubIndicator:
    return sub._replace(items=tuple(map(_item, sub.items)))


def _item(item: Item) -> Item:
    nil = item.nil._replace(basis=Basis.GUIDANCE)
    return item._replace(basis=Basis.GUIDANCE, period_basis=Basis.GUIDANCE, basis_note="", title_basis=None, nil=nil)


@pytest.mark.parametrize("year", sorted(_SHIPPED))
def test_a_copied_list_asks_the_same_and_confirms_nothing(year: int) -> None:
    report = Report()
    copied = read_catalogue(copied_catalogue(_SHIPPED[year], 2575), "content/catalogues/oit-2575.yaml", report)

    assert report.diagnostics == []
    assert copied is not None
    assert copied.year == 2575
    assert "2575" in copied.title
    assert str(year) not in copied.title
    assert _asked(copied) == _asked(_SHIPPED[year])
    assert set(copied.basis.values()) == {Basis.GUIDANCE}
    assert {item.basis for item in copied.items} == {Basis.GUIDANCE}
    assert copied.calendar == ()


def test_a_year_without_a_list_is_opened_with_a_copy_on_request(tmp_path: Path, command: Commands) -> None:
    project = tmp_path / "a"
    assert command("new", project, *WORDS, "--year", "2569").code == 0
    before = tree(project)

    refused = command("new", project, "--year", "2570")
    assert refused.code == 2
    assert "--like 2569" in refused.err
    assert tree(project) == before

    opened = command("new", project, "--year", "2570", "--like", "2569")
    assert opened.code == 0
    assert "content/catalogues/oit-2570.yaml" in opened.out
    assert (project / "content/agency/2570/o26.md").is_file()
    assert command("check", project).code == 0


def test_a_project_can_begin_with_a_copied_list(tmp_path: Path, command: Commands) -> None:
    project = tmp_path / "a"
    begun = command("new", project, *WORDS, "--year", "2571", "--like", "2568")
    assert (begun.code, "not confirmed" in begun.out) == (0, True)
    assert command("check", project).code == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--like", "2569"), "--like goes with the --year"),
        (("--year", "2568", "--like", "2569"), "leave --like out"),
        (("--year", "2570", "--like", "2599"), "no list of items for 2599"),
        (("--year", "2570", "--like", "ปีก่อน"), "no list of items for ปีก่อน"),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused(
    tmp_path: Path, command: Commands, given: tuple[str, ...], told: str
) -> None:
    refused = command("new", tmp_path / "a", *WORDS, *given)
    assert refused.code == 2
    assert told in refused.err
    assert not (tmp_path / "a").exists()
