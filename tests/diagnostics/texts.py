"""5xx: the text in Markdown."""

from diagnostics.cases import Case, item

CASES = (
    Case("a link that runs a script", "OIT501", item("", "กด [ที่นี่](«javascript:alert(1)»)\n")),
    Case("a link to the officer's own machine", "OIT501", item("", "ดู [แผน](«file:///C:/plan.pdf»)\n")),
    Case("a link with an invisible character", "OIT501", item("", "ดู [แผน](«https://example.go.th/\u200bplan»)\n")),
    Case("a link to a page that is not there", "OIT502", item("", "บรรทัดแรก\n\nดู [ข้ออื่น](«o99.md») ประกอบ\n")),
    Case("a link without its beginning", "OIT502", item("", "ดู [เว็บ](«www.example.go.th»)\n")),
    Case("a link to a heading that is not there", "OIT502", item("", "# หัวข้อ\n\nดู [ส่วนล่าง](«#ช่องทาง»)\n")),
    Case("a picture that is not there", "OIT502", item("", "![ผังโครงสร้าง](«files/chart.png»)\n")),
    Case("a link by reference", "OIT502", item("", "ดู [แผน][1]\n\n[1]: «files/plan.pdf»\n")),
    Case("quotations in quotations", "OIT503", item("", "ก่อน\n\n«>»" + ">" * 60 + " ข้อความ\n")),
    Case("a picture from another site", "OIT504", item("", "![ภาพ](«https://example.go.th/chart.png»)\n")),
    Case("a document as a picture", "OIT504",
         {**item("evidence:\n  - file: files/plan.pdf\n    title: แผน\n", "![แผน](«files/plan.pdf»)\n"),
          "content/my-town/2564/files/plan.pdf": b"%PDF"}),
    Case("a table that grows beyond all measure", "OIT505",
         item("", "«|»" + "|" * 200 + "\n" + "|-" * 200 + "|\n" + "||\n" * 250)),
    Case("HTML in the text", "OIT506", item("", "บรรทัด\n\nข้อความ «<b>»หนา</b>\n")),
)  # fmt: skip
