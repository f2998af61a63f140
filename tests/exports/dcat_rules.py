"""What DCAT-AP 3.0.0 demands, recommends and allows of each class that a catalogue of this program has.

Written for these tests after the specification. They say more than its SHACL shapes in two ways: a property that
the profile does not list for a class is a fault, and so is a date or a text of another kind than is meant.
"""

from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import IdentifiedNode, Node

ADMS = Namespace("http://www.w3.org/ns/adms#")
AP = Namespace("http://data.europa.eu/r5r/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
WKT = URIRef("http://www.opengis.net/ont/geosparql#wktLiteral")
EU = "http://publications.europa.eu/resource/authority"
Properties = tuple[URIRef, ...]

MANDATORY: dict[URIRef, Properties] = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
RECOMMENDED: dict[URIRef, Properties] = {
    DCAT.Catalog: (
        DCAT.dataset, DCTERMS.spatial, FOAF.homepage, DCTERMS.language, DCTERMS.license, DCTERMS.modified,
        DCTERMS.issued, DCAT.themeTaxonomy,
    ),
    DCAT.Dataset: (
        DCAT.contactPoint, DCAT.distribution, DCAT.keyword, DCTERMS.publisher, DCTERMS.spatial, DCTERMS.temporal,
        DCAT.theme,
    ),
    DCAT.Distribution: (DCTERMS.description, DCTERMS.format, DCTERMS.license, AP.availability),
    FOAF.Agent: (DCTERMS.type,),
    DCTERMS.LicenseDocument: (DCTERMS.type,),
    DCTERMS.Location: (DCAT.bbox, DCAT.centroid),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
}  # fmt: skip
NEVER_SAID: dict[URIRef, Properties] = {DCTERMS.Location: (DCAT.bbox, DCAT.centroid)}
"""What is recommended but not said of the country and of a province, which are told by code and by name."""
OPTIONAL: dict[URIRef, Properties] = {
    DCAT.Dataset: (DCTERMS.identifier, DCTERMS.language, DCTERMS.accessRights, DCTERMS.modified, DCAT.landingPage),
    DCAT.Distribution: (
        DCTERMS.title, DCTERMS.language, DCAT.downloadURL, DCAT.mediaType, DCAT.byteSize, SPDX.checksum,
    ),
    SKOS.Concept: (SKOS.inScheme,),
}  # fmt: skip
BESIDE: dict[URIRef, Properties] = {
    FOAF.Agent: (FOAF.homepage, FOAF.mbox),
    DCTERMS.Location: (SKOS.prefLabel,),
    DCTERMS.LicenseDocument: (DCTERMS.title,),
    DCTERMS.RightsStatement: (SKOS.prefLabel,),
    VCARD.Kind: (VCARD.fn, VCARD.hasEmail, VCARD.hasURL, VCARD.hasTelephone),
    VCARD.Voice: (RDFS.label,),
}
"""What the profile leaves to the vocabulary that a class comes from."""
BARE = frozenset(
    {
        DCTERMS.LinguisticSystem, DCTERMS.MediaType, DCTERMS.MediaTypeOrExtent, FOAF.Document, RDFS.Resource,
        SPDX.ChecksumAlgorithm, VCARD.Organization,
    }
)  # fmt: skip
"""Classes of which nothing is said but that something is one."""
AT_MOST_ONE: dict[URIRef, Properties] = {
    DCAT.Catalog: (
        DCTERMS.publisher, DCTERMS.license, DCTERMS.issued, DCTERMS.modified, FOAF.homepage, DCTERMS.rights,
        DCTERMS.creator,
    ),
    DCAT.Dataset: (
        DCTERMS.publisher, DCTERMS.modified, DCTERMS.issued, DCTERMS.accrualPeriodicity, DCTERMS.accessRights,
        DCTERMS.type, OWL.versionInfo,
    ),
    DCAT.Distribution: (
        DCAT.mediaType, DCTERMS.format, DCTERMS.license, DCAT.byteSize, SPDX.checksum, DCTERMS.modified,
        DCTERMS.issued, DCTERMS.rights, AP.availability, ADMS.status, DCAT.compressFormat, DCAT.packageFormat,
    ),
    FOAF.Agent: (DCTERMS.type,),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
    DCTERMS.Location: (DCAT.bbox, DCAT.centroid),
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
    AP.availability: SKOS.Concept,
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
    SKOS.inScheme: SKOS.ConceptScheme,
    SPDX.checksum: SPDX.Checksum,
    SPDX.algorithm: SPDX.ChecksumAlgorithm,
}
"""The class of what a property points to."""
TEXTS = frozenset(
    {DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCAT.keyword, FOAF.name, SKOS.prefLabel, VCARD.fn}
)
"""Properties whose value is a text."""
DATATYPES: dict[URIRef, URIRef] = {
    DCAT.byteSize: XSD.nonNegativeInteger,
    SPDX.checksumValue: XSD.hexBinary,
    DCTERMS.modified: XSD.date,
    DCTERMS.issued: XSD.date,
    DCAT.bbox: WKT,
    DCAT.centroid: WKT,
    DCAT.startDate: XSD.date,
    DCAT.endDate: XSD.date,
}
VOCABULARIES: dict[tuple[URIRef, URIRef], str] = {
    (DCAT.Catalog, DCTERMS.language): f"{EU}/language/",
    (DCAT.Catalog, DCAT.themeTaxonomy): f"{EU}/data-theme",
    (DCAT.Dataset, DCTERMS.language): f"{EU}/language/",
    (DCAT.Dataset, DCAT.theme): f"{EU}/data-theme/",
    (DCAT.Dataset, DCTERMS.accessRights): f"{EU}/access-right/",
    (DCAT.Distribution, DCTERMS.format): f"{EU}/file-type/",
    (DCAT.Distribution, AP.availability): f"{EU}/planned-availability/",
    (DCAT.Distribution, DCAT.mediaType): "http://www.iana.org/assignments/media-types/",
    (FOAF.Agent, DCTERMS.type): "http://purl.org/adms/publishertype/",
    (DCTERMS.LicenseDocument, DCTERMS.type): "http://purl.org/adms/licencetype/",
}
"""The controlled vocabulary that the profile wants the values of a property to be of, by how its addresses begin."""


def lacking(graph: Graph, table: dict[URIRef, Properties]) -> list[tuple[str, str]]:
    """What things of a class do not have of what a table names for it, as (thing, property)."""
    return [
        (str(thing), str(one))
        for kind, properties in table.items()
        for thing in graph.subjects(RDF.type, kind)
        for one in properties
        if graph.value(thing, one, any=True) is None
    ]


def faults(graph: Graph) -> list[tuple[str, str]]:
    """What a graph has against the profile, as (thing or property, what)."""
    return [*lacking(graph, MANDATORY), *_too_many(graph), *_strangers(graph), *_values(graph), *_codes(graph)]


def _too_many(graph: Graph) -> list[tuple[str, str]]:
    return [
        (str(thing), f"many {one}")
        for kind, properties in AT_MOST_ONE.items()
        for thing in graph.subjects(RDF.type, kind)
        for one in properties
        if len(set(graph.objects(thing, one))) > 1
    ]


def _strangers(graph: Graph) -> list[tuple[str, str]]:
    """Things without a class, classes that the profile does not know, and properties that are not of the class."""
    found: list[tuple[str, str]] = []
    for thing in set(graph.subjects()):
        kinds = {kind for kind in graph.objects(thing, RDF.type) if isinstance(kind, URIRef)}
        known: set[Node] = {RDF.type}
        for table in (MANDATORY, RECOMMENDED, OPTIONAL, BESIDE):
            for kind in kinds:
                known.update(table.get(kind, ()))
        unknown = [
            kind for kind in kinds - BARE if not any(kind in table for table in (MANDATORY, RECOMMENDED, BESIDE))
        ]
        found += [(str(thing), f"is a {kind}") for kind in unknown]
        found += [(str(thing), "is nothing")] if not kinds else []
        found += [(str(thing), f"has {one}") for one in set(graph.predicates(thing)) - known]
    return found


def _values(graph: Graph) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for _, predicate, value in graph:
        one = URIRef(str(predicate))
        if one in RANGE and (value, RDF.type, RANGE[one]) not in graph:
            found.append((str(one), f"{value} is no {RANGE[one]}"))
        elif one in TEXTS and not (isinstance(value, Literal) and value.strip()):
            found.append((str(one), f"{value!r} is no text"))
        elif one in DATATYPES and not _is(value, DATATYPES[one]):
            found.append((str(one), f"{value!r} is no {DATATYPES[one]}"))
    return found


def _is(value: Node, datatype: URIRef) -> bool:
    return isinstance(value, Literal) and value.datatype == datatype and not value.ill_typed


def _codes(graph: Graph) -> list[tuple[str, str]]:
    """Values that are not of the vocabulary that the profile names."""
    return [
        (str(one), f"{value} is not of {begins}")
        for (kind, one), begins in VOCABULARIES.items()
        for thing in graph.subjects(RDF.type, kind)
        for value in graph.objects(thing, one)
        if not (isinstance(value, IdentifiedNode) and str(value).startswith(begins))
    ]
