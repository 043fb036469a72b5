"""What an entry of a ledger is about (posttyp)."""

import enum

__all__ = ["Kind"]


class Kind(enum.StrEnum):
    """What was paid or received (posttyp).

    >>> Kind("in-kind") is Kind.IN_KIND
    True
    """

    CHARGE = "charge"
    """A fee or a share of a cost that was billed (avgift)."""
    SAVING = "saving"
    """What is paid less, or more, than alone (besparing)."""
    GRANT = "grant"
    """Money from the state, a region or a fund (bidrag)."""
    IN_KIND = "in-kind"
    """Work and premises given without pay, at their cost (naturainsats)."""
    SPENDING = "spending"
    """What an event's visitors spend where it is held (besöksintäkter)."""
    SEATS = "seats"
    """Places in a programme, at what such a place is worth (utbildningsplatser)."""
    TRANSFER = "transfer"
    """A payment that evens out between parties (utjämning)."""
    OTHER = "other"
    """Anything else (annat)."""
