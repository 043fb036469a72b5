"""What may be asked of a method that splits a joint cost, and which methods keep it (axiom).

`AXIOMS` has each axiom, with a function that finds where a method fails it. `axioms` tells what holds for a method in
every game that it splits, with a counterexample where something does not; `axioms_here` what holds for one split.
"""

from familjen.games.axioms.axiom import Axiom, Violation
from familjen.games.axioms.catalogue import AXIOMS
from familjen.games.axioms.domain import Domain
from familjen.games.axioms.here import Standing, axioms_here
from familjen.games.axioms.table import axioms
from familjen.games.axioms.verdict import AxiomVerdict

__all__ = ["AXIOMS", "Axiom", "AxiomVerdict", "Domain", "Standing", "Violation", "axioms", "axioms_here"]
