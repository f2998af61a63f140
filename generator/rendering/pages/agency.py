"""An agency's own page: who it is, how to reach it, and its years."""

from generator.rendering.agency_pages import AgencyPages
from generator.rendering.page_kind import OnePage


def _make(pages: AgencyPages) -> str | None:
    return pages.render(PAGE.kind, pages.context.agency.name, pages.address(PAGE), {})


PAGE = OnePage("agency", "", lambda pages: True, _make)
