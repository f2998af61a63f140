"""The site as a catalogue of data: DCAT-AP 3 in JSON-LD, complete in itself, with a dataset for each agency-year.

Only what the content says stands in it. Every thing that another points to is described where it
stands, with its class, so that the catalogue can be checked without anything from elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from generator.exports.data import json_bytes
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.period import fiscal_year
from generator.oit.publication import Publication
from generator.rendering.addresses import HOME, AgencyPlace
from generator.rendering.structured import MEDIA_TYPES, dataset_description, dataset_title

Node = dict[str, Any]
_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGE = {"@id": f"{_EU}/language/THA", "@type": "dct:LinguisticSystem"}
_THAILAND = {
    "@id": f"{_EU}/country/THA",
    "@type": "dct:Location",
    "skos:prefLabel": [{"@value": "ประเทศไทย", "@language": "th"}, {"@value": "Thailand", "@language": "en"}],
}
_SCHEME = {
    "@id": f"{_EU}/data-theme",
    "@type": "skos:ConceptScheme",
    "dct:title": {"@value": "Data theme", "@language": "en"},
}
_THEME = {
    "@id": f"{_EU}/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
    "skos:inScheme": {"@id": f"{_EU}/data-theme"},
}
_PUBLIC = {
    "@id": f"{_EU}/access-right/PUBLIC",
    "@type": "dct:RightsStatement",
    "skos:prefLabel": {"@value": "public", "@language": "en"},
}
_LOCAL = {
    "@id": "http://purl.org/adms/publishertype/LocalAuthority",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Local Authority", "@language": "en"},
}
_LICENSE_TYPES = "http://purl.org/adms/licencetype"
_TERMS = {
    "by": ("Attribution", "Attribution"),
    "sa": ("ViralEffect-ShareAlike", "Share-alike"),
    "nc": ("NonCommercialUseOnly", "Non-commercial use only"),
    "nd": ("NoDerivativeWork", "No derivative work"),
    "zero": ("PublicDomain", "Public domain"),
}
"""What each part of the address of a Creative Commons licence means, as a code and a label of ADMS."""
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z]+(?:-[a-z]+)*)/")
_SHA256 = {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}


def dataset_node(content: AgencyYear, place: AgencyPlace, publication: Publication, files: Mapping[str, bytes]) -> Node:
    """One agency-year as a dataset; ``files`` are what it can be had in, by their addresses."""
    year, agency = content.year, content.agency
    home = publication.url(place.dashboard(year))
    span = fiscal_year(year)
    changed = [one.updated for one in content.disclosures.values() if one.updated is not None]
    node: Node = {
        "@id": f"{home}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _thai(dataset_title(content)),
        "dct:description": _thai(dataset_description(content)),
        "dct:identifier": f"{home}#dataset",
        "dct:publisher": agent_node(
            agency, place, publication, local=content.catalogue.is_local_government(agency.kind)
        ),
        "dct:language": _LANGUAGE,
        "dct:spatial": [_THAILAND, {"@type": "dct:Location", "skos:prefLabel": _thai(f"จังหวัด{agency.province}")}],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(span.start.isoformat()),
            "dcat:endDate": _day(span.until.isoformat()),
        },
        "dct:accessRights": _PUBLIC,
        "dcat:theme": _THEME,
        "dcat:keyword": [_thai(word) for word in ("ITA", "OIT", "ความโปร่งใส", "การเปิดเผยข้อมูลสาธารณะ")],
        "dcat:landingPage": {"@id": home, "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(address, data, publication) for address, data in files.items()],
    }
    contact = _contact(agency)
    if contact is not None:
        node["dcat:contactPoint"] = contact
    if changed:
        node["dct:modified"] = _day(max(changed).isoformat())
    return node


def catalog_json(publication: Publication, publisher: Node, datasets: Iterable[Node]) -> bytes:
    """The file ``catalog.jsonld`` of the whole site."""
    found = list(datasets)
    home = publication.url(HOME)
    changed = [node["dct:modified"]["@value"] for node in found if "dct:modified" in node]
    catalog: Node = {
        "@context": _CONTEXT,
        "@id": f"{home}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": [_thai(publication.title)],
        "dct:description": _thai(publication.description or f"ชุดข้อมูลการเปิดเผยข้อมูลสาธารณะ (OIT) ใน{publication.title}"),
        "dct:publisher": publisher,
        "dct:language": _LANGUAGE,
        "dct:spatial": _THAILAND,
        "dcat:themeTaxonomy": _SCHEME,
        "foaf:homepage": {"@id": home, "@type": "foaf:Document"},
        "dcat:dataset": found,
    }
    if publication.title_en:
        catalog["dct:title"].append({"@value": publication.title_en, "@language": "en"})
    if publication.license is not None:
        catalog["dct:license"] = _license(publication)
    if changed:
        catalog["dct:modified"] = _day(max(changed))
    return json_bytes(catalog)


def agent_node(agency: Agency, place: AgencyPlace, publication: Publication, *, local: bool) -> Node:
    """The agency as a publisher; ``local`` is whether it is local government."""
    names = [_thai(agency.name)]
    if agency.name_en:
        names.append({"@value": agency.name_en, "@language": "en"})
    node: Node = {"@id": publication.url(place.home) + "#agency", "@type": "foaf:Agent", "foaf:name": names}
    if local:
        node["dct:type"] = _LOCAL
    if agency.contact.website:
        node["foaf:homepage"] = {"@id": agency.contact.website, "@type": "foaf:Document"}
    return node


def publisher_node(publication: Publication) -> Node:
    """Who runs a portal, as the settings of the site say."""
    publisher = publication.publisher
    node: Node = {"@id": publication.url(HOME) + "#publisher", "@type": "foaf:Agent"}
    if publisher is not None:
        node["foaf:name"] = _thai(publisher.name)
        if publisher.website:
            node["foaf:homepage"] = {"@id": publisher.website, "@type": "foaf:Document"}
        if publisher.email:
            node["foaf:mbox"] = {"@id": f"mailto:{publisher.email}"}
    return node


def _distribution(address: str, data: bytes, publication: Publication) -> Node:
    kind = address.rsplit(".", 1)[-1].upper()
    url = publication.url(address)
    node: Node = {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _thai(address.rsplit("/", 1)[-1]),
        "dct:description": _thai(_DESCRIPTIONS[address.rsplit("/", 1)[-1]]),
        "dcat:accessURL": {"@id": url, "@type": "rdfs:Resource"},
        "dcat:downloadURL": {"@id": url, "@type": "rdfs:Resource"},
        "dct:format": {"@id": f"{_EU}/file-type/{kind}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {
            "@id": f"http://www.iana.org/assignments/media-types/{MEDIA_TYPES[kind]}",
            "@type": "dct:MediaType",
        },
        "dct:language": _LANGUAGE,
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _SHA256,
            "spdx:checksumValue": {"@value": sha256(data).hexdigest(), "@type": "xsd:hexBinary"},
        },
    }
    if publication.license is not None:
        node["dct:license"] = _license(publication)
    return node


_DESCRIPTIONS = {
    "data.csv": "ตารางข้อ O หนึ่งแถวต่อหนึ่งข้อ",
    "elements.csv": "ตารางองค์ประกอบของทุกข้อ",
    "evidence.csv": "ตารางหลักฐานของทุกข้อ",
    "data.xlsx": "ข้อ องค์ประกอบ และหลักฐาน ในแฟ้มตารางคำนวณเดียว",
    "data.json": "ข้อมูลทั้งหมดของปีงบประมาณสำหรับโปรแกรม",
}


def _contact(agency: Agency) -> Node | None:
    contact = agency.contact
    node: Node = {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": _thai(agency.name)}
    if contact.email:
        node["vcard:hasEmail"] = {"@id": f"mailto:{contact.email}"}
    if contact.website:
        node["vcard:hasURL"] = {"@id": contact.website}
    if contact.phone:
        node["vcard:hasTelephone"] = {"@type": "vcard:Voice", "rdfs:label": contact.phone}
    return node if len(node) > 2 else None


def _license(publication: Publication) -> Node:
    terms = publication.license
    if terms is None:
        return {}
    node: Node = {"@id": terms.link, "@type": "dct:LicenseDocument", "dct:title": _thai(terms.title)}
    types = _license_types(terms.link)
    if types:
        node["dct:type"] = types
    return node


def _license_types(link: str) -> list[Node]:
    """What a licence asks of those who use the data, where its address alone tells; else nothing."""
    found = _CREATIVE_COMMONS.match(link)
    parts = found.group(1).split("-") if found is not None else []
    return [
        {
            "@id": f"{_LICENSE_TYPES}/{code}",
            "@type": "skos:Concept",
            "skos:prefLabel": {"@value": label, "@language": "en"},
        }
        for code, label in (_TERMS[part] for part in parts if part in _TERMS)
    ]


def _thai(text: str) -> Node:
    return {"@value": text, "@language": "th"}


def _day(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
