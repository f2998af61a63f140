"""The messages of diagnostics, from ``messages.yaml``, by their permanent codes.

The file is read only when there is a diagnostic to print.
"""

import os
import re
from functools import cache
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, Report, Severity
from generator.language import LANGUAGES, Language
from generator.messages.filling import fill
from generator.messages.sentences import sentence
from generator.paths import path_of
from generator.reading import yamltree

_REFERRING = frozenset({"reference", "subject", "printed", "follows"})
_REFERENCE = re.compile(r"(sub-indicator|indicators passed|indicators failed|indicator|instrument|total)( .+)?")
_THAI_REFERENCES = {
    "sub-indicator": "ตัวชี้วัดย่อยที่",
    "indicator": "ตัวชี้วัดที่",
    "indicators passed": "ตัวชี้วัดที่ผ่าน",
    "indicators failed": "ตัวชี้วัดที่ไม่ผ่าน",
    "instrument": "แบบวัด",
    "total": "คะแนนรวม",
}


class Message(NamedTuple):
    """The texts of one code by language; ``words`` translates parameter values."""

    code: str
    severity: Severity
    text: dict[Language, str]
    fix: dict[Language, str]
    explanation: dict[Language, str]
    words: dict[str, dict[str, dict[Language, str]]]
    wrong: str
    right: str
    is_private: bool
    """Whether the line it is about must not be printed."""


class Told(NamedTuple):
    """A diagnostic as text: what is wrong, what was probably meant, and what to write instead."""

    message: str
    suggestion: str
    fix: str
    is_private: bool = False


def told(diagnostic: Diagnostic, language: Language) -> Told:
    """A diagnostic in words."""
    message = messages()[diagnostic.code]
    params = {name: _in_words(message, name, text, language) for name, text in diagnostic.params}
    suggestion = sentence("suggestion", language, suggestion=params["suggestion"]) if "suggestion" in params else ""
    return Told(
        fill(message.text[language], params), suggestion, fill(message.fix[language], params), message.is_private
    )


def _in_words(message: Message, name: str, text: str, language: Language) -> str:
    """A parameter in words, where it is a key or has an English form."""
    if (words := message.words.get(name, {}).get(text)) is not None:
        return words[language]
    if language == "th" and name in _REFERRING:
        return ", ".join(_thai_reference(part) for part in text.split(", "))
    return text


def _thai_reference(text: str) -> str:
    match = _REFERENCE.fullmatch(text)
    return text if match is None else _THAI_REFERENCES[match[1]] + (match[2] or "")


@cache
def messages() -> dict[str, Message]:
    """All messages by code, in order."""
    path = path_of(os.path.dirname(os.path.abspath(__file__)), "messages.yaml")
    with open(path, encoding="utf-8") as file:
        report = Report()
        tree = yamltree.parse(file.read(), "generator/messages/messages.yaml", report)
    if not isinstance(tree, yamltree.Mapping) or report.diagnostics:
        raise ValueError(f"messages.yaml: {report.diagnostics}")
    return {code: _message(code, _plain(node)) for code, (_, node) in tree.entries.items()}


def _message(code: str, fields: dict[str, Any]) -> Message:
    def both(prefix: str) -> dict[Language, str]:
        return {language: fields.get(prefix + language, "").strip() for language in LANGUAGES}

    return Message(
        code=code,
        severity=fields["severity"],
        text=both(""),
        fix=both("fix_"),
        explanation=both("explain_"),
        words=fields.get("words", {}),
        wrong=fields.get("wrong", "").rstrip("\n"),
        right=fields.get("right", "").rstrip("\n"),
        is_private="private" in fields,
    )


def _plain(node: Any) -> Any:
    """A tree of the file as dictionaries and texts."""
    return node.text if hasattr(node, "text") else {name: _plain(value) for name, (_, value) in node.entries.items()}
