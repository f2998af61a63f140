"""Random projects and random edits of them: what officers write, what they mistype, and names that systems dislike."""

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

from projects import SMALL, Content

from generator.oit.export_formats import EXPORT_FORMATS

THREE = SMALL["content/catalogues/three.yaml"]
YEARS = ("2566", "2567", "2568")
SITE = "content/site.yaml"
THEME = "themes/own"

SLUGS = (
    "town", "a", "b-2", "2568", "index", "manifest", "data", "files", "offices", "results", "office-1", "x" * 60,
    "con", "aux", "nul", "prn", "com1", "lpt9", "search", "method", "assets", "en", "th", "accessibility", "catalogues",
    "Town", "TOWN", "a--b", "-a", "con-x", "x" * 61, "index.html", "เมือง", "build", "common", "404",
)  # fmt: skip
"""Names for agencies, offices and themes; some are refused, and none may get further than that."""

STEMS = (
    "plan", "Plan", "PLAN", "แผน", "แผน ปี ๒๕๖๗", "con", "con.x", "คcon.x", "-con.x", "_aux.y", "nul", "com1", "lpt9 ",
    "a" * 90, "a" * 130, "ก" * 60, "ก" * 66, "ก" * 85, "a.", "a..b", "-", "~$plan", "plan-", "index", "data", "o01",
    "plan (1)", "plan+1", "plan#1", "100%", "%41", "a&b", "a'b", "é", "e\u0301", "นำ", "นํา", "🙂", "evidence",
)  # fmt: skip
ENDINGS = (
    "", ".pdf", ".PDF", ".docx", ".xlsx", ".png", ".jpg", ".html", ".md", ".yaml", ".con", ".tar.gz", ".", ".พีดีเอฟ",
    "." + "b" * 60, "." + "b" * 150, ". pdf",
)  # fmt: skip

TEXTS = (
    "ข้อความ", "สำนักปลัดเทศบาล", "กองคลัง", "Treasury", "  ", "", "yes", "1:30", "๑๒", "2567", "con", "a: b", "#1", "<b>",
    "{{ x }}", "{% raw %}", "&amp;", "\"'", "\u200b", "a\u200bb", "\u202eabc", "ก" * 300, "x" * 1500, "O1",
    "index.html", "\ufeff", "%(count)s", "\\",
    "https://example.go.th/", "mailto:a@b.co", "javascript:alert(1)", "🙂", "é", "e\u0301", "นํา",
    "</script>", "]]>", "--", "- a", "null", "~", "1e9", "-0", "0x10", "a\nb", "a\tb",
)  # fmt: skip

BODIES = (
    "ย่อหน้าธรรมดา", "## หัวข้อ", "## หัวข้อ\n\n## หัวข้อ", "- หนึ่ง\n- สอง\n\n  สาม", "| ก | ข |\n|---|---|\n| 1 | 2 | 3 |",
    "[แผน](files/plan.pdf)", "[ข้อ](o02.md)", "[หัวข้อ](#หัวข้อ)", "![ภาพ](files/seal.png)", "<b>x</b>", "<!-- x -->",
    "[x]: javascript:a", "[…]: อ้างอิง", "> " * 25 + "ลึก", "**หนา:**ไทย", "1. ก\n2. ข\n4. ง", "    ย่อหน้า",
    "```\n{{ x }}\n```", "&#x202e;", "&#0;", "[^1]\n\n[^1]: หมายเหตุ", "https://example.go.th", "---", "a\\\nb", "* * *",
    "[แผน](<files/แผน ปี ๒๕๖๗.pdf>)", "[แผน](files/plan.pdf#page=3)", "[x](../o01/)", "[x](/2567/)", "[x](//a.b)",
)  # fmt: skip

PIECES = ("[" * 70, "\0", ":", "\n", "'", '"', "{", "}", ", ", "---\n", "\r", "\u2028")
"""What a damaged file has too much of."""

EXPORTS = tuple(row.name for row in EXPORT_FORMATS)

Files = dict[str, Content]
Edit = Callable[["Editor"], str]


