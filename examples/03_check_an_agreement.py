"""What is wrong with this agreement? The mistakes that people make, and what the rules find, in both languages."""

import datetime as dt
from fractions import Fraction

import familjen
from familjen.dates import Notice, Period
from familjen.model import (
    Agreement,
    Assembly,
    AssemblyKind,
    Budget,
    Cooperation,
    CostClause,
    Decision,
    FixedShares,
    LegalForm,
    Member,
    Provision,
    Representation,
    participations,
)
from familjen.rules import requirements

MEMBERS = tuple(Member(familjen.places.municipality(name)) for name in ("Alingsås", "Vårgårda"))
ALINGSAS, VARGARDA = (member.party.id for member in MEMBERS)

# A federation for rescue services: its charter says nothing of how a member leaves, one member has no seat in the
# directorate, the notice is longer than the law allows, the shares do not come to one, the budget meeting was announced
# too late, and one council has not adopted the charter.
rescue = Agreement(
    "raddning",
    "Rescue services",
    LegalForm.FEDERATION,
    period=Period(dt.date(2026, 1, 1)),
    parties=participations([ALINGSAS, VARGARDA]),
    provisions=tuple(
        Provision(each.point) for each in requirements(LegalForm.FEDERATION) if each.point != "withdrawal"
    ),
    assembly=Assembly(
        AssemblyKind.DIRECTORATE, representation=(Representation(ALINGSAS, members=3, substitutes=3),), term_years=4
    ),
    notice=Notice(years=5),
    decisions=(Decision(ALINGSAS, day=dt.date(2025, 11, 26)),),
    budgets=(Budget(2027, announced=dt.date(2026, 9, 29), adopted=dt.date(2026, 10, 1), public=True),),
    cost_clause=CostClause.of(FixedShares.of({ALINGSAS: Fraction("0.7746"), VARGARDA: Fraction("0.2246")})),
)


def cooperation() -> Cooperation:
    """Give the two members and their federation."""
    return Cooperation("avrf", "Two municipalities", members=MEMBERS, agreements=(rescue,))


def main() -> None:
    """Check the cooperation and print the findings."""
    coop = cooperation()
    for lang in ("en", "sv"):
        found = familjen.check(coop, on=dt.date(2026, 11, 1), lang=lang)
        print(found, end="\n\n")
    print(f"A federation that is drawn up like this breaks {len(found.errors)} rules, each told with its")
    print("section of the law and what to do about it.")


def picture() -> object:
    """Draw which rules found something."""
    from familjen.report.plots import plot_findings

    return plot_findings(familjen.check(cooperation(), on=dt.date(2026, 11, 1)))


if __name__ == "__main__":
    main()
