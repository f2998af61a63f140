"""Every block of every page is in the words of schema.org, and has what search engines document that they need."""

import json
from typing import Any
from urllib.parse import urljoin

import pytest

from .sites import HARD, Published
from .vocabulary import SCHEMA, blocks, faults, graph, properties, unknown

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's reader uses what rdflib calls old


def _pages(published: Published) -> dict[str, dict[str, Any]]:
    """The block of each page by the page's address; the front page of a portal and the lost page have none."""
    found = {}
    for address in published.found("**/*.html"):
        for block in blocks(published.read(address).decode()):
            assert published.base + address not in found
            found[published.base + address] = block
    without = {"404.html"} if published.found("[0-9]*/index.html") else {"404.html", "index.html"}
    assert len(found) == len(published.found("**/*.html")) - len(without)
    return found


def _nodes(pages: dict[str, dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for block in pages.values() for node in block["@graph"] if node["@type"] == kind]


def test_every_type_is_known_and_has_the_properties_that_are_said_of_it(published: Published) -> None:
    pages = _pages(published)
    assert {word for block in pages.values() for word in unknown(block)} == set()
    told = {node["@type"] for block in pages.values() for node in block["@graph"]}
    assert told == {"BreadcrumbList", "GovernmentOrganization", "Dataset"}


def test_every_value_is_of_a_kind_that_its_property_takes(published: Published) -> None:
    assert faults(graph(_pages(published).items())) == []


def test_a_dataset_has_what_search_engines_need(published: Published) -> None:
    """What Google documents: a name, a description of 50 to 5000 characters, and files with their address."""
    found = _nodes(_pages(published), "Dataset")
    assert len(found) == len(published.found("**/data.json")) - len(published.found("**/o[0-9]*/data.json"))
    for node in found:
        assert node["name"].strip()
        assert 50 <= len(node["description"]) <= 5000
        assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert {file["encodingFormat"] for file in node["distribution"]} >= {"text/csv", "application/json"}
        for file in node["distribution"]:
            assert published.read(file["contentUrl"].removeprefix(published.base))


def test_a_way_has_what_search_engines_need(published: Published) -> None:
    """What Google documents: steps two or more, in order, each with a name and an address, the last with its page's."""
    for address, block in _pages(published).items():
        ways = [node["itemListElement"] for node in block["@graph"] if node["@type"] == "BreadcrumbList"]
        if address in (f"{published.base}index.html", f"{published.base}en/index.html"):
            assert ways == []
            continue
        (way,) = ways
        assert len(way) >= 2
        assert [step["position"] for step in way] == list(range(1, len(way) + 1))
        assert all(step["name"].strip() and step["item"].startswith(published.base) for step in way)
        assert way[-1]["item"] == address == urljoin(address, way[-1]["item"])


def test_hard_names_come_back_as_they_were_written(portal: Published) -> None:
    nodes = _nodes(_pages(portal), "GovernmentOrganization")
    told = {(node["name"], node["location"]["hasMap"]) for node in nodes if "location" in node}
    assert told == {(HARD, "https://example.org/map?q=1&r=2")}


BLOCK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "GovernmentOrganization", "@id": "#a", "name": "ก", "url": "https://example.org/"},
        {"@type": "Dataset", "name": "ข", "creator": {"@id": "#a"}, "isAccessibleForFree": True},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": "a.html"}]},
    ],
}


def test_a_sound_block_is_accepted() -> None:
    assert unknown(BLOCK) == []
    assert faults(graph([("https://example.org/", BLOCK)])) == []


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("GovernmentOrganization", "GovernmentAgency", "GovernmentAgency is no type"),
        ('"creator"', '"maker"', "Dataset has no maker"),
        ('"url"', '"hasMap"', "GovernmentOrganization has no hasMap"),
        ('"position"', '"place"', "ListItem has no place"),
    ],
)
def test_a_word_that_schema_org_does_not_have_is_found(there: str, instead: str, told: str) -> None:
    assert unknown(json.loads(json.dumps(BLOCK).replace(there, instead))) == [told]


@pytest.mark.parametrize(
    ("there", "instead", "about"),
    [
        ("true", '"yes"', SCHEMA.isAccessibleForFree),
        ('{"@id": "#a"}', '"someone"', SCHEMA.creator),
        ('"position": 1', '"position": 1.5', SCHEMA.position),
        ('"https://example.org/"', "7", SCHEMA.url),
    ],
)
def test_a_value_that_its_property_does_not_take_is_found(there: str, instead: str, about: str) -> None:
    text = json.dumps(BLOCK)
    assert there in text
    found = faults(graph([("https://example.org/", json.loads(text.replace(there, instead)))]))
    assert [one.split(": ")[0] for one in found] == [str(about)]


def test_the_vocabulary_is_the_whole_one() -> None:
    assert SCHEMA.hasMap in properties(SCHEMA.City)
    assert SCHEMA.hasMap not in properties(SCHEMA.GovernmentOrganization)
    assert SCHEMA.name in properties(SCHEMA.DataDownload)
    assert not properties(SCHEMA.NoSuchThing)
