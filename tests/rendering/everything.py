"""A project in which every text field holds one and the same text, and every kind of page is made."""

import json
from typing import Any

from projects import AGENCY, ITEM, SITE, SMALL, YEAR, Content

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
PAGES = ("index", "item", "results", "analysis", "measures", "progress")


def everything(text: str, *, body: str = "", site: str = "") -> dict[str, Content]:
    """The files of the project. ``body`` is the Markdown of every file that has any; ``site`` further settings."""
    markdown = body or "ข้อความ"
    source = {"title": text, "issued": "2567-10", "by": text}
    item: dict[str, Any] = {
        "item": "O1",
        "title": text,
        "state": "in-progress",
        "office": [text, text],
        "documents": [text],
        "evidence": [
            {"file": "files/plan.pdf", "title": text, "note": text},
            {"link": "https://example.org/plan", "title": text, "note": text},
            {"nil": text},
        ],
        "path": [text],
        "note": f"{text}\n{text}",
    }
    results: dict[str, Any] = {
        "source": source,
        "total": {"score": "85.29", "rating": text, "where": text},
        "indicators": [{"indicator": "1", "title": text, "score": "73.79", "outcome": "fail"}],
        "items": [{"item": "O1", "score": "0"}],
        "findings": [
            {"about": about, "kind": kind, "owner": text, "helped_by": ["O2"]}
            | dict.fromkeys(("heading", "statement", "remark", "analysis", "remedy", "where"), text)
            for about, kind in (("O1", "weakness"), ("indicator 1", "keep"))
        ],
        "printed": [{"figure": f"ยอด {text}", "value": text, "where": text}],
        "statements": [{"text": text, "where": text}],
        "names": [{"name": text, "kind": "agency", "where": text}],
        "earlier": [
            {
                "year": "2566",
                "total": {"score": "80.10", "rating": text, "where": text},
                "indicators": [{"indicator": "1", "title": text, "score": "70.00"}],
                "where": text,
            }
        ],
    }
    prose = ("method", "follow_up", "result", "outcome")
    measures: dict[str, Any] = {
        "source": source,
        "measures": [
            {
                "no": text[:20],
                "group": text,
                "title": text,
                "about": ["O1", "indicator 1"],
                "period": text,
                "owner": [text],
            }
            | dict.fromkeys(prose, f"{text}\n{text}")
        ],
        "names": [{"name": text, "kind": "district", "where": text}],
    }
    agency: dict[str, Any] = {
        "name": text,
        "name_en": text,
        "kind": "subdistrict-municipality",
        "district": text,
        "province": text,
        "contact": {
            "address": text,
            "phone": "043 123",
            "email": "a@b.co",
            "website": "https://a.co",
            "map": "https://b.co",
        },
        "channels": [{"title": text, "link": "https://c.co"}],
        "note": text,
        "other_names": [text],
        "offices": [{"name": text, "slug": "office", "other_names": [f"{text} {text}"]}],
        "example": "yes",
    }
    catalogue = SMALL["content/catalogues/three.yaml"]
    assert isinstance(catalogue, str)
    own = catalogue.replace("title: ข้อมูลพื้นฐาน", f"title: {json.dumps(text)}").replace(
        "title: ผู้บริหาร", f"title: {json.dumps(text)}, variants: [{json.dumps(text)}], due_hint: {json.dumps(text)}"
    )
    files: dict[str, Content] = {
        SITE: f"title: {json.dumps(text)}\ntitle_en: {json.dumps(text)}\n{site}",
        AGENCY: json.dumps(agency),
        "content/catalogues/three.yaml": f"{own}notes: [{json.dumps(text)}]\nsources: [{json.dumps(text)}]\n",
        ITEM: f"---\n{json.dumps(item)}\n---\n{markdown}\n",
        f"{YEAR}/results.yaml": json.dumps(results),
        f"{YEAR}/measures.yaml": json.dumps(measures),
        f"{YEAR}/files/plan.pdf": b"%PDF",
        f"{YEAR}/files/seal.png": PNG,
    }
    narrative = {"title": text, "source": text, "issued": "2567-10"}
    for kind in ("results", "analysis", "measures", "progress"):
        files[f"{YEAR}/{kind}.md"] = f"---\n{json.dumps(narrative)}\n---\n{markdown}\n"
    return files
