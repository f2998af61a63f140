"""An agency-year as JSON: everything its pages show, with every figure as on the page.

Points are texts with two decimals, so that no reader rounds them in binary; in observations, which
compare figures, they are numbers. Years are of the Buddhist era; days are of the Common Era (ISO 8601).
"""

import json
from fractions import Fraction
from typing import Any

from generator.exports.earlier import earlier_data
from generator.exports.evidence_data import day_data, evidence_data, freeze_data, period_data
from generator.exports.observation_data import observation_data
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.catalogue import LOCAL_GOVERNMENT
from generator.oit.measure import Measures
from generator.oit.official import Figure, Official
from generator.oit.result import Finding, MisprintedName, Results, Source
from generator.oit.rollup import RollUp, Total
from generator.oit.rounding import points
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.finding_view import finding_kind
from generator.rendering.wording import asked_period

FORMAT = 1


def json_bytes(tree: dict[str, Any]) -> bytes:
    """A tree as it is written."""
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def agency_year_data(content: AgencyYear, assessment: Assessment, place: AgencyAddresses) -> dict[str, Any]:
    """The tree that is written as JSON."""
    catalogue = content.catalogue
    return {
        "format": FORMAT,
        "agency": agency_data(content.agency),
        "year": content.year,
        "catalogue": {
            "scheme": catalogue.scheme,
            "title": catalogue.title,
            "regulator": catalogue.regulator,
            "items": len(catalogue.items),
            "pass_line": _number(Fraction(catalogue.pass_line)),
        },
        "scores": {
            "complete": _roll_up(assessment.complete, assessment.complete_total) if assessment.stated else None,
            "reported": _roll_up(assessment.reported, assessment.reported_total) if assessment.stated else None,
            "official": _official(assessment.official),
        },
        "states": {state.value: count for state, count in assessment.state_counts().items() if count},
        "items": [item_data(item, content, place) for item in assessment.items],
        "results": None if content.results is None else _results(content.results, content),
        "measures": None if content.measures is None else _measures(content.measures),
        "observations": [observation_data(one) for one in assessment.observations],
        "reports": {
            kind: {"title": n.title, "source": n.source, "issued": day_data(n.issued), "markdown": n.body}
            for kind, n in sorted(content.narratives.items())
        },
        "freezes": [freeze_data(freeze) for freeze in content.freezes],
    }


def agency_data(agency: Agency) -> dict[str, Any]:
    """Who publishes, as it stands in the file."""
    contact = agency.contact
    return {
        "slug": agency.slug,
        "name": agency.name,
        "name_en": agency.name_en,
        "kind": agency.kind,
        "district": agency.district,
        "province": agency.province,
        "contact": {
            "address": contact.address,
            "phone": contact.phone,
            "email": contact.email,
            "website": contact.website,
            "map": contact.map,
        },
        "channels": [{"title": channel.title, "link": channel.link} for channel in agency.channels],
        "note": agency.note,
        "other_names": list(agency.other_names),
        "example": agency.example,
    }


def item_data(item: ItemAssessment, content: AgencyYear, place: AgencyAddresses) -> dict[str, Any]:
    """One item, as it stands in the file."""
    disclosure = item.disclosure
    own = item.item
    return {
        "item": own.number,
        "title": own.title,
        "title_en": own.title_en,
        "variants": list(own.variants),
        "topics": list(own.topics),
        "sub_indicator": own.sub_indicator,
        "indicator": own.indicator,
        "address": place.item(content.year, own),
        "state": item.state.value,
        "official": _number(item.official),
        "official_inferred": item.official_inferred,
        "official_basis": item.official_basis,
        "worth": _number(item.worth),
        "period": {
            "rule": own.period.value,
            "text": asked_period(own.period, content.year),
            "basis": own.period_basis.value,
            "required": period_data(item.required),
        },
        "due_hint": own.due_hint,
        "basis": own.basis.value,
        "basis_note": own.basis_note,
        "elements": [
            {
                "no": check.element.number,
                "text": check.element.text,
                "local_government_only": check.element.only_for == LOCAL_GOVERNMENT,
                "declared": None if check.declared is None else "present" if check.declared else "absent",
                "met": check.met,
            }
            for check in item.elements
        ],
        "evidence": [evidence_data(check, content, place) for check in item.evidence],
        "progress": disclosure.progress.value if disclosure is not None else "not-stated",
        "own_title": disclosure.title if disclosure is not None else "",
        "offices": list(disclosure.offices) if disclosure is not None else [],
        "documents": list(disclosure.documents) if disclosure is not None else [],
        "updated": day_data(disclosure.updated) if disclosure is not None else None,
        "path": list(disclosure.path) if disclosure is not None else [],
        "note": disclosure.note if disclosure is not None else "",
        "markdown": disclosure.body if disclosure is not None else "",
    }


