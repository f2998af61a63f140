"""Integrity of a catalogue: a gap in it would publish wrong scores on every page."""

from collections.abc import Sequence as SequenceOf
from decimal import Decimal
from itertools import groupby, pairwise

from generator.oit.catalogue import Catalogue
from generator.reading.schema import SourceText, is_empty
from generator.reading.spelling import question_number
from generator.reading.yamltree import Mapping, Node, Sequence

MAX_ITEMS = 200
_WHOLE = Decimal(100)


def check_integrity(catalogue: Catalogue, node: Node, source: SourceText) -> bool:
    """Report what does not hold together, each at its place; whether all is well.

    A file of which a part could not be read is not checked further: the part would only be missed.
    """
    report = source.report
    if any(d.severity == "error" and d.span.path == source.path for d in report.diagnostics):
        return False
    before = len(report.diagnostics)
    _Check(catalogue, node, source).run()
    return len(report.diagnostics) == before


class _Check:
    """A catalogue beside the nodes it was read from, part for part in the same order."""

    def __init__(self, catalogue: Catalogue, node: Node, source: SourceText) -> None:
        self._catalogue = catalogue
        self._node = node
        self._source = source
        self._instruments = _below([node], "instruments")
        self._indicators = _below(self._instruments, "indicators")
        self._subs = _below(self._indicators, "sub_indicators")
        self._items = _below(self._subs, "items")
        self._questions = _below(self._indicators, "questions")

    def run(self) -> None:
        """Report everything that does not hold together."""
        self._check_weights()
        self._check_numbers()
        self._check_items()
        self._check_questions()
        self._check_disclosure_instrument()
        self._check_ratings()
        self._check_calendar()

    def _check_weights(self) -> None:
        total = sum((instrument.weight for instrument in self._catalogue.instruments), Decimal(0))
        if total != _WHOLE:
            self._source.error("OIT601", _key(self._node, "instruments"), total=total)
        if self._catalogue.met <= self._catalogue.unmet:
            place = _key(self._node, "item_scores")
            self._source.error("OIT613", place, met=self._catalogue.met, unmet=self._catalogue.unmet)

    def _check_numbers(self) -> None:
        catalogue = self._catalogue
        self._are_unique([i.code for i in catalogue.instruments], _values(self._instruments, "code"))
        numbers = [indicator.number for indicator in catalogue.indicators]
        in_order = [str(n) for n in range(1, len(numbers) + 1)]
        if self._are_in_order(numbers, in_order, _values(self._indicators, "no")):
            self._check_sub_indicators()
        items = [item.number for item in catalogue.items]
        self._are_in_order(items, [f"O{n}" for n in range(1, len(items) + 1)], _values(self._items, "no"))

    def _check_sub_indicators(self) -> None:
        catalogue = self._catalogue
        subs = [sub.number for indicator in catalogue.indicators for sub in indicator.sub_indicators]
        wanted = [
            f"{indicator.number}.{n}"
            for indicator in catalogue.indicators
            for n in range(1, len(indicator.sub_indicators) + 1)
        ]
        self._are_in_order(subs, wanted, _values(self._subs, "no"))

    def _check_items(self) -> None:
        catalogue, source = self._catalogue, self._source
        if not catalogue.items:
            source.error("OIT603", _key(self._node, "instruments"))
        if len(catalogue.items) > MAX_ITEMS:
            source.error("OIT117", self._items[MAX_ITEMS], limit=MAX_ITEMS)
        subs = [sub for indicator in catalogue.indicators for sub in indicator.sub_indicators]
        for sub, place in zip(subs, self._subs, strict=True):
            if not sub.items:
                source.error("OIT603", _value(place, "no"))
        for item, place in zip(catalogue.items, self._items, strict=True):
            numbers = [element.number for element in item.elements]
            if numbers != list(range(1, len(numbers) + 1)):
                source.error("OIT607", _value(place, "no"), item=item.number)
            for number in item.nil.elements:
                if number not in numbers:
                    source.error("OIT306", _value(place, "nil"), number=number, item=item.number, count=len(numbers))
            if not item.topics:
                source.error("OIT608", _value(place, "no"), item=item.number)

    def _check_questions(self) -> None:
        catalogue, source = self._catalogue, self._source
        numbers = [question.number for question in catalogue.questions]
        wanted = [
            f"{letter}{n}"
            for letter, group in groupby(numbers, key=lambda number: number[:1])
            for n, _ in enumerate(group, 1)
        ]
        known = [question_number(number) or "" for number in wanted]
        self._are_in_order(numbers, known, _values(self._questions, "no"))
        topics = {topic for item in catalogue.items for topic in item.topics}
        for question, place in zip(catalogue.questions, self._questions, strict=True):
            for topic, written in zip(question.helped_by, _below([place], "helped_by"), strict=True):
                if topic not in topics:
                    source.error("OIT606", written, topic=topic, question=question.number)

    def _check_disclosure_instrument(self) -> None:
        """All items are in one instrument, and each of its indicators has some: its score is the mean of theirs."""
        catalogue, source = self._catalogue, self._source
        own = catalogue.disclosure_instrument
        parts = [(instrument, indicator) for instrument in catalogue.instruments for indicator in instrument.indicators]
        for (instrument, indicator), place in zip(parts, self._indicators, strict=True):
            number = indicator.number
            if indicator.sub_indicators and indicator.questions:
                source.error("OIT609", _value(place, "no"), indicator=number)
            elif instrument is own and not indicator.sub_indicators:
                source.error("OIT611", _value(place, "no"), indicator=number, instrument=own.code)
        for instrument, place in zip(catalogue.instruments, self._instruments, strict=True):
            holds_items = any(indicator.sub_indicators for indicator in instrument.indicators)
            if own is not None and instrument is not own and holds_items:
                source.error("OIT612", _value(place, "code"), instrument=instrument.code, first=own.code)

    def _check_ratings(self) -> None:
        ratings, source = self._catalogue.ratings, self._source
        places = _below([self._node], "ratings")
        for (above, rating), place in zip(pairwise(ratings), places[1:], strict=True):
            reached = above.each_instrument is None or above.each_instrument == rating.each_instrument
            if rating.at_least > above.at_least or (rating.at_least == above.at_least and reached):
                source.error("OIT605", _value(place, "at_least"))
                return
        if not ratings:
            source.error("OIT605", _key(self._node, "ratings"))
        elif ratings[-1].at_least != 0 or ratings[-1].each_instrument:
            source.error("OIT605", _value(places[-1], "at_least"))

    def _check_calendar(self) -> None:
        places = _below([self._node], "calendar")
        for step, place in zip(self._catalogue.calendar, places, strict=True):
            if step.ends.until < step.begins.start:
                self._source.error("OIT317", _value(place, "until"))

    def _are_in_order(self, numbers: SequenceOf[str], wanted: SequenceOf[str], places: SequenceOf[Node]) -> bool:
        """Report numbers that come twice, or else the first that is not the one expected; whether all are."""
        if not self._are_unique(numbers, places):
            return False
        for number, expected, place in zip(numbers, wanted, places, strict=True):
            if number != expected:
                self._source.error("OIT604", place, item=number, expected=expected)
                return False
        return True

    def _are_unique(self, names: SequenceOf[str], places: SequenceOf[Node]) -> bool:
        seen: set[str] = set()
        for name, place in zip(names, places, strict=True):
            if name in seen:
                self._source.error("OIT602", place, name=name)
            seen.add(name)
        return len(seen) == len(names)


def _below(nodes: SequenceOf[Node], field: str) -> list[Node]:
    """The entries of a list of each node, one after another."""
    lists = [node.entries[field][1] for node in nodes if type(node) is Mapping and field in node.entries]
    return [item for found in lists if type(found) is Sequence for item in found.items if not is_empty(item)]


def _values(nodes: SequenceOf[Node], field: str) -> list[Node]:
    return [_value(node, field) for node in nodes]


def _value(node: Node, field: str) -> Node:
    return node.entries[field][1] if type(node) is Mapping else node


def _key(node: Node, field: str) -> Node:
    """The name of a field where it stands; the node itself when it is left out."""
    entry = node.entries.get(field) if type(node) is Mapping else None
    return entry[0] if entry is not None else node
