"""The catalogue of data, read as a graph and held against what DCAT-AP 3.0 demands of each class."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from content.pages import Site
from projects import SMALL, WriteSmall
from pyld import jsonld
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from .dcat_rules import AP, NEVER_SAID, RECOMMENDED, SPDX, VCARD, WKT, faults, lacking
from .graphs import graph_of
from .sites import HARD, Published

BASE = "https://example.invalid/ita/"
PORTAL = """\
title: ข้อมูลเปิดของจังหวัด
address: https://example.go.th
exports: [data, csv, dcat]
publisher: {name: สำนักงานจังหวัด, website: "https://example.go.th/office", email: office@example.go.th}
"""


def _one(graph: Graph, kind: URIRef) -> Node:
    (found,) = graph.subjects(RDF.type, kind)
    return found


@pytest.fixture
def catalog(example: Site) -> Graph:
    return graph_of((example.root / "catalog.jsonld").read_bytes())


def test_the_catalogue_has_everything_mandatory_and_recommended(catalog: Graph) -> None:
    assert len(list(catalog.subjects(RDF.type, DCAT.Catalog))) == 1
    assert len(list(catalog.subjects(RDF.type, DCAT.Dataset))) == 2
    assert faults(catalog) == []
    missing = {(str(kind), str(one)) for kind, few in NEVER_SAID.items() for one in few}
    kinds = {str(thing): str(kind) for thing, kind in catalog.subject_objects(RDF.type)}
    assert {(kinds[thing], one) for thing, one in lacking(catalog, RECOMMENDED)} == missing


def test_every_catalogue_keeps_the_profile(published: Published) -> None:
    graph = graph_of(published.read("catalog.jsonld"))
    assert faults(graph) == []
    years = {path.removesuffix("data.json") for path in published.found("**/data.json")}
    of_items = {path.removesuffix("data.json") for path in published.found("**/o[0-9]*/data.json")}
    told = {str(one) for one in graph.subjects(RDF.type, DCAT.Dataset)}
    assert told == {f"{published.base}{year}index.html#dataset" for year in years - of_items}


def test_another_reader_of_json_ld_finds_the_same_catalogue(published: Published) -> None:
    data = published.read("catalog.jsonld")
    options = {"format": "application/n-quads", "documentLoader": _nothing_from_elsewhere}
    other = Graph().parse(data=jsonld.to_rdf(json.loads(data), options), format="nt")
    assert len(other) > 100
    assert isomorphic(other, graph_of(data))


def _nothing_from_elsewhere(address: str, options: object) -> Any:
    raise AssertionError(f"the catalogue needs {address}")


def test_hard_names_come_back_as_they_were_written(portal: Published) -> None:
    graph = graph_of(portal.read("catalog.jsonld"))
    names = {str(name) for name in graph.objects(None, FOAF.name)}
    assert {HARD, 'A & "B" <C>', 'สำนักงานจังหวัด "ก้าวหน้า" & <ใหม่>'} <= names
    assert URIRef("https://example.org/town?a=1&b=2") in set(graph.objects(None, VCARD.hasURL))


@pytest.mark.parametrize(
    ("link", "types"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", {"Attribution"}),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/th/", {
            "Attribution", "NonCommercialUseOnly", "ViralEffect-ShareAlike",
        }),
        ("https://creativecommons.org/licenses/by-nd/4.0/deed.th", {"Attribution", "NoDerivativeWork"}),
        ("https://creativecommons.org/publicdomain/zero/1.0/", {"PublicDomain"}),
        ("https://example.org/licenses/by/4.0/", set()),
        ("https://data.go.th/terms", set()),
    ],
)  # fmt: skip
def test_what_a_licence_asks_is_told_where_its_address_tells(small: WriteSmall, link: str, types: set[str]) -> None:
    written = small({"content/site.yaml": f"{PORTAL}license: {{title: เงื่อนไข, link: '{link}'}}\n"})
    assert not written.build().failed
    graph = graph_of(written.site()["catalog.jsonld"])
    assert faults(graph) == []
    told = {str(one).rsplit("/", 1)[-1] for one in graph.objects(URIRef(link), DCTERMS.type)}
    assert told == types


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('"dcat:accessURL"', '"dcat:elsewhere"'),
        ('"@type": "foaf:Agent"', '"@type": "foaf:Thing"'),
        ("xsd:nonNegativeInteger", "xsd:decimal"),
        ('"skos:prefLabel"', '"skos:altLabel"'),
        ('"dct:description"', '"dct:abstract"'),
        ('"@type": "dct:PeriodOfTime"', '"@type": "dct:Period"'),
        ('"@type": "dct:Location"', '"@type": "dct:Place"'),
        ("authority/file-type/", "authority/filetype/"),
        ("licencetype/Attribution", "licence/Attribution"),
        ('"dcat:landingPage"', '"dcat:landing"'),
        ('"@value": "2022-10-01"', '"@value": "1 ต.ค. 2565"'),
        (
            '"dct:accessRights": {',
            '"dct:accessRights": [{"@id": "urn:a", "@type": "dct:RightsStatement"}, "ก"], "x": {',
        ),
    ],
)
def test_a_fault_in_the_catalogue_is_found(example: Site, there: str, instead: str) -> None:
    text = (example.root / "catalog.jsonld").read_text(encoding="utf-8")
    assert there in text
    assert faults(graph_of(text.replace(there, instead).encode())) != []


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


def test_the_area_of_an_agency_has_its_longitudes_first(catalog: Graph) -> None:
    (place,) = set(catalog.subjects(DCAT.centroid))
    assert catalog.value(place, DCAT.centroid) == Literal("POINT(101 15)", datatype=WKT)
    corners = "101.25 14.9, 101.25 15.1, 100.9 15.1"
    assert catalog.value(place, DCAT.bbox) == Literal(f"POLYGON((100.9 14.9, {corners}, 100.9 14.9))", datatype=WKT)
    for dataset in catalog.subjects(RDF.type, DCAT.Dataset):
        assert [kept for kept in catalog.objects(dataset, DCTERMS.spatial) if (kept, DCAT.bbox, None) in catalog]


def test_a_site_says_since_when_and_for_how_long(catalog: Graph) -> None:
    whole = _one(catalog, DCAT.Catalog)
    assert catalog.value(whole, DCTERMS.issued) == Literal("2023-12-01", datatype=XSD.date)
    kept = {catalog.value(one, AP.availability) for one in catalog.subjects(RDF.type, DCAT.Distribution)}
    assert kept == {URIRef("http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE")}


def test_a_portal_says_who_runs_it(small: WriteSmall) -> None:
    other = {name.replace("/town/", "/other/"): data for name, data in SMALL.items() if "/town/" in name}
    written = small({"content/site.yaml": PORTAL, **other})
    assert not written.build().failed
    graph = graph_of(written.site()["catalog.jsonld"])
    assert faults(graph) == []
    whole = _one(graph, DCAT.Catalog)
    agent = graph.value(whole, DCTERMS.publisher)
    assert graph.value(agent, FOAF.name) == Literal("สำนักงานจังหวัด", lang="th")
    assert len(list(graph.objects(whole, DCAT.dataset))) == 2


def test_what_the_content_does_not_say_does_not_stand_there(small: WriteSmall) -> None:
    written = small({"content/site.yaml": PORTAL})
    assert not written.build().failed
    graph = graph_of(written.site()["catalog.jsonld"])
    unsaid = (
        DCTERMS.license, DCAT.contactPoint, DCTERMS.modified, DCTERMS.issued, AP.availability, DCAT.bbox, DCAT.centroid,
    )  # fmt: skip
    for nothing in unsaid:
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
