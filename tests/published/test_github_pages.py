"""The site on GitHub Pages, by the workflow of the guide: below a project's name, and lost at any depth."""

import mimetypes
import re
import shlex
import shutil
import stat
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, expect

from generator.cli.main import parser

from .conftest import EXAMPLE, publish
from .hosts import Answer, Host, ask, own_links, recipe, served
from .site import Site
from .walk import walk, walk_in

TO_THE_WORLD = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def github_pages(root: Path, project: str) -> Host:
    """GitHub Pages of a project: below its name, letters as they are, ``404.html`` for what is not there."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    types = mimetypes.MimeTypes()

    def answer(path: str) -> Answer:
        name = path.removeprefix(f"/{project}/")
        if path == f"/{project}" or f"{name}/index.html" in files:
            return Answer(301, {"location": quote(f"{path}/")}, b"")
        found = files.get(f"{name}index.html" if path.endswith("/") else name)
        if not path.startswith(f"/{project}/"):
            return Answer(404, {}, b"of another project")
        kind = f"{types.guess_type((found or root / '404.html').name)[0] or 'application/octet-stream'}; charset=utf-8"
        body = (found or files["404.html"]).read_bytes()
        return Answer(200 if found else 404, {"content-type": kind}, body)

    return answer


@pytest.fixture(scope="module")
def workflow() -> dict[str, list[dict[str, object]]]:
    """The jobs of the workflow: the steps of each."""
    text = yaml.load(recipe("GitHub Pages", "yaml"), yaml.BaseLoader)
    assert set(text) <= {"name", "on", "permissions", "concurrency", "jobs"}
    assert text["on"] == {"push": {"branches": ["main"]}}
    for job in text["jobs"].values():
        assert {"runs-on", "steps"} <= set(job) <= {"runs-on", "steps", "environment", "needs", "permissions"}
    return {name: job["steps"] for name, job in text["jobs"].items()}


def test_the_workflow_builds_then_hands_over_the_folder_then_deploys(
    workflow: dict[str, list[dict[str, object]]],
) -> None:
    (steps,) = workflow.values()
    assert all(("uses" in step) != ("run" in step) for step in steps)
    told = [str(step.get("uses") or step.get("run")) for step in steps]
    assert [re.sub(r"@v\d+$", "", one) for one in told] == [
        "actions/checkout",
        "actions/setup-python",
        "python -m pip install ./prongsai-*.whl",
        "prongsai build --strict",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    program, *words = shlex.split(told[3])
    assert program == "prongsai"
    assert parser().parse_args(words).strict


@pytest.fixture(scope="module")
def of_a_project(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example as the workflow hands it over, its address being that of a project's pages."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(EXAMPLE / "content", folder / "content")
    settings = folder / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    changed = re.sub(r"^address: .*$", "address: https://user.github.io/Repo", text, flags=re.MULTILINE)
    assert changed != text
    settings.write_text(changed, encoding="utf-8")
    publish(folder, folder / "build", umask=0o022)
    return Site(folder / "build")


def test_the_folder_is_as_the_artifact_of_pages_must_be(of_a_project: Site) -> None:
    """Files that everyone may read and no links; and no name that Jekyll would pass over, though it is not asked."""
    for path in of_a_project.root.rglob("*"):
        assert not path.is_symlink()
        assert path.stat().st_mode & TO_THE_WORLD == TO_THE_WORLD, path
    assert [name for name in of_a_project.files if re.search(r"(^|/)[_.]", name)] == []
    assert "404.html" in of_a_project.files


@pytest.mark.browser
def test_pages_of_a_project_work_below_its_name_and_the_lost_page_at_any_depth(
    browser: Browser, of_a_project: Site
) -> None:
    lost = of_a_project.files["404.html"]
    kinds = {page.kind: address for address, page in of_a_project.pages.items() if page.kind != "lost"}
    with served(github_pages(of_a_project.root, "Repo")) as host:
        base = f"{host}/Repo/"
        links = own_links(of_a_project, base)
        assert len(links) > 50
        assert [link for link in links if ask(link).status != 200] == []
        assert ask(f"{host}/Repo").body == of_a_project.files["index.html"]
        astray = [f"{base}nowhere", f"{base}2566/o01/deep/er/nowhere.html", f"{base}2566/O01/index.html"]
        for address in astray:
            assert (ask(address).status, ask(address).body) == (404, lost)
        walked = walk(browser, [base + address for address in kinds.values()])
        with browser.new_context() as context:
            strayed = walk_in(context, astray, well=frozenset({404}))
            context.pages[0].locator("main .button").click()
            expect(context.pages[0]).to_have_url(f"{base}index.html")
    assert (walked.wrong, strayed.wrong) == ([], [])
    assert (walked.outside(base), strayed.outside(base)) == ([], [])
    assert f"{base}assets/style.css" in strayed.asked
