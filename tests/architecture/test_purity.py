"""What may do what: one door in and one door out, and between them nothing but functions of their inputs."""

import ast
import re
from pathlib import Path

import pytest
from tables import every_row

from generator.reading.theme_files import shipped_themes

from .modules import Module, calls, imports, modules

PURE = ("oit", "rendering", "exports")
IMPURE = {
    "os", "io", "time", "random", "secrets", "uuid", "socket", "subprocess", "threading", "multiprocessing",
    "tempfile",
    "pathlib", "shutil", "locale", "platform", "getpass", "asyncio", "logging", "sys", "ctypes", "urllib.request",
    "http.client",
}  # fmt: skip
ACTS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint", "globals", "datetime.now",
        "datetime.datetime.now", "datetime.date.today", "date.today", "hash", "id"}  # fmt: skip
IN_MEMORY = {"exports.stored_zip": {"io"}, "exports.xlsx_table": {"io"}}
"""What an archive is written to is a buffer in memory; nothing else of that module is used."""


def of(*parts: str) -> list[Module]:
    return [module for module in modules() if module.part in parts]


@pytest.mark.parametrize("part", PURE)
def test_the_domain_and_the_pages_know_no_clock_no_chance_and_no_file(part: str) -> None:
    for module in of(part):
        impure = {name for name in imports(module) if name in IMPURE or name.split(".")[0] in IMPURE}
        assert impure <= IN_MEMORY.get(module.name, set()), module.name
        acts = {name for name, _ in calls(module) if name in ACTS}
        assert not acts, (module.name, acts)
        assert not re.search(r"\benviron\b|getenv", module.source), module.name


@pytest.mark.parametrize("name", IN_MEMORY)
def test_an_archive_is_written_to_memory_alone(name: str) -> None:
    (module,) = [module for module in modules() if module.name == name]
    of_io = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.module == "io"]
    assert [[alias.name for alias in node.names] for node in of_io] == [["BytesIO"]]
    opened = [call for called, call in calls(module) if called in ("ZipFile", "Workbook")]
    assert opened
    assert all(ast.unparse(call.args[0]) == "target" for call in opened)
    assert re.search(r"\btarget = BytesIO\(\)", module.source)


def test_a_theme_asks_the_file_system_only_where_themes_lie() -> None:
    (theme,) = [module for module in modules() if module.name == "reading.theme_files"]
    asked = {name for name, _ in calls(theme) if name.startswith("os.")}
    assert asked <= {"os.path.dirname", "os.path.abspath", "os.path.isdir"}


OPENS = {"open", "os.open", "io.open", "os.scandir", "os.listdir", "os.walk", "os.read", "os.fdopen", "Path"}


def test_reading_has_one_door_in() -> None:
    found = {
        module.name
        for module in of("reading", "oit", "rendering", "exports")
        if any(name in OPENS or name.endswith((".read_text", ".read_bytes")) for name, _ in calls(module))
    }
    assert found == {"reading.folder", "reading.snapshot", "reading.inputs", "reading.checksum"}


def test_of_the_inputs_only_the_generator_itself_is_opened_by_path() -> None:
    (inputs,) = [module for module in modules() if module.name == "reading.inputs"]
    functions = [node for node in ast.walk(inputs.tree) if isinstance(node, ast.FunctionDef)]
    opening = {node.name for node in functions if re.search(r"\bopen\(|os\.walk\(|os\.scandir\(", ast.unparse(node))}
    assert opening == {"_generator_digest"}


WRITES = {
    "os.replace", "os.rename", "os.remove", "os.unlink", "os.mkdir", "os.makedirs", "os.rmdir", "os.link",
    "os.symlink",
    "os.write", "os.truncate", "os.chmod", "os.utime", "shutil.rmtree", "shutil.copy", "shutil.copyfile",
    "shutil.move",
}  # fmt: skip


def test_nothing_that_reads_or_makes_pages_writes() -> None:
    for module in of("oit", "reading", "rendering", "exports"):
        written = {
            name for name, _ in calls(module) if name in WRITES or name.endswith((".write_text", ".write_bytes"))
        }
        assert not written, (module.name, written)


