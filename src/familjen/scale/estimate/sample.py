"""What was observed: sizes, costs and what else is known (observationer)."""

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.estimate.columns import (
    Names,
    length_of,
    named,
    need_length,
    read_codes,
    read_controls,
    read_labels,
    read_numbers,
)
from familjen.validators import show

__all__ = ["COSTS", "Sample", "as_averages", "need_sizes_that_differ", "read_sample"]

Floats = NDArray[np.float64]

COSTS = ("per unit", "total")
"""What the costs are: for each unit of size, such as an inhabitant, or for all of it."""


@attrs.frozen(eq=False, repr=False)
class Sample:
    """Observations of sizes and costs (stickprov)."""

    sizes: Floats
    """The sizes, above zero."""
    averages: Floats
    """The cost of each unit of size, in kronor, above zero."""
    controls: dict[str, Floats]
    """What else is known of each, by name."""
    labels: Names
    """What the observations are called; ``None`` where nobody says."""
    clusters: NDArray[np.intp] | None
    """The group whose errors an observation shares; ``None`` where each stands alone."""

    @property
    def reference(self) -> float:
        """The geometric mean of the sizes."""
        return float(np.exp(np.log(self.sizes).mean()))

    @property
    def logs(self) -> Floats:
        """The logarithm of each size over the reference."""
        return np.log(self.sizes / self.reference)

    @property
    def range(self) -> tuple[float, float]:
        """The least and the largest size."""
        return float(self.sizes.min()), float(self.sizes.max())

    @property
    def means(self) -> dict[str, float]:
        """The mean of each control."""
        return {name: float(column.mean()) for name, column in self.controls.items()}

    def named(self, position: int) -> str:
        """Name an observation in a sentence."""
        return named(position, self.labels)

    def label(self, position: int) -> str:
        """Give an observation's label, or its number where there are no labels."""
        return named(position, None) if self.labels is None else self.labels[position]

    def where(self, chosen: NDArray[np.bool_]) -> "Sample":
        """Give some of the observations."""
        labels = None if self.labels is None else tuple(np.array(self.labels)[chosen].tolist())
        clusters = None if self.clusters is None else np.unique(self.clusters[chosen], return_inverse=True)[1]
        controls = {name: column[chosen] for name, column in self.controls.items()}
        return Sample(self.sizes[chosen], self.averages[chosen], controls, labels, clusters)

    def __len__(self) -> int:
        return len(self.sizes)

    def __repr__(self) -> str:
        least, most = self.range
        return f"<Sample: {len(self)} observations of sizes {least:,.0f} to {most:,.0f}>"


def as_averages(sizes: Floats, costs: Floats, costs_are: Any) -> Floats:
    """Give the cost of each unit of size.

    Raises:
        InvalidValueError: It is not said in a known way what the costs are.

    >>> as_averages(np.array([10.0]), np.array([50.0]), "total").tolist()
    [5.0]
    """
    if not isinstance(costs_are, str) or costs_are not in COSTS:
        reason = f"{show(costs_are)} does not say what the costs are; give 'total' or 'per unit'"
        raise InvalidValueError(reason, attribute="costs_are")
    found: Floats = costs / sizes if costs_are == "total" else costs
    return found


def need_sizes_that_differ(sample: Sample) -> None:
    """Refuse observations of one size.

    Raises:
        InvalidValueError: All are of the same size.
    """
    least, most = sample.range
    if least == most and len(sample) > 1:
        raise InvalidValueError(f"every size is {least:,g}; an elasticity needs sizes that differ", attribute="sizes")


def read_sample(sizes: Any, costs: Any, costs_are: Any, controls: Any, labels: Any, clusters: Any) -> Sample:
    """Read observations.

    Raises:
        InvalidValueError: A size or a cost is no finite number above zero, columns differ in length, labels are
            doubled, or it is not said what the costs are.

    >>> read_sample([10, 20], [50, 80], "total", None, None, None).averages.tolist()
    [5.0, 4.0]
    """
    names = read_labels(labels)
    number = length_of(sizes)
    if names is not None and number is not None:
        need_length(names, number, "the labels", "labels")
    read_sizes = read_numbers(sizes, "the size", "sizes", names, positive=True)
    if not number:
        raise InvalidValueError("there are no observations; give their sizes and costs", attribute="sizes")
    if length_of(costs) is not None:
        need_length(costs, number, "the costs", "costs")
    read_costs = read_numbers(costs, "the cost", "costs", names, positive=True)
    groups = None
    if clusters is not None:
        groups = read_codes(clusters, "the cluster", "clusters")[0]
        need_length(groups, number, "the clusters", "clusters")
    further = read_controls(controls, number, names)
    return Sample(read_sizes, as_averages(read_sizes, read_costs, costs_are), further, names, groups)
