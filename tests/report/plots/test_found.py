"""The picture of a check has how often which rule found something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import bars, found, one_finding, rows
from tests.report.plots.seen import title

from familjen.errors import InvalidValueError
from familjen.findings import Report, Severity
from familjen.report.plots import plot_findings


@given(st.lists(st.sampled_from(list(Severity)), min_size=1, max_size=8))
@settings(max_examples=12, deadline=None)
def test_errors_stand_on_top(severities: list[Severity]) -> None:
    """There is a row for each rule, errors before warnings before advice, with a bar as long as its findings."""
    report = one_finding(*severities)
    figure = plot_findings(report)
    order = {code: found[0].severity for code, found in report.group("code").items()}
    ranks = [list(Severity).index(order[name]) for name in rows(figure)]
    assert ranks == sorted(ranks)
    assert [end for _, end in bars(figure)] == [1.0] * len(severities)


def test_counts_are_those_of_the_report() -> None:
    """The title is the report's headline, and the bars sum to its findings."""
    report = found()
    figure = plot_findings(report)
    assert title(figure) == repr(report).removeprefix("<Report: ").removesuffix(">")
    assert sum(end for _, end in bars(figure)) == len(report)
    assert all(name.startswith("FAM") for name in rows(figure))


def test_nothing_found_is_no_picture() -> None:
    """A report without findings has nothing to draw, which is said."""
    with pytest.raises(InvalidValueError, match=r"nothing was found, so there is nothing to draw"):
        plot_findings(Report((), checked=("FAM101",)))
