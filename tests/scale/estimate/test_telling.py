"""How an estimate tells of itself: always that an association is not a saving."""

import math
import pickle
import subprocess
import sys

import numpy as np
import pytest

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.scale.estimate import ElasticityEstimate, engine, estimate_elasticity, estimate_panel, municipal_panel


def estimated(**asked: object) -> ElasticityEstimate:
    """Estimate from the municipalities of 2022."""
    panel = municipal_panel(2022)
    return estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", labels=panel.codes, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", [{}, {"functional_form": "translog"}, {"split": 15_000}], ids=str)
@pytest.mark.parametrize(("lang", "said"), [("en", "not a saving"), ("sv", "ingen besparing")])
def test_every_explanation_says_that_it_is_no_saving(asked: dict[str, object], lang: str, said: str) -> None:
    """The warning stands on the result, in its explanation and in that of a prediction, in both languages."""
    found = estimated(**asked)
    assert said in found.warning(lang)
    assert found.warning(lang) in found.explain(lang)
    assert found.warning(lang) in found.predict(32_000).explain(lang)
    assert "Statskontoret" in found.warning(lang)


def test_text_page_and_repr_hold_the_figures() -> None:
    """Elasticity, error, number and R² stand in the repr; the table of the page has each coefficient."""
    found = estimated(split=15_000)
    assert repr(found).startswith("<ElasticityEstimate: log-log, −0.073 (s.e. 0.007")
    assert "n = 290, R² = 0.35" in repr(found)
    assert str(found) == found.explain()
    assert repr(found.sample).startswith("<Sample: 290 observations")
    page = found._repr_html_()
    assert "<td>log size</td>" in page
    assert "not a saving" in page


def test_classes_are_told_with_how_many_they_rest_on() -> None:
    """Each class says its sizes, elasticity and number."""
    text = estimated(split=15_000).explain("sv")
    assert "under 15 000" in text
    assert "n = 131" in text
    assert "n = 159" in text


def test_classes_in_the_middle_say_both_ends() -> None:
    """With two sizes to split at there are three classes, the middle one from a size to below another."""
    found = estimated(split=(15_000, 50_000))
    assert [each.said("sv").split(":")[0] for each in found.classes] == [
        "under 15 000",
        "15 000 till under 50 000",
        "från 50 000",
    ]


def test_rows_are_the_coefficients() -> None:
    """A row has a coefficient, its error and its interval."""
    found = estimated(functional_form="translog")
    rows = found.to_rows()
    assert [row["name"] for row in rows] == list(found.fit.names)
    assert rows[1]["coefficient"] == pytest.approx(found.elasticity.value)
    assert rows[1]["low"] < rows[1]["coefficient"] < rows[1]["high"]


def test_an_unclear_elasticity_says_that_nil_is_not_ruled_out() -> None:
    """Where the interval holds zero, that is said."""
    rng = np.random.default_rng(1)
    sizes = np.exp(rng.normal(9.5, 1, 30))
    found = estimate_elasticity(sizes, np.exp(11 + rng.normal(0, 0.3, 30)), costs_are="per unit")
    assert not found.elasticity.is_clear
    assert "not ruled out" in found.explain()
    assert "inte uteslutet" in found.explain("sv")
    assert "not ruled out" not in estimated().explain()


def test_other_languages_are_refused() -> None:
    """There are two languages."""
    with pytest.raises(InvalidValueError, match=r"'de' is not a language of ours"):
        estimated().explain("de")


def test_an_estimate_survives_pickling() -> None:
    """It can be sent to another process and says the same there."""
    found = estimated(split=15_000)
    again = pickle.loads(pickle.dumps(found))
    assert again.explain() == found.explain()
    assert again.predict(32_000) == found.predict(32_000)


def test_confidence_decides_the_width_of_an_interval() -> None:
    """At 99 % it is wider than at 95 %, by the quantiles of Student's t."""
    found = estimated()
    wide, narrow = (found.elasticity_at(13_000, confidence=share) for share in (0.99, 0.95))
    ratio = engine.quantile(0.99, 288) / engine.quantile(0.95, 288)
    assert (wide.high - wide.low) / (narrow.high - narrow.low) == pytest.approx(ratio)


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95, math.nan, "0.95", True, None], ids=repr)
def test_what_is_no_confidence_is_refused(confidence: object) -> None:
    """A confidence is a share between 0 and 1."""
    with pytest.raises(InvalidValueError) as caught:
        estimated().elasticity_at(13_000, confidence=confidence)  # type: ignore[arg-type]
    assert caught.value.attribute == "confidence"


def test_without_statsmodels_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Estimating without the extra says which to install; the panel needs nothing."""
    monkeypatch.setitem(sys.modules, "statsmodels.api", None)
    assert len(municipal_panel(2022)) == 290
    with pytest.raises(MissingExtraError, match=r"pip install 'familjen\[estimate\]'"):
        estimated()


def test_importing_loads_no_statsmodels() -> None:
    """The package and the panel come without statsmodels, scipy and pandas; they are loaded by the first estimate."""
    code = (
        "import sys; from familjen.scale.estimate import municipal_panel; municipal_panel(2022); "
        "print(sorted({'statsmodels', 'scipy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.strip() == "[]"


def test_what_was_observed_is_described_and_named() -> None:
    """A sample says how many and between which sizes; an observation is called by its label, or by its place."""
    sample = estimated().sample
    assert repr(sample) == "<Sample: 290 observations of sizes 2,395 to 978,770>"
    assert (sample.named(0), sample.label(0)) == ("'0114'", "0114")
    nameless = estimate_elasticity([1, 2, 4], [3, 3, 2], costs_are="total").sample
    assert (nameless.named(2), nameless.label(2)) == ("observation 3", "observation 3")


def test_a_panel_says_the_same_warning() -> None:
    """Neither elasticity of a panel is a saving."""
    both = estimate_panel(
        [1, 2, 3, 5], [9, 7, 8, 6], costs_are="total", units=["a", "a", "b", "b"], periods=[1, 2, 1, 2]
    )
    assert both.warning("sv") == estimated().warning("sv")
    assert both.warning() in both.explain()
