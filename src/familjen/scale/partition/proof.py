"""How surely a partition is the cheapest (bevis)."""

import attrs

from familjen.language import Phrase

__all__ = ["Proof"]

_SAME = 1e-9
"""So small a gap is none: what floats and the solver cannot tell."""

_METHODS = {
    "convolution": Phrase("subset convolution", "delmängdsfaltning"),
    "prices": Phrase("column generation", "kolumngenerering"),
    "integer program": Phrase("column generation and an integer program", "kolumngenerering och heltalsprogram"),
}
_EXACT = Phrase(
    "The cheapest of all partitions into groups that may form: exact, by {method} over {groups} groups.",
    "Den billigaste av alla indelningar i grupper som får bildas: exakt, genom {method} över {groups} grupper.",
)
_WITHIN = Phrase(
    "At most {percent} % dearer than the cheapest partition into groups that may form: bound by {method} over {groups} "
    "groups.",
    "Högst {percent} % dyrare än den billigaste indelningen i grupper som får bildas: gräns genom {method} över "
    "{groups} grupper.",
)
_SOME_EXACT = Phrase(
    "No dearer than the cheapest partition into groups of at most {most}, by {method} over {groups} groups. Larger "
    "groups were only searched, so that a cheaper partition with them may exist.",
    "Inte dyrare än den billigaste indelningen i grupper om högst {most}, genom {method} över {groups} grupper. Bland "
    "större grupper har bara sökts, så en billigare indelning med dem kan finnas.",
)
_SOME_WITHIN = Phrase(
    "At most {percent} % dearer than the cheapest partition into groups of at most {most}: bound by {method} over "
    "{groups} groups. Larger groups were only searched, so that a cheaper partition with them may exist.",
    "Högst {percent} % dyrare än den billigaste indelningen i grupper om högst {most}: gräns genom {method} över "
    "{groups} grupper. Bland större grupper har bara sökts, så en billigare indelning med dem kan finnas.",
)


@attrs.frozen
class Proof:
    """How surely a partition is the cheapest (bevis).

    >>> print(Proof("convolution", 90.0, 3, 7, is_all=True).text(90.0))
    The cheapest of all partitions into groups that may form: exact, by subset convolution over 7 groups.
    """

    method: str
    """What proves it: ``"convolution"``, ``"prices"`` or ``"integer program"``."""
    lower: float
    """No partition into groups of at most `most` that may form costs less, in floats; by an integer program to a
    millionth of the mean cost of a party alone."""
    most: int
    """The largest group that the bound holds for."""
    groups: int
    """How many groups were gone through: all of at most `most` that may form."""
    is_all: bool = attrs.field(kw_only=True)
    """Whether the bound holds for every partition that may form."""
    prices: tuple[float, ...] | None = attrs.field(default=None, kw_only=True)
    """A price of each party; no group of at most `most` that may form costs less than its members' prices."""

    def gap(self, cost: float) -> float:
        """Give how much dearer than the bound a cost is at most, as a share of the bound; 0 where it is proven."""
        over = cost - self.lower
        return over / abs(self.lower) if over > 0 and self.lower else max(0.0, over)

    def is_closed(self, cost: float) -> bool:
        """Tell whether a cost is no more than the bound, but for what floats and the solver cannot tell."""
        return self.gap(cost) <= _SAME

    def text(self, cost: float, lang: str = "en") -> str:
        """Say how surely a partition of that cost is the cheapest, in English or Swedish."""
        phrase = (_SOME_WITHIN, _SOME_EXACT, _WITHIN, _EXACT)[2 * self.is_all + (self.is_closed(cost))]
        percent = f"{100 * self.gap(cost):.2g}"
        said = percent.replace(".", ",") if lang == "sv" else percent
        return phrase.of(percent=said, most=self.most, groups=self.groups, method=_METHODS[self.method]).said(lang)
