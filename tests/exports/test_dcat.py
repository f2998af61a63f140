"""The catalogue of data, read as a graph and held against what DCAT-AP 3.0 demands of each class."""

import hashlib
import warnings
from pathlib import Path
from typing import Any

import pytest
from content.pages import Site
from projects import SMALL, WriteSmall
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
BASE = "https://example.invalid/ita/"
PORTAL = """\
title: ข้อมูลเปิดของจังหวัด
address: https://example.go.th
exports: [data, csv, dcat]
publisher: {name: สำนักงานจังหวัด, website: "https://example.go.th/office", email: office@example.go.th}
"""

MANDATORY: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
RECOMMENDED: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Catalog: (
        DCAT.dataset, DCTERMS.spatial, FOAF.homepage, DCTERMS.language, DCTERMS.license, DCTERMS.modified,
        DCAT.themeTaxonomy,
    ),
    DCAT.Dataset: (
        DCAT.contactPoint, DCAT.distribution, DCAT.keyword, DCTERMS.publisher, DCTERMS.spatial, DCTERMS.temporal,
        DCAT.theme,
    ),
    DCAT.Distribution: (DCTERMS.description, DCTERMS.format, DCTERMS.license),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
}  # fmt: skip
AT_MOST_ONE: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Catalog: (
        DCTERMS.publisher, DCTERMS.license, DCTERMS.issued, DCTERMS.modified, FOAF.homepage, DCTERMS.rights,
        DCTERMS.creator,
    ),
    DCAT.Dataset: (
        DCTERMS.publisher, DCTERMS.modified, DCTERMS.issued, DCTERMS.accrualPeriodicity, DCTERMS.accessRights,
        DCTERMS.type,
    ),
    DCAT.Distribution: (
        DCAT.mediaType, DCTERMS.format, DCTERMS.license, DCAT.byteSize, SPDX.checksum, DCTERMS.modified,
        DCTERMS.issued, DCTERMS.rights,
    ),
    FOAF.Agent: (DCTERMS.type,),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}  # fmt: skip
RANGE: dict[URIRef, URIRef] = {
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.spatial: DCTERMS.Location,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS.type: SKOS.Concept,
    DCTERMS.format: DCTERMS.MediaTypeOrExtent,
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCAT.contactPoint: VCARD.Kind,
    DCAT.theme: SKOS.Concept,
    DCAT.themeTaxonomy: SKOS.ConceptScheme,
    DCAT.landingPage: FOAF.Document,
    DCAT.mediaType: DCTERMS.MediaType,
    DCAT.accessURL: RDFS.Resource,
    DCAT.downloadURL: RDFS.Resource,
    FOAF.homepage: FOAF.Document,
    SPDX.checksum: SPDX.Checksum,
    SPDX.algorithm: SPDX.ChecksumAlgorithm,
}
"""The class of what a property points to."""
DATATYPES: dict[URIRef, URIRef] = {
    DCAT.byteSize: XSD.nonNegativeInteger,
    SPDX.checksumValue: XSD.hexBinary,
    DCTERMS.modified: XSD.date,
    DCAT.startDate: XSD.date,
    DCAT.endDate: XSD.date,
}


def _graph(data: bytes) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's own reader uses what the library calls old
        return Graph().parse(data=data.decode("utf-8"), format="json-ld")


def _faults(graph: Graph, *, recommended: bool = False) -> list[tuple[str, str]]:
    """What a graph lacks or has wrong, as (class or property, what)."""
    found: list[tuple[str, str]] = []
    for table in (MANDATORY, RECOMMENDED) if recommended else (MANDATORY,):
        for kind, properties in table.items():
            for thing in graph.subjects(RDF.type, kind):
                found += [(str(kind), str(one)) for one in properties if graph.value(thing, one, any=True) is None]
    for kind, properties in AT_MOST_ONE.items():
        for thing in graph.subjects(RDF.type, kind):
            found += [(str(kind), f"many {one}") for one in properties if len(list(graph.objects(thing, one))) > 1]
    for one, kind in RANGE.items():
        for value in graph.objects(None, one):
            if (value, RDF.type, kind) not in graph:
                found.append((str(one), f"{value} is no {kind}"))
    for one, datatype in DATATYPES.items():
        for value in graph.objects(None, one):
            if not isinstance(value, Literal) or value.datatype != datatype or value.ill_typed:
                found.append((str(one), f"{value!r} is no {datatype}"))
    return found


def _one(graph: Graph, kind: URIRef) -> Node:
    (found,) = graph.subjects(RDF.type, kind)
    return found


@pytest.fixture
def catalog(example: Site) -> Graph:
    return _graph((example.root / "catalog.jsonld").read_bytes())


