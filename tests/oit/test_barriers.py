"""What may be hard to reach for some readers is counted from the content."""

import pytest

from generator.oit.barriers import Barriers, barriers_of
from generator.oit.catalogue import Catalogue

from .builders import content, disclosure, shipped


@pytest.fixture
def catalogue() -> Catalogue:
    return shipped(2566)


def test_nothing_published_is_nothing_counted(catalogue: Catalogue) -> None:
    assert barriers_of([content(catalogue)]) == Barriers()
    assert barriers_of([]).documents == 0


def test_documents_are_counted_by_format_the_most_first_and_links_apart(catalogue: Catalogue) -> None:
    evidence = [
        {"file": "files/a.pdf", "title": "ก", "language": "th"},
        {"file": "files/b.pdf", "title": "ข"},
        {"file": "files/c.xlsx", "title": "ค"},
        {"link": "https://example.go.th/", "title": "ง"},
        {"nil": "ไม่มี"},
    ]
    counted = barriers_of([content(catalogue, [disclosure("O1", evidence=evidence)])])
    assert counted == Barriers(formats=(("PDF", 2), ("Excel", 1)), unstated=2, links=1)
    assert counted.documents == 3


def test_a_document_behind_two_items_counts_once_and_its_language_may_be_stated_at_either(catalogue: Catalogue) -> None:
    first = disclosure("O1", evidence=[{"file": "files/a.pdf", "title": "ก"}])
    second = disclosure("O2", evidence=[{"file": "files/a.pdf", "title": "ก", "language": "th"}])
    assert barriers_of([content(catalogue, [first, second])]) == Barriers(formats=(("PDF", 1),))


@pytest.mark.parametrize(
    ("text", "wordless", "links"),
    [
        ("![](files/a.png) และ ![ ](files/b.png)", 2, 0),
        ("![][รูป]", 1, 0),
        ("![ตราเทศบาล](files/a.png)", 0, 0),
        ("`![](files/a.png)` และ \\![](files/a.png)", 0, 0),
        ("```\n![](files/a.png)\n[ก](https://example.go.th/)\n```\n", 0, 0),
        ("~~~\n![](files/a.png)", 0, 0),
        ("[ก](https://example.go.th/) [ข](http://example.go.th/) <https://example.go.th/>", 0, 3),
        ("[ก](o02.md) [ข](#หัวข้อ) [ค](mailto:a@example.go.th)", 0, 0),
        ("[ก][1]\n\n[1]: https://example.go.th/", 0, 1),
    ],
)
def test_pictures_without_words_and_links_out_of_texts(
    catalogue: Catalogue, text: str, wordless: int, links: int
) -> None:
    counted = barriers_of([content(catalogue, [disclosure("O1", text)])])
    assert (counted.wordless, counted.links) == (wordless, links)
