"""Make a small cooperation by hand, check it, mend it, and save it as JSON.

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
print(familjen.dumps(mended, indent=2))
