"""Values for templates: frozen and complete; a template only chooses how to show them.

Texts are plain and escaped by the template; ``Markup`` is safe HTML made by the generator. An
``address`` is relative to the top of the site: write ``page.root`` before it. Numbers are texts in
Arabic digits: the filter ``n`` writes them in the numerals of the site. Points are 0-100.

What only the pages of several years show stands in ``views.years``, which is loaded when one of them is made.
"""

from generator.rendering.views.changes import (
    ChangeSpan,
    ElementChangeView,
    EvidenceChangeView,
    HistoryRow,
    ItemChangeView,
)
from generator.rendering.views.downloads import AnswerRow, DownloadView
from generator.rendering.views.finding import FindingView
from generator.rendering.views.frame import (
    AgencyView,
    ChannelView,
    Crumb,
    LanguageLink,
    PageView,
    SiteView,
    TabView,
    YearLink,
    YearView,
)
from generator.rendering.views.index import (
    IndexGroup,
    IndexRow,
    IndexView,
    ScoreView,
    StateCount,
    SummaryRow,
    SummaryView,
    TodoRow,
)
from generator.rendering.views.measures import (
    MeasureGroup,
    MeasuresView,
    MeasureView,
)
from generator.rendering.views.offices import DocumentView, OfficeItem, OfficeRow
from generator.rendering.views.other_year import OtherYear
from generator.rendering.views.results import (
    FigureRow,
    ObservationView,
    PatternGroup,
    PatternView,
    PrintedView,
    QuestionView,
    ReportView,
    ResultsView,
    SourceView,
)
from generator.rendering.views.site import (
    AccessibilityView,
    AgencyRow,
    BarriersView,
    BasisView,
    CalendarView,
    MethodView,
    RatingView,
    WeightView,
    WorthRow,
)

__all__ = [
    "AccessibilityView",
    "AgencyRow",
    "AgencyView",
    "AnswerRow",
    "BarriersView",
    "BasisView",
    "CalendarView",
    "ChangeSpan",
    "ChannelView",
    "Crumb",
    "DocumentView",
    "DownloadView",
    "ElementChangeView",
    "EvidenceChangeView",
    "FigureRow",
    "FindingView",
    "HistoryRow",
    "IndexGroup",
    "IndexRow",
    "IndexView",
    "ItemChangeView",
    "LanguageLink",
    "MeasureGroup",
    "MeasureView",
    "MeasuresView",
    "MethodView",
    "ObservationView",
    "OfficeItem",
    "OfficeRow",
    "OtherYear",
    "PageView",
    "PatternGroup",
    "PatternView",
    "PrintedView",
    "QuestionView",
    "RatingView",
    "ReportView",
    "ResultsView",
    "ScoreView",
    "SiteView",
    "SourceView",
    "StateCount",
    "SummaryRow",
    "SummaryView",
    "TabView",
    "TodoRow",
    "WeightView",
    "WorthRow",
    "YearLink",
    "YearView",
]
