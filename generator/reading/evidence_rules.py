"""``catalogues/evidence/oit-YEAR.yaml``: which words the evidence of a year is looked through for."""

import os

from generator.diagnostics import Report
from generator.oit.catalogue import Basis
from generator.oit.evidence_rule import EvidenceRules, WordRule
from generator.paths import address_in
from generator.reading.kinds import PROSE, TEXT, Choice, Number, Slug
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.snapshot import read_file
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Node

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_BASES = {basis.value: basis for basis in Basis}


def _rule(values: Values, node: Node, source: SourceText) -> WordRule:
    only_for = values.get("only_for", "")
    return WordRule(values["item"], values.get("element", 0), values["words"], values["basis"], only_for)


_RULE = Record(
    "evidence rule",
    {
        "item": Field(TEXT, "เลขข้อ", "Number of the item", required=True),
        "element": Field(Number(1, 99), "เลของค์ประกอบ", "Number of the element"),
        "words": Field(ListOf(TEXT), "คำที่ใช้แทนกันได้", "Words, any of which is enough", required=True),
        "basis": Field(Choice(_BASES), "ที่มาของกฎ", "What supports the rule", required=True),
        "only_for": Field(Slug(), "ใช้เฉพาะหน่วยงานประเภทนี้", "The only kind of agency it holds for"),
        "note": Field(PROSE, "หมายเหตุ", "Note"),
    },
    _rule,
)


def _rules(values: Values, node: Node, source: SourceText) -> EvidenceRules:
    return EvidenceRules(values.get("look_for", ()), values.get("not", ()))


RULES = Record(
    "evidence rules",
    {
        "year": Field(Number(2500, 2700), "ปีงบประมาณ พ.ศ.", "Fiscal year, Buddhist era", required=True),
        "look_for": Field(ListOf(_RULE, limit=500), "คำที่เอกสารต้องมี", "Words that the documents need"),
        "not": Field(ListOf(_RULE, limit=500), "คำของเอกสารอีกประเภทหนึ่ง", "Words of a document of another sort"),
    },
    _rules,
)


def evidence_rules(year: int) -> EvidenceRules:
    """The rules that come with the generator for a fiscal year; none where there are none."""
    folder = address_in("catalogues", "evidence")
    path = address_in(folder, f"oit-{year}.yaml")
    report = Report()
    data = read_file(_PACKAGE, path, report)
    if data is None:
        return EvidenceRules()
    rules = yaml_record(data, path, report, RULES)
    if rules is None:
        raise ValueError(f"{path}: {report.diagnostics}")
    return rules
