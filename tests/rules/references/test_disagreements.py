"""Disagreements between sources that point at nothing are found."""

import pytest
from hypothesis import given, settings
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found
from tests.rules.drawn import coop_of, messy, paths

from familjen import model

CLAIMS = (model.Claim("2016", model.Source("Report")), model.Claim("2017", model.Source("Intranet")))


def disputed(subject: str, adopted: str | None = None, claims: tuple[model.Claim, ...] = CLAIMS) -> model.Cooperation:
    """Make a cooperation with a disagreement about this subject."""
    return coop_of(
        board=model.Board("styrelse", "The board"),
        areas=(model.Area("omrade", "An area"),),
        disagreements=(model.Disagreement(subject, "period", claims, adopted=adopted),),
    )


@pytest.mark.parametrize("subject", ["par", "1283", "trafikverket", "styrelse", "omrade"])
def test_subjects(subject: str) -> None:
    """Sources may disagree about the cooperation, a party, a partner, or any noun with an id."""
    assert found(disputed(subject)) == []


@pytest.mark.parametrize(
    ("subject", "hint"),
    [
        ("styrelsen", "Did you mean 'styrelse'? Correct the id."),
        ("PAR", "Did you mean 'par'? Correct the id."),
        ("xyz", "Give the id of the noun that the fact is about."),
    ],
)
def test_unknown_subject(subject: str, hint: str) -> None:
    """A subject that nothing has as its id is found, and the id that looks most alike is suggested."""
    (finding,) = check(disputed(subject))
    assert (finding.code, finding.path, finding.hint) == ("FAM109", "$.disagreements[0].subject", hint)


@pytest.mark.parametrize(
    ("adopted", "claims", "said"),
    [
        ("from 2016", CLAIMS, "none of its claims: '2016', '2017'."),
        ("2016", (), "none of its claims: there are none."),
    ],
)
def test_unknown_adopted_claim(adopted: str, claims: tuple[model.Claim, ...], said: str) -> None:
    """An adopted claim must be word for word one that a source makes."""
    (finding,) = check(disputed("par", adopted, claims))
    assert (finding.code, finding.path) == ("FAM118", "$.disagreements[0].adopted")
    assert finding.message.endswith(said)


@pytest.mark.parametrize("adopted", ["2016", "2017", None])
def test_adopted_claim(adopted: str | None) -> None:
    """Either claim may be adopted, or none."""
    assert found(disputed("par", adopted)) == []


@given(messy())
@settings(max_examples=40, deadline=None)
def test_subjects_by_walking(coop: model.Cooperation) -> None:
    """Unknown subjects are exactly those that no noun in a walk through the document has as its id."""
    ids = {noun.id for _, noun in paths(coop) if hasattr(noun, "id")}
    unknown = [i for i, disagreement in enumerate(coop.disagreements) if disagreement.subject not in ids]
    expected = [("FAM109", f"$.disagreements[{i}].subject") for i in unknown]
    assert [finding for finding in found(coop) if finding[0] == "FAM109"] == expected
