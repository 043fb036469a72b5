"""What the vocabularies have words for here, and what a cooperation holds beyond that."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from familjen import model
from familjen.dates import Period
from familjen.language import Phrase
from familjen.model.kinds import tag_of

__all__ = ["EXPRESSED", "Unexpressed", "unexpressed"]

EXPRESSED: Mapping[type, frozenset[str]] = {
    cls: frozenset(fields.split())
    for cls, fields in {
        model.Cooperation: (
            "id name period purpose members other_parties partners areas goal_areas agreements networks programs "
            "events shared_services board sources"
        ),
        model.Declaration: "text sources",
        model.Member: "party period sources",
        model.Participation: "party period sources",
        model.Municipality: "code name county",
        model.Region: "code name",
        model.ForeignMunicipality: "country code name",
        model.Partner: "id name kind org_number sources",
        model.Area: "id name sources",
        model.GoalArea: "id name sources",
        model.Network: "id name goal_area period members coordinators partners sources",
        model.Board: "id name meetings sources",
        model.BoardMeeting: "theme day period sources",
        model.Agreement: "id name form period parties partners host supersedes tasks sources",
        model.SharedService: "id name provider recipients period agreement tasks purpose sources",
        model.Program: "id name purpose audience period members partners rounds sources",
        model.Round: "id period sources",
        model.Event: "id name period partners sources",
        model.Source: "title url quote",
        Period: "first_day last_day",
    }.items()
}
"""For each noun that is told of, the attributes that are told."""

_LINE = Phrase(
    "Not expressed: {attribute} of {noun}, {number} in all", "Uttrycks inte: {attribute} i {noun}, totalt {number}"
)


@attrs.frozen
class Unexpressed:
    """Facts that the linked data does not tell, because the vocabularies have no words for them (utelämnat).

    >>> print(Unexpressed("agreement", "cost_clause", 1))
    Not expressed: cost_clause of agreement, 1 in all
    """

    noun: str
    """The noun's tag, as in documents."""
    attribute: str
    """The attribute that is not told."""
    number: int
    """How many facts that is."""

    def said(self, lang: str) -> str:
        """Say it in words of the language."""
        return _LINE.of(attribute=self.attribute, noun=self.noun, number=self.number).said(lang)

    def __str__(self) -> str:
        return self.said("en")


def unexpressed(coop: model.Cooperation) -> tuple[Unexpressed, ...]:
    """Count what a cooperation holds that is not told, attribute by attribute, in the nouns' order.

    What is left at its default says nothing, and is not counted. Linear in the size of the cooperation.
    """
    counted = Counter(_missing(coop))
    return tuple(Unexpressed(noun, attribute, number) for (noun, attribute), number in counted.items())


def _missing(noun: Any) -> Iterator[tuple[str, str]]:
    told = EXPRESSED[type(noun)]
    for field in attrs.fields(type(noun)):
        value = getattr(noun, field.name)
        items = value if isinstance(value, tuple) else (value,)
        if field.name not in told:
            if value != field.default:
                yield from ((tag_of(type(noun)), field.name) for _ in items)
            continue
        for item in items:
            if attrs.has(type(item)):
                yield from _missing(item)
