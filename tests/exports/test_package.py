"""The data package describes the files beside it as they are, by the rules of Frictionless Data Package 1."""

import csv
import hashlib
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from content.pages import Site
from frictionless import validate
from projects import WriteSmall

YEARS = ["che-bilang/2567", "kok-tum/2565", "kut-chik/2564", "phok-noi/2565", "example/2566", "example/2565"]
KNOWN = {"string", "integer", "number", "boolean", "date"}


@pytest.fixture(params=YEARS)
def folder(request: pytest.FixtureRequest, site: Site, example: Site) -> Path:
    name = str(request.param)
    return example.root / name.removeprefix("example/") if name.startswith("example/") else site.root / name


def _package(folder: Path) -> dict[str, Any]:
    tree = json.loads((folder / "datapackage.json").read_bytes())
    assert isinstance(tree, dict)
    return tree


def test_the_package_is_valid_and_every_table_fits_its_schema(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(_package(folder)["resources"])


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
