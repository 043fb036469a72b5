"""Statements side by side."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from familjen.allocation.grid import as_html, as_lines, written
from familjen.allocation.statement import Statement
from familjen.amounts.exact import difference
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.validators import show

__all__ = ["Comparison", "compare"]


@attrs.frozen(repr=False)
class Comparison:
    """Several statements side by side, the first being the one that others are compared with (jämförelse)."""

    statements: Mapping[str, Statement]
    """The statements, by what they are called."""

    @property
    def parties(self) -> dict[str, str]:
        """Name of each party of any statement by its id, in order."""
        names: dict[str, str] = {}
        for statement in self.statements.values():
            names |= {
                code: name for code, name in zip(statement.parties, statement.names, strict=True) if code not in names
            }
        return names

    def amounts(self, party: str) -> dict[str, Decimal | None]:
        """Give what a party pays under each statement; ``None`` where it is not billed.

        Raises:
            UnknownIdError: No statement bills it.
        """
        if party not in self.parties:
            first = next(iter(self.statements.values()))
            first.charge(party)
        return {
            name: dict(zip(statement.parties, statement.amounts, strict=True)).get(party)
            for name, statement in self.statements.items()
        }

    def differences(self, party: str) -> dict[str, Decimal | None]:
        """Give by how much each later statement differs from the first; ``None`` where the party is in only one.

        Raises:
            UnknownIdError: No statement bills it.
        """
        first, *others = self.amounts(party).items()
        return {
            name: None if amount is None or first[1] is None else difference(amount, first[1])
            for name, amount in others
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """Give a dict for each party: its amount under each statement, and its difference from the first."""
        rows: list[dict[str, Any]] = []
        for party, name in self.parties.items():
            changes = {f"{label} - {self.first}": change for label, change in self.differences(party).items()}
            rows.append({"party": party, "name": name, **self.amounts(party), **changes})
        return rows

    @property
    def first(self) -> str:
        """What the first statement is called."""
        return next(iter(self.statements))

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        """Give the heading, the rows and the total, as text."""
        names = list(self.statements)
        head = (worded(lang, "Party", "Part"), *names, *(f"± {name}" for name in names[1:]))
        rows = [
            (
                name,
                *(written(amount, lang) for amount in self.amounts(party).values()),
                *(_signed(change, lang) for change in self.differences(party).values()),
            )
            for party, name in self.parties.items()
        ]
        totals = [statement.total for statement in self.statements.values()]
        total = (
            worded(lang, "Total", "Summa"),
            *(written(amount, lang) for amount in totals),
            *(_signed(difference(amount, totals[0]), lang) for amount in totals[1:]),
        )
        return head, rows, total

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.statements)}: {len(self.parties)} parties>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def compare(
    first: Statement | Mapping[str, Statement], *others: Statement, names: Iterable[str] | None = None
) -> Comparison:
    """Set statements side by side: what each party pays under each, and how that differs from the first.

    Args:
        first: The statement to compare with, or all of them by their names.
        others: The other statements.
        names: What they are called, in order; their years unless given, or letters where those are the same.

    Raises:
        InvalidValueError: There are fewer than two, names are too few, too many or doubled, or currencies differ.

    >>> from familjen.allocation import allocate
    >>> from familjen.model import Equal, Population
    >>> from familjen.dates import ReferenceDate
    >>> pair = {"year": 2016, "parties": ["1283", "1260"], "cost": 1_000}
    >>> by_heads = allocate(Population(ReferenceDate(12, 31, years_before=1)), **pair)
    >>> print(compare(allocate(Equal(), **pair), by_heads, names=["equal", "by heads"]))
    Party           equal  by heads  ± by heads
    -------------------------------------------
    Helsingborg    500.00    902.13     +402.13
    Bjuv           500.00     97.87     -402.13
    -------------------------------------------
    Total        1,000.00  1,000.00        0.00
    """
    if is_mapping(first):
        if others or names is not None:
            raise InvalidValueError("statements are given by names; give nothing beside", attribute="names")
        made: dict[str, Statement] = dict(first)
    else:
        given: list[Any] = [first, *others]
        called = _names(given) if names is None else list(names)
        if len(called) != len(given) or len(set(called)) != len(called):
            reason = f"{len(given)} statements need as many names, each its own; got {called}"
            raise InvalidValueError(reason, attribute="names")
        made = dict(zip(called, given, strict=True))
    stranger = next((each for each in made.values() if type(each) is not Statement), None)
    if stranger is not None:
        raise InvalidValueError(f"{show(stranger)} is not a statement", attribute="statements")
    if len(made) < 2:  # noqa: PLR2004 - one to compare with another
        raise InvalidValueError("give two statements at least", attribute="statements")
    currencies = sorted({statement.currency for statement in made.values()})
    if len(currencies) > 1:
        raise InvalidValueError(f"amounts in {' and '.join(currencies)} do not compare", attribute="statements")
    return Comparison(made)


def _names(statements: list[Any]) -> list[str]:
    years = [str(getattr(statement, "year", "")) for statement in statements]
    return years if len(set(years)) == len(years) else [chr(ord("A") + number) for number in range(len(years))]


def _signed(change: Decimal | None, lang: str) -> str:
    said = written(change, lang)
    return f"+{said}" if change is not None and change > 0 else said
