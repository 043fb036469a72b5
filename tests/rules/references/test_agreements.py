"""Parts in agreements and services that do not go together are found."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found
from tests.rules.drawn import clean, coop_of, look, messy

from familjen import model
from familjen.model import participations
from familjen.rules import check as check_all

CONTRACT = model.LegalForm.CONTRACT
THIRDS = model.CostClause.of(model.FixedShares.of({"1283": Fraction(2, 3), "1260": Fraction(1, 3)}))


def agreed(*parties: str, **fields: Any) -> model.Agreement:
    """Make an agreement between these parties."""
    return model.Agreement("x", "X", CONTRACT, parties=participations(parties), **fields)


def chain(*pairs: str) -> tuple[model.Agreement, ...]:
    """Make agreements of pairs such as ``"ab"``: agreement a replaces agreement b."""
    return tuple(model.Agreement(pair[0], "X", CONTRACT, supersedes=pair[1:] or None) for pair in pairs)


def served(provider: str, *recipients: str, agreement: str | None = None) -> model.SharedService:
    """Make a shared service."""
    return model.SharedService("s", "S", provider, recipients=participations(recipients), agreement=agreement)


def test_host_is_a_party() -> None:
    """A host among the parties is right."""
    assert found(coop_of(agreements=(agreed("1283", "1260", host="1260"),))) == []


@pytest.mark.parametrize(
    ("host", "message", "hint"),
    [
        ("1278", "names host 1278", "Add Båstad (1278) to the parties or change the host."),
        ("1280", "names host 1280", "Add Malmö (1280) to the parties or change the host."),
        ("nobody", "names host nobody", "Add nobody to the parties or change the host."),
        ("trafikverket", "names host trafikverket", "Add trafikverket to the parties or change the host."),
    ],
)
def test_host_outside(host: str, message: str, hint: str) -> None:
    """A host outside the parties is one finding, whether or not anybody knows it, and is named if it can be."""
    (finding,) = check(coop_of(agreements=(agreed("1283", host=host),)))
    assert (finding.code, finding.path) == ("FAM103", "$.agreements[0].host")
    assert message in finding.message
    assert finding.hint == hint


def test_host_without_parties() -> None:
    """Where no party is listed, only an unknown host is found, as an unknown party."""
    assert found(coop_of(agreements=(agreed(host="1283"),))) == []
    assert found(coop_of(agreements=(agreed(host="nobody"),))) == [("FAM101", "$.agreements[0].host")]


def test_provider_among_recipients() -> None:
    """A provider is found among the recipients as often as it stands there."""
    assert found(coop_of(shared_services=(served("1283", "1260", "1283"),))) == [
        ("FAM104", "$.shared_services[0].recipients[1].party")
    ]
    assert found(coop_of(shared_services=(served("1283", "1260", "1278"),))) == []


@pytest.mark.parametrize(
    ("pairs", "place", "circle"),
    [
        (("aa",), 0, "'a' replaces 'a'"),
        (("ab", "ba"), 0, "'a' replaces 'b' replaces 'a'"),
        (("ca", "ab", "bc"), 0, "'c' replaces 'a' replaces 'b' replaces 'c'"),
        (("da", "ab", "ba"), 1, "'a' replaces 'b' replaces 'a'"),
        (("a", "bb"), 1, "'b' replaces 'b'"),
        (("ab", "bc", "cd", "de", "ea"), 0, "'a' replaces 'b' replaces 'c' replaces … replaces 'a'"),
    ],
)
def test_circles(pairs: tuple[str, ...], place: int, circle: str) -> None:
    """A circle of agreements is found once, at its first agreement in the document, and long ones are shortened."""
    (finding,) = check(coop_of(agreements=chain(*pairs)))
    assert (finding.code, finding.path) == ("FAM112", f"$.agreements[{place}].supersedes")
    assert finding.message == f"Agreements replace each other in a circle: {circle}."


@pytest.mark.parametrize("pairs", [("a",), ("ab", "b"), ("ab", "cb", "b"), ("ab", "bc", "cd", "d")])
def test_no_circles(pairs: tuple[str, ...]) -> None:
    """A chain of agreements, also a forked one, is no circle."""
    assert found(coop_of(agreements=chain(*pairs))) == []


def test_two_circles() -> None:
    """Each circle is found."""
    assert found(coop_of(agreements=chain("ab", "ba", "cc"))) == [
        ("FAM112", "$.agreements[0].supersedes"),
        ("FAM112", "$.agreements[2].supersedes"),
    ]


def test_long_circle() -> None:
    """A circle of ten thousand agreements is found without deep recursion."""
    agreements = tuple(
        model.Agreement(f"a{n}", "X", CONTRACT, supersedes=f"a{(n + 1) % 10_000}") for n in range(10_000)
    )
    assert found(coop_of(agreements=agreements)) == [("FAM112", "$.agreements[0].supersedes")]


def test_shares() -> None:
    """A share of somebody outside the parties is found, and other ways to split are let be."""
    assert found(coop_of(agreements=(agreed("1283", cost_clause=THIRDS),))) == [
        ("FAM116", "$.agreements[0].cost_clause.steps[0].key.shares[1].party")
    ]
    assert found(coop_of(agreements=(agreed("1283", "1260", cost_clause=THIRDS),))) == []
    assert found(coop_of(agreements=(agreed("1283", cost_clause=model.CostClause.of(model.Equal())),))) == []


def test_shares_without_parties() -> None:
    """Where no party is listed, shares of known parties are right."""
    assert found(coop_of(agreements=(agreed(cost_clause=THIRDS),))) == []


@pytest.mark.parametrize(
    ("service", "paths"),
    [
        (served("1283", "1260", agreement="x"), []),
        (served("1278", "1260", agreement="x"), ["$.shared_services[0].provider"]),
        (served("1283", "1260", "1278", agreement="x"), ["$.shared_services[0].recipients[1].party"]),
        (
            served("1284", "1278", agreement="x"),
            ["$.shared_services[0].provider", "$.shared_services[0].recipients[0].party"],
        ),
        (served("1278", "1284"), []),
    ],
    ids=["inside", "provider", "recipient", "both", "no agreement"],
)
def test_service_and_agreement(service: model.SharedService, paths: list[str]) -> None:
    """Whoever performs or receives a service without being a party to its agreement is found."""
    coop = coop_of(agreements=(agreed("1283", "1260"),), shared_services=(service,))
    assert found(coop) == [("FAM117", path) for path in paths]


def test_service_without_parties() -> None:
    """An agreement that lists no parties, or is not known, leaves nothing to say about who is outside it."""
    assert found(coop_of(agreements=(agreed(),), shared_services=(served("1283", "1260", agreement="x"),))) == []
    unknown = coop_of(agreements=(agreed("1283"),), shared_services=(served("1260", agreement="y"),))
    assert found(unknown) == [("FAM108", "$.shared_services[0].agreement")]
    stranger = coop_of(agreements=(agreed("1283"),), shared_services=(served("9999", agreement="x"),))
    assert found(stranger) == [("FAM101", "$.shared_services[0].provider")]


@given(messy())
@settings(max_examples=40, deadline=None)
def test_hosts(coop: model.Cooperation) -> None:
    """Whenever a host is found, it is not among the parties, and taking the host away mends it."""
    places = [path for code, path in found(coop) if code == "FAM103"]
    for path in places:
        agreement = look(coop, path.removesuffix(".host"))
        assert agreement.host not in {part.party for part in agreement.parties}
    hostless = attrs.evolve(coop, agreements=tuple(attrs.evolve(a, host=None) for a in coop.agreements))
    assert "FAM103" not in {code for code, _ in found(hostless)}


@given(clean(), st.data())
@settings(max_examples=40, deadline=None)
def test_party_that_is_struck_off(coop: model.Cooperation, data: st.DataObject) -> None:
    """When a host is struck off an agreement's parties, exactly the host is found, and its share, if it has one."""
    hosted = [(i, a) for i, a in enumerate(coop.agreements) if a.host and len(a.parties) > 1]
    if not hosted:
        return
    i, agreement = data.draw(st.sampled_from(hosted))
    parties = tuple(part for part in agreement.parties if part.party != agreement.host)
    broken = attrs.evolve(agreement, parties=parties)
    codes = [
        code
        for code, _ in found(attrs.evolve(coop, agreements=(*coop.agreements[:i], broken, *coop.agreements[i + 1 :])))
    ]
    clause = agreement.cost_clause
    shared = clause is not None and any(isinstance(key, model.FixedShares) for _, key in clause.all_keys())
    assert codes == (["FAM103", "FAM116"] if shared else ["FAM103"])


