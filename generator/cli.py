"""The command line: what each command does, and what it says when it is done."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator.build import build, check
from generator.options import parse
from generator.outcome import Outcome
from generator.outlet import outlets
from generator.paths import address_in
from generator.presentation import Presentation
from generator.project import Project, find_project
from generator.terminal import replace_unknown

if TYPE_CHECKING:
    from generator.starting.command import Ended

_UNREADABLE = "OIT101"
HANDFUL = 5
"""The most agencies of which a check tells what to do first without being asked to tell everything."""
OK, FAILED, USAGE, BLOCKED, BUG = 0, 1, 2, 3, 4
INTERRUPTED, UNHEARD = 130, 141
"""As a shell says it: stopped by the keyboard; or done, though nobody reads what is said, which is no success."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. Nothing that a user can cause ends in a traceback."""
    replace_unknown()
    with outlets() as both:
        code = _run(arguments)
        both.flush()
        if code != OK or both.lost is None:
            return code
        if not isinstance(both.lost, BrokenPipeError):  # who closes a pipe knows that he does
            sys.stderr.write(_unheard(both.lost))
        return UNHEARD


def _unheard(lost: OSError) -> str:
    from generator.reasons import reason_of
    from generator.sentences import sentence
    from generator.terminal import language_of

    language = language_of(None, os.environ)
    return f"prongsai: {sentence('unheard', language, reason=reason_of(lost, language))}\n"


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments)
    except SystemExit as leaving:  # argparse has said what is wrong, or shown its help
        return leaving.code if isinstance(leaving.code, int) else USAGE
    shown = Presentation(options.lang, options.format, quiet=options.quiet, verbose=options.verbose)
    try:
        return _COMMANDS[options.command](options, shown)
    except KeyboardInterrupt:
        shown.trouble("interrupted")
        return INTERRUPTED
    except Exception as error:
        if options.verbose:
            import traceback

            traceback.print_exc()
        shown.trouble("bug", problem=f"{type(error).__name__}: {error}")
        return BUG


def _without_project(folder: str, shown: Presentation) -> int:
    """Tell that a folder holds no project, and of the file that may be meant to be its settings."""
    from generator.reading.misnamed import settings_like

    root = os.path.abspath(folder)
    shown.trouble("not_a_project", folder=root, found=settings_like(root))
    return USAGE


def _build(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, getattr(options, "out", None))
    if project is None:
        return _without_project(options.project, shown)
    jobs = options.jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else options.jobs or 1
    tell = shown.progress()
    archive = os.path.abspath(options.zip) if options.command == "build" and options.zip else ""
    if archive and _is_refused(archive, project):
        shown.trouble("output_inside", place=options.zip)
        return USAGE
    todo = 0 if options.quiet else sys.maxsize if options.verbose else HANDFUL if options.command == "check" else 0
    if options.command == "build":
        outcome = build(
            project,
            jobs=jobs,
            tell=tell,
            durable=options.durable,
            strict=options.strict,
            today=options.today or "",
            todo=todo,
            archive=archive,
        )
    else:
        outcome = check(project, jobs=jobs, tell=tell, strict=options.strict, today=options.today or "", todo=todo)
    building = options.command == "build"
    shown.outcome(outcome, project, published=building and not outcome.failed, building=building)
    if archive and not outcome.failed:
        shown.say("archived", place=options.zip)
    return _exit_code(outcome)


def _is_refused(path: str, project: Project) -> bool:
    from generator.output_file import is_inside  # few builds write such a file

    return is_inside(path, project)


def _new(options: Namespace, shown: Presentation) -> int:
    from generator.starting.command import new

    names = ("name", "name_en", "kind", "district", "province", "year", "slug")
    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    ask = shown.ask if sys.stdin is not None and sys.stdin.isatty() else None
    ended = new(options.folder, given, with_example=options.example, language=shown.language, ask=ask, tell=shown.show)
    return _ended(ended, shown)


def _start(options: Namespace, shown: Presentation) -> int:
    from generator.starting.first_steps import build_program, project_of

    found = project_of(options.folder, shown.language, shown.ask, shown.show)
    if not isinstance(found, str):
        return _ended(found, shown)
    spoken = ["--lang", shown.language]
    if options.build:
        return _COMMANDS["build"](parse(["build", found, *spoken]), shown)
    shown.say("start_shows", folder=found)
    shown.say("start_stops")
    shown.say("start_builds", next=f' "{found}"', program=build_program(options.folder, shown.language))
    return _COMMANDS["preview"](parse(["preview", found, "--open", *spoken]), shown)


