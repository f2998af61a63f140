"""The names under which evidence is published: plain, never reserved, one for each file, and always the same."""

import itertools
from hashlib import blake2b

from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ITEM, YEAR, WriteSmall, told
from sampling import examples
from tables import every_row

from generator.address import is_address
from generator.rendering.addresses import published_name, root_of

KEPT = ["plan.pdf", "plan-2564.pdf", "a.b.c.pdf", "1.pdf", "a_b.pdf", "x" * 116 + ".pdf", "plan"]
CHANGED = [
    ("Plan.pdf", "plan-"), ("แผน.pdf", "file-"), ("แผน 2564.pdf", "2564-"), ("plan 2564.pdf", "plan-2564-"),
    ("plan.PDF", "plan-"),
    ("sub/plan.pdf", "sub-plan-"), ("-plan-.pdf", "plan-"), ("..pdf", "file-"), (".pdf", "file-"),
    ("a(1).pdf", "a-1-"),
    ("x" * 117 + ".pdf", "x" * 100 + "-"), ("plan.แผน", "plan-"), ("_con.pdf", "con-"), (" nul.pdf", "nul-"),
    ("a+b&c.pdf", "a-b-c-"),
    ("คcon.x.pdf", "file-con.x-"), ("a." + "x" * 198, "a-"),
    ("é.pdf", "file-"), ("a\u00a0b.pdf", "a-b-"), ("plan.tar.gz", "plan.tar"),
]  # fmt: skip


@every_row("name", KEPT)
def test_a_plain_name_is_kept(name: str) -> None:
    assert published_name(f"files/{name}") == name


@every_row(("name", "begins"), CHANGED)
def test_another_name_becomes_plain_and_gets_a_mark_of_its_own(name: str, begins: str) -> None:
    published = published_name(f"files/{name}")
    assert published.startswith(begins)
    assert is_address(published)
    if name != "plan.tar.gz":
        assert blake2b(f"files/{name}".encode(), digest_size=4).hexdigest() in published


names = st.text(st.sampled_from("aZ0._- ()กé\u00a0Ωﬁ/😀"), min_size=1, max_size=30).map(
    lambda text: "/".join(part for part in text.split("/") if part.strip(". ")) or "x"
)


@settings(max_examples=examples(200), deadline=None, derandomize=True, database=None)
@given(names, names)
def test_whatever_a_file_is_called_its_name_is_an_address_of_its_own(first: str, second: str) -> None:
    published = published_name(f"files/{first}")
    assert is_address(f"town/2567/files/{published}")
    assert "/" not in published
    assert len(published) <= 130
    assert published_name(f"files/{first}") == published
    if first != second:
        assert published_name(f"files/{second}") != published


DEVICES = ["con", "prn", "aux", "nul", *[f"com{n}" for n in range(10)], *[f"lpt{n}" for n in range(10)]]


@every_row("device", DEVICES)
def test_no_name_becomes_that_of_a_device(device: str) -> None:
    for name in (
        f"_{device}.pdf",
        f"-{device}.pdf",
        f"ก{device}.pdf",
        f"{device}ก.pdf",
        f"{device.upper()}ก.pdf",
        f"a/{device} .pdf",
        f"ก{device}.x.pdf",
        f"-{device}.x.pdf",
        f"_{device}.{'x' * 150}",
    ):
        assert is_address(published_name(f"files/{name}")), name


def collision() -> tuple[str, str]:
    """Two names of Thai letters that get one and the same mark."""
    seen: dict[str, str] = {}
    for letters in itertools.product("กขคงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", repeat=4):
        name = "".join(letters)
        published = published_name(f"files/{name}.pdf")
        if published in seen:
            return seen[published], name
        seen[published] = name
    raise AssertionError("no two names meet")


def test_two_names_that_would_be_published_as_one_are_refused(small: WriteSmall) -> None:
    first, second = collision()
    fields = "".join(f"  - {{file: files/{name}.pdf, title: x}}\n" for name in (first, second))
    project = small(
        {
            ITEM: f"---\nitem: O1\nevidence:\n{fields}---\n",
            f"{YEAR}/files/{first}.pdf": "1",
            f"{YEAR}/files/{second}.pdf": "2",
        }
    )
    outcome = project.build()
    (found,) = [d for d in outcome.diagnostics if d.severity == "error"]
    assert found.code == "OIT106"
    assert {found.param("name"), found.param("other")} == {f"files/{first}.pdf", f"files/{second}.pdf"}
    assert project.site() == {}


def test_the_way_to_the_top_is_relative() -> None:
    assert [root_of(address) for address in ("index.html", "a/index.html", "a/b/c/index.html")] == [
        "",
        "../",
        "../../../",
    ]


def test_a_document_keeps_its_address_when_it_is_replaced(small: WriteSmall) -> None:
    files = {
        ITEM: "---\nitem: O1\nevidence:\n  - {file: files/แผน.pdf, title: x}\n---\n",
        f"{YEAR}/files/แผน.pdf": "%PDF 1",
    }
    project = small(files)
    assert told(project.build()) == []
    before = {address for address, data in project.site().items() if data == b"%PDF 1"}
    project.write({f"{YEAR}/files/แผน.pdf": "%PDF 2"})
    assert told(project.build()) == []
    assert {address for address, data in project.site().items() if data == b"%PDF 2"} == before
    assert len(before) == 1
