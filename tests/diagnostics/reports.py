"""4xx: results, measures and figures."""

from diagnostics.cases import Case, item, measures, results

CASES = (
    Case("a result of an item that the year does not have", "OIT401", results("items:\n  - {item: «O48», score: 0}\n")),
    Case("a result of a question that the year does not have", "OIT401",
         results("questions:\n  - {question: «i99», score: 80}\n")),
    Case("a finding about an indicator that the year does not have", "OIT401",
         results("findings:\n  - heading: ข้อเสนอแนะ\n    about: «indicator 11»\n")),
    Case("two results of one indicator", "OIT402",
         results("indicators:\n  - {indicator: 9, score: 100}\n  - {indicator: «9», score: 100}\n")),
)
