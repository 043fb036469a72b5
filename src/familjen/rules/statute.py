"""Sections of law as short references: number, title, from when their wording is known; never the text itself."""

import datetime as dt

import attrs

from familjen.errors import UnknownIdError

__all__ = ["CONSOLIDATED", "SECTIONS", "Section", "Statute", "section"]

CONSOLIDATED = dt.date(2025, 9, 1)
"""The day to which the statutes' texts that the rules were read from are consolidated."""


@attrs.frozen
class Statute:
    """An act of parliament (lag)."""

    key: str
    """What lawyers call it for short, such as ``"KL"``."""
    number: str
    """Its number in the Swedish code of statutes, SFS, such as ``"2017:725"``."""
    title: str
    """Its Swedish title."""
    english: str
    """Its title in English."""
    in_force: dt.date
    """The day that it came into force."""


@attrs.frozen
class Section:
    """A section of a statute, and from when we know its wording (paragraf).

    >>> print(section("KL", 9, "6").cite("sv", point=11))
    9 kap. 6 § 11 kommunallagen (2017:725)
    >>> print(section("KL", 9, "6").cite("en"))
    Local Government Act (2017:725), chapter 9, section 6
    """

    statute: Statute
    """The act that it stands in."""
    chapter: int
    """Number of the chapter."""
    number: str
    """Number of the section, such as ``"6"`` or ``"16 a"``."""
    title: str
    """Its heading in the act, in Swedish."""
    english: str
    """What it is about, in English."""
    amended: str | None = None
    """The SFS number of the act that gave it its wording; ``None`` when that is the statute itself."""
    wording_from: dt.date | None = None
    """The first day on which this wording is known to be in force, where it is not the statute's own."""

    @property
    def known_from(self) -> dt.date:
        """The first day for which a rule may judge by it.

        A section that has kept its wording is known from the day that its statute came into force. Of one that was
        amended later, the text does not say when; it is known from the day of the consolidated text, unless a source
        gives an earlier one.
        """
        if self.wording_from is not None:
            return self.wording_from
        return self.statute.in_force if self.amended is None else CONSOLIDATED

    @property
    def key(self) -> str:
        """Its short name.

        >>> section("KL", 9, "37").key
        'KL 9:37'
        """
        return f"{self.statute.key} {self.chapter}:{self.number}"

    def cite(self, lang: str = "en", *, point: int | None = None) -> str:
        """Cite it in full, with the point of its list, if any."""
        if lang == "sv":
            return f"{self.chapter} kap. {self.number} §{f' {point}' if point else ''} {self._swedish_name}"
        where = f"chapter {self.chapter}, section {self.number}{f', point {point}' if point else ''}"
        return f"{self.statute.english} ({self.statute.number}), {where}"

    @property
    def _swedish_name(self) -> str:
        if self.statute.title.startswith("lag "):
            return f"lagen ({self.statute.number}){self.statute.title.removeprefix('lag')}"
        return f"{self.statute.title}en ({self.statute.number})"

    def __str__(self) -> str:
        return self.key


KL = Statute("KL", "2017:725", "kommunallag", "Local Government Act", dt.date(2018, 1, 1))
# in force since 1 January 2017: Upphandlingsmyndigheten, "Nu har de nya upphandlingslagarna trätt ikraft!"
LOU = Statute("LOU", "2016:1145", "lag om offentlig upphandling", "Public Procurement Act", dt.date(2017, 1, 1))
LKB = Statute(
    "LKB", "2009:47", "lag om vissa kommunala befogenheter", "Act on Certain Municipal Powers", dt.date(2009, 3, 1)
)

_REGIONS = "2019:835"
_ASSEMBLY = "Beslutande församling, förbundsstyrelse och övriga organ"
_CONTRACTS = dt.date(2018, 7, 1)