# Exact arithmetic.

WHOLE = {"ceil", "comb", "factorial", "floor", "gcd", "isqrt", "lcm", "perm", "prod"}
"""What mathematics there is for whole numbers."""


def test_no_float_is_in_the_domain() -> None:
    for module in of("oit"):
        for node in ast.walk(module.tree):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float | complex)), module.name
            if isinstance(node, ast.Name | ast.Attribute):
                name = node.id if isinstance(node, ast.Name) else node.attr
                assert name not in ("float", "math", "statistics", "sqrt", "fsum", "isclose"), module.name
        assert not {"statistics", "cmath", "numpy"} & set(imports(module)), module.name
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and node.module == "math":
                assert {name.name for name in node.names} <= WHOLE, module.name


def test_scores_are_divided_only_as_fractions() -> None:
    """A slash between whole numbers makes a float; in the domain it stands only where a fraction is one side."""
    for module in of("oit"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                left = ast.unparse(node.left)
                assert "Fraction" in left or not re.fullmatch(r"[0-9]+|len\(.*\)|int\(.*\)", left), (
                    module.name,
                    ast.unparse(node),
                )


# Text becomes HTML in one place, and content never a template.


def test_markup_is_made_in_one_module() -> None:
    makers = {
        module.name
        for module in modules()
        if any(name.split(".")[-1] in ("Markup", "HTML") for name, _ in calls(module))
    }
    assert makers == {"rendering.markup"}


def test_only_renderers_say_that_html_is_safe() -> None:
    users = {module.name for module in modules() if any(name == "made_by_renderer" for name, _ in calls(module))}
    assert users == {"rendering.markdown", "rendering.templates", "rendering.contract"}


def test_no_template_is_made_of_a_text() -> None:
    for module in modules():
        for name, call in calls(module):
            last = name.split(".")[-1]
            assert (
                last not in ("from_string", "render_template_string", "overlay", "Template")
                or module.name == "reading.theme_files"
            )
            if last == "Environment":
                given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
                assert (given["autoescape"], given["undefined"]) == ("True", "StrictUndefined")


def test_no_template_of_the_base_theme_says_that_something_is_safe() -> None:
    for path in sorted(Path(shipped_themes()).rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", text), path.name
        assert not re.search(r"=\{\{", text), f"an attribute without quotation marks in {path.name}"


# Modules of one noun.


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    for module in modules():
        assert module.source.count("\n") <= 300, module.name


def test_no_module_is_a_drawer() -> None:
    drawers = {
        "util",
        "utils",
        "helper",
        "helpers",
        "common",
        "base",
        "manager",
        "managers",
        "misc",
        "tools",
        "shared",
        "lib",
    }
    for module in modules():
        assert not drawers & set(module.name.split(".")), module.name


def test_every_module_says_what_it_is() -> None:
    for module in modules():
        assert ast.get_docstring(module.tree), module.name


# Years and weights are data.


def test_no_year_and_no_weight_is_written_into_the_program() -> None:
    years = set(range(2550, 2600))
    for module in of("oit", "rendering", "exports"):
        explained = docstrings(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
                assert node.value not in years, (module.name, node.value)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in explained:
                assert not re.search(r"\b25[5-9][0-9]\b|๒๕[๕-๙][๐-๙]", node.value), (module.name, node.value)


def docstrings(module: Module) -> set[str]:
    """Texts that stand by themselves: they explain and do nothing."""
    return {
        node.value.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


@every_row("number", [40, 70, 85, 95, 43, 35, 26, 28])
def test_no_number_of_a_catalogue_is_written_into_the_domain(number: int) -> None:
    """Weights, the pass line and how many items there are come from the catalogue of a year."""
    for module in of("oit"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and type(node.value) is int and node.value == number:
                raise AssertionError(f"{module.name}, line {node.lineno}")


# One name, one thing.


def test_no_two_public_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for module in modules():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(module.name)
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}
