"""DCAT vocabulary: prefixes, codes and datatypes."""

import re
from typing import Any

from generator.oit.site_metadata import AVAILABILITIES, License

Node = dict[str, Any]
EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dcatap": "http://data.europa.eu/r5r/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
THAI_LANGUAGE = {"@id": f"{EU}/language/THA", "@type": "dct:LinguisticSystem"}
THAILAND = {
    "@id": f"{EU}/country/THA",
    "@type": "dct:Location",
    "skos:prefLabel": [{"@value": "ประเทศไทย", "@language": "th"}, {"@value": "Thailand", "@language": "en"}],
}
DATA_THEMES = {
    "@id": f"{EU}/data-theme",
    "@type": "skos:ConceptScheme",
    "dct:title": {"@value": "Data theme", "@language": "en"},
}
GOVERNMENT_THEME = {
    "@id": f"{EU}/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
    "skos:inScheme": {"@id": f"{EU}/data-theme"},
}
PUBLIC_ACCESS = {
    "@id": f"{EU}/access-right/PUBLIC",
    "@type": "dct:RightsStatement",
    "skos:prefLabel": {"@value": "public", "@language": "en"},
}
LOCAL_AUTHORITY = {
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
SHA256 = {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}


def license_node(terms: License) -> Node:
    """The licence node, with its conditions where its address implies them."""
    node: Node = {"@id": terms.link, "@type": "dct:LicenseDocument", "dct:title": thai(terms.title)}
    types = _license_types(terms.link)
    if types:
        node["dct:type"] = types
    return node


def _license_types(link: str) -> list[Node]:
    """The conditions of a licence, where its address implies them; else nothing."""
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


def availability_node(key: str) -> Node:
    """Planned availability, a code of the EU vocabulary."""
    return {
        "@id": f"{EU}/planned-availability/{key.upper()}",
        "@type": "skos:Concept",
        "skos:prefLabel": [thai(AVAILABILITIES[key]), {"@value": key, "@language": "en"}],
    }


def thai(text: str) -> Node:
    """A text in Thai."""
    return {"@value": text, "@language": "th"}


def wkt(text: str) -> Node:
    """A shape on the map as well-known text, which has the longitude before the latitude."""
    return {"@value": text, "@type": "geo:wktLiteral"}


def day(iso: str) -> Node:
    """A day of the Common Era."""
    return {"@value": iso, "@type": "xsd:date"}
