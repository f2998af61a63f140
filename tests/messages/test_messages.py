"""The catalogue of messages beside the code that reports them: neither knows a code, severity or parameter alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import generator
from generator.diagnostics import Diagnostic, Span
from generator.language import LANGUAGES
from generator.messages.filling import bare, fill
from generator.messages.message import messages, told
from generator.messages.sentences import SENTENCES, counted
from generator.oit.shortcoming import Flaw

PACKAGE = Path(generator.__file__).parent
CODE = re.compile(r"OIT[0-9]{3}")
OPTIONAL = re.compile(r"\[\[.*?\]\]")
PARAM = re.compile(r"\{([a-z_]+)\}")
YAML_CODES = frozenset({"OIT110", "OIT111", "OIT112", "OIT113", "OIT115", "OIT119", "OIT126", "OIT135"})
LINE_CODES = frozenset({"OIT112", "OIT135", "OIT136", "OIT137"})
_OF_A_SHORTCOMING = frozenset(
    ["item", "what", "covers", "asked", "missing", "basis", "target", "host", "title", "year", "other", "text", "file",
     "date"]
)  # fmt: skip
INDIRECT: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {
    ("building/refusal.py", "_CODES[error.reason]"): (
        frozenset({*(f"OIT80{n}" for n in range(1, 7)), "OIT808", "OIT809", "OIT810"}),
        frozenset(),
    ),
    ("rendering/doubts.py", "lost.code"): (frozenset({"OIT507", "OIT511"}), frozenset()),
    ("rendering/doubts.py", "doubt.code"): (
        frozenset({"OIT506", "OIT508", "OIT509", "OIT510", *(f"OIT5{n}" for n in range(13, 19))}),
        frozenset(),
    ),
    ("oit/shortcoming_report.py", "flaw.value"): (frozenset(flaw.value for flaw in Flaw), _OF_A_SHORTCOMING),
    ("reading/schema.py", "code"): (frozenset(), frozenset()),  # hands on what its callers say
    ("reading/source_file.py", "fault.code"): (LINE_CODES, frozenset({"mark", "character"})),
    ("reading/yaml_error.py", "code"): (YAML_CODES, frozenset({"construct", "mark"})),
    ("reading/yamltree.py", "code"): (frozenset({"OIT108", "OIT127"}), frozenset()),
    ("reading/yamltree.py", "refused.code"): (frozenset(), frozenset()),  # made by _Refused, which is looked at
}
"""Reports whose code is not written where they are made: the codes, and the parameters that they always have."""


class Site(NamedTuple):
    """A place in the code that reports."""

    where: str
    codes: frozenset[str]
    severity: str
    params: frozenset[str]


def sites() -> Iterator[Site]:
    """Every call that reports a diagnostic."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            severity = _severity(node.func)
            if severity is None or name in ("diagnostics.py", "cli/ending.py"):
                continue
            params = frozenset(keyword.arg for keyword in node.keywords if keyword.arg is not None)
            codes = frozenset(
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and CODE.fullmatch(part.value)
            )
            if not codes:
                codes, more = INDIRECT[name, ast.unparse(node.args[0])]
                params |= more
            yield Site(f"{name}:{node.lineno}", codes, severity, params)


def _severity(function: ast.expr) -> str | None:
    if isinstance(function, ast.Name) and function.id == "_Refused":
        return "error"
    if isinstance(function, ast.Attribute) and function.attr in ("error", "obstacle", "warning", "finding"):
        return "error" if function.attr == "obstacle" else function.attr
    return None


def templates() -> Iterator[tuple[str, str]]:
    """Every text of every message, with its code."""
    for message in messages().values():
        for text in (*message.text.values(), *message.fix.values(), *message.explanation.values()):
            yield message.code, text


def test_every_code_in_the_source_has_a_message_and_every_message_a_code() -> None:
    written = {
        code
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for code in ([node.value] if CODE.fullmatch(node.value) else [])
    }
    assert written == messages().keys()


def test_every_code_is_reported_somewhere() -> None:
    assert frozenset().union(*(site.codes for site in sites())) == messages().keys()


def test_severities_agree() -> None:
    for site in sites():
        for code in site.codes:
            assert messages()[code].severity == site.severity, (site.where, code)


def test_every_parameter_of_a_message_is_given_wherever_it_is_reported() -> None:
    for site in sites():
        for code in site.codes:
            message = messages()[code]
            for template in (*message.text.values(), *message.fix.values()):
                needed = set(PARAM.findall(OPTIONAL.sub("", template)))
                assert needed <= site.params, (site.where, code, needed - site.params)


