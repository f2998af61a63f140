"""The data catalogue of the site: DCAT-AP 3 in JSON-LD, self-contained, with a dataset for each agency-year.

It contains only what the content states. Every referenced resource is described inline,
with its class, so the catalogue can be validated without external resources.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from generator.exports.data import json_bytes
from generator.exports.dcat_vocabulary import (
    CONTEXT,
    DATA_THEMES,
    EU,
    GOVERNMENT_THEME,
    LOCAL_AUTHORITY,
    PUBLIC_ACCESS,
    SHA256,
    THAI_LANGUAGE,
    THAILAND,
    Node,
    availability_node,
    day,
    license_node,
    thai,
    wkt,
)
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.export_formats import DISTRIBUTIONS
from generator.oit.period import fiscal_year
from generator.oit.reach import NEAR
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import HOME, AgencyAddresses
from generator.rendering.structured import dataset_description, dataset_title


def dataset_node(
    content: AgencyYear, place: AgencyAddresses, publication: SiteMetadata, files: Mapping[str, bytes]
) -> Node:
    """One agency-year as a dataset; ``files`` are its distributions by address."""
    year, agency = content.year, content.agency
    home = publication.url(place.dashboard(year))
    span = fiscal_year(year)
    changed = [
        one.updated for one in content.disclosures.values() if one.updated is not None and NEAR.holds(one.updated, year)
    ]
    node: Node = {
        "@id": f"{home}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": thai(dataset_title(content)),
        "dct:description": thai(dataset_description(content)),
        "dct:identifier": f"{home}#dataset",
        "dct:publisher": agent_node(
            agency, place, publication, local=content.catalogue.is_local_government(agency.kind)
        ),
        "dct:language": THAI_LANGUAGE,
        "dct:spatial": list(_spatial(agency, publication.url(place.home))),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": day(span.start.isoformat()),
            "dcat:endDate": day(span.until.isoformat()),
        },
        "dct:accessRights": PUBLIC_ACCESS,
        "dcat:theme": GOVERNMENT_THEME,
        "dcat:keyword": [thai(word) for word in ("ITA", "OIT", "ความโปร่งใส", "การเปิดเผยข้อมูลสาธารณะ")],
        "dcat:landingPage": {"@id": home, "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(address, data, publication) for address, data in files.items()],
    }
    contact = _contact(agency)
    if contact is not None:
        node["dcat:contactPoint"] = contact
    if changed:
        node["dct:modified"] = day(max(changed).isoformat())
    return node


def catalog_json(publication: SiteMetadata, publisher: Node, datasets: Iterable[Node]) -> bytes:
    """The file ``catalog.jsonld`` of the whole site."""
    found = list(datasets)
    home = publication.url(HOME)
    changed = [node["dct:modified"]["@value"] for node in found if "dct:modified" in node]
    catalog: Node = {
        "@context": CONTEXT,
        "@id": f"{home}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": [thai(publication.title)],
        "dct:description": thai(publication.description or f"ชุดข้อมูลการเปิดเผยข้อมูลสาธารณะ (OIT) ใน{publication.title}"),
        "dct:publisher": publisher,
        "dct:language": THAI_LANGUAGE,
        "dct:spatial": THAILAND,
        "dcat:themeTaxonomy": DATA_THEMES,
        "foaf:homepage": {"@id": home, "@type": "foaf:Document"},
        "dcat:dataset": found,
    }
    if publication.title_en:
        catalog["dct:title"].append({"@value": publication.title_en, "@language": "en"})
    if publication.license is not None:
        catalog["dct:license"] = license_node(publication.license)
    if publication.issued is not None:
        catalog["dct:issued"] = day(publication.issued.isoformat())
    if changed:
        catalog["dct:modified"] = day(max(changed))
    return json_bytes(catalog)


def agent_node(agency: Agency, place: AgencyAddresses, publication: SiteMetadata, *, local: bool) -> Node:
    """The agency as a publisher; ``local`` is whether it is local government."""
    names = [thai(agency.name)]
    if agency.name_en:
        names.append({"@value": agency.name_en, "@language": "en"})
    node: Node = {"@id": publication.url(place.home) + "#agency", "@type": "foaf:Agent", "foaf:name": names}
    if local:
        node["dct:type"] = LOCAL_AUTHORITY
    if agency.contact.website:
        node["foaf:homepage"] = {"@id": agency.contact.website, "@type": "foaf:Document"}
    return node


def _spatial(agency: Agency, home: str) -> Iterator[Node]:
    """Spatial coverage: the country, the province, and the area of the agency if the content gives it."""
    yield THAILAND
    yield {"@type": "dct:Location", "skos:prefLabel": thai(f"จังหวัด{agency.province}")}
    area: Node = {}
    if agency.area.bounds is not None:
        south_west, north_east = agency.area.bounds
        west, south, east, north = south_west.longitude, south_west.latitude, north_east.longitude, north_east.latitude
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        area["dcat:bbox"] = wkt("POLYGON((" + ", ".join(f"{x} {y}" for x, y in corners) + "))")
    if agency.area.centre is not None:
        area["dcat:centroid"] = wkt(f"POINT({agency.area.centre.longitude} {agency.area.centre.latitude})")
    if area:
        yield {"@id": f"{home}#area", "@type": "dct:Location", "skos:prefLabel": thai(f"พื้นที่ของ{agency.name}"), **area}


def publisher_node(publication: SiteMetadata) -> Node:
    """Who runs a portal, as the settings of the site say."""
    publisher = publication.publisher
    node: Node = {"@id": publication.url(HOME) + "#publisher", "@type": "foaf:Agent"}
    if publisher is not None:
        node["foaf:name"] = thai(publisher.name)
        if publisher.website:
            node["foaf:homepage"] = {"@id": publisher.website, "@type": "foaf:Document"}
        if publisher.email:
            node["foaf:mbox"] = {"@id": f"mailto:{publisher.email}"}
    return node


def _distribution(address: str, data: bytes, publication: SiteMetadata) -> Node:
    name = address.rsplit("/", 1)[-1]
    row, file = DISTRIBUTIONS[name]
    url = publication.url(address)
    node: Node = {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": thai(name),
        "dct:description": thai(file.description),
        "dcat:accessURL": {"@id": url, "@type": "rdfs:Resource"},
        "dcat:downloadURL": {"@id": url, "@type": "rdfs:Resource"},
        "dct:format": {"@id": f"{EU}/file-type/{row.suffix.upper()}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {
            "@id": f"http://www.iana.org/assignments/media-types/{row.media_type}",
            "@type": "dct:MediaType",
        },
        "dct:language": THAI_LANGUAGE,
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": SHA256,
            "spdx:checksumValue": {"@value": sha256(data).hexdigest(), "@type": "xsd:hexBinary"},
        },
    }
    if publication.license is not None:
        node["dct:license"] = license_node(publication.license)
    if publication.availability:
        node["dcatap:availability"] = availability_node(publication.availability)
    return node


def _contact(agency: Agency) -> Node | None:
    contact = agency.contact
    node: Node = {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": thai(agency.name)}
    if contact.email:
        node["vcard:hasEmail"] = {"@id": f"mailto:{contact.email}"}
    if contact.website:
        node["vcard:hasURL"] = {"@id": contact.website}
    if contact.phone:
        node["vcard:hasTelephone"] = {"@type": "vcard:Voice", "rdfs:label": contact.phone}
    return node if len(node) > 2 else None
