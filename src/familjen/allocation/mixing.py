"""The mix of keys that comes closest to given shares."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.allocation.basis import weigh
from familjen.allocation.grid import as_html, as_lines
from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector
from familjen.amounts.weights import is_mapping, read_weights
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError
from familjen.language import say, worded
from familjen.model import Key, Mix, Part
from familjen.optimise import minimise
from familjen.places import Statistics
from familjen.validators import show

__all__ = ["FoundMix", "find_mix"]


@attrs.frozen(repr=False)
class FoundMix:
    """A mix of keys and how close it comes to the shares that were wanted (funnen nyckelblandning)."""

    weights: Mapping[str, Fraction]
    """The part of each key, by its name, zero for those that do not help."""
    keys: Mapping[str, Key]
    """The keys, by name."""
    wanted: Mapping[str, Fraction]
    """The share that was wanted for each party."""
    reached: Mapping[str, Fraction]
    """The share that the mix gives it."""
    distance: Fraction
    """The largest difference between the two for any party, as a part of the whole; no mix of these keys has less."""

    @property
    def key(self) -> Key:
        """The mix as a key for a clause; the key itself where it is one alone."""
        used = [(weight, self.keys[name]) for name, weight in self.weights.items() if weight]
        return used[0][1] if len(used) == 1 else Mix(tuple([Part(weight, key) for weight, key in used]))

    @property
    def is_exact(self) -> bool:
        """Whether it gives exactly what was wanted."""
        return not self.distance

    @property
    def misplaced(self) -> Fraction:
        """The part of the whole that is carried by another party than was wanted."""
        gaps = (abs(self.reached[party] - share) for party, share in self.wanted.items())
        return sum(gaps, Fraction(0)) / 2

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give the heading and the rows, as text: what was wanted and what is reached."""
        head = (
            worded(lang, "Party", "Part"),
            worded(lang, "Wanted", "Önskad"),
            worded(lang, "Reached", "Nådd"),
            worded(lang, "Difference", "Skillnad"),
        )
        rows: list[tuple[str, ...]] = [
            (
                party,
                _percent(share, lang),
                _percent(self.reached[party], lang),
                _percent(self.reached[party] - share, lang),
            )
            for party, share in self.wanted.items()
        ]
        return head, rows

    def text(self, lang: str = "en") -> str:
        """Say it: the mix, how far it is from what was wanted, and party by party."""
        said = [
            f"{_percent(weight, lang)} {name} ({self.keys[name].text(lang)})"
            for name, weight in self.weights.items()
            if weight
        ]
        far = _percent(self.distance, lang)
        how = worded(lang, "It gives exactly what was wanted.", "Den ger exakt det önskade.")
        if not self.is_exact:
            how = worded(
                lang,
                f"No mix of these keys comes closer than {far} of the whole for every party.",
                f"Ingen blandning av dessa nycklar kommer närmare än {far} av helheten för varje part.",
            )
        return "\n".join([" + ".join(said), how, *as_lines(*self.table(lang))])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        parts = ", ".join(f"{name} {_percent(weight, 'en')}" for name, weight in self.weights.items() if weight)
        return f"<FoundMix {parts}; at most {_percent(self.distance, 'en')} off>"

    def _repr_html_(self) -> str:
        return as_html(*self.table(), notes=self.text().splitlines()[:2])


def find_mix(
    targets: Mapping[str, Fraction | Decimal | int],
    keys: Mapping[str, Key] | Iterable[Key],
    *,
    year: int,
    statistics: Statistics | None = None,
    reference: ReferenceDate | None = None,
) -> FoundMix:
    """Find the mix of keys whose shares come closest to those that are wanted.

    Closest means that the largest difference for any party is as small as can be. It is a linear program with a
    variable for each key, solved exactly (`familjen.optimise`), so that the distance is proven to be the least.

    Args:
        targets: What each party should carry: shares, or amounts, of which only the proportions count.
        keys: The keys to mix, by name, or only the keys.
        year: The year for which they are weighed.
        statistics: Where figures are looked up; the bundled statistics unless given.
        reference: The day on which figures are taken where a key does not say.

    Raises:
        InvalidValueError: Targets are no exact numbers, below zero or all zero, or there is no key.
        MissingDataError: A key needs a figure that there is not.

    >>> from familjen.model import Equal, Population
    >>> population = Population(ReferenceDate(12, 31, years_before=1))
    >>> wanted = {"1283": 67, "1260": 16, "1276": 17}
    >>> found = find_mix(wanted, {"equal": Equal(), "inhabitants": population}, year=2016)
    >>> found
    <FoundMix equal 29.70%, inhabitants 70.30%; at most 0.10% off>
    """
    if not is_mapping(targets):
        raise InvalidValueError(f"{show(targets)} is not a mapping from party to share", attribute="targets")
    try:
        given = Vector(read_weights(targets).whole).shares
    except InvalidValueError as error:
        raise InvalidValueError(error.reason, attribute="targets") from None
    named = _named(keys)
    occasion = Occasion(tuple(targets), year, Statistics.bundled() if statistics is None else statistics, reference)
    shares = {name: tuple(weigh(key, occasion).shares) for name, key in named.items()}
    weights = _closest(tuple(given), tuple(shares.values()))
    reached = {
        party: sum((weight * own[place] for weight, own in zip(weights, shares.values(), strict=True)), Fraction(0))
        for place, party in enumerate(targets)
    }
    wanted = dict(zip(targets, given, strict=True))
    distance = max(abs(reached[party] - share) for party, share in wanted.items())
    return FoundMix(dict(zip(named, weights, strict=True)), named, wanted, reached, distance)


def _named(keys: Any) -> dict[str, Key]:
    given: Any = keys
    if not isinstance(keys, Iterable):
        raise InvalidValueError(f"{show(given)} is no list of keys", attribute="keys")
    named: dict[str, Any] = dict(given) if is_mapping(given) else {f"key {n}": key for n, key in enumerate(given, 1)}
    for name, key in named.items():
        if not isinstance(key, Key):
            raise InvalidValueError(f"{name!r} is {show(key)}, which is not a key", attribute="keys")
    if not named:
        raise InvalidValueError("there is no key to mix; give two", attribute="keys")
    return named


def _closest(wanted: tuple[Fraction, ...], shares: tuple[tuple[Fraction, ...], ...]) -> tuple[Fraction, ...]:
    """Give the weights with the least largest difference: min t, |Σ weight · share - wanted| ≤ t, Σ weight = 1."""
    number, size = len(shares), len(wanted)
    zero, one = Fraction(0), Fraction(1)
    costs = [zero] * number + [one] + [zero] * (2 * size)
    rows = [[one] * number + [zero] * (1 + 2 * size)]
    right = [one]
    for place, share in enumerate(wanted):
        mixed = [own[place] for own in shares]
        for sign, slack in ((one, 2 * place), (-one, 2 * place + 1)):
            # sign · (mixed - wanted) - t + slack = 0
            slacks = [Fraction(each == slack) for each in range(2 * size)]
            rows.append([*(sign * part for part in mixed), -one, *slacks])
            right.append(sign * share)
    return minimise(costs, rows, right).at[:number]


def _percent(share: Fraction, lang: str) -> str:
    return f"{float(share):.2%}" if lang == "en" else f"{say(round(Decimal(float(share) * 100), 2), lang)} %"
