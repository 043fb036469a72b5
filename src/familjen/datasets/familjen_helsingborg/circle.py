"""Who cooperates, with whom, and why."""

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.other_sources import TRAINEE_ARTICLE, TRAINEE_PROGRAMME
from familjen.model import Count, Declaration, Member, Municipality, Partner, PartnerKind

__all__ = ["HELSINGBORG", "MUNICIPALITIES", "counts", "members", "partners", "principle", "purpose", "reasons"]

HELSINGBORG = "1283"
"""Municipality code of Helsingborg."""

_SKANE = "12"

MUNICIPALITIES = {
    "1260": "Bjuv",
    "1278": "Båstad",
    HELSINGBORG: "Helsingborg",
    "1284": "Höganäs",
    "1276": "Klippan",
    "1282": "Landskrona",
    "1275": "Perstorp",
    "1214": "Svalöv",
    "1277": "Åstorp",
    "1292": "Ängelholm",
    "1257": "Örkelljunga",
}
"""Municipality codes and names of the eleven members, in the order in which the annual report lists them."""


def members() -> tuple[Member, ...]:
    """Give the eleven members; since when each is one is not said."""
    listed = said("De elva kommuner är")
    named = said("Helsingborg är en av medlemmarna")
    return tuple(
        Member(Municipality(code, name, _SKANE), sources=(*named, *listed) if code == HELSINGBORG else listed)
        for code, name in MUNICIPALITIES.items()
    )


def partners() -> tuple[Partner, ...]:
    """Give the organisations outside the circle that are named; there are others, which are not."""
    strategy = said("En gemensam strategi")
    return (
        Partner("trafikverket", "Trafikverket", PartnerKind.AGENCY, sources=strategy),
        Partner("region-skane", "Region Skåne", PartnerKind.REGION, sources=strategy),
        Partner("skanetrafiken", "Skånetrafiken", PartnerKind.OTHER, sources=strategy),
        Partner("nsva", "NSVA", PartnerKind.OTHER, sources=(TRAINEE_PROGRAMME, TRAINEE_ARTICLE)),
    )


def purpose() -> Declaration:
    """Give the purpose, with the idea by which it is to be reached."""
    return Declaration(
        "To drive shared questions that benefit the region. The idea is to cooperate for the municipalities' growth, "
        "efficiency and development: instead of doing partly the same thing in eleven municipalities, "
        "they cooperate and get more out of the same resources.",
        sources=said("Helsingborg är en av", "Syftet med Familjen", "Idén är att samarbeta", "I stället för att göra"),
    )


def principle() -> Declaration:
    """Give the two things that the cooperation is said to build on."""
    return Declaration(
        "Everyone wins – if not every time, then at least over time. "
        "The municipalities take an active part, among other ways through networks.",
        sources=said("Samarbetet bygger på att alla vinner", "Samarbetet bygger på ett aktivt"),
    )


def reasons() -> tuple[Declaration, ...]:
    """Give the three reasons that the members state for cooperating."""
    because = "Vi samarbetar därför att"
    return (
        Declaration("It benefits our region and our municipalities", sources=said(because, "det gynnar vår region")),
        Declaration(
            "We achieve benefits of scale and higher efficiency by cooperating",
            sources=said(because, "vi uppnår skalfördelar"),
        ),
        Declaration(
            "By acting together we carry more weight in important questions",
            sources=said(because, "vi med gemensamt agerande"),
        ),
    )


def counts() -> tuple[Count, ...]:
    """Give the number of networks, which are not listed by name."""
    return (Count("networks", 40, approximate=True, sources=said("Samarbetet bygger på ett aktivt")),)