def _schema(options: Namespace, shown: Presentation) -> int:
    from generator.starting.command import write_schemas

    project = find_project(options.project, None)
    if project is None:
        return _without_project(options.project, shown)
    return _ended(write_schemas(project, options.project), shown)


def _ended(ended: "Ended", shown: Presentation) -> int:
    if ended.how == "done":
        shown.say(ended.key, **ended.params)
    else:
        shown.trouble(ended.key, **ended.params)
    return {"done": OK, "usage": USAGE, "failed": FAILED, "blocked": BLOCKED}[ended.how]


def _explain(options: Namespace, shown: Presentation) -> int:
    from generator.explain import explanation, nearest, overview

    if options.code is None:
        shown.show(overview(shown.language))
        return OK
    text = explanation(options.code, shown.language)
    if text is None:
        shown.trouble("no_such_code", code=options.code, suggestion=nearest(options.code))
        return USAGE
    shown.show(text)
    return OK


def _preview(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, None)
    if project is None:
        return _without_project(options.project, shown)
    from generator.preview.listening import CannotListen, listen

    try:
        listening = listen(options.host, options.port, options.allow)
    except CannotListen as cannot:
        shown.trouble(cannot.key, port=options.port, host=options.host, reason=cannot.reason)
        return USAGE if cannot.key == "preview_needs_names" else BLOCKED
    if listening.is_open:
        shown.trouble("preview_open_host", host=options.host)
    from generator.preview.run import preview

    def ready() -> None:
        first, *others = listening.places
        shown.say("preview_ready", place=first)
        if others:
            shown.say("preview_also", places=" ".join(others))
        sys.stdout.flush()
        if options.open:
            import webbrowser

            webbrowser.open(first)

    try:
        preview(project, shown.language, listening, ready)
    except OSError as error:
        shown.trouble("not_previewed", reason=error.strerror or error)
        return BLOCKED
    shown.say("preview_stopped")
    return OK


def _report(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, None)
    if project is None:
        return _without_project(options.project, shown)
    from generator.printing import PrintError, find_printer, print_report

    target = os.path.abspath(options.pdf)
    if _is_refused(target, project):
        shown.trouble("output_inside", place=options.pdf)
        return USAGE
    printer = find_printer()
    if printer is None:
        shown.trouble("no_printer")
        return BLOCKED
    page = address_in(options.year, options.kind, "index.html")
    addresses = (address_in(options.agency, page), page)  # on a portal, and where the agency is the site
    try:
        outcome = print_report(project, addresses, target, printer, today=options.today or "")
    except PrintError as error:
        shown.trouble("not_printed", reason=error)
        return BLOCKED
    except OSError as error:
        shown.trouble("not_written", place=options.pdf, reason=error)
        return BLOCKED
    if outcome is None:
        shown.say("printed", place=target)
        return OK
    if outcome.failed:
        shown.outcome(outcome, project, published=False, building=False)
        return _exit_code(outcome)
    shown.trouble("no_such_report", agency=options.agency, year=options.year, kind=options.kind)
    return USAGE


def _freeze(options: Namespace, shown: Presentation) -> int:
    import datetime

    from generator.freezing.command import freeze

    project = find_project(options.project, None)
    if project is None:
        return _without_project(options.project, shown)
    day = datetime.date.fromisoformat(options.date) if options.date else None
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()  # in Thailand
    return _ended(freeze(project, options.project, options.agency, options.year, day, today), shown)


def _verify(options: Namespace, shown: Presentation) -> int:
    from generator.verifying.command import run as verify

    return verify(options, shown)


def _exit_code(outcome: Outcome) -> int:
    if outcome.blocked or any(found.code == _UNREADABLE for found in outcome.diagnostics):
        return BLOCKED
    return FAILED if outcome.failed else OK


_COMMANDS: dict[str, Callable[[Namespace, Presentation], int]] = {
    "build": _build,
    "check": _build,
    "preview": _preview,
    "report": _report,
    "explain": _explain,
    "new": _new,
    "start": _start,
    "schema": _schema,
    "freeze": _freeze,
    "verify": _verify,
}
