"""Which rules are asked, what a document accepts, and rules of other packages."""

import datetime as dt
from importlib.metadata import EntryPoint
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import messy

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.findings import Finding, Severity
from familjen.model import Cooperation, Network, Suppression
from familjen.rules import RULES, Phrase, Rule, check, rule
from familjen.rules import plugins as plugins_module
from familjen.rules.plugins import Plugins, loaded
from familjen.rules.selection import chosen

COOP = Cooperation("par", "A pair", networks=(Network("a", "A", goal_area="x"), Network("b", "B", goal_area="y")))


def accepting(*suppressions: Suppression) -> Cooperation:
    """Give a cooperation with two findings of FAM105, and these suppressions."""
    return Cooperation("par", "A pair", networks=COOP.networks, suppressions=suppressions)


@rule("LUND001", "own", Severity.ADVICE, message="It is so.", in_force=Period.year(2016))
def own(_coop: Cooperation, _on: dt.date | None) -> Any:
    """Something is so in 2016."""
    yield own.found("$")


@given(st.sets(st.sampled_from([each.code for each in RULES])), st.sets(st.sampled_from(["FAM1", "FAM21", "FAM301"])))
@settings(max_examples=40, deadline=None)
def test_selection_is_that_of_sets(select: set[str], ignore: set[str]) -> None:
    """Chosen are the rules that a selected pattern fits and no ignored one, in the catalogue's order."""
    kept = chosen(RULES, select, ignore)
    wanted = [each.code for each in RULES if each.code in select and not each.code.startswith(tuple(ignore))]
    assert [each.code for each in kept] == wanted


@given(messy(), st.sampled_from(["FAM1", "FAM2", "FAM3", "FAM4", "FAM5"]))
@settings(max_examples=20, deadline=None)
def test_families_part_the_findings(coop: Cooperation, family: str) -> None:
    """A check of a family finds what the whole check finds of it."""
    whole = [finding for finding in check(coop) if finding.code.startswith(family)]
    assert list(check(coop, select=family)) == whole


def test_names_are_patterns_too() -> None:
    """A rule is selected by its name as by its code."""
    assert chosen(RULES, "unknown-goal-area") == chosen(RULES, ["FAM105"])


@pytest.mark.parametrize("pattern", ["FAM9", "unknown-gaol-area", "fam105", "*"])
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_patterns_that_fit_nothing_are_refused(option: str, pattern: str) -> None:
    """A pattern that fits no rule is an error that names the option and, where something comes near, that."""
    with pytest.raises(InvalidValueError, match="no rule fits") as caught:
        check(COOP, **{option: pattern})  # type: ignore[arg-type]
    assert caught.value.attribute == option


@pytest.mark.parametrize("pattern", [[""], [None], [3]], ids=["blank", "none", "number"])
def test_patterns_are_text(pattern: Any) -> None:
    """A pattern that is no text is refused."""
    with pytest.raises(InvalidValueError, match="is not a pattern"):
        check(COOP, select=pattern)


def test_near_patterns_are_named() -> None:
    """A slip in a rule's name is answered with the name."""
    with pytest.raises(InvalidValueError, match="did you mean 'unknown-goal-area'"):
        check(COOP, select="unknown-gaol-area")


def test_rules_out_of_force_are_not_asked_and_said() -> None:
    """On a day outside a rule's dates the rule is not asked, and the report says so, in either language."""
    assert [finding.code for finding in check(COOP, rules=[own], on=dt.date(2016, 5, 1))] == ["LUND001"]
    assert len(check(COOP, rules=[own])) == 1
    report = check(COOP, rules=[own], on=dt.date(2020, 1, 1))
    assert not report
    assert str(report.not_judged[0]) == "The rule judges days 2016-01-01 – 2016-12-31, not 2020-01-01. [LUND001]"
    assert "bedömer" in str(check(COOP, rules=[own], on=dt.date(2020, 1, 1), lang="sv").not_judged[0])


@pytest.mark.parametrize("on", [dt.date.min, dt.date(1862, 1, 1), dt.date.max], ids=str)
def test_any_day_is_allowed(on: dt.date) -> None:
    """A day outside every rule's dates is allowed."""
    assert {finding.code for finding in check(COOP, on=on)} == {"FAM105"}


