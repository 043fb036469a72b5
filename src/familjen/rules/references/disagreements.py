"""Disagreements between sources that point at nothing (family 1xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.language import Phrase
from familjen.model import Cooperation
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["unknown_adopted_claim", "unknown_subject"]


@rule(
    "FAM109",
    "unknown-subject",
    Severity.ERROR,
    message="The sources disagree about '{id}', but nothing in the cooperation has that id.",
    hint={"near": "Did you mean {near}? Correct the id.", "alone": "Give the id of the noun that the fact is about."},
    since="2026.11.0",
)
def unknown_subject(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A disagreement between sources is about something that does not exist.

    Checks:
        That the subject of a disagreement is the id of a noun, of a party or of the cooperation itself.

    Why:
        A reader who looks at the noun must be told that its facts are in dispute.

    Example:
        >>> said = (Claim("2016", Source("Report")), Claim("2017", Source("Intranet")))
        >>> coop = Cooperation("par", "A pair", disagreements=(Disagreement("familjerat", "period", said, reason="-"),))
        >>> print(check(coop).findings[0].message)
        The sources disagree about 'familjerat', but nothing in the cooperation has that id.

    Remedy:
        >>> coop = Cooperation("par", "A pair", disagreements=(Disagreement("par", "period", said, reason="-"),))
        >>> len(check(coop))
        0

    References:
        `Disagreement.subject`.
    """
    if not coop.disagreements:
        return
    index = index_of(coop)
    known = frozenset((coop.id, *index.parties, *(entry.id for entry in index.entries)))
    for i, disagreement in enumerate(coop.disagreements):
        if disagreement.subject in known:
            continue
        near = index.near(disagreement.subject, known)
        yield unknown_subject.found(
            f"$.disagreements[{i}].subject",
            advise="near" if near else "alone",
            id=disagreement.subject,
            near=repr(near),
        )


@rule(
    "FAM118",
    "unknown-adopted-claim",
    Severity.ERROR,
    message="The disagreement about '{id}' adopts '{adopted}', which is none of its claims: {claims}.",
    hint="Write one of the claims as it stands, or take 'adopted' away if the data follows none of them.",
    since="2026.11.0",
)
def unknown_adopted_claim(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A disagreement adopts a claim that nobody makes.

    Checks:
        That the adopted claim is word for word one of the claims.

    Why:
        The data must follow one of the sources, or say that it follows none.

    Example:
        >>> said = (Claim("2016", Source("Report")), Claim("2017", Source("Intranet")))
        >>> dispute = Disagreement("par", "period", said, adopted="2015", reason="-")
        >>> coop = Cooperation("par", "A pair", disagreements=(dispute,))
        >>> print(check(coop).findings[0].message)
        The disagreement about 'par' adopts '2015', which is none of its claims: '2016', '2017'.

    Remedy:
        >>> dispute = Disagreement("par", "period", said, adopted="2016", reason="-")
        >>> coop = Cooperation("par", "A pair", disagreements=(dispute,))
        >>> len(check(coop))
        0

    References:
        `Disagreement.adopted`.
    """
    for i, dispute in enumerate(coop.disagreements):
        claims = [claim.value for claim in dispute.claims]
        if dispute.adopted is not None and dispute.adopted not in claims:
            yield unknown_adopted_claim.found(
                f"$.disagreements[{i}].adopted",
                id=dispute.subject,
                adopted=dispute.adopted,
                claims=", ".join(map(repr, claims)) or Phrase("there are none", "det finns inga"),
            )
