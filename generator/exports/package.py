"""A data package (Frictionless Data Package, version 1): the files of an agency-year described for programs.

Every file stands with its size and SHA-256, every table with its columns and their Thai titles.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from generator.exports.data import json_bytes
from generator.exports.table import Table
from generator.oit.agency_year import AgencyYear
from generator.oit.export_formats import DISTRIBUTIONS
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.structured import dataset_description, dataset_title

_KEYS = {"items": ["item"], "elements": ["item", "no"], "evidence": ["item", "no"]}
"""The primary key of each table."""


def package_json(
    content: AgencyYear,
    place: AgencyAddresses,
    publication: SiteMetadata,
    files: Mapping[str, bytes],
    tables: Sequence[Table],
) -> bytes:
    """The file ``datapackage.json``, which stands beside the ``files`` it describes."""
    agency, contact = content.agency, content.agency.contact
    by_name = {f"{table.name}.csv": table for table in tables}
    homepage = publication.url(place.dashboard(content.year))
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": f"{agency.slug}-{content.year}",
        "title": dataset_title(content),
        "description": dataset_description(content),
        "keywords": ["ITA", "OIT", "ความโปร่งใส", agency.name],
        "contributors": [_known({"title": agency.name, "role": "publisher", "path": contact.website})],
        "resources": [_resource(address, data, by_name) for address, data in files.items()],
    }
    if homepage:
        package["homepage"] = homepage
    if publication.license is not None:
        package["licenses"] = [{"path": publication.license.link, "title": publication.license.title}]
    return json_bytes(package)


def _resource(address: str, data: bytes, tables: Mapping[str, Table]) -> dict[str, Any]:
    name = address.rsplit("/", 1)[-1]
    row, _ = DISTRIBUTIONS[name]
    table = tables.get(name)
    resource: dict[str, Any] = {
        "name": _name(name, table),
        "path": name,
        "profile": "data-resource" if table is None else "tabular-data-resource",
        "format": row.suffix,
        "mediatype": row.media_type,
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }
    if row.is_text:
        resource["encoding"] = "utf-8"
    if table is not None:
        resource["title"] = table.title
        resource["schema"] = _schema(resource["name"], table, "data.csv" in tables)
    return resource


def _name(file: str, table: Table | None) -> str:
    if table is None:
        return file.replace(".", "-")
    return "items" if table.name == "data" else table.name


def _schema(name: str, table: Table, has_items: bool) -> dict[str, Any]:
    fields = [{"name": column.name, "title": column.title, "type": column.kind} for column in table.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": _KEYS[name]}
    if name != "items" and has_items:
        schema["foreignKeys"] = [{"fields": "item", "reference": {"resource": "items", "fields": "item"}}]
    return schema


def _known(node: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in node.items() if value}
