"""Shares that do not come to the whole (family 4xx)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from familjen.findings import Finding, Severity
from familjen.language import Listing, Phrase
from familjen.model import (
    Agreement,
    Cooperation,
    CostClause,
    FixedShares,
    Municipality,
    Population,
    Rate,
    Region,
    Subset,
    TwoLevel,
)
from familjen.rules.economy.exact import bound_parties, sayable
from familjen.rules.entries import Kind
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = [
    "inhabitants_counted_twice",
    "ownership_not_one",
    "party_without_share",
    "share_stands_twice",
    "shares_not_one",
    "unknown_owner",
]

_MISSING = Phrase("is missing", "saknas")
_TOO_MUCH = Phrase("too much", "för mycket")


@rule(
    "FAM401",
    "shares-not-one",
    Severity.ERROR,
    message="The shares of {noun} come to {sum}, not to the whole: {difference} {word}.",
    hint="Correct the shares, so that they come to one.",
    since="2026.11.0",
)
def shares_not_one(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """The fixed shares of a cost do not come to one.

    Checks:
        That the exact sum of an agreement's fixed shares is one.

    Why:
        What the shares leave over, nobody pays; what they have too much of is paid twice. Percentages that were rounded
        for print are the commonest cause.

    Example:
        >>> split = FixedShares.of({"1283": Fraction("0.67"), "1260": Fraction("0.32")})
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, cost_clause=CostClause.of(split))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(*check(coop))
        The shares of agreement 'avgift' come to 99 %, not to the whole: 1 % is missing. Correct the shares, so that
        they come to one. [FAM401]

    Remedy:
        >>> split = FixedShares.of({"1283": Fraction("0.67"), "1260": Fraction("0.33")})
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, cost_clause=CostClause.of(split))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `FixedShares.shares`.
    """
    index = index_of(coop)
    for i, _agreement, place, split in _fixed(coop):
        total = sum((share.share for share in split.shares), Fraction(0))
        if total != 1:
            yield shares_not_one.found(
                f"$.agreements[{i}].cost_clause.{place}.shares",
                noun=index.entry_at[f"$.agreements[{i}]"],
                sum=sayable(total),
                difference=sayable(abs(total - 1)),
                word=_MISSING if total < 1 else _TOO_MUCH,
            )


@rule(
    "FAM408",
    "share-stands-twice",
    Severity.ERROR,
    message="{party} has {number} shares in the cost clause of {noun}.",
    hint="Give it one share, or correct the id.",
    since="2026.11.0",
)
def share_stands_twice(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party has two shares of a cost.

    Checks:
        That a party stands once among the fixed shares of an agreement that lists its parties. Where it lists none,
        FAM113 finds it.

    Why:
        Either it pays twice, or the second share was meant for somebody else.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> three = tuple(Share(code, Fraction(1, 3)) for code in ("1283", "1260", "1260"))
        >>> clause = CostClause.of(FixedShares(three))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Bjuv (1260) has 2 shares in the cost clause of agreement 'avgift'.

    Remedy:
        >>> clause = CostClause.of(FixedShares.of({"1283": Fraction(1, 3), "1260": Fraction(2, 3)}))
        >>> fee = attrs.evolve(fee, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `FixedShares.shares`.
    """
    index = index_of(coop)
    for i, agreement, place, split in _fixed(coop):
        counted = Counter(share.party for share in split.shares)
        if not agreement.parties or len(counted) == len(split.shares):
            continue
        for j, share in enumerate(split.shares):
            number = counted.pop(share.party, 0)
            if number > 1:
                yield share_stands_twice.found(
                    f"$.agreements[{i}].cost_clause.{place}.shares[{j}].party",
                    noun=index.entry_at[f"$.agreements[{i}]"],
                    party=index.party(share.party),
                    number=number,
                )


