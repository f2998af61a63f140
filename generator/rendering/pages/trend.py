"""The official figures of an agency's years side by side."""

from generator.rendering.agency_pages import AgencyPages
from generator.rendering.page_kind import OnePage


def _make(pages: AgencyPages) -> str | None:
    title = f"{pages.context.setting.wording.say('trend_title')} · {pages.context.agency.name}"
    return pages.render(PAGE.kind, title, pages.address(PAGE), {"trend": pages.figures.whole()})


PAGE = OnePage("trend", "trend/", lambda pages: pages.context.has_trend, _make)