class Editor:
    """The files of a project and the dice; each edit changes the files and says what it did."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.files: Files = {
            "content/catalogues/three.yaml": THREE,
            SITE: "title: เว็บไซต์ทดสอบ\n",
            "content/town/agency.yaml": SMALL["content/town/agency.yaml"],
            "content/town/2567/o01.md": SMALL["content/town/2567/o01.md"],
        }

    def edit(self) -> str:
        """Change something; what was done, as far as it could be."""
        weights, edits = zip(*((weight, edit) for edit, weight in EDITS.items()), strict=True)
        chosen: Edit = self.dice.choices(edits, weights)[0]
        return chosen(self)

    def slugs(self) -> list[str]:
        """The folders in ``content`` that hold an agency."""
        return sorted({path.split("/")[1] for path in self.files if path.endswith("/agency.yaml")})

    def years(self) -> list[str]:
        """The folders of the years of all agencies."""
        return sorted(
            {"/".join(path.split("/")[:3]) for path in self.files if path.count("/") >= 3 and _of_agency(path)}
        )

    def one(self, values: Sequence[Any]) -> Any:
        """One of some values."""
        return self.dice.choice(values)

    def some(self, values: Sequence[Any], most: int = 4) -> list[Any]:
        """A few of some values."""
        return self.dice.sample(values, self.dice.randint(0, min(most, len(values))))

    def maybe(self, **fields: Callable[[], Any]) -> dict[str, Any]:
        """Some of the fields, each with a value made for it."""
        return {name: make() for name, make in fields.items() if self.dice.random() < 0.4}

    def text(self) -> str:
        """A text for a field, mostly a harmless one."""
        return str(self.one(TEXTS) if self.dice.random() < 0.1 else self.one(TEXTS[:4]))

    def slug(self) -> str:
        """A name for addresses, often a harmless one."""
        return str(self.one(SLUGS) if self.dice.random() < 0.3 else self.one(SLUGS[:12]))


def _of_agency(path: str) -> bool:
    return path.startswith("content/") and not path.startswith("content/catalogues/")


def agency(editor: Editor) -> str:
    """Write an agency, a new one or one that is there."""
    slug = editor.slug()
    offices = [
        {"name": f"{editor.text()} {n}", **editor.maybe(slug=editor.slug, other_names=lambda: [editor.text()])}
        for n in range(editor.dice.randint(0, 3))
    ]
    fields = {"name": "เทศบาลตำบล" + editor.text(), "kind": "subdistrict-municipality", "province": "ขอนแก่น"}
    fields |= editor.maybe(
        name_en=editor.text,
        district=editor.text,
        note=editor.text,
        other_names=lambda: [editor.text()],
        offices=lambda: offices,
        contact=lambda: {"phone": "0 4300 0000", "address": editor.text()},
        area=lambda: {"centre": "15, 101"},
        channels=lambda: [{"title": editor.text(), "link": "https://example.go.th/ก"}],
    )
    editor.files[f"content/{slug}/agency.yaml"] = json.dumps(fields, ensure_ascii=False)
    return f"agency {slug}"


def move_agency(editor: Editor) -> str:
    """Call an agency's folder otherwise, or remove it."""
    slugs = editor.slugs()
    if not slugs:
        return "no agency"
    slug, other = editor.one(slugs), editor.one(["", editor.slug()])
    for path in [path for path in editor.files if path.startswith(f"content/{slug}/")]:
        content = editor.files.pop(path)
        if other:
            editor.files[f"content/{other}/{path.split('/', 2)[2]}"] = content
    return f"agency {slug} -> {other or 'removed'}"


def move_year(editor: Editor) -> str:
    """Call the folder of a year otherwise, copy it, or remove it."""
    years = editor.years()
    if not years:
        return "no year"
    folder, how = editor.one(years), editor.one(["rename", "copy", "remove"])
    above = folder.rpartition("/")[0]
    name = editor.one([*YEARS, *YEARS, *YEARS, "๒๕๖๗", "67", "con", "2567.", "2564", "9999", "files"])
    for path in [path for path in editor.files if path.startswith(f"{folder}/")]:
        content = editor.files[path] if how == "copy" else editor.files.pop(path)
        if how != "remove":
            editor.files[f"{above}/{name}{path.removeprefix(folder)}"] = content
    return f"{how} {folder} {name}"


