"""Problems for open pages: the messages of the terminal, with a link that opens the editor."""

from collections.abc import Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Span
from generator.language import Language
from generator.messages.excerpt import Excerpt, Sources, cells, visible
from generator.messages.message import told
from generator.messages.sentences import sentence
from generator.paths import path_of, url_path
from generator.preview.concern import Concern
from generator.project import Project

SHOWN = 30
_ROOM = 96


def problem_data(
    diagnostics: Sequence[Diagnostic], project: Project, language: Language, concern: Concern
) -> list[dict[str, Any]]:
    """The errors of a preview, sorted by place. Warnings never cover a page and stay in the terminal.

    ``pages`` is what the addresses of the pages begin with that an error covers; "" begins every one.
    """
    sources = Sources(project.root)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    return [_data(error, project, language, concern, sources) for error in errors[:SHOWN]]


def _data(
    error: Diagnostic, project: Project, language: Language, concern: Concern, sources: Sources
) -> dict[str, Any]:
    span, words = error.span, told(error, language)
    found = sources.excerpt(span, _ROOM)
    hints = [words.suggestion, sentence("fix", language, fix=words.fix) if words.fix else ""]
    return {
        "code": error.code,
        "place": visible(span.path) + (f":{span.line}:{span.column}" if span.line else ""),
        "message": visible(words.message),
        "excerpt": None if found is None else _parts(found),
        "hints": [visible(hint) for hint in hints if hint],
        "open": _editor_link(span, project),
        "pages": concern.pages(span.path),
    }


def _parts(found: Excerpt) -> dict[str, Any]:
    """An excerpt as its line and the text before the mark, in it and after it: a browser sets them by itself."""
    ends = [0, 0]
    for number, limit in enumerate((found.before, found.before + found.marked)):
        end = ends[0] if number else 0
        while end < len(found.text) and cells(found.text[: end + 1]) <= limit:
            end += 1
        ends[number] = end
    start, end = ends
    return {"line": found.number, "parts": [found.text[:start], found.text[start:end], found.text[end:]]}


def _editor_link(span: Span, project: Project) -> str:
    """An address that opens the file at the line in an editor that has registered itself for such addresses."""
    path = url_path(path_of(project.root, span.path))
    return f"vscode://file{path}:{max(1, span.line)}:{max(1, span.column)}"
