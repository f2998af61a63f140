"""Output of a command while it works and when it ends: text, or one JSON document."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from generator.cli.terminal import Bar, has_colours, language_of, obeys_controls, room
from generator.diagnostics import Diagnostic
from generator.messages.excerpt import Sources, visible
from generator.messages.sentences import counted, sentence
from generator.paths import path_of

if TYPE_CHECKING:
    from generator.building.result import Outcome
    from generator.project import Project

_SHOWN_OF_A_CODE = 50
_NO_TEXT = "\udcff"
"""An answer that is no text in the terminal's encoding, as a character that no text holds."""
_GRAVITY = {"finding": 0, "warning": 1, "error": 2}


class Console:
    """Speaks one language in one form. Diagnostics go to standard error, the closing line to standard output.

    ``quiet`` shows errors only; ``verbose`` shows every place of every code.
    """

    def __init__(self, lang: str | None, form: str, *, quiet: bool = False, verbose: bool = False) -> None:
        self.language = language_of(lang, os.environ)
        self._json = form == "json"
        self._quiet = quiet
        self._verbose = verbose
        self._bar: Bar | None = None

    def say(self, key: str, **params: object) -> None:
        """Print one sentence on standard output, unless the output is JSON."""
        if not (self._json or self._quiet):
            sys.stdout.write(visible(sentence(key, self.language, **params)) + "\n")

    def show(self, text: str) -> None:
        """Print a longer text that was requested."""
        sys.stdout.write(text + "\n")

    def ask(self, question: str) -> str | None:
        """Ask a question on the terminal; the answer, or nothing at the end of input."""
        sys.stdout.write(question)
        sys.stdout.flush()
        try:
            answer = sys.stdin.readline()
        except UnicodeDecodeError:
            return _NO_TEXT
        if not answer:
            sys.stdout.write("\n")
            return None
        return answer.rstrip("\n")

    def trouble(self, key: str, **params: object) -> None:
        """Say why the command cannot start."""
        self.end_progress()
        if isinstance(reason := params.get("reason"), OSError):
            from generator.messages.reasons import reason_of

            params["reason"] = reason_of(reason, self.language)
        text = sentence(key, self.language, **params)
        if self._json:
            _dump({"diagnostics": [], "trouble": {"key": key, "message": text}})
        else:
            sys.stderr.write(f"prongsai: {visible(text)}\n")

    def progress(self) -> Callable[[int, int], None] | None:
        """Progress callback: a bar on a terminal, else None."""
        if self._json or self._quiet or not obeys_controls(sys.stderr):
            return None
        self._bar = Bar(self.language)
        return self._bar

    def end_progress(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.clear()

    def outcome(self, outcome: "Outcome", project: "Project", published: bool, *, building: bool = True) -> None:
        """Show every diagnostic and how it ended. ``published`` is whether the site is in the target now.

        ``building`` is whether it was meant to be: a check publishes nothing whatever it finds.
        """
        self.end_progress()
        if self._json:
            self._as_data(outcome, project, published=published)
            return
        shown = self._wanted(outcome, published=published)
        if shown:
            self._list(shown, project)
        if outcome.failed:
            key = "blocked" if outcome.blocked else "failed" if outcome.count("error") else "strict"
            if not (building or outcome.blocked):
                key = "unsound" if outcome.count("error") else "unsound_strict"
            sys.stderr.write(sentence(key, self.language, counts=self._counts(outcome, *_GRAVITY)) + "\n")
            gravest = max(shown, key=lambda d: _GRAVITY[d.severity])
            sys.stderr.write(sentence("learn", self.language, code=gravest.code) + "\n")
        elif not self._quiet:
            self._tell_todo(outcome)
            self._close(outcome, project, published=published)
            if len(shown) < len(outcome.diagnostics):
                self.say("findings")

    def _wanted(self, outcome: "Outcome", *, published: bool) -> list[Diagnostic]:
        """Diagnostics to print. Only ``check`` prints observations; a site shows them on its pages."""
        if self._verbose:
            return list(outcome.diagnostics)
        if self._quiet and not outcome.failed:
            return []
        if published or outcome.failed:
            return [d for d in outcome.diagnostics if d.severity != "finding"]
        return list(outcome.diagnostics)

    def _close(self, outcome: "Outcome", project: "Project", *, published: bool) -> None:
        noticed = self._counts(outcome, "warning", "finding")
        self.say(
            "checked" if not published else "built" if outcome.made or outcome.written else "unchanged",
            pages=counted("page", outcome.pages, self.language),
            agencies=counted("agency", outcome.agencies, self.language),
            seconds=f"{outcome.seconds:.2f}",
            noticed=noticed,
            place=path_of(project.target, "index.html").removeprefix(os.getcwd() + os.sep),
        )

    def _tell_todo(self, outcome: "Outcome") -> None:
        """Print what to do first, where it was calculated."""
        for todo in outcome.todo:
            from generator.cli.todo_text import as_text

            sys.stdout.write("".join(visible(line) + "\n" for line in as_text(todo, self.language)) + "\n")

    def _list(self, diagnostics: list[Diagnostic], project: "Project") -> None:
        """Sort by severity, errors last, next to the prompt; within a severity by file."""
        from generator.messages.diagnostic_text import notice

        sources, cells, coloured = Sources(project.root), room(sys.stderr), has_colours(sys.stderr)
        counts: dict[str, int] = {}
        for diagnostic in sorted(diagnostics, key=lambda d: _GRAVITY[d.severity]):
            counts[diagnostic.code] = counts.get(diagnostic.code, 0) + 1
            if self._verbose or counts[diagnostic.code] <= _SHOWN_OF_A_CODE:
                sys.stderr.write(notice(diagnostic, self.language, sources, cells, coloured=coloured) + "\n\n")
        for code, count in counts.items():
            if count > _SHOWN_OF_A_CODE and not self._verbose:
                more = sentence("more", self.language, code=code, count=f"{count - _SHOWN_OF_A_CODE:,}")
                sys.stderr.write(more + "\n")

    def _counts(self, outcome: "Outcome", *severities: str) -> str:
        """How many diagnostics there are of some severities, the gravest first: ``1 error, 2 warnings``."""
        grave = sorted(severities, key=lambda name: -_GRAVITY[name])
        counts = [counted(name, count, self.language) for name in grave if (count := outcome.count(name))]
        return (" " if self.language == "th" else ", ").join(counts)

    def _as_data(self, outcome: "Outcome", project: "Project", *, published: bool) -> None:
        diagnostics: list[dict[str, Any]] = []
        if outcome.diagnostics:
            from generator.messages.diagnostic_text import as_data

            diagnostics = [as_data(diagnostic, self.language) for diagnostic in outcome.diagnostics]
        first: list[dict[str, Any]] = []
        if outcome.todo and not outcome.failed:
            from generator.cli.todo_text import as_data as todo_as_data

            first = [todo_as_data(todo) for todo in outcome.todo]
        ended = {
            "failed": outcome.failed,
            "blocked": outcome.blocked,
            "published": published,
            "target": project.target,
            "pages": outcome.pages,
            "agencies": outcome.agencies,
            "made": outcome.made,
            "written": outcome.written,
            "seconds": round(outcome.seconds, 3),
            "errors": outcome.count("error"),
            "warnings": outcome.count("warning"),
            "findings": outcome.count("finding"),
        }
        _dump({"diagnostics": diagnostics, "todo": first, "outcome": ended})


def _dump(data: dict[str, Any]) -> None:
    import json  # slow to import, and needed only here

    sys.stdout.write(json.dumps(data, indent=1) + "\n")
