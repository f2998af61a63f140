"""What makes something that is scored the same in another year, where its number says nothing.

Keys are only compared with each other. They are equal when both catalogues mean the same.
"""

from generator.oit.catalogue import Catalogue, Indicator, Instrument

Key = tuple[object, ...]


def indicator_key(catalogue: Catalogue, instrument: Instrument, indicator: Indicator) -> Key:
    """What makes an indicator the same in another year: its title, if no other of the instrument bears it."""
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
    """What makes an instrument the same in another year: its code, which is no number, and its indicators."""
    indicators = frozenset(indicator_key(catalogue, instrument, one) for one in instrument.indicators)
    return ("instrument", catalogue.scheme, instrument.code, indicators)


def total_key(catalogue: Catalogue) -> Key:
    """What makes the total the same in another year: instruments, weights and ratings."""
    weights = frozenset((instrument_key(catalogue, one), one.weight) for one in catalogue.instruments)
    return ("total", catalogue.scheme, weights, scale_of(catalogue))


def scale_of(catalogue: Catalogue) -> Key:
    """What makes a scale of ratings the same in another year."""
    return tuple((rating.label, rating.at_least, rating.each_instrument) for rating in catalogue.ratings)


def _words(text: str) -> str:
    return " ".join(text.split())
