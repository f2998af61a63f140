"""520–544: evidence that is weak, as far as can be told without opening it."""

from diagnostics.cases import AGENCY, BASE, Case

YEAR = "content/my-town/2564"
REPORT = f"{YEAR}/o12.md"
PDF = b"%PDF-1.4 "
SITE_OF_AGENCY = f"{BASE[AGENCY]!s}contact: {{website: 'https://www.my-town.go.th/'}}\n"


def report(evidence: str, more: str = "", body: str = "") -> dict[str, str | bytes]:
    """The item of the annual report (O12 of 2564, which asks for 2563) with its evidence."""
    return {REPORT: f"---\nitem: O12\n{more}evidence:\n{evidence}---\n{body}"}


def files(*names: str) -> dict[str, str | bytes]:
    """Documents that are what their names say, each different from the others."""
    return {f"{YEAR}/files/{name}": PDF + name.encode() for name in names}


def chart(evidence: str) -> dict[str, str | bytes]:
    """The item of the structure (O1, of no particular year) with its evidence."""
    return {f"{YEAR}/o01.md": f"---\nitem: O1\nevidence:\n{evidence}---\n"}


def link(target: str) -> dict[str, str | bytes]:
    """The structure on a page; the agency's site is known."""
    return {AGENCY: SITE_OF_AGENCY, **chart(f"  - link: {target}\n    title: โครงสร้างหน่วยงาน\n")}


def thrice(evidence: tuple[str, str, str]) -> dict[str, str | bytes]:
    """Three items of no particular year: structure, executives, duties."""
    return {
        f"{YEAR}/o0{number}.md": f"---\nitem: O{number}\nevidence:\n{one}---\n"
        for number, one in enumerate(evidence, 1)
    }


def months(last: str) -> dict[str, str | bytes]:
    """Monthly procurement (O23), from October 2563 to a month."""
    text = f"  - file: files/o.pdf\n    title: สรุปผลการจัดซื้อจัดจ้าง\n    covers: ต.ค. 63 - {last}\n"
    at = text.replace("files/o.pdf", "«files/o.pdf»")
    return {**files("o.pdf"), f"{YEAR}/o23.md": f"---\nitem: O23\nevidence:\n{at}---\n"}


_TITLED = "  - file: files/a.pdf\n    title: รายงานผลการดำเนินงาน\n"
CASES = (
    Case("done without evidence", "OIT520", {REPORT: "---\nitem: O12\nstate: «done»\n---\n"}),
    Case("a report of the wrong year", "OIT521",
         {**files("a.pdf"), **report(_TITLED.replace("files/a.pdf", "«files/a.pdf»") + "    covers: 2564\n")}),
    Case("a report of no year", "OIT522",
         {**files("a.pdf"), **report(_TITLED.replace("files/a.pdf", "«files/a.pdf»"))}),
    Case("two months short", "OIT523", months("ม.ค. 64")),
    Case("no annual report", "OIT524", report("  - nil: «ไม่มีรายงาน»\n")),
    Case("the front page", "OIT525", link("«https://www.my-town.go.th/»")),
    Case("the front page of a language", "OIT525", link("«https://www.my-town.go.th/th/index.php»")),
    Case("one page for three items", "OIT526", thrice(
        tuple(f"  - link: {at}\n    title: ชื่อที่ {n}\n" for n, at in enumerate(  # type: ignore[arg-type]
            ("«https://www.my-town.go.th/ita»", *["https://www.my-town.go.th/ita"] * 2))))),
    Case("a site of somebody else", "OIT527", link("«https://files.example.com/a.pdf»")),
    Case("a host for tests", "OIT528", link("«https://test.my-town.go.th/a»")),
    Case("a short link", "OIT529", link("«https://bit.ly/3abc»")),
    Case("a drive", "OIT530", link("«https://drive.google.com/file/d/abc/view»")),
    Case("a post", "OIT531", link("«https://www.facebook.com/my-town/posts/1»")),
    Case("the name of the file as title", "OIT532",
         {**files("a.pdf"), **chart("  - file: «files/a.pdf»\n    title: a.pdf\n")}),
    Case("the title of a new file", "OIT533",
         {**files("a.pdf"), **chart("  - file: «files/a.pdf»\n    title: ชื่อเอกสาร\n")}),
    Case("one title for three items", "OIT534", {**files("a.pdf", "b.pdf", "c.pdf"), **thrice(
        ("  - file: «files/a.pdf»\n    title: ข้อมูล ITA\n", "  - file: files/b.pdf\n    title: ข้อมูล ITA\n",
         "  - file: files/c.pdf\n    title: ข้อมูล ITA\n"))}),
    Case("another year in the title", "OIT535", {**files("a.pdf"), **report(
        "  - file: «files/a.pdf»\n    title: รายงานผล ปี 2561\n    covers: 2563\n")}),
    Case("the title of another item", "OIT536", {**files("a.pdf"), **chart(
        "  - file: «files/a.pdf»\n    title: แผนปฏิบัติการป้องกันการทุจริต\n")}),
    Case("the question as the answer", "OIT537", {
        f"{YEAR}/o01.md": "---\nitem: «O1»\n---\n- ผังการแบ่งส่วนงานของหน่วยงาน\n"}),
    Case("a box ticked in a comment", "OIT538", {
        f"{YEAR}/o01.md": "---\nitem: O1\nelements:\n  # «[x]» 1 ผัง\n  1:\n---\n"}),
    Case("one document under two names", "OIT539", {
        f"{YEAR}/files/a.pdf": PDF, f"{YEAR}/files/b.pdf": PDF, **chart(
            "  - file: files/a.pdf\n    title: ผัง\n  - file: «files/b.pdf»\n    title: คำสั่ง\n")}),
    Case("nothing but a Word document", "OIT540", {
        f"{YEAR}/files/a.docx": b"PK\x03\x04", **chart("  - file: «files/a.docx»\n    title: ผัง\n")}),
    Case("an empty file", "OIT541", {
        f"{YEAR}/files/a.pdf": b"", **chart("  - file: «files/a.pdf»\n    title: ผัง\n")}),
    Case("a program called a document", "OIT542", {
        f"{YEAR}/files/a.pdf": b"MZ\x90\x00", **chart("  - file: «files/a.pdf»\n    title: ผัง\n")}),
    Case("an ending twice", "OIT543", {
        **files("a.pdf.pdf"), **chart("  - file: «files/a.pdf.pdf»\n    title: ผัง\n")}),
    Case("a day of ten years before", "OIT544", {**files("a.pdf"), **report(
        "  - file: «files/a.pdf»\n    title: รายงานผล\n    covers: 2563\n    date: 30 ต.ค. 2553\n")}),
)  # fmt: skip