@pytest.mark.parametrize(
    ("path", "left"),
    [(None, 0), ("$", 0), ("$.networks[0]", 1), ("$.networks[0].goal_area", 1), ("$.networks", 0), ("$.network", 2)],
)
def test_accepted_findings(path: str | None, left: int) -> None:
    """A suppression accepts the findings at its path and below; what it accepts is reported with the reason."""
    report = check(accepting(Suppression("FAM105", "It is to come", path=path)))
    assert len(report.filter(select="FAM105")) == left
    assert [each.reason for each in report.accepted] == ["It is to come"] * (2 - left)
    assert ("FAM002" in report.group()) == (left == 2)


def test_idle_and_unknown_suppressions() -> None:
    """A suppression that accepts nothing is found, unless its rule was not asked; one of no rule always is."""
    idle, unknown = Suppression("FAM101", "-"), Suppression("FAM999", "-")
    report = check(accepting(idle, unknown))
    assert [(each.code, each.path) for each in report if each.code.startswith("FAM0")] == [
        ("FAM002", "$.suppressions[0]"),
        ("FAM003", "$.suppressions[1].code"),
    ]
    assert "FAM002" not in check(accepting(idle), select="FAM2").group()
    known = accepting(idle, Suppression("FAM004", "-"))
    assert [finding.code for finding in check(known, rules=[own])] == ["LUND001"]


def test_every_finding_is_left_or_accepted() -> None:
    """Suppressions lose nothing: what is left and what is accepted are together all findings."""
    every = set(check(COOP))
    report = check(accepting(Suppression("FAM105", "-", path="$.networks[1]")))
    assert {*report, *(each.finding for each in report.accepted)} == every


class Point(EntryPoint):
    """An entry point that gives an object, or raises it."""

    def load(self) -> Any:
        """Give what stands under its name."""
        found = GIVEN[self.name]
        if isinstance(found, Exception):
            raise found
        return found


GIVEN: dict[str, Any] = {"lund": own, "list": [own], "broken": ImportError("no such module"), "odd": [own, "nonsense"]}


def test_rules_of_other_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of installed packages are asked by themselves; what cannot be loaded is found, and the others still run."""
    points = [Point(name, "x:y", "familjen.rules") for name in ("lund", "broken", "odd")]
    found = loaded(points)
    assert found.rules == (own,)
    assert [name for name, _ in found.failures] == ["broken", "odd"]
    assert loaded([Point("list", "x:y", "familjen.rules")]) == Plugins((own,))
    monkeypatch.setattr("familjen.rules.engine.installed", lambda: found)
    report = check(COOP)
    assert {"LUND001", "FAM004", "FAM105"} == {finding.code for finding in report}
    assert "LUND001" in report.checked
    assert len(check(COOP, rules=RULES).filter(select="FAM004")) == 0


def test_installed_rules_are_looked_up_once() -> None:
    """Entry points are read once in a process."""
    assert plugins_module.installed() is plugins_module.installed()


def test_reasons_are_said_in_the_language() -> None:
    """What a rule does not judge is said in the language of the check."""

    @rule("LUND002", "shy", Severity.ADVICE, message="Never.")
    def shy(_coop: Cooperation, _on: dt.date | None) -> Any:
        """It never judges."""
        yield shy.not_judged("$", Phrase("not today", "inte i dag"))

    assert [str(each) for each in check(COOP, rules=[shy], lang="sv").not_judged] == ["Inte i dag [LUND002]"]


def test_strangers_are_no_findings() -> None:
    """A rule that yields something else than findings has failed."""

    @rule("LUND003", "odd", Severity.ADVICE, message="Never.")
    def odd(_coop: Cooperation, _on: dt.date | None) -> Any:
        """It yields text."""
        yield "text"

    found = check(COOP, rules=[odd])
    assert [finding.code for finding in found] == ["FAM001"]
    assert isinstance(odd, Rule)
    assert isinstance(found.findings[0], Finding)
