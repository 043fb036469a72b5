"""Whatever a document holds, in any of its fields, a check comes to its end by every rule."""

import datetime as dt
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.rules import check
from familjen.testing import nouns

AGREEMENTS: Any = st.lists(nouns(model.Agreement), min_size=1, max_size=4).map(tuple)
days = st.none() | st.dates() | st.just(dt.date.max) | st.just(dt.date.min)


@given(AGREEMENTS, days, st.sampled_from(["en", "sv"]))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_agreements_of_any_kind(agreements: tuple[model.Agreement, ...], on: dt.date | None, lang: str) -> None:
    """No agreement, whatever its charter, assembly, accounts, tables or owners, brings a rule down."""
    parties = (model.Municipality("1283", "Helsingborg", "12"), model.Region("12", "Skåne"))
    named = tuple(
        attrs.evolve(each, parties=model.participations(("1283", "a")), owners=(*each.owners,)) for each in agreements
    )
    for listed in (agreements, named):
        report = check(model.Cooperation("x", "X", other_parties=parties, agreements=listed), on=on, lang=lang)
        assert "FAM001" not in {finding.code for finding in report}, str(report)
        assert len(set(report.findings)) == len(report.findings)


@given(nouns(model.Cooperation), days)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_cooperations_of_any_kind(coop: model.Cooperation, on: dt.date | None) -> None:
    """No cooperation brings a rule down, and its report can be written in every form."""
    report = check(coop, on=on)
    assert "FAM001" not in {finding.code for finding in report}, str(report)
    assert report.to_json()
    assert report.to_sarif("x.json")["runs"]
    assert len(report.to_github().splitlines()) == len(report)
