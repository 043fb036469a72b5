"""What changes of a bill's inputs do to it."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.grid import as_html, as_lines, written
from familjen.allocation.rounding import in_units
from familjen.allocation.statement import Statement
from familjen.errors import UnknownIdError
from familjen.language import say, worded

__all__ = ["Effect", "InputKind", "Sensitivity"]


class InputKind(enum.StrEnum):
    """What is changed (indata)."""

    COST = "cost"
    """The cost, or a cost pool (kostnad)."""
    AMOUNT = "amount"
    """An amount that the clause asks for by name (belopp)."""
    FIGURE = "figure"
    """A party's figure in a series, such as its inhabitants (uppgift)."""
    PARTY = "party"
    """Whether a party takes part (medverkan)."""
    KEY = "key"
    """The key by which is shared (nyckel)."""


@attrs.frozen
class Effect:
    """What one change does to every party's amount (effekt)."""

    kind: InputKind
    """What sort of input changes."""
    what: str
    """The input: a cost pool, the name of an amount, a series, the id of the party that leaves, the name of a key."""
    party: str | None
    """Whose figure it is, or who leaves; ``None`` where it is nobody's."""
    changes: Mapping[str, Fraction]
    """By how much each party's amount changes, exactly, before rounding; empty where the bill cannot be made."""
    refused: str | None = None
    """Why the bill cannot be made then, such as a key that names the party that leaves; ``None`` where it can."""

    @property
    def total(self) -> Fraction:
        """By how much the total changes."""
        return sum(self.changes.values(), Fraction(0))


@attrs.frozen(repr=False)
class Sensitivity:
    """How each party's bill moves when an input does, all else the same (känslighetsanalys)."""

    base: Statement
    """The statement as it is."""
    effects: tuple[Effect, ...]
    """What each change does."""
    step: Decimal
    """How much costs, amounts and figures are raised by: 0.01 for 1 %."""

    def effect(self, what: str, party: str | None = None) -> Effect:
        """Look up what a change does: ``("cost",)``, ``("population", "1283")``, or a party or key by its name.

        Raises:
            UnknownIdError: Nothing of that name was changed.
        """
        for effect in self.effects:
            if effect.what == what and party in {None, effect.party}:
                return effect
        wanted = what if party is None else f"{what} of {party}"
        raise UnknownIdError.of("input", wanted, [effect.what for effect in self.effects])

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each change and party."""
        return [
            {"kind": effect.kind.value, "what": effect.what, "of": effect.party, "party": party, "change": change}
            for effect in self.effects
            for party, change in effect.changes.items()
        ]

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give the heading and the rows, as text: what each change does to the party itself, and to the others.

        Changes are shown in the clause's unit, or in whole kronor where that is more.
        """
        head = (
            worded(lang, "Change", "Ändring"),
            worded(lang, "That party", "Den parten"),
            worded(lang, "All others", "Alla andra"),
            worded(lang, "Most: whom", "Mest: vem"),
            worded(lang, "by", "med"),
        )
        names = dict(zip(self.base.parties, self.base.names, strict=True))
        unit = min(Decimal(1), self.base.clause.unit)
        rows: list[tuple[str, ...]] = []
        for effect in self.effects:
            said = self._said(effect, names, lang)
            if effect.refused is not None:
                rows.append((said, "", "", worded(lang, "no bill", "ingen räkning"), ""))
                continue
            own = None if effect.party is None else effect.changes.get(effect.party)
            others = {party: change for party, change in effect.changes.items() if party != effect.party}
            most = max(others, key=lambda party: (abs(others[party]), party), default=None)
            rows.append(
                (
                    said,
                    "" if own is None else _signed(own, unit, lang),
                    _signed(sum(others.values(), Fraction(0)), unit, lang),
                    "" if most is None else names.get(most, most),
                    "" if most is None else _signed(others[most], unit, lang),
                )
            )
        return head, rows

    def _said(self, effect: Effect, names: Mapping[str, str], lang: str) -> str:
        name = "" if effect.party is None else names.get(effect.party, effect.party)
        if effect.kind is InputKind.PARTY:
            return f"{name} {worded(lang, 'leaves', 'lämnar')}"
        if effect.kind is InputKind.KEY:
            return f"{worded(lang, 'key', 'nyckel')}: {effect.what}"
        called = {"cost": worded(lang, "cost", "kostnad"), "population": worded(lang, "population", "invånare")}
        said = called.get(effect.what, effect.what)
        return f"{f'{name}: ' if name else ''}{said} +{say(Fraction(self.step), lang)}"

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        refusals = [f"{effect.what}: {effect.refused}" for effect in self.effects if effect.refused]
        return "\n".join([*as_lines(*self.table(lang)), *refusals])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Sensitivity {self.base.year}: {len(self.effects)} changes, {len(self.base.parties)} parties>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _signed(change: Fraction, unit: Decimal, lang: str) -> str:
    said = written(in_units(change, unit), lang)
    return said if change < 0 else f"+{said}"
