"""How much each member's vote decides, and what acting as one changes (röstmakt)."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import cast

import attrs

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, mask_of, members_of
from familjen.games.unions import partition_of
from familjen.influence.bloc import Bloc, bloc_of, places_of_bloc
from familjen.influence.body import Body, need_body
from familjen.influence.indices import Index, index_of
from familjen.influence.telling import explained, html_of, lines_of
from familjen.influence.unions import in_unions
from familjen.influence.whole import Whole

__all__ = ["Power", "need_question", "voting_power"]

_COLUMNS = ("power", "in_bloc", "share_in_bloc", "power_if_it_left")

_WITH_UNIONS = ("shapley_shubik", "banzhaf")


@attrs.frozen(repr=False)
class Power(Mapping[Player, Fraction]):
    """Each member's power by an index, exactly, and what a bloc gains (röstmakt).

    It maps members to Fractions. An index counts the arithmetic of votes, and not who persuades whom.

    >>> from familjen.influence import WeightedVotes
    >>> power = voting_power(WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half"))
    >>> str(power["A"]), str(power["B"])
    ('2/3', '1/6')
    """

    votes: Body
    """The body."""
    index: Index
    """The index."""
    numbers: tuple[Fraction, ...]
    """Each member's power, in the body's order."""
    bloc: Bloc | None = None
    """What those gain who act as one, if somebody does."""
    unions: tuple[tuple[Player, ...], ...] = ()
    """Who act as one by agreement, if the power is that within unions."""

    @property
    def members(self) -> tuple[Player, ...]:
        """Who votes."""
        return self.votes.members

    def __getitem__(self, member: Player) -> Fraction:
        for who, number in zip(self.members, self.numbers, strict=True):
            if who == member:
                return number
        raise UnknownIdError.of("member", str(member), [str(who) for who in self.members])

    def __iter__(self) -> Iterator[Player]:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)

    def __contains__(self, member: object) -> bool:
        return member in self.members

    def to_rows(self) -> list[dict[str, object]]:
        """Give a row for each member: its weights, its power, and in a bloc its share and its power outside.

        Powers are floats, to the nearest; the exact ones are on the result. A column of weights has its chamber's name,
        or is called ``weight``, ``weight_2`` and so on where that is none or taken.
        """
        bloc = self.bloc
        rows: list[dict[str, object]] = []
        for place, member in enumerate(self.members):
            row: dict[str, object] = {"member": member}
            for at, chamber in enumerate(self.votes.chambers):
                taken = not chamber.name or chamber.name in row or chamber.name in _COLUMNS
                name = chamber.name if not taken else "weight" if at == 0 else f"weight_{at + 1}"
                row[name] = float(chamber.weights[place])
            row["power"] = float(self.numbers[place])
            if bloc is not None:
                inside = member in bloc.members
                at = bloc.members.index(member) if inside else 0
                row |= {
                    "in_bloc": inside,
                    "share_in_bloc": float(bloc.shares[at]) if inside else None,
                    "power_if_it_left": float(bloc.outside[at]) if inside else None,
                }
            rows.append(row)
        return rows

    def text(self, lang: str = "en") -> str:
        """Set it in columns, in English or Swedish."""
        return "\n".join(lines_of(self, lang))

    def explain(self, lang: str = "en") -> str:
        """Say in sentences what was reckoned, what it shows, and what it does not mean.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        return "\n".join(explained(self, lang))

    def __repr__(self) -> str:
        bloc = "" if self.bloc is None else f", bloc of {len(self.bloc.members)}"
        unions = f", {len(self.unions)} unions" if self.unions else ""
        return f"Power({self.index.name}, {self.votes!r}{bloc}{unions})"

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return html_of(self)


def voting_power(
    votes: Body,
    index: str = "shapley_shubik",
    *,
    bloc: object = None,
    unions: Iterable[object] | None = None,
) -> Power:
    """Give each member's power by an index, and what a bloc gains by acting as one (röstmakt).

    Assumptions: those of the index; nobody is nearer to one than to another, no matter is more likely than another,
    and who is in a bloc or union always votes with it. The numbers are exact.

    Complexity: that of the index; see `familjen.influence.indices`. With whole weights that sum to some tens of
    thousands, hundreds of members.

    Args:
        votes: A `WeightedVotes` or `Chambers`.
        index: One of ``shapley_shubik``, ``banzhaf``, ``banzhaf_normalised``, ``johnston``, ``deegan_packel``,
            ``holler``, ``coleman_prevent`` and ``coleman_initiate``.
        bloc: Some of the members, from two to 16, whose gain from acting as one is weighed.
        unions: Coalitions that act as one by agreement, each member in at most one; who is in none acts alone. Each
            member's power is then that of Owen, or of Owen–Banzhaf. At most 16 are in one.

    Raises:
        InvalidValueError: It is no body or index; the bloc is one or all; a union is empty, or two have a member in
            common; both a bloc and unions are given; or the index knows neither.
        UnknownIdError: Somebody in a bloc or union is no member.
        IntractableError: The weights are too large to be counted, or the members too many to be gone through.

    >>> from familjen.influence import WeightedVotes
    >>> votes = WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half")
    >>> print(voting_power(votes))
    Member  weight  of all   power
    ------------------------------
    A            2  50.0 %  66.7 %
    B            1  25.0 %  16.7 %
    C            1  25.0 %  16.7 %
    >>> [str(each) for each in voting_power(votes, unions=["B+C"]).values()]
    ['1/2', '1/4', '1/4']
    """
    asked = need_question(votes, index, bloc, unions)
    whole = Whole.of(votes)
    if unions is not None:
        masks = partition_of(_with_single(unions, votes.members), votes.members, "unions")
        places = [[place for place in range(len(votes.members)) if mask >> place & 1] for mask in masks]
        numbers = in_unions(whole, places, owen=asked.sums_to_one)
        named = tuple(members_of(mask, votes.members) for mask in masks if mask.bit_count() > 1)
        return Power(votes, asked, tuple(numbers), unions=named)
    acting = None if bloc is None else places_of_bloc(bloc, votes.members)
    numbers = asked.of(whole)
    found = None if acting is None else bloc_of(whole, acting, numbers, asked, votes.members)
    return Power(votes, asked, tuple(numbers), found)


def need_question(votes: Body, index: object, bloc: object, unions: object) -> Index:
    """Read the index, and check that bloc and unions are as `voting_power` wants them, which raises the same errors."""
    asked = index_of(index)
    need_body(votes)
    members = votes.members
    if bloc is not None and unions is not None:
        raise InvalidValueError("give a bloc or unions, not both; a bloc is one union", attribute="unions")
    if (bloc is not None or unions is not None) and asked.name not in _WITH_UNIONS:
        reason = f"{asked.name} says nothing of members within a bloc or union; use shapley_shubik or banzhaf"
        raise InvalidValueError(reason, attribute="index")
    if unions is not None:
        partition_of(_with_single(unions, members), members, "unions")
    if bloc is not None:
        places_of_bloc(bloc, members)
    return asked


def _with_single(unions: object, members: tuple[Player, ...]) -> Iterable[object]:
    """Add a union of one for each member that is in none; what is no list of unions is refused by who reads it."""
    if isinstance(unions, str | Mapping) or not isinstance(unions, Iterable):
        return cast("Iterable[object]", unions)
    given: list[object] = list(cast("Iterable[object]", unions))
    covered = 0
    for union in given:
        covered |= mask_of(union, members)
    return [*given, *((member,) for place, member in enumerate(members) if not covered >> place & 1)]
