"""``schema``: the schemas an editor reads, written anew whenever they are asked for."""

import json
from pathlib import Path

import generator

from .beginnings import WORDS, Commands, tree


def test_schemas_are_written_for_every_year(tmp_path: Path, command: Commands) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: ทดลอง\n", encoding="utf-8")
    told = command("schema", tmp_path)
    assert (told.code, told.err) == (0, "")
    names = {path.name for path in (tmp_path / ".prongsai/schema").iterdir()}
    plain = {"site.json", "agency.json", "measures.json", "report-text.json", "catalogue.json"}
    years = range(2563, 2570)
    assert names == plain | {f"{kind}-{year}.json" for kind in ("disclosure", "results") for year in years}
    assert f"Wrote {len(names)} schemas" in told.out


def test_a_catalogue_of_the_project_has_schemas_of_its_own(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2569")
    shipped = (Path(generator.__file__).parent / "catalogues/oit-2569.yaml").read_text(encoding="utf-8")
    own = tmp_path / "site/content/catalogues/oit-2570.yaml"
    own.parent.mkdir()
    own.write_text(
        shipped.replace("year: 2569", "year: 2570", 1).replace("โครงสร้าง หน้าที่และอำนาจ", "ข้อใหม่ของปี 2570"),
        encoding="utf-8",
    )
    assert command("schema", tmp_path / "site").code == 0
    schema = json.loads((tmp_path / "site/.prongsai/schema/disclosure-2570.json").read_text(encoding="utf-8"))
    titles = [way.get("title") for way in schema["properties"]["item"]["anyOf"]]
    assert "O1 ข้อใหม่ของปี 2570" in titles


def test_an_outdated_schema_is_written_anew_and_nothing_else_is_touched(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2569")
    before = tree(tmp_path / "site")
    untouched = tmp_path / "site/.prongsai/schema/agency.json"
    identity = untouched.stat().st_ino
    (tmp_path / "site/.prongsai/schema/site.json").write_text("{}", encoding="utf-8")
    assert command("schema", tmp_path / "site").code == 0
    assert tree(tmp_path / "site") == before
    assert untouched.stat().st_ino == identity


def test_nothing_is_written_through_a_link(tmp_path: Path, command: Commands) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "site/content/site.yaml").write_text("title: ทดลอง\n", encoding="utf-8")
    (tmp_path / "site/.prongsai").symlink_to(elsewhere)
    told = command("schema", tmp_path / "site")
    assert told.code == 3
    assert told.err.count("\n") == 1
    assert list(elsewhere.iterdir()) == []


def test_a_faulty_catalogue_is_mended_first(tmp_path: Path, command: Commands) -> None:
    (tmp_path / "content/catalogues").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: ทดลอง\n", encoding="utf-8")
    (tmp_path / "content/catalogues/oit-2570.yaml").write_text("year: 2570\n", encoding="utf-8")
    told = command("schema", tmp_path)
    assert told.code == 1
    assert "prongsai check" in told.err
    assert not (tmp_path / ".prongsai").exists()


def test_a_folder_without_a_project_has_no_schemas(tmp_path: Path, command: Commands) -> None:
    told = command("schema", tmp_path)
    assert told.code == 2
    assert list(tmp_path.iterdir()) == []
