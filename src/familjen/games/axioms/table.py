"""Which axioms each method keeps (tabell över axiom)."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.axioms.catalogue import AXIOMS
from familjen.games.axioms.counterexamples import counterexample
from familjen.games.axioms.holding import HOLDS, HOLDS_ON
from familjen.games.axioms.sources import source_of
from familjen.games.axioms.verdict import AxiomVerdict
from familjen.games.banzhaf import banzhaf
from familjen.games.methods import METHODS, Method, method_named
from familjen.games.shares import CostShares
from familjen.validators import show

__all__ = ["axioms"]

_METHODS: Mapping[str, Method] = {**METHODS, "banzhaf": banzhaf}


def axioms(method: str | Callable[..., CostShares]) -> Mapping[str, AxiomVerdict]:
    """Tell which axioms a method keeps in every game that it splits, and show where it does not (axiom för en metod).

    An axiom that does not hold has a game or two as a counterexample, and a class of games for which it does hold where
    one is known. One that says nothing of the games that a method splits, since none of them has a dual that it splits
    too, is left out.

    Args:
        method: One of `METHODS`, or `banzhaf`; by its name or as the function.

    Raises:
        InvalidValueError: It is neither a name nor a function.
        UnknownIdError: There is no table for it; the sentence has near matches.

    >>> from familjen.games import nucleolus
    >>> table = axioms(nucleolus)
    >>> bool(table["core_selection"]), bool(table["aggregate_monotonicity"])
    (True, False)
    >>> table["aggregate_monotonicity"].violation().explain()
    'The whole rises, and the part of b falls by 0.5.'
    """
    function: Any = method
    if isinstance(method, str):
        function = banzhaf if method == "banzhaf" else method_named(method)
    elif not callable(function):
        reason = f"{show(method)} is no method; give its name, such as 'shapley', or its function"
        raise InvalidValueError(reason, attribute="method")
    name = next((name for name, each in _METHODS.items() if each is function), None)
    if name is None:
        raise UnknownIdError.of("table of axioms for", getattr(function, "__name__", show(function)), _METHODS)
    return _table(name)


@cache
def _table(name: str) -> Mapping[str, AxiomVerdict]:
    made: dict[str, AxiomVerdict] = {}
    for axiom in AXIOMS.values():
        told: dict[str, Any] = {"source": source_of(name, axiom.name), "function": _METHODS[name]}
        shown = counterexample(name, axiom.name)
        if axiom.name in HOLDS[name]:
            made[axiom.name] = AxiomVerdict(name, axiom, holds=True, **told)
        elif shown:
            on = HOLDS_ON.get((name, axiom.name))
            made[axiom.name] = AxiomVerdict(name, axiom, holds=False, holds_on=on, counterexample=shown, **told)
    return MappingProxyType(made)
