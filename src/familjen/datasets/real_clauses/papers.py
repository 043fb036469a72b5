"""The papers, pages and statutes in which the clauses stand (källor)."""

from familjen.model import Source

__all__ = [
    "ABOUT_US",
    "ALINGSAS_PAPERS",
    "AVRF_BUDGET",
    "CONTRACTS_PAGE",
    "FEDERATION_LAW",
    "FINNISH_GUIDE",
    "FUND_PROPOSAL",
    "GR_FEE",
    "GR_UNIVERSEUM",
    "JOINT_COMMITTEE_LAW",
    "MITT_I",
    "SKARABORG",
    "SLIDES",
    "SOGN",
    "SUNNMORE",
    "TOLK_CHARTER",
    "TOLK_REPORT",
    "UMEA",
    "VA_FORSK",
]

ALINGSAS_PAPERS = "https://github.com/Knarrbyn/Kommundata/tree/0549f58b31acf2815a60b8a56682b2c7007ff14b"
"""A collection of the municipality of Alingsås's public papers."""

ABOUT_US = Source("Familjen Helsingborg, Om oss", url="https://familjenhelsingborg.se/sv/Familjen/omoss/")
SLIDES = Source("Familjen Helsingborg, the secretariat's slides", url="https://docplayer.se/amp/19742816")
TOLK_CHARTER = Source("Förbundsordning för Tolkförmedling Väst", url=ALINGSAS_PAPERS)
TOLK_REPORT = Source("Årsredovisning 2025 för Tolkförmedling Väst", url=ALINGSAS_PAPERS)
AVRF_BUDGET = Source(
    "Alingsås och Vårgårda räddningstjänstförbund, budget 2027 och ramar 2028-2029", url=ALINGSAS_PAPERS
)
GR_FEE = Source("Alingsås kommunfullmäktige, protokoll 2018-03-28, § 62", url=ALINGSAS_PAPERS)
GR_UNIVERSEUM = Source("Alingsås kommunfullmäktige, protokoll 2018-03-28, § 56", url=ALINGSAS_PAPERS)
UMEA = Source("Proposal for a joint rescue committee in the Umeå region, 2017", url="https://docplayer.se/amp/68599959")
SKARABORG = Source("Mariestads-Tidningen 2018-09-14, on the fee of Skaraborgs kommunalförbund")
VA_FORSK = Source("VA-Forsk, the research programme's fee", url="https://docplayer.se/952587")
SUNNMORE = Source(
    "eKommune Sunnmøre, Kostnadsfordeling 2016", url="https://esunnmore.no/aktuelt/96-kostnadsfordeling-2016"
)
SOGN = Source("Sogn kulturskule, prices", url="https://sognkulturskule.no")
MITT_I = Source(
    "Mitt i, Vallentuna betalar mer för överförmyndare",
    url="https://mitti.se/nyheter/vallentuna-betalar-mer-for-overformyndare/",
)
FUND_PROPOSAL = Source("Prop. 2019/20:11, changes in the municipal equalisation")
FEDERATION_LAW = Source("Kommunallagen (2017:725), 9 kap. 6 § 11 and 11 §")
FINNISH_GUIDE = Source("Kommunförbundet (Finland), on joint authorities", url="https://kommunforbundet.fi/juridik")
JOINT_COMMITTEE_LAW = Source("Kommunallagen (2017:725), 9 kap. 25 and 26 §§")
CONTRACTS_PAGE = Source("A page on contract clauses (weak source)", url="https://valutaxizm.web.app/24414/46726.html")
