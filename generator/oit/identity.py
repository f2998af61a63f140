"""Identity of scored things across years, independent of their numbers.

Keys are only compared with each other. They are equal when both catalogues mean the same.
"""

from generator.oit.catalogue import Catalogue, Indicator, Instrument

Key = tuple[object, ...]


def indicator_key(catalogue: Catalogue, instrument: Instrument, indicator: Indicator) -> Key:
    """The identity of an indicator: its title, if no other indicator of the instrument has it."""
    title = _words(indicator.title)
    alone = sum(_words(one.title) == title for one in instrument.indicators) == 1
    return (
        "indicator",
        catalogue.scheme,
        instrument.code,
        title,
        None if alone else (catalogue.year, indicator.number),
    )


def instrument_key(catalogue: Catalogue, instrument: Instrument) -> Key:
    """The identity of an instrument: its code and its indicators."""
    indicators = frozenset(indicator_key(catalogue, instrument, one) for one in instrument.indicators)
    return ("instrument", catalogue.scheme, instrument.code, indicators)


def total_key(catalogue: Catalogue) -> Key:
    """The identity of the total: instruments, weights and ratings."""
    weights = frozenset((instrument_key(catalogue, one), one.weight) for one in catalogue.instruments)
    return ("total", catalogue.scheme, weights, scale_of(catalogue))


def scale_of(catalogue: Catalogue) -> Key:
    """The identity of a rating scale."""
    return tuple((rating.label, rating.at_least, rating.each_instrument) for rating in catalogue.ratings)


def _words(text: str) -> str:
    return " ".join(text.split())