@rule(
    "FAM409",
    "inhabitants-counted-twice",
    Severity.WARNING,
    message="{noun} counts inhabitants of {parties} twice: they are inhabitants of {region} too.",
    hint="Give the region a part of its own, or use another key.",
    since="2026.11.0",
)
def inhabitants_counted_twice(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A key by inhabitants has a region and municipalities in it.

    Checks:
        That a key or a rate by inhabitants is not used between a region and municipalities of its county.

    Why:
        Each inhabitant of the municipality is counted for the region as well, which then carries nearly all. Regions
        mostly take a fixed part, and the municipalities share the rest.

    Example:
        >>> parties = (Region("12", "Skåne"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["12", "1260"])
        >>> clause = CostClause.of(Population())
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Agreement 'avgift' counts inhabitants of Bjuv (1260) twice: they are inhabitants of Skåne (12) too.

    Remedy:
        >>> half = FixedShares.of({"12": Fraction(1, 2), "1260": Fraction(1, 2)})
        >>> fee = attrs.evolve(fee, cost_clause=CostClause.of(half))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Population` and `Rate`.
    """
    index = index_of(coop)
    regions = {party.id for party in index.parties.values() if isinstance(party, Region)}
    if not regions:
        return
    for i, agreement in enumerate(coop.agreements):
        clause = agreement.cost_clause
        place = None if clause is None else next(_counting(clause), None)
        if place is None:
            continue
        parties = dict.fromkeys(part.party for part in agreement.parties)
        for region in parties:
            if region not in regions:
                continue
            inside = tuple(index.party(party) for party in parties if _county(index.parties.get(party)) == region)
            if inside:
                yield inhabitants_counted_twice.found(
                    f"$.agreements[{i}].cost_clause.{place}",
                    noun=index.entry_at[f"$.agreements[{i}]"],
                    parties=Listing(inside),
                    region=index.party(region),
                )


@rule(
    "FAM411",
    "party-without-share",
    Severity.WARNING,
    message="{parties} has no share in the cost clause of {noun}, to which it is a party.",
    hint="Give it a share, zero if that is what was agreed, or take it away from the parties.",
    since="2026.11.0",
)
def party_without_share(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A party to an agreement with fixed shares has none.

    Checks:
        That each party has a share, where an agreement lists its parties and shares its cost by fixed parts. A party
        that has left, on the day of the check, or without one before the agreement ends, is not asked.

    Why:
        A party that joined later is easily forgotten in the clause, and then the others pay for it.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> clause = CostClause.of(FixedShares.of({"1283": Fraction(1)}))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Bjuv (1260) has no share in the cost clause of agreement 'avgift', to which it is a party.

    Remedy:
        >>> clause = CostClause.of(FixedShares.of({"1283": Fraction(1), "1260": Fraction(0)}))
        >>> fee = attrs.evolve(fee, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `FixedShares.shares` and `Agreement.parties`.
    """
    index = index_of(coop)
    for i, agreement, place, split in _fixed(coop, of_all=True):
        shares = {share.party for share in split.shares}
        missing = tuple(
            index.party(party)
            for party in bound_parties(agreement, on)
            if party not in shares and party in index.parties
        )
        if missing:
            yield party_without_share.found(
                f"$.agreements[{i}].cost_clause.{place}.shares",
                noun=index.entry_at[f"$.agreements[{i}]"],
                parties=Listing(missing),
            )


@rule(
    "FAM413",
    "ownership-not-one",
    Severity.ERROR,
    message="The owners of {noun} hold {sum} of it together: {difference} {word}.",
    hint="Correct the owners' shares, so that they come to one.",
    since="2026.11.0",
)
def ownership_not_one(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """The owners' shares do not come to one.

    Checks:
        That the exact sum of an agreement's owners' shares is one, where owners are recorded.

    Why:
        Who controls a company, and whether it is wholly owned, is read from the shares.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> held = (Holding("1283", Fraction(3, 4)), Holding("1260", Fraction(1, 2)))
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, owners=held)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> print(check(coop).findings[0].message)
        The owners of agreement 'vatten' hold 125 % of it together: 25 % too much.

    Remedy:
        >>> water = attrs.evolve(water, owners=(Holding("1283", Fraction(3, 4)), Holding("1260", Fraction(1, 4))))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> len(check(coop))
        0

    References:
        `Agreement.owners`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        total = sum((held.share for held in agreement.owners), Fraction(0))
        if agreement.owners and total != 1:
            yield ownership_not_one.found(
                f"$.agreements[{i}].owners",
                noun=index.entry_at[f"$.agreements[{i}]"],
                sum=sayable(total),
                difference=sayable(abs(total - 1)),
                word=_MISSING if total < 1 else _TOO_MUCH,
            )


@rule(
    "FAM414",
    "unknown-owner",
    Severity.ERROR,
    message="{noun} names '{id}' as an owner, but the cooperation has neither a party nor a partner with that id.",
    hint="Correct the id, or add the owner to the parties or the partners.",
    since="2026.11.0",
)
def unknown_owner(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A company is owned by somebody whom the cooperation does not know.

    Checks:
        That each owner is a party or a partner.

    Why:
        Whether a company is wholly owned by municipalities decides which conditions the law sets for it.

    Example:
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, owners=(Holding("1238", Fraction(1)),))
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> print(check(coop).findings[0].message)
        Agreement 'vatten' names '1238' as an owner, but the cooperation has neither a party nor a partner with that id.

    Remedy:
        >>> parties = (Municipality("1283", "Helsingborg", "12"),)
        >>> water = attrs.evolve(water, owners=(Holding("1283", Fraction(1)),))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> len(check(coop))
        0

    References:
        `Agreement.owners`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        for j, held in enumerate(agreement.owners):
            if held.owner not in index.parties and held.owner not in index.ids[Kind.PARTNER]:
                noun = index.entry_at[f"$.agreements[{i}]"]
                yield unknown_owner.found(f"$.agreements[{i}].owners[{j}].owner", noun=noun, id=held.owner)


def _fixed(coop: Cooperation, *, of_all: bool = False) -> Iterator[tuple[int, Agreement, str, FixedShares]]:
    """Give the fixed shares of each clause with their places; where asked, only those that are for all parties."""
    for i, agreement in enumerate(coop.agreements):
        if agreement.cost_clause is None:
            continue
        keys = dict(agreement.cost_clause.all_keys())
        for place, key in keys.items():
            above = (other for at, other in keys.items() if place.startswith(f"{at}."))
            if isinstance(key, FixedShares) and not (of_all and any(isinstance(o, Subset | TwoLevel) for o in above)):
                yield i, agreement, place, key


def _counting(clause: CostClause) -> Iterator[str]:
    """Give the places of the clause that count inhabitants."""
    for place, key in clause.all_keys():
        if isinstance(key, Population):
            yield place
    for number, step in enumerate(clause.steps):
        if isinstance(step, Rate):
            yield f"steps[{number}]"


def _county(party: object) -> str | None:
    return party.county if isinstance(party, Municipality) else None
