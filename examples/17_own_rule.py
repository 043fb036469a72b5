"""How do I write a rule of my own? An agreement of ours should name its host and say how it is left.

A rule is one function that yields what it finds, with its place in the document. It is asked beside those of the
library, in English and Swedish.
"""

import datetime as dt
from collections.abc import Iterator

import familjen
from familjen.dates import Period
from familjen.findings import Finding, Severity
from familjen.model import Agreement, Cooperation, LegalForm, participations
from familjen.rules import RULES, rule


@rule(
    "LUND001",
    "no-way-out",
    Severity.WARNING,
    message="The agreement {name} does not say how a party leaves it.",
    hint="Agree on a notice.",
    swedish={
        "title": "Ett avtal säger inte hur en part lämnar det.",
        "message": "Avtalet {name} säger inte hur en part lämnar det.",
        "hint": "Kom överens om en uppsägningstid.",
    },
)
def no_way_out(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:  # noqa: ARG001 - every rule takes the day
    """An agreement does not say how a party leaves it."""
    for number, agreement in enumerate(coop.agreements):
        if agreement.notice is None:
            yield no_way_out.found(f"$.agreements[{number}]", name=repr(agreement.name))


fee = Agreement(
    "avgift",
    "Membership",
    LegalForm.CIVIL_LAW,
    period=Period(dt.date(2026, 1, 1)),
    parties=participations(["1283", "1260"]),
    host="1283",
)
members = tuple(familjen.Member(familjen.places.municipality(name)) for name in ("Helsingborg", "Bjuv"))
coop = Cooperation("par", "A pair (an illustrative example)", members=members, agreements=(fee,))

for lang in ("en", "sv"):
    print(familjen.check(coop, rules=[no_way_out], lang=lang), end="\n\n")

ours, all_rules = (len(familjen.check(coop, rules=rules)) for rules in ([no_way_out], [*RULES, no_way_out]))
print(f"Our rule finds {ours}; together with the {len(RULES)} of the library {all_rules} is found. A rule that")
print("is installed as a package is asked in every check.")
