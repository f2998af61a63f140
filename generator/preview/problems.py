"""What an open page is told of the problems: the words of the terminal, with a link that opens the editor."""

from collections.abc import Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Span
from generator.excerpt import Sources
from generator.language import Language
from generator.notice import notice
from generator.paths import path_of, url_path
from generator.project import Project

SHOWN = 30
_ROOM = 96


def problem_data(diagnostics: Sequence[Diagnostic], project: Project, language: Language) -> list[dict[str, Any]]:
    """The errors of a preview, sorted by place. Warnings never cover a page and stay in the terminal."""
    sources = Sources(project.root)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    return [
        {
            "code": error.code,
            "text": notice(error, language, sources, _ROOM),
            "place": f"{error.span.path}:{error.span.line}" if error.span.line else error.span.path,
            "open": _editor_link(error.span, project),
        }
        for error in errors[:SHOWN]
    ]


def _editor_link(span: Span, project: Project) -> str:
    """An address that opens the file at the line in an editor that has registered itself for such addresses."""
    path = url_path(path_of(project.root, span.path))
    return f"vscode://file{path}:{max(1, span.line)}:{max(1, span.column)}"
