"""Place the items of a catalogue: each with its indicator and sub-indicator."""

from generator.oit.catalogue import Catalogue, Indicator, Item, SubIndicator


def placed(catalogue: Catalogue) -> Catalogue:
    """The catalogue with every item knowing its indicator and sub-indicator, and all items listed in order."""
    items: list[Item] = []

    def in_sub(sub: SubIndicator, indicator: Indicator) -> SubIndicator:
        own = tuple(i._replace(sub_indicator=sub.number, indicator=indicator.number) for i in sub.items)
        items.extend(own)
        return sub._replace(items=own)

    def in_indicator(indicator: Indicator) -> Indicator:
        return indicator._replace(sub_indicators=tuple(in_sub(sub, indicator) for sub in indicator.sub_indicators))

    instruments = tuple(
        instrument._replace(indicators=tuple(in_indicator(indicator) for indicator in instrument.indicators))
        for instrument in catalogue.instruments
    )
    return catalogue._replace(
        instruments=instruments, items=tuple(items), by_number={item.number: item for item in items}
    )