SECTIONS: tuple[Section, ...] = (
    Section(KL, 2, "6", "Självkostnadsprincipen", "the self-cost principle", _REGIONS),
    Section(KL, 3, "8", "Kommunalförbund", "federations of municipalities", _REGIONS),
    Section(KL, 3, "9", "Gemensam nämnd", "joint committees", _REGIONS),
    Section(KL, 3, "11", "Kommunala bolag, stiftelser och föreningar", "companies and the like", _REGIONS),
    Section(KL, 5, "1", "Fullmäktiges uppgifter", "what the council decides", _REGIONS),
    Section(KL, 5, "2", "Fullmäktiges uppgifter", "what the council may not delegate"),
    Section(KL, 6, "1", "Uppgifter", "what the municipal executive supervises", _REGIONS),
    Section(KL, 6, "9", "Särskilt om styrelsens uppgifter", "the executive's yearly review of companies"),
    Section(KL, 9, "1", "Bildande av kommunalförbund", "how a federation is formed"),
    Section(KL, 9, "3", _ASSEMBLY, "the federation's deciding assembly"),
    Section(KL, 9, "4", _ASSEMBLY, "the assembly's term of office"),
    Section(KL, 9, "5", _ASSEMBLY, "the federation's executive and other bodies"),
    Section(KL, 9, "6", "Förbundsordningen", "what the federation's charter must state"),
    Section(KL, 9, "7", "Ledamöter och ersättare", "who may be chosen to the assembly"),
    Section(KL, 9, "10", "Budgetprocessen", "the directorate's budget meeting"),
    Section(KL, 9, "11", "Förbundsmedlemmarnas ekonomiska ansvar", "the members' liability"),
    Section(KL, 9, "18", "Utträde", "withdrawal from a federation"),
    Section(KL, 9, "19", "Tillsättande av gemensam nämnd", "how a joint committee is decided", _REGIONS),
    Section(KL, 9, "20", "Tillsättande av gemensam nämnd", "in whose organisation it stands", _REGIONS),
    Section(KL, 9, "22", "Uppgifter", "the agreement on a joint committee's tasks", _REGIONS),
    Section(KL, 9, "24", "Ledamöter och ersättare", "a joint committee's members", _REGIONS),
    Section(KL, 9, "25", "Ekonomiska förmåner", "who pays a joint committee's members", _REGIONS),
    Section(KL, 9, "26", "Budget", "a joint committee's budget", _REGIONS),
    Section(KL, 9, "32", "Tillkännagivande av protokoll", "where a joint committee's minutes are announced", _REGIONS),
    Section(KL, 9, "33", "Reglemente", "a joint committee's rules of procedure", _REGIONS),
    Section(KL, 9, "34", "Revision", "the audit of a joint committee", _REGIONS),
    Section(KL, 9, "35", "Ansvarsfrihet och anmärkning", "discharge of a joint committee", _REGIONS),
    Section(KL, 9, "37", "Avtalssamverkan", "contract cooperation", _REGIONS, _CONTRACTS),
    Section(KL, 9, "38", "Avtalssamverkan", "the yearly report on contract cooperation", _REGIONS, _CONTRACTS),
    Section(KL, 10, "1", "Överlämnande", "handing over the care of a matter", _REGIONS),
    Section(KL, 10, "2", "Definitioner", "wholly and partly owned companies", _REGIONS),
    Section(KL, 10, "3", "Överlämnande till helägda bolag", "conditions for a wholly owned company", _REGIONS),
    Section(KL, 10, "4", "Överlämnande till delägda bolag", "conditions for a partly owned company"),
    Section(KL, 10, "5", "Lekmannarevisorer", "lay auditors"),
    Section(KL, 10, "6", "Kommunala stiftelser och föreningar", "foundations and associations", _REGIONS),
    Section(
        LOU, 3, "10", "Tjänstekontrakt som tilldelas på grund av ensamrätt", "contracts with a holder of a sole right"
    ),
    Section(LOU, 3, "11", "Intern upphandling", "in-house procurement: with whom", "2017:770"),
    Section(LOU, 3, "12", "Intern upphandling", "in-house procurement: sole control", "2017:770"),
    Section(LOU, 3, "13", "Intern upphandling", "in-house procurement: joint control"),
    Section(LOU, 3, "16", "Intern upphandling", "how the share of the activity is measured"),
    Section(LOU, 3, "17", "Upphandling mellan upphandlande myndigheter", "cooperation between authorities"),
    Section(LOU, 3, "18", "Upphandling mellan upphandlande myndigheter", "how the share on the market is measured"),
    Section(LKB, 1, "3", "Krav på affärsmässighet", "what is run on business terms", "2017:755"),
    Section(LKB, 3, "3", "Kollektivtrafik", "public transport by municipal companies", "2012:225"),
    Section(LKB, 3, "5", "Särredovisning", "separate accounts for public transport", "2019:935"),
)
"""Every section that a bundled rule cites."""

_BY_KEY = {each.key: each for each in SECTIONS}


def section(statute: str, chapter: int, number: str) -> Section:
    """Look a cited section up.

    Raises:
        UnknownIdError: No bundled rule cites it.
    """
    key = f"{statute} {chapter}:{number}"
    if key not in _BY_KEY:
        raise UnknownIdError.of("section", key, _BY_KEY)
    return _BY_KEY[key]
