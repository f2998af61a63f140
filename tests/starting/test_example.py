"""The worked example: invented, faultless, and using all there is."""

import csv
import io
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from reading.editor import typed_file
from tables import every_row

from generator.oit.assessment import ItemState
from generator.oit.disclosure import EvidenceKind, Progress
from generator.oit.evidence_format import suffix_of
from generator.reading.agency_file import AGENCY
from generator.reading.disclosure_file import DISCLOSURE
from generator.reading.measures_file import MEASURES
from generator.reading.narrative_file import NARRATIVE
from generator.reading.results_file import NAME, RESULTS
from generator.reading.schema import ListOf, Record
from generator.reading.site_file import PUBLISHER, SITE
from generator.starting import example

from .beginnings import Commands, tree

LARGEST = 60_000


def fields(text: bytes, name: str) -> Any:
    """The fields of a file, every value a text."""
    decoded = text.decode()
    return yaml.load(decoded.split("---\n")[1] if name.endswith(".md") else decoded, Loader=yaml.BaseLoader)


def files(pattern: str) -> dict[str, bytes]:
    return {name: data for name, data in example.content().items() if Path(name).match(pattern)}


def test_it_builds_without_an_error_a_warning_or_a_finding(tmp_path: Path, command: Commands) -> None:
    assert command("new", tmp_path / "site", "--example").code == 0
    built = command.build(tmp_path / "site")
    assert built["diagnostics"] == []
    assert built["outcome"]["published"] is True


def test_it_is_plainly_an_example(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", "--example")
    command.build(tmp_path / "site")
    agency = json.loads((tmp_path / "site/build/2568/data.json").read_bytes())["agency"]
    assert agency["name"] == "เทศบาลตำบลตัวอย่าง"
    assert agency["province"] == "ตัวอย่าง"
    assert agency["example"] is True
    for page in (tmp_path / "site/build").rglob("index.html"):
        if "method" not in page.parts:
            said = "invented" if "en" in page.parts else "สมมติ"
            assert said in page.read_text(encoding="utf-8"), page


def test_every_state_of_an_item_is_shown(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", "--example")
    command.build(tmp_path / "site")
    data = json.loads((tmp_path / "site/build/2568/data.json").read_bytes())
    assert {item["state"] for item in data["items"]} == {state.value for state in ItemState}


def used(record: Record[Any], found: list[Any]) -> set[str]:
    """The fields of a record that some file fills in, records inside it included."""
    names = {name for values in found for name in values}
    for name, field in record.fields.items():
        kind = field.kind.item if isinstance(field.kind, ListOf) else field.kind
        if isinstance(kind, Record):
            below = [values[name] for values in found if name in values]
            names |= used(kind, [one for value in below for one in (value if isinstance(value, list) else [value])])
    return names


def known(record: Record[Any]) -> set[str]:
    names = set(record.fields)
    for field in record.fields.values():
        kind = field.kind.item if isinstance(field.kind, ListOf) else field.kind
        names |= known(kind) if isinstance(kind, Record) else set()
    return names


@every_row(
    ("pattern", "record"),
    [
        ("content/site.yaml", SITE),
        ("agency.yaml", AGENCY),
        ("o*.md", DISCLOSURE),
        ("results.yaml", RESULTS),
        ("measures.yaml", MEASURES),
        ("[ramp]*.md", NARRATIVE),
    ],
)
def test_every_field_is_used_but_names_of_others(pattern: str, record: Record[Any]) -> None:
    found = [fields(data, name) for name, data in files(pattern).items()]
    # a name that is not the agency's own would be a finding, and only a portal has a publisher beside its agency
    assert known(record) - used(record, found) <= {"names", *known(NAME), "publisher", *known(PUBLISHER)}


def test_every_kind_of_evidence_and_every_progress_is_used() -> None:
    disclosures = [fields(data, name) for name, data in files("o*.md").items()]
    evidence = [piece for disclosure in disclosures for piece in disclosure.get("evidence", [])]
    assert {kind.value for kind in EvidenceKind} <= {name for piece in evidence for name in piece}
    assert {"pdf", "xlsx", "docx", "csv", "png"} <= {suffix_of(piece["file"]) for piece in evidence if "file" in piece}
    measures = [m for name, data in files("measures.yaml").items() for m in fields(data, name)["measures"]]
    assert {m["progress"] for m in measures} == {p.value for p in Progress if p is not Progress.NOT_STATED}


def test_its_documents_are_small_and_open() -> None:
    documents = files("files/*")
    assert sum(map(len, documents.values())) < LARGEST
    for name, data in documents.items():
        match suffix_of(name):
            case "pdf":
                assert data.startswith(b"%PDF-1.")
                assert data.rstrip().endswith(b"%%EOF")
                assert data.count(b"/Type /Page\n") == 1
            case "docx" | "xlsx":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    assert archive.testzip() is None
                    assert "[Content_Types].xml" in archive.namelist()
            case "csv":
                assert data.startswith(b"\xef\xbb\xbf")
                table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
                assert len({len(row) for row in table}) == 1
            case "png":
                size, kind = struct.unpack(">I4s", data[8:16])
                assert kind == b"IHDR"
                assert struct.unpack(">I", data[16 + size : 20 + size])[0] == zlib.crc32(data[12 : 16 + size])
            case other:
                pytest.fail(other)


def test_it_has_an_earlier_year_with_fewer_items() -> None:
    assert 0 < len(files("2567/o*.md")) < len(files("2568/o*.md"))


def test_its_next_year_opens_and_builds(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", "--example")
    told = command("new", tmp_path / "site", "--year", "2569")
    assert told.code == 0
    assert "with content of 2568" in told.out
    assert command.build(tmp_path / "site")["diagnostics"] == []


def schema_of(site: Path, name: str, text: str) -> Path:
    """The schema that a YAML file names in its first line; of Markdown, that of its kind and year."""
    if name.endswith(".yaml"):
        return (site / name).parent / text.split("\n")[0].partition("$schema=")[2]
    year = Path(name).parent.name
    kind = f"disclosure-{year}" if re.fullmatch(r"o[0-9]+", Path(name).stem) else "report-text"
    return site / ".prongsai" / "schema" / f"{kind}.json"


def test_its_files_fit_their_schemas(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", "--example")
    written = tree(tmp_path / "site")
    checked = 0
    for name, data in written.items():
        if not name.startswith("content/") or not name.endswith((".md", ".yaml")) or "/files/" in name:
            continue
        text = data.decode()
        schema = json.loads(schema_of(tmp_path / "site", name, text).read_bytes())
        assert list(Draft7Validator(schema).iter_errors(typed_file(name, text))) == [], name
        checked += 1
    assert checked == len([name for name in written if name.startswith("content/") and "/files/" not in name])
