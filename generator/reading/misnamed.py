"""Diagnostics for files in a folder that are not read."""

from collections.abc import Collection, Iterable

from generator.diagnostics import Report, Span, closest
from generator.oit.refused_paths import RefusedPaths
from generator.paths import address_in
from generator.project import CONTENT, FILES_FOLDER, SITE_FILE
from generator.reading.file_names import FREEZES_FOLDER, is_like_files, meant_by, same_name, typed_as
from generator.reading.snapshot import TEXT_SUFFIXES, files


def tell_misnamed(
    names: Iterable[str],
    read: Collection[str],
    known: frozenset[str],
    refused: RefusedPaths,
    folder: str,
    report: Report,
) -> None:
    """Tell of the files directly in a folder that are not among those that are ``read``.

    ``known`` are the names that may stand there. A file that is meant to have one of these is an error while no other
    has it: what it says would be missing from the site, and nobody would notice.
    """
    taken = {meant: name for name in (*refused.paths, *read) if (meant := meant_by(name, known))}
    for name in names:
        if name in read:
            continue
        span, meant = Span(address_in(folder, name)), meant_by(name, known)
        typed = typed_as(name)
        if typed and (wanted := meant_by(typed, known)) and wanted not in taken and not refused.holds(wanted):
            report.error("OIT141", span, name=name, wanted=wanted)
        elif meant in taken:
            report.warning("OIT129", span, name=name, other=taken[meant])
        elif meant and not refused.holds(meant):
            report.error("OIT128", span, name=name, suggestion=meant)
        elif not meant:
            is_text = name.lower().endswith(TEXT_SUFFIXES)
            report.warning("OIT107", span, suggestion=closest(name, known) if is_text else "")


def settings_like(root: str) -> str:
    """A file of a project that is meant to be its settings, under another name; nothing when there is none."""
    known = frozenset((SITE_FILE.rpartition("/")[2],))
    names = files(root, CONTENT, Report())
    return next((address_in(CONTENT, name) for name in names if meant_by(name, known)), "")


def tell_misplaced(paths: Iterable[str], folder: str, report: Report) -> None:
    """Tell of files in the folders of a year, but for its documents; a record of a day is lost in a misnamed folder."""
    for path in paths:
        top, _, below = path.partition("/")
        if same_name(top, FILES_FOLDER):
            continue
        if same_name(top, FREEZES_FOLDER) and top != FREEZES_FOLDER:
            report.error("OIT128", Span(address_in(folder, top)), name=top, suggestion=FREEZES_FOLDER)
        else:
            meant = f"{FILES_FOLDER}/{below}" if is_like_files(top) else ""
            report.warning("OIT107", Span(address_in(folder, path)), suggestion=meant)
