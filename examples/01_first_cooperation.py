"""How do I write a cooperation as data? A small one by hand: check it, mend it, save it as JSON.

Two municipalities share a rescue service. The agreement names a host that is not a party to it.
"""

import datetime as dt

import attrs

import familjen
from familjen.model import participations

bjuv, svalov = (familjen.places.municipality(name) for name in ("Bjuv", "Svalöv"))
since = familjen.Period(dt.date(2020, 1, 1))
agreement = familjen.Agreement(
    "raddning",
    "Joint rescue service",
    familjen.LegalForm.CONTRACT,
    period=since,
    parties=participations([bjuv.id, svalov.id]),
    host="1283",
)
coop = familjen.Cooperation(
    "exempel",
    "Bjuv and Svalöv (an illustrative example)",
    members=tuple(familjen.Member(party, period=since) for party in (bjuv, svalov)),
    agreements=(agreement,),
)

print(coop.summary())
print()
print("First check:")
print(familjen.check(coop).text())

mended = attrs.evolve(coop, agreements=(attrs.evolve(agreement, host=bjuv.id),))
print()
print("With Bjuv as host:")
print(familjen.check(mended).text())
print()
text = familjen.dumps(mended, indent=2)
print("\n".join(text.splitlines()[:12]), f"\n… and {len(text.splitlines()) - 12} more lines of JSON.", sep="\n")

kept = familjen.loads(text) == mended
print("\nA host that is no party is found before anybody signs, and the mended one comes")
print(f"back from its JSON as it was: {kept}.")


def picture() -> object:
    """Draw when the agreement holds, and who is a party to it."""
    from familjen.report.plots import plot_memberships

    return plot_memberships(mended, agreement="raddning")