def test_the_catalogue_has_everything_mandatory_and_recommended(catalog: Graph) -> None:
    assert len(list(catalog.subjects(RDF.type, DCAT.Catalog))) == 1
    assert len(list(catalog.subjects(RDF.type, DCAT.Dataset))) == 2
    assert _faults(catalog, recommended=True) == []


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('"dcat:accessURL"', '"dcat:elsewhere"'),
        ('"@type": "foaf:Agent"', '"@type": "foaf:Thing"'),
        ("xsd:nonNegativeInteger", "xsd:decimal"),
        ('"skos:prefLabel"', '"skos:altLabel"'),
    ],
)
def test_a_fault_in_the_catalogue_is_found(example: Site, there: str, instead: str) -> None:
    text = (example.root / "catalog.jsonld").read_text(encoding="utf-8")
    assert there in text
    assert _faults(_graph(text.replace(there, instead).encode())) != []


def test_everything_is_one_catalogue_whose_publisher_is_the_agency(catalog: Graph) -> None:
    whole = _one(catalog, DCAT.Catalog)
    assert whole == URIRef(f"{BASE}index.html#catalog")
    assert set(catalog.objects(whole, DCAT.dataset)) == set(catalog.subjects(RDF.type, DCAT.Dataset))
    agent = catalog.value(whole, DCTERMS.publisher)
    assert agent == URIRef(f"{BASE}index.html#agency")
    assert Literal("เทศบาลตำบลบ้านแต่ง", lang="th") in set(catalog.objects(agent, FOAF.name))
    assert Literal("ข้อมูลที่แต่งขึ้นเพื่อทดสอบ", lang="th") == catalog.value(whole, DCTERMS.description)


def test_every_distribution_is_a_published_file_of_its_size_and_digest(example: Site, catalog: Graph) -> None:
    found = list(catalog.subjects(RDF.type, DCAT.Distribution))
    assert len(found) == 10
    for one in found:
        address = str(catalog.value(one, DCAT.downloadURL))
        data = (example.root / address.removeprefix(BASE)).read_bytes()
        assert str(catalog.value(one, DCAT.byteSize)) == str(len(data))
        checksum = catalog.value(one, SPDX.checksum)
        assert str(catalog.value(checksum, SPDX.checksumValue)).lower() == hashlib.sha256(data).hexdigest()


def test_a_dataset_covers_its_fiscal_year_and_says_whom_to_ask(catalog: Graph) -> None:
    dataset = URIRef(f"{BASE}2566/index.html#dataset")
    span = catalog.value(dataset, DCTERMS.temporal)
    assert [str(catalog.value(span, one)) for one in (DCAT.startDate, DCAT.endDate)] == ["2022-10-01", "2023-09-30"]
    contact = catalog.value(dataset, DCAT.contactPoint)
    assert catalog.value(contact, VCARD.hasEmail) == URIRef("mailto:office@example.invalid")
    page = str(catalog.value(dataset, DCAT.landingPage)).removeprefix(BASE)
    assert page == "2566/index.html"


def test_a_portal_says_who_runs_it(small: WriteSmall) -> None:
    other = {name.replace("/town/", "/other/"): data for name, data in SMALL.items() if "/town/" in name}
    written = small({"content/site.yaml": PORTAL, **other})
    assert not written.build().failed
    graph = _graph(written.site()["catalog.jsonld"])
    assert _faults(graph) == []
    whole = _one(graph, DCAT.Catalog)
    agent = graph.value(whole, DCTERMS.publisher)
    assert graph.value(agent, FOAF.name) == Literal("สำนักงานจังหวัด", lang="th")
    assert len(list(graph.objects(whole, DCAT.dataset))) == 2


def test_what_the_content_does_not_say_does_not_stand_there(small: WriteSmall) -> None:
    written = small({"content/site.yaml": PORTAL})
    assert not written.build().failed
    graph = _graph(written.site()["catalog.jsonld"])
    for nothing in (DCTERMS.license, DCAT.contactPoint, DCTERMS.modified, DCTERMS.issued):
        assert list(graph.objects(None, nothing)) == []


def test_the_catalogue_needs_nothing_from_elsewhere_to_be_read(example: Site) -> None:
    text = Path(example.root / "catalog.jsonld").read_text(encoding="utf-8")
    assert '"@context": {' in text
    assert '"@context": "' not in text


def test_without_a_publisher_or_an_address_a_portal_has_no_catalogue_and_says_so(small: WriteSmall) -> None:
    for left_out in ("publisher", "address"):
        lines = [line for line in PORTAL.splitlines() if not line.startswith(left_out)]
        written = small({"content/site.yaml": "\n".join(lines) + "\n"})
        outcome = written.build()
        told: list[Any] = [(one.code, one.severity, one.param("field")) for one in outcome.diagnostics]
        assert told == [("OIT340", "warning", left_out)]
        assert not outcome.failed
        assert "catalog.jsonld" not in written.site()
