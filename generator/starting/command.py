"""``new`` and ``schema``: decide what to create, and write it."""

import os
from collections.abc import Mapping

from generator.diagnostics import Report
from generator.language import Language
from generator.messages.ended import Ended
from generator.messages.sentences import sentence
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.paths import address_in, path_of
from generator.project import CONTENT, SITE_FILE, Project, find_project
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import Catalogues, read_catalogues
from generator.reading.inputs import Inputs, catalogue_sources, read_agency_tree, read_inputs
from generator.reading.left_behind import is_left_behind
from generator.reading.site_file import read_site
from generator.reading.snapshot import Asset
from generator.starting import editor, example
from generator.starting.interview import FALLBACK_SLUG, Ask, Interview, Refusal, Tell
from generator.starting.like import lists
from generator.starting.new_project import Start, new_project, new_year, surroundings
from generator.starting.next_year import next_year, origin
from generator.writing.placing import is_free, place_folder, replace_files, tidy

_OF_A_YEAR = frozenset({"year", "slug", "like"})


def new(
    folder: str, given: Mapping[str, str], *, with_example: bool, language: Language, ask: Ask | None, tell: Tell
) -> Ended:
    """Begin a project in a folder, or the next year of the project that is there. ``given`` are the options by name."""
    try:
        tidy(os.path.abspath(folder))
        project = find_project(folder, None)
        if project is not None:
            if with_example or not given.keys() <= _OF_A_YEAR:
                return _usage("project_exists", folder=folder)
            return _open_year(project, folder, given, language, ask, tell)
        if with_example and given:
            return _usage("example_alone")
        if not is_free(folder, is_left_behind):
            return _usage("not_empty", folder=folder)
        return _begin_example(folder) if with_example else _begin(folder, given, language, ask, tell)
    except FileExistsError:
        return _usage("not_empty", folder=folder)
    except OSError as error:
        return _blocked(folder, error)


def write_schemas(project: Project, folder: str) -> Ended:
    """Write the schemas of all years of a project."""
    report = Report()
    catalogues = read_catalogues(catalogue_sources(project.root, report), report)
    if report.failed:
        return Ended("failed", "content_has_errors", {"folder": folder})
    schemas = editor.schemas(catalogues)
    try:
        replace_files(project.root, schemas)
    except OSError as error:
        return _blocked(folder, error)
    return Ended("done", "schemas_written", {"count": len(schemas), "folder": path_of(folder, editor.SCHEMAS)})


def _begin(folder: str, given: Mapping[str, str], language: Language, ask: Ask | None, tell: Tell) -> Ended:
    sources = tuple(catalogue_sources(None, Report()))
    known = lists(given, sources, read_catalogues(sources, Report()))
    if isinstance(known, Refusal):
        return _usage(known.key, **known.params)
    catalogues = known.catalogues
    start = Interview(catalogues, language).gather(given, ask, tell)
    if isinstance(start, Refusal):
        return _usage(start.key, **start.params)
    place_folder(os.path.abspath(folder), {**new_project(start, catalogues), **known.files}, is_left_behind)
    unnamed = start.slug if start.slug == FALLBACK_SLUG and not given.get("slug") and not start.name_en else ""
    told = {"items": len(catalogues[start.year].items), "year": start.year, "unnamed": unnamed}
    return Ended("done", "begun", told | _places(folder) | known.told)


def _begin_example(folder: str) -> Ended:
    catalogues = read_catalogues(catalogue_sources(None, Report()), Report())
    around = surroundings(example.NAME, example.SLUG, example.YEAR, catalogues)
    place_folder(os.path.abspath(folder), {**example.content(), **around}, is_left_behind)
    return Ended("done", "begun_example", _places(folder))


