"""The words of schema.org: what a block on a page has against the published vocabulary.

The vocabulary is the one of the SHACL shapes of schema.org (datashapes.org), which come with pySHACL.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

SCHEMA = Namespace("http://schema.org/")
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_REFERENCE = {"@id"}


@cache
def shapes() -> Graph:
    """Every class of schema.org with its properties, and what each property takes."""
    return Graph().parse(data=files("pyshacl").joinpath("assets/schema.ttl").read_text(encoding="utf-8"))


@cache
def properties(kind: URIRef) -> frozenset[URIRef]:
    """The properties of a class and of all above it; none for what is no class of schema.org."""
    found: set[URIRef] = set()
    if (kind, RDF.type, RDFS.Class) in shapes():
        for above in shapes().transitive_objects(kind, RDFS.subClassOf):
            for shape in shapes().objects(above, SH.property):
                found |= {one for one in shapes().objects(shape, SH.path) if isinstance(one, URIRef)}
    return frozenset(found)


@cache
def _context() -> dict[str, Any]:
    """Where schema.org says that a property takes an address and no text, its value is one."""
    context: dict[str, Any] = {"@vocab": str(SCHEMA)}
    for shape, path in shapes().subject_objects(SH.path):
        options = [shape, *(one for every in shapes().objects(shape, SH["or"]) for one in shapes().items(every))]
        takes = {value for one in options for value in shapes().objects(one, SH.datatype)}
        if any((one, SH.nodeKind, SH.IRI) in shapes() for one in options) and not takes:
            context[str(path).removeprefix(SCHEMA)] = {"@type": "@id"}
    return context | {"item": {"@type": "@id"}}


def blocks(html: str) -> list[dict[str, Any]]:
    """What the blocks of a page hold."""
    return [json.loads(text) for text in BLOCK.findall(html)]


def unknown(block: dict[str, Any]) -> list[str]:
    """The types that schema.org does not have, and the properties that their type does not."""
    return sorted(set(_unknown(block["@graph"])))


def _unknown(tree: Any) -> Iterator[str]:
    if isinstance(tree, list):
        for one in tree:
            yield from _unknown(one)
    elif isinstance(tree, dict) and set(tree) != _REFERENCE:
        kind = str(tree.get("@type", ""))
        known = properties(SCHEMA[kind])
        if not known:
            yield f"{kind} is no type"
        for name, value in tree.items():
            if not name.startswith("@") and known and SCHEMA[name] not in known:
                yield f"{kind} has no {name}"
            yield from _unknown(value)


def graph(pages: Iterable[tuple[str, dict[str, Any]]]) -> Graph:
    """The blocks of pages with their addresses as one graph.

    Each step of a way leads to a page, which is a thing: the vocabulary wants to be told.
    """
    found = Graph()
    for address, block in pages:
        assert block["@context"] == "https://schema.org"
        tree = {"@context": {**_context(), "@base": address}, "@graph": block["@graph"]}
        found.parse(data=json.dumps(tree), format="json-ld")
    for page in set(found.objects(None, SCHEMA.item)):
        found.add((page, RDF.type, SCHEMA.WebPage))
    return found


def faults(data: Graph) -> list[str]:
    """What a graph has against the shapes, as ``property: value: message``."""
    valid, report, _ = validate(data, shacl_graph=shapes(), ont_graph=shapes())
    assert isinstance(report, Graph)
    found = [_fault(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)]
    assert valid == (not found)
    return sorted(found)


def _fault(report: Graph, result: Node) -> str:
    said = [report.value(result, one, any=True) for one in (SH.resultPath, SH.value, SH.resultMessage)]
    return ": ".join(str(one) for one in said if isinstance(one, URIRef | Literal))
