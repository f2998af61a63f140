"""4xx: results, measures and figures."""

from diagnostics.cases import MEASURES, Case, measures, results

_ALL = "indicators:\n" + "".join(f"  - {{indicator: {number}, score: 100}}\n" for number in range(1, 11))

CASES = (
    Case("a result of an item that the year does not have", "OIT401", results("items:\n  - {item: «O48», score: 0}\n")),
    Case("a result of a question that the year does not have", "OIT401",
         results("questions:\n  - {question: «i99», score: 80}\n")),
    Case("a finding about an indicator that the year does not have", "OIT401",
         results("findings:\n  - heading: ข้อเสนอแนะ\n    about: «indicator 11»\n")),
    Case("a measure about an item that the year does not have", "OIT401", measures("    about: «[»O1, O48]\n")),
    Case("two results of one indicator", "OIT402",
         results("indicators:\n  - {indicator: 9, score: 100}\n  - {indicator: «9», score: 100}\n")),
    Case("a figure of an earlier year that is not earlier", "OIT403",
         results("earlier:\n  - total: {score: 80}\n    year: «2564»\n")),
    Case("an earlier year that is given twice", "OIT402",
         results("earlier:\n  - {year: 2563, total: {score: 80}}\n  - {total: {score: 81}, year: «2563»}\n")),
    Case("an earlier year of which there is no list", "OIT314",
         results("earlier:\n  - {total: {score: 80}, year: «2560»}\n")),
    Case("an earlier figure of an indicator which that year does not have", "OIT401",
         results("earlier:\n  - {year: 2563, indicators: [{score: 80, indicator: «11»}]}\n")),
    Case("an instrument whose score is not the mean of its indicators", "OIT411",
         results("indicators:\n  - {indicator: 9, score: 100}\n  - {indicator: 10, score: 100}\n"
                 "instruments:\n  - {score: 90, instrument: «OIT»}\n")),
    Case("one figure with two values", "OIT412",
         results('printed:\n  - {figure: เป้าหมาย, value: "84"}\n  - {figure: เป้าหมาย, value: «"80"»}\n')),
    Case("a score that needs more zeros than are named", "OIT413",
         results("indicators:\n  - {indicator: «10», score: 50}\n")),
    Case("a sentence against the table", "OIT414",
         results("indicators:\n  - {indicator: 9, score: 100}\n"
                 "statements:\n  - claims: [{figure: indicators failed, value: 3}]\n    text: «ไม่ผ่าน 3 ตัวชี้วัด»\n")),
    Case("a sentence about another year", "OIT415",
         results("statements:\n  - text: «การประเมินปีงบประมาณ 2560»\n    claims: [{figure: year, value: 2560}]\n")),
    Case("the name of another agency", "OIT416",
         results("names:\n  - {kind: agency, name: «เทศบาลตำบลอื่น»}\n")),
    Case("a measure outside of its year", "OIT417",
         {MEASURES: "source: {title: รายงานมาตรการ}\nmeasures:\n  - period: ต.ค. 2566\n    title: «จัดอบรม»\n"
                    "    from: 2566-10-01\n    until: 2566-10-31\n"}),
    Case("an outcome that the score does not bear out", "OIT418",
         results("indicators:\n  - {indicator: «9», score: 100, outcome: fail}\n")),
    Case("a rating that the rules do not give", "OIT419", results(f"{_ALL}total: {{rating: A, score: «100»}}\n")),
    Case("a score that no items can make", "OIT420", results("indicators:\n  - {indicator: «10», score: 0.01}\n")),
)  # fmt: skip
