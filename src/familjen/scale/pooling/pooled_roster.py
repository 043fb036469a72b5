"""Rosters alone and together (gemensam jour och beredskap)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, players_of
from familjen.games.grid import as_html, as_lines
from familjen.language import worded
from familjen.scale.pooling.parties import need_some
from familjen.scale.pooling.roster import Roster
from familjen.scale.pooling.written import decimal, whole
from familjen.validators import show

__all__ = ["PooledRoster", "pool_rosters"]


@attrs.frozen(repr=False)
class PooledRoster:
    """What rosters of each party take, and what one for all takes (gemensam jour och beredskap).

    Made by `pool_rosters`.
    """

    parties: tuple[Player, ...]
    """The parties, in order."""
    rosters: tuple[Roster, ...]
    """Each party's own roster."""
    together: Roster
    """The roster for all."""

    @property
    def employees_apart(self) -> Fraction:
        """Full-time employees that all the own rosters come to."""
        return sum((each.employees for each in self.rosters), Fraction(0))

    @property
    def persons_apart(self) -> int:
        """The least number of people for all the own rosters."""
        return sum(each.persons for each in self.rosters)

    @property
    def employees_saved(self) -> Fraction:
        """Full-time employees fewer together than apart; below zero where it takes more."""
        return self.employees_apart - self.together.employees

    @property
    def persons_saved(self) -> int:
        """People fewer together than apart; below zero where it takes more."""
        return self.persons_apart - self.together.persons

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party: its posts, the employees that they come to, and the least number of people."""
        return [
            {"party": party, "posts": each.posts, "employees": each.employees, "persons": each.persons}
            for party, each in zip(self.parties, self.rosters, strict=True)
        ]

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Give the heading, the rows, and the rows of all apart and together, as text."""
        head = worded(lang, "Party Posts Employees Persons", "Part Poster Årsarbetare Personer").split()
        rows = [_row(str(party), each, lang) for party, each in zip(self.parties, self.rosters, strict=True)]
        apart = (
            worded(lang, "Apart", "Var för sig"),
            whole(sum(each.posts for each in self.rosters), lang),
            decimal(float(self.employees_apart), lang),
            whole(self.persons_apart, lang),
        )
        return tuple(head), rows, [apart, _row(worded(lang, "Together", "Tillsammans"), self.together, lang)]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def explain(self, party: Player | None = None, lang: str = "en") -> str:
        """Say in sentences what one roster for all takes, or one party's own, and what that rests on.

        Raises:
            UnknownIdError: There is no such party.
            InvalidValueError: It is not a language of ours.
        """
        if party is not None:
            if party not in self.parties:
                raise UnknownIdError.of("party", str(party), [str(known) for known in self.parties])
            return self.rosters[self.parties.index(party)].explain(lang)
        before, after = (decimal(float(each), lang) for each in (self.employees_apart, self.together.employees))
        apart, joint = whole(self.persons_apart, lang), whole(self.together.persons, lang)
        compared = worded(
            lang,
            f"Apart it takes the work of {before} employees and at least {apart} persons; together that of {after} and "
            f"at least {joint}.",
            f"Var för sig krävs {before} årsarbetare och minst {apart} personer; tillsammans {after} och minst "
            f"{joint}.",
        )
        given = worded(
            lang,
            "How many posts are enough together, with the distances there are, is taken as given:",
            "Hur många poster som räcker tillsammans, med de avstånd som finns, är förutsatt:",
        )
        return "\n".join([compared, given, self.together.explain(lang)])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        number, apart = len(self.parties), self.persons_apart
        return f"<PooledRoster of {number} parties: {apart:,} persons apart, {self.together.persons:,} together>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _row(name: str, roster: Roster, lang: str) -> tuple[str, ...]:
    return name, whole(roster.posts, lang), decimal(float(roster.employees), lang), whole(roster.persons, lang)


def pool_rosters(alone: Mapping[Any, Roster], together: Roster) -> PooledRoster:
    """Compare rosters of each party with one for all (gemensam jour och beredskap).

    How many posts are enough together is not computed: it depends on how soon somebody must be where, and is yours to
    say in ``together``. With as many posts as apart nothing is saved but by chance of rounding.

    Args:
        alone: Each party's own roster.
        together: The roster for all.

    Raises:
        InvalidValueError: There are fewer than two parties, or something is no `Roster`.

    Complexity: O(n).

    >>> own = Roster(posts=1, hours_per_week=118, hours_per_year=1_700, counted=0.25, every=6)
    >>> two = Roster(posts=2, hours_per_week=118, hours_per_year=1_700, counted=0.25, every=6)
    >>> print(pool_rosters({"Bjuv": own, "Klippan": own, "Åstorp": own}, two))
    Party     Posts  Employees  Persons
    -----------------------------------
    Bjuv          1       0.91        6
    Klippan       1       0.91        6
    Åstorp        1       0.91        6
    -----------------------------------
    Apart         3       2.72       18
    Together      2       1.81       12
    """
    if not is_mapping(alone):
        raise InvalidValueError(f"{show(alone)} is no mapping of party to Roster", attribute="alone")
    parties = players_of(alone)
    need_some(len(parties), "alone")
    for name, roster in [*alone.items(), ("all together", together)]:
        if type(roster) is not Roster:
            reason = f"what is given for {name} is {show(roster)}, no Roster; give Roster(posts=..., ...)"
            raise InvalidValueError(reason, attribute="alone" if name in alone else "together")
    return PooledRoster(parties, tuple(alone[party] for party in parties), together)
