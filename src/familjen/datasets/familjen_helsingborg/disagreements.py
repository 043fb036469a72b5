"""Where the sources contradict each other."""

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.other_sources import FAMILY_LAW
from familjen.model import Claim, Disagreement

__all__ = ["disagreements"]

_REASON = "the data set describes 2016 in the words of the annual report for that year"


def disagreements() -> tuple[Disagreement, ...]:
    """Give both claims on when the joint family law started and on whom it is performed for."""
    (started,) = said("Vi startade en gemensam familjerätt")
    (performed,) = said("Familjerätten i Helsingborg")
    in_2016, four = "from 2016", "Åstorp, Örkelljunga, Klippan and Svalöv"
    return (
        Disagreement(
            "familjeratt",
            "period",
            (Claim(in_2016, started), Claim("from 2017", FAMILY_LAW)),
            adopted=in_2016,
            reason=_REASON,
        ),
        Disagreement(
            "familjeratt",
            "recipients",
            (Claim(four, performed), Claim("Svalöv, Åstorp and Örkelljunga, but not Klippan", FAMILY_LAW)),
            adopted=four,
            reason=_REASON,
        ),
    )
