"""Whether a catalogue holds together: a gap in it would publish wrong scores on every page."""

from decimal import Decimal

from generator.oit.catalogue import Catalogue
from generator.reading.schema import SourceText
from generator.reading.yamltree import Mapping, Node, Scalar, Sequence

_WHOLE = Decimal(100)


def check_integrity(catalogue: Catalogue, node: Node, source: SourceText) -> bool:
    """Report what does not hold together, each at its place; whether all is well."""
    before = len(source.report.diagnostics)
    weights = sum((instrument.weight for instrument in catalogue.instruments), Decimal(0))
    if weights != _WHOLE:
        source.error("OIT601", _at(node, "instruments"), total=weights)
    _unique("OIT602", [i.code for i in catalogue.instruments], _at(node, "instruments"), source)
    _unique("OIT602", [i.number for i in catalogue.indicators], _at(node, "instruments"), source)
    _unique("OIT602", [q.number for q in catalogue.questions], _at(node, "instruments"), source)
    _check_items(catalogue, node, source)
    _check_ratings(catalogue, node, source)
    topics = {topic for item in catalogue.items for topic in item.topics}
    for question in catalogue.questions:
        for topic in question.helped_by:
            if topic not in topics:
                source.error("OIT606", _scalar(node, topic), topic=topic, question=question.number)
    return len(source.report.diagnostics) == before


def _check_items(catalogue: Catalogue, node: Node, source: SourceText) -> None:
    place = _at(node, "instruments")
    if not catalogue.items:
        source.error("OIT603", place)
    _unique("OIT602", [item.number for item in catalogue.items], place, source)
    subs = [sub for indicator in catalogue.indicators for sub in indicator.sub_indicators]
    _unique("OIT602", [sub.number for sub in subs], place, source)
    for position, item in enumerate(catalogue.items, 1):
        if item.number != f"O{position}":
            source.error("OIT604", _scalar(node, item.number), item=item.number, expected=f"O{position}")
            break
    for sub in subs:
        if not sub.items:
            source.error("OIT603", _scalar(node, sub.number))
        if sub.number.split(".")[0] not in {i.number for i in catalogue.indicators if sub in i.sub_indicators}:
            source.error("OIT604", _scalar(node, sub.number), item=sub.number, expected="")
    for item in catalogue.items:
        numbers = [element.number for element in item.elements]
        if numbers != list(range(1, len(numbers) + 1)):
            source.error("OIT607", _scalar(node, item.number), item=item.number)
        if not item.topics:
            source.error("OIT608", _scalar(node, item.number), item=item.number)
    mixed = [i for i in catalogue.indicators if i.sub_indicators and i.questions]
    for indicator in mixed:
        source.error("OIT609", _scalar(node, indicator.number), indicator=indicator.number)
    _check_disclosure_instrument(catalogue, node, source)
    if catalogue.met <= catalogue.unmet:
        source.error("OIT613", _at(node, "item_scores"), met=catalogue.met, unmet=catalogue.unmet)


def _check_disclosure_instrument(catalogue: Catalogue, node: Node, source: SourceText) -> None:
    """All items are in one instrument, and each of its indicators has some: its score is the mean of theirs."""
    own = catalogue.disclosure_instrument
    if own is None:
        return
    for indicator in own.indicators:
        if not indicator.sub_indicators:
            source.error("OIT611", _scalar(node, indicator.number), indicator=indicator.number, instrument=own.code)
    for other in catalogue.instruments:
        if other is not own and any(indicator.sub_indicators for indicator in other.indicators):
            source.error("OIT612", _scalar(node, other.code), instrument=other.code, first=own.code)


def _check_ratings(catalogue: Catalogue, node: Node, source: SourceText) -> None:
    lines = [rating.at_least for rating in catalogue.ratings]
    if not lines or lines != sorted(lines, reverse=True) or lines[-1] != 0 or catalogue.ratings[-1].each_instrument:
        source.error("OIT605", _at(node, "ratings"))


def _unique(code: str, names: list[str], node: Node, source: SourceText) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            source.error(code, _scalar(node, name, last=True), name=name)
        seen.add(name)


def _at(node: Node, field: str) -> Node:
    entry = node.entries.get(field) if type(node) is Mapping else None
    return entry[0] if entry is not None else node


def _scalar(node: Node, text: str, *, last: bool = False) -> Node:
    """The first (or last) place where a text stands as a value; the node itself when it stands nowhere."""
    found = [scalar for scalar in _scalars(node) if scalar.text == text]
    return (found[-1] if last else found[0]) if found else node


def _scalars(node: Node) -> list[Scalar]:
    if type(node) is Scalar:
        return [node]
    if type(node) is Sequence:
        return [scalar for item in node.items for scalar in _scalars(item)]
    if type(node) is Mapping:
        return [scalar for _, value in node.entries.values() for scalar in _scalars(value)]
    return []
