"""A diagnostic as text: location, message, the marked line, and the fix."""

from typing import Any

from generator.diagnostics import Diagnostic
from generator.language import Language
from generator.messages.excerpt import Sources, visible
from generator.messages.message import told
from generator.messages.sentences import sentence

_COLOURS = {"finding": "36", "warning": "33", "error": "31"}
_BOLD = "1"
_GUTTER = 5


def notice(diagnostic: Diagnostic, language: Language, sources: Sources, room: int, *, coloured: bool = False) -> str:
    """The lines about a diagnostic, the excerpt cut to ``room`` cells."""
    span, words = diagnostic.span, told(diagnostic, language)
    colour = _COLOURS[diagnostic.severity] if coloured else ""
    place = visible(span.path) + (f":{span.line}:{span.column}" if span.line else "")
    label = _painted(f"{sentence(f'is_{diagnostic.severity}', language)}[{diagnostic.code}]", colour)
    lines = [f"{place}: {label}: {_painted(visible(words.message), _BOLD if coloured else '')}"]
    margin = " " * _GUTTER
    excerpt = None if words.is_private else sources.excerpt(span, room - _GUTTER - len(" | ……"))
    if excerpt is not None:
        lines.append(f"{excerpt.number:>{_GUTTER}} | {excerpt.text}")
        lines.append(f"{margin} | {' ' * excerpt.before}{_painted('^' * excerpt.marked, colour)}")
    hints = [words.suggestion, sentence("fix", language, fix=words.fix) if words.fix else ""]
    lines.extend(f"{margin} = {visible(hint)}" for hint in hints if hint)
    return "\n".join(lines)


def as_data(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    """A diagnostic for editors and other machines; lines and columns count from 1, 0 is the file as a whole."""
    span, words = diagnostic.span, told(diagnostic, language)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": span.end,
        "message": words.message,
        "suggestion": words.suggestion,
        "fix": words.fix,
        "params": dict(diagnostic.params),
    }


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text
