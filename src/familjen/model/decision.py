"""A decision by somebody who may decide."""

import datetime as dt
import enum

import attrs

from familjen.model.source import Source
from familjen.validators import is_date, is_text, is_whole, one_of, optional, tuple_of

__all__ = ["Decision", "Matter"]


class Matter(enum.StrEnum):
    """What a decision is about (beslutets ärende).

    The sections are those of the Swedish Local Government Act, kommunallag (2017:725).
    """

    APPROVAL = "approval"
    """The agreement, charter or plan itself (godkännande)."""
    HANDOVER = "handover"
    """That the care of a matter is handed over to a company, association or foundation (överlämnande; 10 kap. 1 §)."""
    PURPOSE = "purpose"
    """The municipal purpose of a company, association or foundation (kommunalt ändamål; 10 kap. 3 § 1)."""
    COMMITTEE_RULES = "committee-rules"
    """The rules of procedure of a joint committee (reglemente; 9 kap. 33 §)."""
    DISCHARGE = "discharge"
    """Whether a joint committee is granted discharge for a year (ansvarsfrihet; 9 kap. 35 §)."""
    REPORT = "report"
    """The municipal executive's yearly report on contract cooperation (rapport till fullmäktige; 9 kap. 38 §)."""
    COMPANY_REVIEW = "company-review"
    """The municipal executive's yearly review of a company (årlig prövning; 6 kap. 9 §)."""
    OTHER = "other"
    """Anything else."""


@attrs.frozen
class Decision:
    """A decision, by whom and when (beslut).

    On an agreement it is a council's, or with some matters an executive's; on a plan the board's adoption for a year.

    >>> Decision("1283", day=dt.date(2015, 11, 17), reference="§ 161").by
    '1283'
    """

    by: str = attrs.field(validator=is_text)
    """Who decided: a party's id, or the name of a body such as ``"board"``."""
    day: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of the decision; ``None`` when it is not known."""
    year: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1862, 9999)))
    """The year that is decided for, where decisions are yearly."""
    matter: Matter = attrs.field(default=Matter.APPROVAL, kw_only=True, validator=one_of(Matter))
    """What it is about."""
    reference: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Where to find it, such as the minutes' paragraph ``"§ 62"``."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
