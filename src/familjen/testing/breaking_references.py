"""For rules of references: what makes a clean cooperation break them (brutna hänvisningar)."""

from fractions import Fraction
from typing import Any

import attrs

from familjen import model
from familjen.dates import Period
from familjen.testing.breaking import Breaker, agreed, codes_of, with_agreement, with_more, with_network

__all__ = ["REFERENCES"]

_UNKNOWN = "okand-1"
_SAID = (model.Claim("1", model.Source("One")), model.Claim("2", model.Source("Another")))


def _service(**fields: Any) -> Breaker:
    """Add a service that the first member performs."""
    return lambda coop: with_more(
        coop, "shared_services", model.SharedService("ny", "New", codes_of(coop)[0], **fields)
    )


def _circle(coop: model.Cooperation) -> model.Cooperation:
    one = agreed(coop, supersedes="nyare")
    return with_more(coop, "agreements", one, attrs.evolve(one, id="nyare", supersedes="nytt"))


def _served_outside(coop: model.Cooperation) -> model.Cooperation:
    codes = codes_of(coop)
    alone = agreed(coop, parties=model.participations(codes[:1]))
    service = model.SharedService(
        "ny", "New", codes[0], recipients=model.participations(codes[1:]), agreement="nytt", period=Period.year(2030)
    )
    return with_more(with_more(coop, "agreements", alone), "shared_services", service)


def _disagreed(adopted: str | None, subject: str | None = None) -> Breaker:
    return lambda coop: with_more(
        coop, "disagreements", model.Disagreement(subject or coop.id, "period", _SAID, adopted=adopted)
    )


REFERENCES: dict[str, Breaker] = {
    "FAM101": with_network(lambda codes: {"invited": (codes[0], _UNKNOWN)}),
    "FAM102": lambda coop: with_more(coop, "networks", *[model.Network("samma", "Same")] * 2),
    "FAM103": with_agreement(lambda codes: {"parties": model.participations(codes[:1]), "host": codes[1]}),
    "FAM104": lambda coop: _service(recipients=model.participations(codes_of(coop)))(coop),
    "FAM105": with_network(lambda _: {"goal_area": _UNKNOWN}),
    "FAM106": with_network(lambda _: {"partners": (_UNKNOWN,)}),
    "FAM107": with_agreement(lambda _: {"supersedes": _UNKNOWN}),
    "FAM108": _service(agreement=_UNKNOWN),
    "FAM109": _disagreed("1", _UNKNOWN),
    "FAM111": with_agreement(lambda codes: {"parties": model.participations((codes[0], codes[1], codes[0]))}),
    "FAM112": _circle,
    "FAM113": with_network(lambda codes: {"invited": (*codes, codes[0])}),
    "FAM114": with_network(lambda _: {"members": model.participations(["trafikverket"])}),
    "FAM115": with_network(lambda codes: {"partners": codes[:1]}),
    "FAM116": with_agreement(
        lambda codes: {
            "parties": model.participations(codes[:1]),
            "cost_clause": model.CostClause.of(model.FixedShares.of(dict.fromkeys(codes[:2], Fraction(1, 2)))),
        }
    ),
    "FAM117": _served_outside,
    "FAM118": _disagreed("3"),
    "FAM119": with_network(
        lambda codes: {"members": model.participations(codes[:1]), "coordinators": model.participations(codes[1:2])}
    ),
    "FAM120": lambda coop: with_more(coop, "networks", model.Network("Ny", "N"), model.Network("NY", "N")),
    "FAM122": lambda coop: with_more(coop, "other_parties", model.Municipality("1299", "Nowhere", "12")),
}
"""By the code of the rule that each of them breaks."""