def item(editor: Editor) -> str:
    """Write a disclosure, and often a document beside it."""
    folder = _year(editor)
    number = editor.dice.randint(1, 3)
    documents = [path.removeprefix(f"{folder}/") for path in editor.files if path.startswith(f"{folder}/files/")]
    if editor.dice.random() < 0.5:
        documents.append(_document(editor, folder))
    evidence: list[dict[str, Any]] = [{"file": path, "title": editor.text()} for path in editor.some(documents)]
    evidence += editor.some(
        [
            {"link": "https://example.go.th/แผน", "title": editor.text()},
            {"nil": "ไม่มีเรื่องร้องเรียน"},
            {"section": "หัวข้อ"},
            {"link": editor.text(), "title": editor.text()},
        ],
        1,
    )
    fields = {"item": f"O{number}"} | editor.maybe(
        title=editor.text,
        state=lambda: editor.one(["done", "in-progress", "not-started", "เสร็จ"]),
        office=lambda: editor.one([editor.text(), [editor.text(), editor.text()]]),
        updated=lambda: editor.one(["2567-01-15", "30/4/2567", "๓๐ เม.ย. ๒๕๖๗", "2567-02-30"]),
        evidence=lambda: evidence,
        note=editor.text,
        path=lambda: [editor.text()],
        documents=lambda: [editor.text()],
    )
    body = "\n\n".join(editor.some(BODIES, 3))
    name = editor.one([f"o0{number}.md"] * 20 + [f"o{number}.md", f"O{number}.md", "o99.md", "o๑.md", "x.md"])
    editor.files[f"{folder}/{name}"] = f"---\n{json.dumps(fields, ensure_ascii=False)}\n---\n{body}\n"
    return f"item {folder}/{name}"


def document(editor: Editor) -> str:
    """Put a document with an odd name beside a year's items, and link to it."""
    folder = _year(editor)
    path = _document(editor, folder)
    fields = {"item": "O2", "evidence": [{"file": path, "title": "แผน"}]}
    editor.files[f"{folder}/o02.md"] = f"---\n{json.dumps(fields, ensure_ascii=False)}\n---\n[แผน](<{path}>)\n"
    return f"document {folder}/{path}"


def report(editor: Editor) -> str:
    """Write results, measures or the text of a report."""
    folder = _year(editor)
    source = {"title": editor.text() or "รายงาน"}
    score = editor.one(["85.29", "100", "0", "7.5", "๘๕.๒๙", "101", "x"])
    results = {"source": source} | editor.maybe(
        total=lambda: {"score": score, "rating": editor.text()},
        indicators=lambda: [{"indicator": "1", "score": score}, {"indicator": "2", "score": "50"}],
        instruments=lambda: [{"instrument": "OIT", "score": score}],
        items=lambda: [{"item": f"O{n}", "score": editor.one(["0", "100"])} for n in (1, 2, 3)],
        findings=lambda: [{"about": "O1", "statement": editor.text(), "owner": editor.text(), "helped_by": ["O2"]}],
        printed=lambda: [{"figure": "indicator 1", "value": editor.text()}],
        statements=lambda: [{"text": editor.text(), "claims": [{"figure": "indicators failed", "value": 0}]}],
        names=lambda: [{"name": editor.text(), "kind": "agency"}],
        earlier=lambda: [{"year": "2566", "total": {"score": "80"}}],
    )
    one = {"title": editor.text() or "อบรม"} | editor.maybe(
        progress=lambda: editor.one(["done", "in-progress", "not-started"]),
        about=lambda: ["O1", "indicator 1"],
        owner=editor.text,
        until=lambda: "2567-09-30",
        method=editor.text,
    )
    measures = {"source": source, "measures": [one]} | editor.maybe(for_year=lambda: editor.one([2567, 2568, 2560]))
    text = {"title": editor.text(), "source": editor.text()}
    name, content = editor.one([("results.yaml", results), ("measures.yaml", measures), ("analysis.md", text)])
    written = json.dumps(content, ensure_ascii=False)
    editor.files[f"{folder}/{name}"] = f"---\n{written}\n---\n{editor.one(BODIES)}\n" if name[-1] == "d" else written
    return f"report {folder}/{name}"


def site(editor: Editor) -> str:
    """Write the settings of the site."""
    fields = {"title": editor.text() or "เว็บไซต์"} | editor.maybe(
        title_en=editor.text,
        numerals=lambda: editor.one(["thai", "arabic"]),
        address=lambda: editor.one(["https://example.go.th/ita/", "https://example.go.th", editor.text()]),
        agency=lambda: editor.one(["all", *editor.slugs(), editor.slug()]),
        exports=lambda: editor.some(EXPORTS, len(EXPORTS)),
        languages=lambda: editor.one([["th"], ["th", "en"], ["en"]]),
        description=editor.text,
        license=lambda: {"title": editor.text(), "link": "https://example.go.th/l"},
        publisher=lambda: {"name": editor.text()},
        feed_entries=lambda: editor.one([1, 50]),
        issued=lambda: "2566-12-01",
        theme=lambda: editor.one(["base", "own", editor.slug()]),
        accessibility=lambda: {"checked": "2567-01-01"},
    )
    editor.files[SITE] = json.dumps(fields, ensure_ascii=False)
    return "site"


