"""How much of the spread each assumption causes, told (känslighet)."""

from collections.abc import Iterator, Mapping

import attrs

from familjen.allocation.grid import as_html, as_lines
from familjen.errors import UnknownIdError
from familjen.language import worded
from familjen.scale.benefit_told import say_whole

__all__ = ["Sensitivities", "Sensitivity"]


@attrs.frozen
class Sensitivity:
    """What share of the variance an assumption causes (känslighet)."""

    first: float
    """First-order index: the share that it causes by itself, from 0 to 1 but for the error."""
    first_error: float
    """The standard error of the first-order index, from the number of draws alone."""
    total: float
    """Total index: the share that it has a part in, with others or alone."""
    total_error: float
    """The standard error of the total index, from the number of draws alone."""


@attrs.frozen(repr=False)
class Sensitivities(Mapping[str, Sensitivity]):
    """What share of the variance each assumption causes, the greatest total first: by name (Sobolindex)."""

    variance: float
    """The variance of the net over the horizon, or of the yearly saving, in kronor squared."""
    yearly: bool
    """Whether it is that of the yearly saving."""
    horizon: int
    """How many years are counted."""
    samples: int
    """How many draws each of the two samples has."""
    seed: int
    """What the draws began from: the same seed gives the same again."""
    each: dict[str, Sensitivity]
    """Each assumption that has a range, by name."""

    def __getitem__(self, name: str) -> Sensitivity:
        if name not in self.each:
            raise UnknownIdError.of("uncertain assumption", str(name), self.each)
        return self.each[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.each)

    def __len__(self) -> int:
        return len(self.each)

    @property
    def together(self) -> float:
        """The share of the variance that assumptions cause only together with others: what the first-orders leave."""
        return 1 - sum(each.first for each in self.values())

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each assumption."""
        return [{"assumption": name, **attrs.asdict(each)} for name, each in self.items()]

    def text(self, lang: str = "en") -> str:
        """Give a plain table."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say how large the spread is, and which assumptions cause it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        spread = say_whole(self.variance**0.5, lang)
        what = (
            worded(lang, "yearly saving", "årliga besparingen")
            if self.yearly
            else worded(lang, f"net over {self.horizon} years", f"nettot över {self.horizon} år")
        )
        draws = say_whole(self.samples, lang)
        lines = [
            worded(
                lang,
                f"The {what} of all has a standard deviation of {spread} kr ({draws} draws twice, seed {self.seed}).",
                f"Den samlade standardavvikelsen för {what} är {spread} kr ({draws} dragningar två gånger, frö "
                f"{self.seed}).",
            )
        ]
        for name, one in self.items():
            first, total = (f"{100 * share:.0f}".replace("-0", "0") for share in (one.first, one.total))
            lines.append(
                worded(
                    lang,
                    f"  {name} causes about {first} % of its variance alone, and {total} % with others.",
                    f"  {name} ger omkring {first} % av variansen ensamt, och {total} % med andra.",
                )
            )
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Sensitivities: {len(self.each)} assumptions, most by {next(iter(self.each))}>"

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        head = (
            worded(lang, "Assumption", "Antagande"),
            worded(lang, "Alone", "Ensamt"),
            "±",
            worded(lang, "With others", "Med andra"),
            "±",
        )
        rows: list[tuple[str, ...]] = []
        for name, each in self.items():
            texts = [f"{number:.3f}" for number in (each.first, each.first_error, each.total, each.total_error)]
            rows.append((name, *([text.replace(".", ",") for text in texts] if lang == "sv" else texts)))
        return head, rows
