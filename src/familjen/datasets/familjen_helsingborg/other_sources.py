"""The sources beside the annual report.

They were read in part and are retold in our own words, so they carry no quote. None of them shows a date that would
tie it to 2016: what they say may have been written later.
"""

from familjen.model import Source

__all__ = [
    "ABOUT_US",
    "BOARD",
    "FAMILY_LAW",
    "NETWORK_CHECKLIST",
    "SLIDES",
    "TEAMWORK",
    "TRAINEE_ARTICLE",
    "TRAINEE_PROGRAMME",
]

ABOUT_US = Source(
    "Familjen Helsingborgs webbplats, sidan Om oss", url="https://familjenhelsingborg.se/sv/Familjen/omoss/"
)
"""On the agreement, the fee and the secretariat."""

SLIDES = Source("Familjen Helsingborgs sekretariat, bildspel om samarbetet", url="https://docplayer.se/amp/19742816")
"""The secretariat's slides on how the cooperation is led."""

BOARD = Source(
    "Familjen Helsingborgs intranät, sidan Familjen Helsingborgs styrelse",
    url="https://intranat.familjenhelsingborg.se/om-familjen-helsingborg/familjen-helsingborgs-styrelse/",
)
"""On who sits on the board."""

TEAMWORK = Source(
    "Familjen Helsingborgs webbplats, sidan Samarbeten", url="https://familjenhelsingborg.se/sv/Familjen/Samarbeten/"
)
"""On responsibility for the goal areas."""

NETWORK_CHECKLIST = Source(
    "Familjen Helsingborgs intranät, sidan Checklista för nätverk",
    url="https://intranat.familjenhelsingborg.se/kunskapsnatverk/checklista-for-natverk/",
)
"""On how networks start, run and end. It refers to the plan for 2020-2023, so it is later than 2016."""

FAMILY_LAW = Source(
    "Familjen Helsingborgs intranät, sidan Familjerätt",
    url="https://intranat.familjenhelsingborg.se/omsorg-och-stod/familjeratt/",
)
"""On the joint family law."""

TRAINEE_PROGRAMME = Source(
    "Traineeprogrammets webbplats, sidan Om programmet",
    url="https://traineeprogrammet.se/traineeprogrammet/om-programmet/",
)
"""On the trainee programme."""

TRAINEE_ARTICLE = Source("Analys Sverige, artikeln ”Allt fler vill göra karriär …”")
"""On the trainee programme; the article's whole address is not known to us."""
