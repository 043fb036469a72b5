"""A small ledger, part of it illustrative."""

from familjen.balance import Entry, Ledger

__all__ = ["ledger"]


def ledger() -> Ledger:
    """Record three years of two parties: fees that are measured, and an illustrative event."""
    fees = [
        Entry(name, year, "Fee", paid=paid, kind="charge")
        for year in (2023, 2024, 2025)
        for name, paid in (("Bjuv", 314_000), ("Klippan", 355_000))
    ]
    event = Entry("Bjuv", 2024, "Event", received=1_000_000, low=800_000, high=1_300_000, basis="illustrative")
    return Ledger.of([*fees, event])
