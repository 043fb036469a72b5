"""A check asks every rule, and neither the document nor a rule can bring it down."""

import datetime as dt
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import PARTIES, clean, messy

from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import InvalidValueError
from familjen.findings import Finding, Severity
from familjen.model import Agreement, Cooperation, Decision, LegalForm, Member, Municipality, Network, participations
from familjen.rules import RULES, SELF_CHECKS, Rule, check, rule
from familjen.rules.self_check import rule_failed

EMPTY = Cooperation("par", "A pair")
MESS = Cooperation(
    "par",
    "A pair",
    networks=(Network("a", "A", goal_area="x", invited=("y",)), Network("a", "A", members=participations("z"))),
)


def saying(code: str, *paths: str) -> Rule:
    """Make a rule that finds something at each of the paths."""

    @rule(code, "saying", Severity.ADVICE, message="Look at {path}.")
    def said(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
        for path in paths:
            yield said.found(path, path=path)

    return said


def failing(error: BaseException, *, code: str = "LUND009") -> Rule:
    """Make a rule that finds one thing and then raises the error."""

    @rule(code, "failing", Severity.ADVICE, message="Before it failed.")
    def failed(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
        yield failed.found("$")
        raise error

    return failed


def test_bundled_data() -> None:
    """In the bundled cooperation three action plans have no activities in the source; nothing else is found."""
    report = check(familjen_helsingborg_2016())
    assert report.ok
    assert [finding.code for finding in report] == ["FAM514"] * 3
    assert report.not_judged == ()


@pytest.mark.parametrize("year", [2015, 2016, 2017, 2018, 2026])
def test_bundled_data_on_any_day(year: int) -> None:
    """On whatever day it is judged, the bundled cooperation has no finding of severity error."""
    assert check(familjen_helsingborg_2016(), on=dt.date(year, 7, 1)).ok


def test_empty_cooperation() -> None:
    """An empty cooperation is unfinished, which is no mistake."""
    report = check(EMPTY)
    assert not report
    assert report.checked == tuple(rule.code for rule in RULES)


def test_order_of_findings() -> None:
    """Findings stand in the document's order, and at one place in that of their codes."""
    assert [(finding.code, finding.path) for finding in check(MESS)] == [
        ("FAM105", "$.networks[0].goal_area"),
        ("FAM101", "$.networks[0].invited[0]"),
        ("FAM102", "$.networks[1].id"),
        ("FAM101", "$.networks[1].members[0].party"),
    ]


def test_order_does_not_follow_that_of_rules() -> None:
    """In which order the rules are given decides nothing but the order in which the report names them."""
    back = check(MESS, rules=reversed(RULES))
    assert back.findings == check(MESS).findings
    assert back.checked == tuple(rule.code for rule in reversed(RULES))


def test_rules_of_ones_own() -> None:
    """Rules that are given replace the bundled ones, and can stand beside them."""
    mine = saying("LUND001", "$.name")
    assert [finding.code for finding in check(MESS, rules=[mine])] == ["LUND001"]
    both = check(MESS, rules=[*RULES, mine])
    assert both.findings[0].code == "LUND001"
    assert len(both) == len(check(MESS)) + 1
    assert check(MESS, rules=()).checked == ()


def test_day_is_passed_on() -> None:
    """A rule is told the day on which the cooperation is judged, or that there is none."""
    days: list[dt.date | None] = []

    @rule("LUND001", "listening", Severity.ADVICE, message="Never said.")
    def listening(_coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
        days.append(on)
        yield from ()

    check(EMPTY, rules=[listening])
    check(EMPTY, on=dt.date(2016, 1, 1), rules=[listening])
    assert days == [None, dt.date(2016, 1, 1)]


def test_failing_rule() -> None:
    """A rule that fails is itself found, what it found before is kept, and the other rules are asked."""
    report = check(EMPTY, rules=[failing(ValueError("a {brace} and\na second line")), saying("LUND010", "$.name")])
    assert [(finding.code, finding.path) for finding in report] == [
        ("FAM001", "$"),
        ("LUND009", "$"),
        ("LUND010", "$.name"),
    ]
    failed = report.findings[0]
    assert failed.severity is Severity.ERROR
    assert failed.message == (
        "Rule LUND009 (failing) failed, so that it may have missed something: ValueError: a {brace} and\na second line"
    )
    assert not report.ok


def test_rule_on_failing_rules() -> None:
    """The rule on failing rules has nothing to find by itself: the check gives its findings."""
    assert tuple(rule_failed(MESS)) == ()
    assert rule_failed not in RULES


def test_long_failures_are_cut() -> None:
    """What a failing rule says is cut when it is long."""
    (failed, _) = check(EMPTY, rules=[failing(ValueError("x" * 10_000))])
    assert len(failed.message) < 500
    assert failed.message.endswith("…")


def test_failure_that_cannot_be_shown() -> None:
    """Even an error that fails when it is shown is reported."""

    class Mute(Exception):  # noqa: N818 - it says nothing
        def __str__(self) -> str:
            raise RuntimeError("no words")

    assert "Mute" in check(EMPTY, rules=[failing(Mute())]).findings[0].message


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_interrupts_pass(stop: type[BaseException]) -> None:
    """Whoever stops the program stops the check too."""
    with pytest.raises(stop):
        check(EMPTY, rules=[failing(stop())])


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ("a text", "which is not a Finding"),
        (None, "which is not a Finding"),
        (Finding("LUND002", Severity.ADVICE, "$", "Hm."), "the code of another rule, LUND002"),
    ],
)
def test_what_a_rule_may_give(given_: Any, said: str) -> None:
    """A rule that gives anything but findings with its own code has failed."""

    @rule("LUND001", "odd", Severity.ADVICE, message="Never said.")
    def odd(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
        yield given_

    (finding,) = check(EMPTY, rules=[odd])
    assert finding.code == "FAM001"
    assert said in finding.message


def test_rule_that_gives_nothing_to_go_through() -> None:
    """A rule that forgets to yield has failed."""

    @rule("LUND001", "forgetful", Severity.ADVICE, message="Never said.")
    def forgetful(_coop: Cooperation, _on: dt.date | None) -> Any:
        return None

    assert [finding.code for finding in check(EMPTY, rules=[forgetful])] == ["FAM001"]


def test_rule_that_misnames_a_value() -> None:
    """A rule whose sentence names a value that it does not give has failed."""

    @rule("LUND001", "misnaming", Severity.ADVICE, message="{noun} is odd.")
    def misnaming(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
        yield misnaming.found("$", nuon="x")

    (finding,) = check(EMPTY, rules=[misnaming])
    assert "a finding of LUND001 needs 'noun', and has nuon" in finding.message


@pytest.mark.parametrize(
    ("coop", "options", "said", "attribute"),
    [
        (None, {}, "None is not a Cooperation", "coop"),
        ("par", {}, "'par' is not a Cooperation", "coop"),
        (EMPTY, {"on": dt.datetime(2016, 1, 1)}, "is not a date", "on"),  # noqa: DTZ001 - that it has a time is the point
        (EMPTY, {"on": "2016-01-01"}, "'2016-01-01' is not a date", "on"),
        (EMPTY, {"on": 2016}, "2016 is not a date", "on"),
        (EMPTY, {"rules": ["FAM101"]}, "'FAM101' is not a Rule", "rules"),
        (EMPTY, {"rules": [RULES[0], RULES[0]]}, "FAM101 is the code of 2 rules", "rules"),
        (EMPTY, {"rules": [saying("LUND001"), saying("LUND001", "$")]}, "LUND001 is the code of 2 rules", "rules"),
    ],
    ids=range(8),
)
def test_refused_arguments(coop: Any, options: dict[str, Any], said: str, attribute: str) -> None:
    """What the caller, not the document, has wrong is refused in a sentence that names the argument."""
    with pytest.raises(InvalidValueError, match=said) as caught:
        check(coop, **options)
    assert caught.value.attribute == attribute


def test_catalogue() -> None:
    """The bundled rules stand in the order of their codes, each with a code and a name of its own."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {code[:4] for code in codes} == {"FAM1", "FAM2", "FAM3", "FAM4", "FAM5"}


def test_catalogue_is_complete() -> None:
    """Every rule that a module of the package makes is in the catalogue, but for the one on failing rules."""
    import importlib
    import pkgutil

    import familjen.rules as package

    made: set[str] = set()
    for module in pkgutil.walk_packages(package.__path__, "familjen.rules."):
        values = vars(importlib.import_module(module.name)).values()
        made |= {value.code for value in values if isinstance(value, Rule)}
    assert made - {rule.code for rule in RULES} == {rule.code for rule in SELF_CHECKS}


def test_bundled_rules_can_be_called() -> None:
    """A bundled rule can be asked alone, outside a check."""
    unknown_party = next(rule for rule in RULES if rule.code == "FAM101")
    assert [finding.path for finding in unknown_party(MESS)] == [
        "$.networks[0].invited[0]",
        "$.networks[1].members[0].party",
    ]


def test_checks_inside_checks() -> None:
    """A rule may itself check another cooperation without disturbing the one that it is asked about."""

    @rule("LUND001", "curious", Severity.ADVICE, message="Found {number}.")
    def curious(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
        yield curious.found("$", number=len(check(EMPTY)))

    report = check(MESS, rules=[curious, *RULES])
    assert report.findings[0].message == "Found 0."
    assert report.findings[1:] == check(MESS).findings


def register(agreements: int) -> Cooperation:
    """Make a register of 290 members, 200 networks and so many agreements between them."""
    codes = [f"{1000 + n}" for n in range(290)]
    day = dt.date(2016, 1, 1)
    return Cooperation(
        "register",
        "A register",
        members=tuple(Member(Municipality(code, f"Place {code}", "12")) for code in codes),
        networks=tuple(Network(f"n{n}", "Network", members=participations(codes[n : n + 11])) for n in range(200)),
        agreements=tuple(
            Agreement(
                f"a{n}",
                "Agreement",
                LegalForm.CONTRACT,
                parties=participations(codes[n % 280 : n % 280 + 7]),
                host=codes[n % 280],
                decisions=(Decision(codes[n % 280], day=day),),
                supersedes=f"a{n - 1}" if n else None,
            )
            for n in range(agreements)
        ),
    )


def test_many_mistakes() -> None:
    """Thousands of unknown ids are all found, none of them lost."""
    coop = attrs.evolve(register(1_000), members=register(0).members[:5])
    strange = attrs.evolve(
        coop, networks=tuple(Network(f"x{n}", "Network", invited=(f"unknown-{n}",)) for n in range(3_000))
    )
    report = check(strange)
    assert sum(finding.path.startswith("$.networks") for finding in report) == 3_000


@given(clean())
@settings(max_examples=40, deadline=None)
def test_clean(coop: Cooperation) -> None:
    """In a cooperation in which nothing is wrong nothing is found, of whatever severity."""
    assert check(coop).findings == ()


@given(messy(), st.one_of(st.none(), st.dates()))
@settings(max_examples=60, deadline=None)
def test_never_raises(coop: Cooperation, on: dt.date | None) -> None:
    """Whatever nonsense the document holds, every rule comes to its end."""
    report = check(coop, on=on)
    assert "FAM001" not in {finding.code for finding in report}
    assert report.checked == tuple(rule.code for rule in RULES)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_deterministic(coop: Cooperation) -> None:
    """Two checks of one document, or of its copy, say the same."""
    assert check(pickle.loads(pickle.dumps(coop))) == check(coop)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_each_finding_once(coop: Cooperation) -> None:
    """No finding stands twice in a report."""
    report = check(coop)
    assert len(set(report)) == len(report)


@given(st.permutations([Network(f"n{n}", "Network", goal_area="x") for n in range(5)]))
def test_lists_decide_the_order(networks: list[Network]) -> None:
    """Findings follow the document's lists, however these are ordered."""
    coop = attrs.evolve(EMPTY, networks=tuple(networks))
    assert [finding.message.split("'")[1] for finding in check(coop)] == [network.id for network in networks]


@given(clean(), st.sampled_from(PARTIES))
@settings(max_examples=40, deadline=None)
def test_missing_member(coop: Cooperation, gone: Municipality) -> None:
    """When a member is struck off the list, each place that names it is found, and nothing but that party."""
    coop = attrs.evolve(coop, members=tuple(member for member in coop.members if member.party != gone))
    found = [finding for finding in check(coop) if finding.code == "FAM101"]
    assert found
    assert all(f"names {gone.code} as" in finding.message for finding in found)