def _roll_up(rolled: RollUp, total: Total | None) -> dict[str, Any]:
    return {
        "instrument": _number(rolled.instrument.value),
        "indicators": {number: _number(step.value) for number, step in rolled.indicators.items()},
        "sub_indicators": {number: _number(step.value) for number, step in rolled.sub_indicators.items()},
        "total": _number(total.value) if total is not None else None,
        "rating": total.rating.label if total is not None else None,
    }


def _official(official: Official) -> dict[str, Any]:
    recomputed = official.total_recomputed
    return {
        "total": _figure(official.total),
        "rating": {
            "reported": official.rating_reported or None,
            "recomputed": recomputed.rating.label if recomputed is not None else None,
        },
        "instruments": {code: _figure(figure) for code, figure in official.instruments.items()},
        "indicators": {number: _figure(figure) for number, figure in official.indicators.items()},
        "passed": dict(official.passed),
        "pass_line": _number(official.pass_line),
        "patterns": {
            number: [
                {
                    "met": list(pattern.met),
                    "sizes": list(pattern.sizes),
                    "scores": [_number(score) for score in pattern.scores],
                    "fits": pattern.fits,
                    "unnamed": list(pattern.unnamed),
                }
                for pattern in found
            ]
            for number, found in official.patterns.items()
        },
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"reported": _number(figure.reported), "recomputed": _number(figure.recomputed)}


def _results(results: Results, content: AgencyYear) -> dict[str, Any]:
    return {
        "source": _source(results.source),
        "total_where": "" if results.total is None else results.total.where,
        "focus_line": None if results.focus_line is None else _number(Fraction(results.focus_line)),
        "questions": [
            {
                "question": question.question,
                "text": question.text,
                "score": None if question.score is None else _number(Fraction(question.score)),
                "parts": [{"title": part.title, "score": _number(Fraction(part.score))} for part in question.parts],
            }
            for question in results.questions
        ],
        "titles": {row.indicator: row.title for row in results.indicators if row.title},
        "outcomes": {row.indicator: row.passed for row in results.indicators if row.passed is not None},
        "findings": [_finding(finding, content) for finding in results.findings],
        "printed": [{"figure": str(p.figure), "value": p.value, "where": p.where} for p in results.printed],
        "statements": [
            {
                "text": statement.text,
                "where": statement.where,
                "claims": [{"figure": str(claim.figure), "value": claim.value} for claim in statement.claims],
            }
            for statement in results.statements
        ],
        "names": _names(results.names),
        "earlier": [earlier_data(earlier) for earlier in results.earlier],
    }


def _finding(finding: Finding, content: AgencyYear) -> dict[str, Any]:
    return {
        "about": str(finding.about),
        "heading": finding.heading,
        "statement": finding.statement,
        "remark": finding.remark,
        "analysis": finding.analysis,
        "remedy": finding.remedy,
        "owners": list(finding.owners),
        "kind": finding_kind(finding, content),
        "helped_by": list(finding.helped_by),
        "where": finding.where,
    }


def _measures(measures: Measures) -> dict[str, Any]:
    return {
        "source": _source(measures.source),
        "for_year": measures.for_year,
        "measures": [
            {
                "no": measure.number,
                "group": measure.group,
                "title": measure.title,
                "about": [str(about) for about in measure.about],
                "method": measure.method,
                "period": measure.period,
                "from": day_data(measure.start),
                "until": day_data(measure.until),
                "owners": list(measure.owners),
                "follow_up": measure.follow_up,
                "result": measure.result,
                "outcome": measure.outcome,
                "progress": measure.progress.value,
            }
            for measure in measures.measures
        ],
        "names": _names(measures.names),
    }


def _names(names: tuple[MisprintedName, ...]) -> list[dict[str, str]]:
    return [{"name": name.name, "kind": name.kind, "where": name.where} for name in names]


def _source(source: Source) -> dict[str, Any]:
    return {"title": source.title, "issued": day_data(source.issued), "by": source.issuer}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else points(value)
