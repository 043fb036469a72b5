"""A report on a cooperation as one HTML file, for those who decide (rapport); needs the extra ``report``."""

from familjen.report.webpage.bills import Bills, bill_all
from familjen.report.webpage.document import HtmlReport
from familjen.report.webpage.making import html
from familjen.report.webpage.section import Absent

__all__ = ["Absent", "Bills", "HtmlReport", "bill_all", "html"]