def catalogue(editor: Editor) -> str:
    """Give the project another list of items for a year, or change one."""
    year = editor.one(YEARS)
    text = str(THREE).replace("2567", year).replace("scheme: three", f"scheme: s{year}")
    if editor.dice.random() < 0.3:
        text = text.replace("title: โครงสร้าง", f"title: {json.dumps(editor.text(), ensure_ascii=False)}")
    if editor.dice.random() < 0.2:
        text = text.replace("O3,", f"O{editor.one(['03', '4', '200', '๓', '999', '1'])},")
    editor.files[f"content/catalogues/{'three' if year == '2567' else year}.yaml"] = text
    return f"catalogue {year}"


def theme(editor: Editor) -> str:
    """Give the site a theme of its own with an odd asset."""
    asset = editor.one(
        ["style.css", "own.css", "con.css", "a.", "b" * 201, "A.css", "fonts", "x/aux/y.css", "ก.css", "pages"]
    )
    name = editor.one(["own", "own", editor.slug()])
    editor.files[f"themes/{name}/theme.yaml"] = f"name: {name}\n"
    editor.files[f"themes/{name}/assets/{asset}"] = "body { margin: 0 }\n"
    editor.files[SITE] = json.dumps({"title": "เว็บไซต์", "theme": name}, ensure_ascii=False)
    return f"theme {name} {asset}"


def stray(editor: Editor) -> str:
    """Put a file where none is expected."""
    folder = editor.one(
        ["content", "content/catalogues", *(f"content/{slug}" for slug in editor.slugs()), *editor.years()]
    )
    name = editor.one(STEMS) + editor.one(ENDINGS)
    editor.files[f"{folder}/{name}"] = "x"
    return f"stray {folder}/{name}"


def remove(editor: Editor) -> str:
    """Take a file away."""
    path = _any(editor)
    if path != SITE:
        editor.files.pop(path, None)
    return f"remove {path}"


def empty(editor: Editor) -> str:
    """Leave nothing in a file."""
    path = _any(editor)
    editor.files[path] = ""
    return f"empty {path}"


def swap(editor: Editor) -> str:
    """Let two files change places."""
    one, other = _any(editor), _any(editor)
    editor.files[one], editor.files[other] = editor.files[other], editor.files[one]
    return f"swap {one} {other}"


def damage(editor: Editor) -> str:
    """Change some bytes of a file."""
    path = _any(editor)
    content = editor.files[path]
    data = bytearray(content.encode() if isinstance(content, str) else content)
    how = editor.one(["cut", "byte", "piece", "line", "double"])
    at = editor.dice.randint(0, len(data))
    if how == "cut":
        del data[at:]
    elif how == "byte" and data:
        data[at % len(data)] = editor.dice.randrange(256)
    elif how == "line":
        lines = bytes(data).split(b"\n")
        lines.insert(editor.dice.randint(0, len(lines)), lines.pop(editor.dice.randrange(len(lines))))
        data = bytearray(b"\n".join(lines))
    elif how == "double":
        data[at:at] = data[at : at + 20]
    else:
        data[at:at] = editor.one(
            [*TEXTS, *SLUGS, "[" * 70, "\0", ":", "\n", "'", '"', "{", "}", ", ", "---\n"]
        ).encode()
    editor.files[path] = bytes(data)
    return f"{how} {path} at {at}"


def _any(editor: Editor) -> str:
    return str(editor.one(sorted(editor.files)))


def _year(editor: Editor) -> str:
    slugs = editor.slugs() or ["town"]
    return f"content/{editor.one(slugs)}/{editor.one(YEARS if editor.dice.random() < 0.3 else ('2567',))}"


def _document(editor: Editor, folder: str) -> str:
    odd = editor.dice.random() < 0.5
    name = editor.one(STEMS) + editor.one(ENDINGS) if odd else editor.one(("plan.pdf", "seal.png", "Plan.PDF"))
    path = f"files/{editor.one(['', '', '', 'ย่อย/', 'con/', 'aux.d/', 'A/', 'a/'])}{name}"
    editor.files[f"{folder}/{path}"] = editor.one([b"%PDF-1.4", b"", b"PK\3\4", b"\x89PNG\r\n\x1a\n", b"<html>"])
    return path


EDITS: dict[Edit, int] = {
    agency: 6, move_agency: 4, move_year: 3, item: 10, document: 8, report: 6, site: 6, catalogue: 2, theme: 3,
    stray: 1, remove: 2, empty: 1, swap: 1, damage: 6,
}  # fmt: skip
"""Each edit, and how often it is made among the others."""
