"""Cost clauses of every kind (kostnadsklausuler)."""

from functools import cache

from hypothesis import strategies as st

from familjen import model
from familjen.dates import ReferenceDate
from familjen.testing.step import rows_of_steps
from familjen.testing.values import amounts, reference_dates

__all__ = ["clauses", "invoicings", "membership_terms"]


def clauses() -> st.SearchStrategy[model.CostClause]:
    """Draw cost clauses; the simplest shares everything equally (kostnadsklausuler).

    >>> from hypothesis import find
    >>> find(clauses(), lambda clause: True).steps
    (Distribution(key=Equal(), pool=None, share=None, amount=None),)
    """
    return _clauses()


@cache
def _clauses() -> st.SearchStrategy[model.CostClause]:
    return st.builds(
        model.CostClause,
        rows_of_steps(),
        unit=amounts().filter(bool),
        method=st.sampled_from(["largest-remainder", "webster"]),
        membership=st.none() | membership_terms(),
        invoicing=st.none() | invoicings(),
        vat=st.none() | st.sampled_from(model.Vat),
        conditions=st.deferred(_conditions),
    )


def membership_terms() -> st.SearchStrategy[model.MembershipTerms]:
    """Draw what joining and leaving cost."""
    return st.builds(
        model.MembershipTerms,
        joining=st.sampled_from(model.PartOfYear),
        entry_capital=st.none() | amounts().filter(bool),
        counted=st.none() | reference_dates(),
        exit=st.none() | st.sampled_from(model.ExitSettlement),
    )


def invoicings() -> st.SearchStrategy[model.Invoicing]:
    """Draw the days on which invoices are due, one to three a year."""
    due = st.builds(ReferenceDate, st.integers(1, 12), st.just(1), years_before=st.just(0))
    return st.builds(
        model.Invoicing,
        st.lists(due, min_size=1, max_size=3, unique=True).map(tuple),
        preliminary=st.booleans(),
        reconciled=st.none() | reference_dates(),
    )


def _conditions() -> st.SearchStrategy[tuple[model.Condition, ...]]:
    from familjen.testing.noun import nouns

    return st.lists(nouns(model.Condition), max_size=2).map(tuple)
