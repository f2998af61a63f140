"""schema.org data of pages, for search engines: publisher, datasets and breadcrumb.

It contains only what the content states. URLs are absolute where the site has an address, else relative.
"""

from collections.abc import Callable, Iterable
from typing import Any

from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.export_formats import DISTRIBUTIONS
from generator.oit.period import fiscal_year
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.markup import EMPTY, Markup, data_block
from generator.rendering.views import Crumb, DownloadView

_MEDIA_TYPES = {row.label: row.media_type for row, _ in DISTRIBUTIONS.values()}

Link = Callable[[str], str]
"""Makes a link on a page out of an address."""
Node = dict[str, Any]


def structured(title: str, address: str, crumbs: Iterable[Crumb], nodes: Iterable[Node], link: Link) -> Markup:
    """The block of a page: the way that leads to it, and what it is about; empty where there is neither.

    No way leads to the front page of a site: search engines want two steps or more.
    """
    steps = [*crumbs, Crumb(title, address)]
    way = [
        {"@type": "ListItem", "position": position, "name": step.title, "item": link(step.address)}
        for position, step in enumerate(steps, 1)
    ]
    graph: list[Node] = [{"@type": "BreadcrumbList", "itemListElement": way}] if len(way) > 1 else []
    graph += nodes
    return data_block({"@context": "https://schema.org", "@graph": graph}) if graph else EMPTY


def organization(agency: Agency, place: AgencyAddresses, link: Link) -> Node:
    """The agency."""
    contact = agency.contact
    where = {
        "@type": "PostalAddress",
        "streetAddress": contact.address,
        "addressLocality": agency.district,
        "addressRegion": agency.province,
        "addressCountry": "TH",
    }
    return _said(
        {
            "@type": "GovernmentOrganization",
            "@id": link(place.main_home) + "#agency",
            "name": agency.name,
            "alternateName": agency.name_en,
            "url": contact.website or link(place.home),
            "email": contact.email,
            "telephone": contact.phone,
            "location": {"@type": "Place", "hasMap": contact.map} if contact.map else "",
            "address": _said(where),
            "areaServed": _area(agency),
        }
    )


def _area(agency: Agency) -> Node | str:
    """The area of the agency on the map; empty where nothing is known of it."""
    shapes: list[Node] = []
    if agency.area.centre is not None:
        latitude, longitude = agency.area.centre
        shapes.append({"@type": "GeoCoordinates", "latitude": str(latitude), "longitude": str(longitude)})
    if agency.area.bounds is not None:
        box = " ".join(str(degrees) for corner in agency.area.bounds for degrees in corner)
        shapes.append({"@type": "GeoShape", "box": box})
    return {"@type": "AdministrativeArea", "geo": shapes} if shapes else ""


def dataset(
    content: AgencyYear, place: AgencyAddresses, publication: SiteMetadata, files: Iterable[DownloadView], link: Link
) -> Node:
    """The data of one fiscal year, with the files it can be had in."""
    year, agency = content.year, content.agency
    span = fiscal_year(year)
    return _said(
        {
            "@type": "Dataset",
            "@id": link(place.dashboard(year)) + "#dataset",
            "name": dataset_title(content),
            "description": dataset_description(content),
            "url": link(place.dashboard(year)),
            "inLanguage": "th",
            "isAccessibleForFree": True,
            "temporalCoverage": f"{span.start.isoformat()}/{span.until.isoformat()}",
            "spatialCoverage": {"@type": "Place", "name": f"จังหวัด{agency.province}"},
            "creator": {"@id": link(place.main_home) + "#agency"},
            "license": publication.license.link if publication.license is not None else "",
            "keywords": ["ITA", "OIT", "ความโปร่งใส", "การเปิดเผยข้อมูลสาธารณะ"],
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": _MEDIA_TYPES[file.kind], "contentUrl": link(file.address)}
                for file in files
                if file.kind in _MEDIA_TYPES
            ],
        }
    )


def dataset_title(content: AgencyYear) -> str:
    """The name of the data of an agency-year."""
    return f"ข้อมูลการเปิดเผยต่อสาธารณะ (OIT) ของ{content.agency.name} ปีงบประมาณ พ.ศ. {content.year}"


def dataset_description(content: AgencyYear) -> str:
    """What the data of an agency-year are, in one sentence."""
    return (
        f"สถานะการเปิดเผยข้อมูล {len(content.catalogue.items)} ข้อ พร้อมองค์ประกอบ หลักฐาน คะแนนประเมินตนเอง และผลทางการเท่าที่มี"
        f" ของ{content.agency.name} จังหวัด{content.agency.province} ปีงบประมาณ พ.ศ. {content.year}"
    )


def _said(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
