"""The data package describes the files beside it as they are, by the rules of Frictionless Data Package 1."""

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from content.pages import Site
from frictionless import Package, validate
from frictionless.resources import TableResource
from projects import WriteSmall

YEARS = [
    "site/che-bilang/2567", "site/kok-tum/2565", "site/kut-chik/2564", "site/phok-noi/2565", "example/2566",
    "example/2565", "portal/town/2567", "portal/other/2567", "portal/third/2567",
]  # fmt: skip
KNOWN = {"string", "integer", "number", "boolean", "date"}


@pytest.fixture(params=YEARS)
def folder(request: pytest.FixtureRequest) -> Path:
    name, _, address = str(request.param).partition("/")
    root = request.getfixturevalue(name).root
    assert isinstance(root, Path)
    return root / address


def _package(folder: Path) -> dict[str, Any]:
    tree = json.loads((folder / "datapackage.json").read_bytes())
    assert isinstance(tree, dict)
    return tree


def test_the_package_is_valid_and_every_table_fits_its_schema(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(_package(folder)["resources"])


def test_a_program_that_reads_the_package_finds_the_values_of_the_data(folder: Path) -> None:
    """By the types of the columns, as a program finds them that knows nothing but the package."""
    data = json.loads((folder / "data.json").read_bytes())
    resources = Package(str(folder / "datapackage.json")).resources
    tables = {one.name: one.read_rows() for one in resources if isinstance(one, TableResource) and one.tabular}
    numbers = [(row["official"], row["worth"], row["updated"], row["official_inferred"]) for row in tables["items"]]
    assert numbers == [
        (_number(item["official"]), _number(item["worth"]), _day(item["updated"]), item["official_inferred"])
        for item in data["items"]
    ]
    counts = [(row["elements_met"], row["elements"], row["evidence"]) for row in tables["items"]]
    assert counts == [
        (sum(one["met"] for one in item["elements"]), len(item["elements"]), len(item["evidence"]))
        for item in data["items"]
    ]
    elements = [(item["item"], one) for item in data["items"] for one in item["elements"]]
    assert [
        (row["item"], row["no"], row["text"], row["met"], row["local_government_only"])
        for row in tables["elements"]
    ] == [
        (number, one["no"], one["text"], one["met"], one["local_government_only"]) for number, one in elements
    ]  # fmt: skip
    evidence = [(item["item"], one) for item in data["items"] for one in item["evidence"]]
    assert [
        (row["item"], row["kind"], row["size"], row["date"], row["covers_from"], row["covers_until"])
        for row in tables["evidence"]
    ] == [
        (number, one["kind"], one["size"], _day(one["date"]), *_span(one["covers"])) for number, one in evidence
    ]  # fmt: skip


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _span(covers: dict[str, str | None] | None) -> tuple[datetime.date | None, datetime.date | None]:
    known = covers or {}
    return _day(known.get("from")), _day(known.get("until"))


def test_every_file_has_the_size_and_the_digest_it_is_said_to_have(folder: Path) -> None:
    resources = _package(folder)["resources"]
    assert [one["path"] for one in resources] == [
        "data.csv", "elements.csv", "evidence.csv", "data.xlsx", "data.json",
    ]  # fmt: skip
    for one in resources:
        data = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_every_column_has_a_thai_title_and_a_type(folder: Path) -> None:
    for one in _package(folder)["resources"]:
        if one["format"] != "csv":
            assert "schema" not in one
            continue
        fields = one["schema"]["fields"]
        head = next(csv.reader(io.StringIO((folder / one["path"]).read_text(encoding="utf-8-sig"))))
        assert [field["name"] for field in fields] == head
        assert all(re.search("[ก-ฮ]", field["title"]) and field["type"] in KNOWN for field in fields)


def test_the_package_has_what_the_specification_asks_for(folder: Path) -> None:
    package = _package(folder)
    names = [package["name"], *(one["name"] for one in package["resources"])]
    assert all(re.fullmatch(r"[a-z0-9][-a-z0-9._/]*", name) for name in names)
    assert len(set(names)) == len(names)
    assert package["profile"] == "data-package"
    assert all(not path.startswith(("/", "..")) for path in (one["path"] for one in package["resources"]))
    assert [one["role"] for one in package["contributors"]] == ["publisher"]


def test_a_licence_and_a_homepage_are_given_only_where_the_site_gives_them(site: Site, example: Site) -> None:
    package = _package(example.root / "2566")
    assert [one["path"] for one in package["licenses"]] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert package["homepage"] == "https://example.invalid/ita/2566/index.html"
    other = _package(site.root / "kut-chik/2564")
    assert not {"licenses", "homepage"} & set(other)


def test_a_table_that_was_altered_is_noticed(site: Site, tmp_path: Path) -> None:
    """So that the checks above can fail."""
    shutil.copytree(site.root / "kut-chik/2564", tmp_path / "year", ignore=shutil.ignore_patterns("o*"))
    table = tmp_path / "year/data.csv"
    table.write_bytes(table.read_bytes().replace(b"0.44", b"many", 1))
    report = validate(str(tmp_path / "year/datapackage.json"))
    assert {"hash-count", "type-error"} & {row[0] for row in report.flatten(["type"])}


def test_only_files_that_are_made_are_described(small: WriteSmall) -> None:
    written = small({"content/site.yaml": "title: เว็บไซต์ทดสอบ\nexports: [package, csv]\n"})
    assert not written.build().failed
    package = json.loads(written.site()["town/2567/datapackage.json"])
    assert [one["path"] for one in package["resources"]] == ["data.csv", "elements.csv", "evidence.csv"]
