"""What a check found, as values: a finding, and the report that holds them."""

from familjen.findings.finding import CODE, Accepted, Asked, Finding, NotJudged, Severity
from familjen.findings.report import Report

__all__ = ["CODE", "Accepted", "Asked", "Finding", "NotJudged", "Report", "Severity"]
