"""The body that decides in a federation, a joint committee or a company, and who sits in it."""

import enum

import attrs

from familjen.model.source import Source
from familjen.validators import is_identifier, is_whole, one_of, optional, tuple_of

__all__ = ["Assembly", "AssemblyKind", "Representation"]


class AssemblyKind(enum.StrEnum):
    """What sort of deciding body it is (typ av beslutande organ).

    The sections are those of the Swedish Local Government Act, kommunallag (2017:725).
    """

    COUNCIL = "council"
    """A federation's council (förbundsfullmäktige; 9 kap. 3 §)."""
    DIRECTORATE = "directorate"
    """A federation's directorate, which is its executive too (förbundsdirektion; 9 kap. 3 och 5 §§)."""
    COMMITTEE = "committee"
    """A joint committee (gemensam nämnd; 9 kap. 19 §)."""
    BOARD = "board"
    """The board of a company, an association or a foundation (styrelse)."""


@attrs.frozen
class Representation:
    """How many a party chooses to a deciding body (representation).

    >>> Representation("1283", members=2, substitutes=2).members
    2
    """

    party: str = attrs.field(validator=is_identifier)
    """Id of the party."""
    members: int = attrs.field(kw_only=True, validator=is_whole(0))
    """Number of members (ledamöter)."""
    substitutes: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0)))
    """Number of substitutes (ersättare); ``None`` when nobody has said."""


@attrs.frozen
class Assembly:
    """The body that decides under an agreement, and who is represented in it (beslutande organ).

    >>> seats = (Representation("1283", members=1, substitutes=1), Representation("1260", members=1, substitutes=1))
    >>> Assembly(AssemblyKind.DIRECTORATE, representation=seats, term_years=4).term_years
    4
    """

    kind: AssemblyKind = attrs.field(validator=one_of(AssemblyKind))
    """What sort of body it is."""
    representation: tuple[Representation, ...] = attrs.field(
        default=(), kw_only=True, validator=tuple_of(Representation)
    )
    """Who is represented, and by how many; empty when nobody has said."""
    term_years: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1, 100)))
    """For how many years it is chosen (mandattid); ``None`` when nobody has said."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