@given(st.lists(st.integers(-1, 7), min_size=8, max_size=8))
def test_circles_against_walking(replaced: list[int]) -> None:
    """There are as many circles as a walk from each agreement back to itself says."""
    agreements = tuple(
        model.Agreement(f"a{n}", "X", CONTRACT, supersedes=f"a{to}" if to >= 0 else None)
        for n, to in enumerate(replaced)
    )
    circles = set[frozenset[int]]()
    for start in range(8):
        trail, here = [start], replaced[start]
        while here >= 0 and here not in trail:
            trail.append(here)
            here = replaced[here]
        if here == start:
            circles.add(frozenset(trail))
    assert found(coop_of(agreements=agreements)) == [
        ("FAM112", f"$.agreements[{first}].supersedes") for first in sorted(map(min, circles))
    ]


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((model.Subset(("1260",), model.Equal()),), "steps[0].key.parties[0]"),
        ((model.FlatFee(Decimal(5), parties=("1260",)), model.Equal()), "steps[0].parties[0]"),
        ((model.Deductible(Decimal(5), "1260"), model.Equal()), "steps[0].carried_by"),
        ((model.Equal(), model.AmountLimit(floor=Decimal(5), financed_by="1260")), "steps[1].financed_by"),
        ((model.Bounded(model.Equal(), (model.Bound(party="1260"),)),), "steps[0].key.bounds[0].party"),
        ((model.Figures.of("hours", {"1283": 1, "1260": 2}),), "steps[0].key.figures[1].party"),
        (
            (model.TwoLevel((model.Group(Fraction(1), model.Equal(), parties=("1260",)),)),),
            "steps[0].key.groups[0].parties[0]",
        ),
    ],
)
def test_every_party_of_a_clause_is_a_party(steps: tuple[Any, ...], place: str) -> None:
    """Whoever stands anywhere in a clause must be a party; the words for all others are nobody."""
    parties = (model.Municipality("1283", "Helsingborg", "12"), model.Municipality("1260", "Bjuv", "12"))
    signed = participations(["1283"])
    fee = model.Agreement("a", "A", model.LegalForm.CIVIL_LAW, parties=signed, cost_clause=model.CostClause.of(*steps))
    coop = model.Cooperation("c", "C", other_parties=parties, agreements=(fee,))
    found = [(finding.code, finding.path) for finding in check_all(coop, select=["FAM116"])]
    assert found == [("FAM116", f"$.agreements[0].cost_clause.{place}")]
    unlisted = attrs.evolve(fee, parties=())
    strange = model.Cooperation("c", "C", other_parties=parties[:1], agreements=(unlisted,))
    assert [finding.path for finding in check_all(strange, select=["FAM101"])] == [
        f"$.agreements[0].cost_clause.{place}"
    ]
