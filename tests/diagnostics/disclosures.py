"""3xx: agencies, years, disclosures and their evidence."""

from diagnostics.cases import AGENCY, BASE, ITEM, SITE, Case, item, measures, results

_PLAN = "content/my-town/2564/files/plan.pdf"

CASES = (
    Case("an item that the year does not have", "OIT301", {"content/my-town/2564/o48.md": "---\nitem: «O48»\n---\n"}),
    Case("help from an item that the year does not have", "OIT301",
         results("findings:\n  - about: O1\n    helped_by: «[»O2, O48]\n")),
    Case("another number in the name of the file", "OIT302", {ITEM: "---\nitem: «O2»\n---\n"}),
    Case("two files of one item", "OIT303", {"content/my-town/2564/o1.md": "---\nitem: «O1»\n---\n"}),
    Case("a file that is not there", "OIT304",
         item("evidence:\n  - file: «files/plan-2564.pdf»\n    title: แผน\n")),
    Case("a file written without its folder", "OIT304",
         item("evidence:\n  - file: «plan.pdf»\n    title: แผน\n")),
    Case("what Office leaves beside an open document", "OIT353",
         item("evidence:\n  - file: «files/~$plan.docx»\n    title: แผน\n")),
    Case("a file on the officer's own machine", "OIT305",
         item("evidence:\n  - file: «C:\\เอกสาร\\plan.pdf»\n    title: แผน\n")),
    Case("a file outside of the year", "OIT305",
         item("evidence:\n  - file: «../2563/files/plan.pdf»\n    title: แผน\n")),
    Case("an element that the item does not have", "OIT306", item("elements:\n  1: present\n  «9»: present\n")),
    Case("evidence for an element that the item does not have", "OIT306",
         item("evidence:\n  - nil: ไม่มี\n    shows: «9»\n")),
    Case("a section without its heading", "OIT307",
         item("evidence:\n  - section: «ช่องทางติดต่อ»\n", "## ช่องทางการติดต่อ\nข้อความ\n")),
    Case("evidence of two kinds", "OIT308",
         item("evidence:\n  - «l»ink: https://example.go.th\n    nil: ไม่มี\n    title: แผน\n")),
    Case("evidence of no kind", "OIT308", item("evidence:\n  - «t»itle: แผน\n")),
    Case("done while an element is absent", "OIT309",
         item("state: «done»\nelements:\n  1: present\n  2: absent\n")),
    Case("not started, with evidence", "OIT312",
         item("state: «ยังไม่ดำเนินการ»\nevidence:\n  - nil: ไม่มีเรื่องร้องเรียน\n")),
    Case("a document that no page refers to", "OIT313", {_PLAN: b"%PDF"}, at=_PLAN),
    Case("a year without a catalogue", "OIT314", {"content/my-town/2550/o01.md": "---\nitem: O1\n---\n"},
         at="content/my-town/2550"),
    Case("an agency that is not there", "OIT315", {SITE: "title: ก\nagency: «my-towm»\n"}),
    Case("no agency at all", "OIT316", dict.fromkeys(BASE) | {SITE: BASE[SITE]}, at="content"),
    Case("a feed without an address", "OIT340", {SITE: "title: ก\nagency: my-town\nexports: «[»data, feed]\n"}),
    Case("a catalogue of a portal that nobody runs", "OIT340",
         {SITE: "title: ก\naddress: https://example.go.th\nexports: «[»dcat]\n"}),
    Case("a measure that ends before it begins", "OIT317",
         measures("    from: 2566-10-01\n    until: «2566-09-30»\n")),
    Case("a web page as evidence", "OIT318",
         {**item("evidence:\n  - file: «files/plan.html»\n    title: แผน\n"),
          "content/my-town/2564/files/plan.html": b"<p>"}),
    Case("two offices at one address", "OIT320",
         {AGENCY: f"{BASE[AGENCY]!s}offices:\n  - {{name: กองคลัง, slug: finance}}\n"
                  "  - {name: กองช่าง, slug: «finance»}\n"}),
    Case("two offices of one name", "OIT320",
         {AGENCY: f"{BASE[AGENCY]!s}offices:\n  - {{name: กองคลัง, slug: finance, other_names: [งานคลัง]}}\n"
                  "  - {name: «งาน คลัง», slug: money}\n"}),
)  # fmt: skip
