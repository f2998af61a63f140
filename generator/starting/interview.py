"""The answers needed to create a project, from options or asked on the terminal."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.diagnostics import Report
from generator.language import Language
from generator.messages.message import told
from generator.messages.sentences import sentence
from generator.oit.agency import AGENCY_KINDS
from generator.project import LONGEST_SLUG, is_agency_slug
from generator.reading.agency_file import AGENCY
from generator.reading.kinds import Slug, Year
from generator.reading.listing import is_acceptable
from generator.reading.schema import Kind, SourceText
from generator.reading.site_file import ALL_AGENCIES
from generator.reading.source_file import decode
from generator.reading.yamltree import Scalar
from generator.starting.new_project import Start

Ask = Callable[[str], str | None]
"""Shows a question and gives the answer; nothing when there is nobody to answer."""
Tell = Callable[[str], None]
_LINKING = frozenset(["the", "of"])
_COMMON = _LINKING | frozenset(
    ["subdistrict", "district", "town", "city", "municipality", "municipal", "provincial", "administrative",
     "administration", "organization", "organisation", "office"]
)  # fmt: skip
"""Words of English names that say what kind of agency it is, not which."""
FALLBACK_SLUG = "agency"
"""What the folder is called when no name gives anything better."""


class Refusal(NamedTuple):
    """Why a command cannot be carried out: a sentence of the program with its parameters."""

    key: str
    params: dict[str, object]


class _Question(NamedTuple):
    """One thing to know: the option it is given by, its kind, and what to suggest from the answers before it."""

    name: str
    kind: Kind[Any]
    required: bool
    suggest: Callable[[Mapping[str, Any]], str]

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")


class Interview:
    """Gathers the answers, in the language of the user."""

    def __init__(self, years: Iterable[int], language: Language) -> None:
        self._years = sorted(years)
        self._language = language
        fields = AGENCY.fields
        self._questions = (
            _Question("name", fields["name"].kind, True, lambda known: ""),
            _Question("name_en", fields["name_en"].kind, False, lambda known: ""),
            _Question("kind", fields["kind"].kind, True, lambda known: _kind_of(known["name"])),
            _Question("district", fields["district"].kind, False, lambda known: ""),
            _Question("province", fields["province"].kind, True, lambda known: ""),
            _Question("year", Year(), True, lambda known: str(self._years[-1])),
            _Question("slug", Slug(), False, lambda known: slug_of(known["name_en"] or known["name"])),
        )

    def gather(self, given: Mapping[str, str], ask: Ask | None, tell: Tell) -> Start | Refusal:
        """The answers: those that are given, the others asked for, or why there are none."""
        known: dict[str, Any] = {}
        for question in self._questions:
            if given.get(question.name, "").strip():
                value, problem = self.checked(question.name, given[question.name])
                if problem:
                    return Refusal("bad_option", {"option": question.option, "problem": problem})
                known[question.name] = value
        missing = [q.option for q in self._questions if q.required and q.name not in known]
        if missing and ask is None:
            return Refusal("missing_options", {"options": " ".join(missing)})
        for question in self._questions:
            if question.name in known:
                continue
            if ask is None or not missing:  # who gives all that is needed is not asked for the rest
                known[question.name] = self.checked(question.name, question.suggest(known))[0]
                continue
            answer = self._asked(question, question.suggest(known), ask, tell)
            if answer is None:
                return Refusal("missing_options", {"options": " ".join(missing)})
            known[question.name] = answer
        return Start(**known)

    def year(self, given: str, suggested: int, ask: Ask | None, tell: Tell) -> int | Refusal:
        """Only the year: the one that is given, else asked for, or why there is none. ``suggested`` may be 0: none."""
        question = next(question for question in self._questions if question.name == "year")
        value, problem = self.checked("year", given)
        if problem:
            return Refusal("bad_option", {"option": question.option, "problem": problem})
        if not value and ask is not None:
            value = self._asked(question, str(suggested or ""), ask, tell)
        return int(value) if value else Refusal("missing_options", {"options": question.option})

    def checked(self, name: str, text: str) -> tuple[Any, str]:
        """The value of an answer, or what is wrong with it. No answer is an empty text."""
        if not text.strip():
            return "", ""
        report = Report()
        kind = next(question.kind for question in self._questions if question.name == name)
        value = None
        if decode(text.encode("utf-8", "surrogatepass"), "", report) is not None:
            value = kind.read(Scalar(0, 0, 0, " ".join(text.split()), False), SourceText("", report))
        if report.diagnostics:
            words = told(report.diagnostics[0], self._language)
            return None, " ".join(filter(None, (words.message, words.suggestion)))
        if name == "year" and value not in self._years:
            return None, sentence("no_catalogue", self._language, **self._no_list(int(value or 0)))
        if name == "slug" and not _is_free(str(value)):
            return None, sentence("slug_taken", self._language, slug=value)
        return value, ""

    def _no_list(self, year: int) -> dict[str, object]:
        """What is known where there is no list of a year: of which there is one, and which is worth copying."""
        return {"year": year, "known": ", ".join(map(str, self._years)), "like": max(self._years, default="")}

    def _asked(self, question: _Question, suggested: str, ask: Ask, tell: Tell) -> Any:
        """The answer to one question, asked again until it is one; nothing when nobody answers."""
        words = sentence(f"ask_{question.name}", self._language)
        choices = list(AGENCY_KINDS) if question.name == "kind" else []
        for number, choice in enumerate(choices, 1):
            tell(f"  {number}. {AGENCY_KINDS[choice]} ({choice})")
        while True:
            answer = ask(f"{words} [{suggested}]: " if suggested else f"{words}: ")
            if answer is None:
                return None
            answer = answer.strip() or suggested
            if choices and answer in map(str, range(1, len(choices) + 1)):
                answer = choices[int(answer) - 1]
            value, problem = self.checked(question.name, answer)
            if not problem and (value or not question.required):
                return value
            tell(problem or sentence("needed", self._language))


def slug_of(name: str) -> str:
    """A name for addresses from an English name: ``Example Subdistrict Municipality`` gives ``example``.

    The words that say only what kind of agency it is stay where nothing else would be left, or where
    what is left is reserved: ``Aux Town`` gives ``aux-town``.
    """
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", "").lower())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in letters).split()
    whole = [word for word in words if word not in _LINKING]
    own = [word for word in words if word not in _COMMON]
    for chosen in (own, whole, [*own, FALLBACK_SLUG]):
        slug = _joined(chosen)
        if _is_free(slug):
            return slug
    return FALLBACK_SLUG


def _joined(words: Sequence[str]) -> str:
    """The words with hyphens between them, as many as an address may hold."""
    while len("-".join(words)) > LONGEST_SLUG and len(words) > 1:
        words = words[:-1]
    return "-".join(words)[:LONGEST_SLUG]


def _is_free(slug: str) -> bool:
    """Whether a folder in ``content`` may have this name; some names mean something else, here or to Windows."""
    return slug != ALL_AGENCIES and is_agency_slug(slug) and is_acceptable(slug)


def _kind_of(name: str) -> str:
    """The kind of agency that a Thai name begins with, or nothing."""
    kinds = [kind for kind, thai in AGENCY_KINDS.items() if name.startswith(thai)]
    return kinds[0] if kinds else ""
