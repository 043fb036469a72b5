"""Facts without a source, and sources that disagree (family 5xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["fact_without_source", "no_dispute", "sources_disagree"]

_LEAST = 3


@rule(
    "FAM511",
    "sources-disagree",
    Severity.ADVICE,
    message="The sources disagree about {attribute} of '{id}', and nobody has said which to follow, and why.",
    hint="Adopt one of the claims and give the reason, or ask those concerned.",
    since="2026.11.0",
)
def sources_disagree(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Sources disagree, and nobody has decided between them.

    Checks:
        That each disagreement between sources adopts one of the claims, and gives the reason. A reason why none of them
        is followed will do too. What is no dispute is for FAM516, an adopted claim that nobody makes for FAM118.

    Why:
        Whoever uses the data must know that it is disputed, and how it was settled for the time being.

    Example:
        >>> said = (Claim("2016", Source("Report")), Claim("2017", Source("Intranet")))
        >>> coop = Cooperation("par", "A pair", disagreements=(Disagreement("par", "period", said),))
        >>> print(check(coop).findings[0].message)
        The sources disagree about period of 'par', and nobody has said which to follow, and why.

    Remedy:
        >>> settled = Disagreement("par", "period", said, adopted="2016", reason="the older source")
        >>> coop = Cooperation("par", "A pair", disagreements=(settled,))
        >>> len(check(coop))
        0

    References:
        `Disagreement.adopted` and `Disagreement.reason`.
    """
    for i, dispute in enumerate(coop.disagreements):
        claims = {claim.value for claim in dispute.claims}
        if dispute.reason is None and len(claims) > 1 and dispute.adopted in {None, *claims}:
            yield sources_disagree.found(f"$.disagreements[{i}]", attribute=dispute.attribute, id=dispute.subject)


@rule(
    "FAM512",
    "fact-without-source",
    Severity.ADVICE,
    message="{noun} names no source, while {number} of its kind do.",
    hint="Say where it is written.",
    since="2026.11.0",
)
def fact_without_source(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A fact has no source, where others have.

    Checks:
        That an agreement, network, programme, event or shared service names a source, where at least three of its kind,
        and at least half of them, do.

    Why:
        Without a source nobody can check a fact, or correct it when it has changed.

    Example:
        >>> report = (Source("Report"),)
        >>> sourced = tuple(Network(name, name, sources=report) for name in ("a", "b", "c"))
        >>> coop = Cooperation("par", "A pair", networks=(*sourced, Network("d", "d")))
        >>> print(check(coop).findings[0].message)
        Network 'd' names no source, while 3 of its kind do.

    Remedy:
        >>> coop = Cooperation("par", "A pair", networks=(*sourced, Network("d", "d", sources=report)))
        >>> len(check(coop))
        0

    References:
        `Source`.
    """
    index = index_of(coop)
    for name in ("agreements", "networks", "programs", "events", "shared_services"):
        nouns = getattr(coop, name)
        sourced = sum(1 for noun in nouns if noun.sources)
        if sourced < _LEAST or 2 * sourced < len(nouns) or sourced == len(nouns):
            continue
        for i, noun in enumerate(nouns):
            if not noun.sources:
                path = f"$.{name}[{i}]"
                yield fact_without_source.found(path, noun=index.entry_at[path], number=sourced)


@rule(
    "FAM516",
    "no-dispute",
    Severity.WARNING,
    message="The disagreement about {attribute} of '{id}' has no two claims that differ.",
    hint="Add the other claim, or take the disagreement away.",
    since="2026.11.0",
)
def no_dispute(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A disagreement has nothing to disagree about.

    Checks:
        That the claims of a disagreement are two at least, and not all the same.

    Why:
        Mostly the other claim was forgotten, or the sources agree by now.

    Example:
        >>> said = (Claim("2016", Source("Report")),)
        >>> dispute = Disagreement("par", "period", said, adopted="2016", reason="the only one")
        >>> coop = Cooperation("par", "A pair", disagreements=(dispute,))
        >>> print(check(coop).findings[0].message)
        The disagreement about period of 'par' has no two claims that differ.

    Remedy:
        >>> said = (*said, Claim("2017", Source("Intranet")))
        >>> coop = Cooperation("par", "A pair", disagreements=(attrs.evolve(dispute, claims=said),))
        >>> len(check(coop))
        0

    References:
        `Disagreement.claims`.
    """
    for i, dispute in enumerate(coop.disagreements):
        if len({claim.value for claim in dispute.claims}) < 2:  # noqa: PLR2004 - one view is no dispute
            path = f"$.disagreements[{i}].claims"
            yield no_dispute.found(path, attribute=dispute.attribute, id=dispute.subject)