def test_no_message_has_a_parameter_that_nobody_gives() -> None:
    given: dict[str, set[str]] = {}
    for site in sites():
        for code in site.codes:
            given.setdefault(code, set()).update(site.params)
    given["OIT110"].add("problem")  # given in a dictionary
    for code, text in templates():
        assert set(PARAM.findall(text)) <= given[code], code


def test_every_message_is_whole_in_both_languages() -> None:
    for message in messages().values():
        for language in LANGUAGES:
            assert message.text[language], message.code
            assert message.fix[language], message.code
            assert message.explanation[language], message.code
        assert bool(message.wrong) <= bool(message.right), message.code
        assert message.wrong != message.right or not message.wrong


def test_codes_are_sorted() -> None:
    assert list(messages()) == sorted(messages())


def test_thai_is_written_properly() -> None:
    """No mark on a mark of its kind, no vowel written as two, no mark without a consonant."""
    odd = re.compile("เเ|ํ[่-๋]?า|[ิ-ฺ็ั]{2}|[่-๋]{2}|[่-๋์][ิ-ฺ็ั]|(?<![ก-ฮ])[ิ-ฺ็ั]|[A-Za-z ][่-๎]|ำ[่-๋]")
    room = PACKAGE / "messages"
    for path in (room / "messages.yaml", room / "explain.py", *room.glob("*sentences.py")):
        text = path.read_text(encoding="utf-8")
        found = odd.search(text)
        assert found is None, (path.name, text[max(0, found.start() - 10) : found.end() + 10])


def test_a_parameter_is_never_read_as_a_template() -> None:
    assert fill("“{value}” [[({more})]]", {"value": "{more} [[x]]", "more": "{value}"}) == "“{more} [[x]]” ({value})"


def test_an_optional_part_needs_all_of_its_parameters() -> None:
    assert fill("ก[[ ({a} {b})]]", {"a": "1"}) == "ก"
    assert fill("ก[[ ({a} {b})]]", {"a": "1", "b": "2"}) == "ก (1 2)"


def test_a_parameter_is_cut_when_it_is_very_long() -> None:
    assert len(fill("{value}", {"value": "ก" * 100_000})) == 500


def test_a_bare_template_shows_no_value() -> None:
    assert bare("“{value}”[[ ({more})]] is {kind}.") == "“…” is …"


@pytest.mark.parametrize(
    ("language", "message"),
    [("th", "ตรงนี้ต้องเป็นข้อความ"), ("en", "This must be a text.")],
)
def test_a_key_of_the_program_is_told_in_words(language: str, message: str) -> None:
    diagnostic = Diagnostic("OIT204", "error", Span("a"), (("expected", "text"),))
    assert told(diagnostic, "th" if language == "th" else "en").message == message


def test_every_part_of_a_file_has_a_name() -> None:
    """A field that is missing is told with the part that lacks it."""
    names = {
        node.args[0].value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Record"
        if isinstance(node.args[0], ast.Constant)
    }
    assert names == messages()["OIT202"].words["within"].keys()


def test_a_reference_is_told_in_thai() -> None:
    diagnostic = Diagnostic("OIT401", "error", Span("a"), (("reference", "sub-indicator 9.3"), ("year", "2564")))
    assert told(diagnostic, "th").message == "รายการของปี 2564 ไม่มี “ตัวชี้วัดย่อยที่ 9.3”"
    assert told(diagnostic, "en").message == "The list of 2564 has no “sub-indicator 9.3”."


def test_a_suggestion_is_told_where_there_is_one() -> None:
    params = (("field", "ofice"), ("suggestion", "office"), ("fields", "item, office"))
    assert told(Diagnostic("OIT201", "error", Span("a"), params), "en").suggestion == "did you mean “office”?"
    assert told(Diagnostic("OIT201", "error", Span("a"), params[:1]), "en").suggestion == ""


def test_numbers_of_things() -> None:
    assert [counted("page", n, "en") for n in (0, 1, 2, 1234)] == ["0 pages", "1 page", "2 pages", "1,234 pages"]
    assert counted("page", 1234, "th") == "1,234 หน้า"


def test_every_sentence_has_the_same_parameters_in_both_languages() -> None:
    for key, (thai, english) in SENTENCES.items():
        assert set(PARAM.findall(thai)) == set(PARAM.findall(english)), key
        if re.search("[A-Za-z]", PARAM.sub("", english)):
            assert re.search("[ก-๙]", thai), key