def _open_year(
    project: Project, folder: str, given: Mapping[str, str], language: Language, ask: Ask | None, tell: Tell
) -> Ended:
    report = Report()
    inputs = read_inputs(project, report)
    settings = read_site(inputs.site, SITE_FILE, report) if inputs is not None else None
    catalogues = read_catalogues(inputs.catalogues, report) if inputs is not None else None
    if inputs is None or settings is None or catalogues is None or report.failed:
        return Ended("failed", "content_has_errors", {"folder": folder})
    slug = given.get("slug") or ("" if settings.is_portal else settings.agency.text)
    chosen = _agency(slug, inputs)
    if isinstance(chosen, Ended):
        return chosen
    tree = read_agency_tree(project, chosen, report)
    read = read_agency_folder(chosen, address_in(CONTENT, chosen), tree, catalogues, report)
    if read is None or report.failed:
        return Ended("failed", "content_has_errors", {"folder": folder})
    agency, years = read
    known = lists(given, inputs.catalogues, catalogues)
    if isinstance(known, Refusal):
        return _usage(known.key, **known.params)
    catalogues = known.catalogues
    year = _year(given, [content.year for content in years], catalogues, language, ask, tell)
    if isinstance(year, Refusal):
        return _usage(year.key, **year.params)
    place = address_in(CONTENT, chosen, str(year))
    folder_of_year = path_of(project.root, place)
    if os.path.lexists(folder_of_year):
        return _usage("year_exists", year=year, agency=agency.name)
    former = origin(years, year)
    files, count = _files(agency, former, year, catalogues, tree.assets)
    replace_files(project.root, {**editor.schemas(catalogues), **known.files})
    place_folder(folder_of_year, files)
    told: dict[str, object] = {"year": year, "agency": agency.name, "items": len(catalogues[year].items), **known.told}
    if former is not None:
        told |= {"former": former.year, "count": count}
    elif years:
        told["later"] = min(content.year for content in years)
    return Ended("done", "year_opened", told | {"place": place})


def _agency(slug: str, inputs: Inputs) -> str | Ended:
    """The agency whose year is opened: the one that is named, else the only one there is."""
    known = ", ".join(inputs.agencies)
    if not slug and len(inputs.agencies) == 1:
        return inputs.agencies[0]
    if not slug:
        return _usage("which_agency", slugs=known)
    return slug if slug in inputs.agencies else _usage("no_agency", slug=slug, slugs=known)


def _year(
    given: Mapping[str, str],
    there: list[int],
    catalogues: Catalogues,
    language: Language,
    ask: Ask | None,
    tell: Tell,
) -> int | Refusal:
    """The year to open: the one that is given, else asked for.

    Suggested is the one after the latest, or where there is no list of its items the newest of which there is one.
    """
    following = max(there) + 1 if there else max(catalogues)
    if following not in catalogues:
        if ask is not None and not given.get("year"):
            tell(sentence("no_catalogue", language, year=following, known=", ".join(map(str, sorted(catalogues)))))
        following = max(catalogues.keys() - set(there), default=0)
    return Interview(catalogues, language).year(given.get("year", ""), following, ask, tell)


def _files(
    agency: Agency, former: AgencyYear | None, year: int, catalogues: Catalogues, assets: Mapping[str, Asset]
) -> tuple[Mapping[str, bytes | Asset], int]:
    if former is None:
        start = Start(
            name=agency.name,
            name_en=agency.name_en,
            kind=agency.kind,
            district=agency.district,
            province=agency.province,
            year=year,
            slug=agency.slug,
        )
        return new_year(start, catalogues), 0
    own = {path: assets[file.source] for path, file in former.files.items()}
    return next_year(former, catalogues[year], own)


def _places(folder: str) -> dict[str, object]:
    """The folder as the user named it, and as the next command needs it."""
    shown = f'"{folder}"' if " " in folder else folder
    return {"folder": folder, "next": "" if folder == "." else f" {shown}"}


def _usage(key: str, **params: object) -> Ended:
    return Ended("usage", key, params)


def _blocked(folder: str, error: OSError) -> Ended:
    return Ended("blocked", "cannot_write", {"folder": error.filename or folder, "reason": error})
