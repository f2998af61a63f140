"""Targets that must not be replaced (P7): refused, and not one byte changed."""

import os
from collections.abc import Callable

import pytest

from generator.writing.publish import Publication, PublishError, Reason
from generator.writing.state import MARKER, State

from .sites import expected, generation, publish, tree, write


def refused(target: str, *protected: str) -> PublishError:
    with pytest.raises(PublishError) as caught, Publication(target, protected=protected):
        pass
    return caught.value


@pytest.fixture
def project(target: str) -> str:
    """A project folder with content in it."""
    project = os.path.join(os.path.dirname(target), "project")
    os.makedirs(f"{project}/content/kok-tum")
    write(f"{project}/content/kok-tum/agency.yaml", b"name: x")
    return project


@pytest.mark.parametrize(
    ("place", "protected"),
    [
        ("{project}", "{project}"),
        ("{project}/", "{project}"),
        ("{project}/.", "{project}"),
        ("{project}/content", "{project}/content"),
        ("{project}/..", "{project}"),
        ("{project}/content/kok-tum/..", "{project}/content"),
        ("{above}", "{project}/content"),
        ("/", "{project}"),
        ("//", "{project}"),
        ("{project}", "{project}/content/not-there-yet"),
        ("{project}/missing", "{project}/missing/home"),
        ("{link}/missing", "{project}/missing/home"),
        ("{link}/content", "{project}/content"),
        ("{project}/content", "{link}/content"),
    ],
)
def test_a_target_that_is_or_contains_something_protected(project: str, place: str, protected: str) -> None:
    above = os.path.dirname(project)
    link = f"{above}/link"
    os.symlink(project, link)
    before = tree(above)

    error = refused(place.format(project=project, above=above, link=link), protected.format(project=project, link=link))

    assert error.reason is Reason.UNSAFE
    assert tree(above) == before


@pytest.mark.parametrize("kind", ["folder", "nothing"])
def test_a_link_is_not_followed(target: str, project: str, kind: str) -> None:
    os.symlink(project if kind == "folder" else "nowhere", target)
    before = tree(os.path.dirname(target))

    assert refused(target).reason is Reason.UNSAFE
    assert tree(os.path.dirname(target)) == before


def test_a_link_to_a_published_site_is_refused_as_well(target: str) -> None:
    publish(target, generation("one"))
    link = os.path.join(os.path.dirname(target), "link")
    os.symlink(target, link)

    assert refused(link).reason is Reason.UNSAFE
    assert tree(target) == expected(generation("one"))


def _file(path: str) -> None:
    write(path, b"a file")


def _full(path: str) -> None:
    os.mkdir(path)
    write(f"{path}/thesis.docx", b"years of work")


def _hidden(path: str) -> None:
    os.mkdir(path)
    write(f"{path}/.secret", b"")


def _folders(path: str) -> None:
    os.makedirs(f"{path}/empty/folders")


def _marked_by_another(path: str) -> None:
    os.mkdir(path)
    write(f"{path}/{MARKER}", b"something else")


def _marked_by_a_folder(path: str) -> None:
    os.makedirs(f"{path}/{MARKER}")


def _repository(path: str) -> None:
    publish(path, generation("one"))
    os.mkdir(f"{path}/.git")


@pytest.mark.parametrize(
    "make", [_file, os.mkfifo, _full, _hidden, _folders, _marked_by_another, _marked_by_a_folder, _repository]
)
def test_what_is_not_ours_is_refused(target: str, make: Callable[[str], None]) -> None:
    make(target)
    above = os.path.dirname(target)
    entries = os.listdir(above)
    before = tree(target)

    assert refused(target).reason is Reason.FOREIGN
    assert tree(target) == before
    assert os.listdir(above) == entries


def test_a_state_folder_that_is_a_link_is_not_followed(target: str, project: str) -> None:
    os.symlink(project, State(target).folder)
    before = tree(project)

    assert refused(target).reason is Reason.STRANGE
    assert tree(project) == before


def test_a_target_inside_a_protected_folder_is_fine(project: str) -> None:
    with Publication(f"{project}/build", protected=[project, f"{project}/content"]) as publication:
        assert publication.fresh


def test_what_another_copy_of_the_program_published_is_ours(target: str) -> None:
    """The marker travels with the site; the folder beside it need not."""
    publish(target, generation("one"))
    moved = os.path.join(os.path.dirname(target), "elsewhere")
    os.rename(target, moved)

    publish(moved, generation("two"))

    assert tree(moved) == expected(generation("two"))
