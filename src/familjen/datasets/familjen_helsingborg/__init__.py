"""Familjen Helsingborg: eleven municipalities in north-west Skåne, as the annual report for 2016 tells of them."""

import functools

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.circle import counts, members, partners, principle, purpose, reasons
from familjen.datasets.familjen_helsingborg.disagreements import disagreements
from familjen.datasets.familjen_helsingborg.plan import areas, goal_areas, operational_plan
from familjen.datasets.familjen_helsingborg.terms import agreement, board, network_rules
from familjen.datasets.familjen_helsingborg.work import eurorando, family_law, framtidens_chefer, trainee_programme
from familjen.model import Cooperation

__all__ = ["familjen_helsingborg_2016"]


@functools.cache
def familjen_helsingborg_2016() -> Cooperation:
    """Give the cooperation Familjen Helsingborg as the annual report for 2016 describes it (samarbetet).

    Each fact carries its source. Those of the annual report quote its sentence in Swedish; those of other sources are
    retold and carry no quote. Where the sources contradict each other the data follows the annual report, and both
    claims stand in ``disagreements``. What nobody has said is ``None`` or empty, never guessed. The documentation has a
    page that sets the text beside the data, sentence by sentence.

    Built once and then kept: a cooperation cannot be changed, so everybody may share it.

    >>> coop = familjen_helsingborg_2016()
    >>> len(coop.members), str(coop.counts[0])
    (11, 'about 40 networks')
    >>> print(coop.agreement("samarbetsavtal-2016").period.first_day)
    2016-01-01
    >>> coop.event("eurorando").sources[-1].quote
    'Tillsammans vandrade de 10 000 mil och spenderade 13 miljoner kronor.'
    """
    return Cooperation(
        "familjen-helsingborg",
        "Familjen Helsingborg",
        purpose=purpose(),
        principle=principle(),
        reasons=reasons(),
        members=members(),
        partners=partners(),
        areas=areas(),
        goal_areas=goal_areas(),
        plans=(operational_plan(),),
        agreements=(agreement(),),
        network_rules=network_rules(),
        programs=(framtidens_chefer(), trainee_programme()),
        events=(eurorando(),),
        shared_services=(family_law(),),
        board=board(),
        counts=counts(),
        disagreements=disagreements(),
        sources=said("Familjen Helsingborg", "Helsingborg är en av medlemmarna"),
    )
