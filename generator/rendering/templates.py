"""Templates turned into text: escaping always on, an undefined name an error, and no content ever a template."""

from collections.abc import Callable
from types import SimpleNamespace, TracebackType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2 import Template as Compiled

from generator.diagnostics import Report, Span, closest
from generator.language import MAIN_LANGUAGE, Language
from generator.reading.spelling import thai_digits
from generator.reading.theme import Template, Theme
from generator.rendering.markup import Markup, made_by_renderer


class _Loader(BaseLoader):
    """Templates from the theme as it was read; there is no file system behind it."""

    def __init__(self, templates: dict[str, Template]) -> None:
        self._templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, found.path, lambda: True


class Templates:
    """The compiled templates of a theme in one language and numerals."""

    def __init__(self, theme: Theme, *, language: Language = MAIN_LANGUAGE, thai_numerals: bool = False) -> None:
        self._theme = theme
        self._is_foreign = language != MAIN_LANGUAGE
        strings = SimpleNamespace(**theme.strings[language])
        self._environment = Environment(
            loader=_Loader(theme.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.numerals: Callable[[object], str] = _in_thai_digits if thai_numerals else _as_it_is
        """Writes a figure in the numerals of the pages."""
        self._environment.filters["n"] = self.numerals
        self._environment.filters["lines"] = _lines
        self._environment.globals.clear()
        self._environment.globals["t"] = strings
        self._compiled: dict[str, Compiled] = {}

    def render(self, name: str, context: dict[str, Any], report: Report) -> str | None:
        """The text of a template, or nothing after a diagnostic at the template's line."""
        try:
            compiled = self._compiled.get(name)
            if compiled is None:
                compiled = self._compiled[name] = self._environment.get_template(name)
            text = compiled.render(context)
            if self._is_foreign:
                from generator.rendering.mark_thai import mark_thai

                text = mark_thai(text)
            return text
        except TemplateSyntaxError as error:
            path = error.filename or error.name or name  # of some the lexer gives the path as the name
            report.error("OIT702", Span(path, error.lineno, 1, 2), problem=error.message or "")
        except TemplateNotFound as error:
            missing = str(error)
            report.error(
                "OIT708", self._where(error.__traceback__, name), name=missing,
                suggestion=closest(missing, self._theme.templates),
            )  # fmt: skip
        except TemplateError as error:
            report.error("OIT703", self._where(error.__traceback__, name), problem=error.message or str(error))
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            report.error("OIT703", self._where(error.__traceback__, name), problem=problem)
        return None

    def fragment(self, name: str, context: dict[str, Any], report: Report) -> Markup | None:
        """The text of a template as safe HTML, to be put into a page."""
        text = self.render(name, context, report)
        return None if text is None else made_by_renderer(text)

    def _where(self, trace: TracebackType | None, name: str) -> Span:
        """The innermost line of a template that an exception passed through."""
        paths = {template.path for template in self._theme.templates.values()}
        found = Span(self._theme.templates[name].path if name in self._theme.templates else f"templates/{name}")
        while trace is not None:
            path = trace.tb_frame.f_code.co_filename
            if path in paths:
                found = Span(path, trace.tb_lineno, 1, 2)
            trace = trace.tb_next
        return found


def _in_thai_digits(value: object) -> str:
    return thai_digits(str(value))


def _as_it_is(value: object) -> str:
    return str(value)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
