"""Notice and observations on days that cannot be (family 2xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Notice, Period
from familjen.errors import InvalidValueError
from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.index import index_of
from familjen.rules.mentions import activities
from familjen.rules.rule import rule

__all__ = ["notice_cannot_be_kept", "observation_before_activity"]

_LONGEST_MONTH = 31


@rule(
    "FAM214",
    "notice-cannot-be-kept",
    Severity.WARNING,
    message="Notice under {noun} cannot be kept: given on its first day, {first}, it lets a party out on {out}.",
    hint="Shorten the notice, or lengthen the agreement.",
    since="2026.11.0",
)
def notice_cannot_be_kept(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """The notice of an agreement is longer than the agreement.

    Checks:
        That a party which gives notice on the agreement's first day is out before the agreement ends, where it has a
        last day.

    Why:
        Nobody can leave by such a notice; and an agreement that is renewed by itself cannot be stopped in time. Mostly
        the notice was copied from an agreement without an end.

    Example:
        >>> year = Period.year(2016)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=year, notice=Notice(years=3))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(*check(coop))
        Notice under agreement 'avgift' cannot be kept: given on its first day, 2016-01-01, it lets a party out on
        2019-01-01. Shorten the notice, or lengthen the agreement. [FAM214]

    Remedy:
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=year, notice=Notice(months=6))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Notice.exit_day`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        if agreement.notice is None or agreement.period is None or agreement.period.last_day is None:
            continue
        out = _earliest_exit(agreement.notice, agreement.period)
        if out is not None and out > agreement.period.last_day:
            yield notice_cannot_be_kept.found(
                f"$.agreements[{i}].notice",
                noun=index.entry_at[f"$.agreements[{i}]"],
                first=agreement.period.first_day,
                out=out,
            )


def _earliest_exit(notice: Notice, period: Period) -> dt.date | None:
    """Give the day on which a party is out that gives notice on the first day; ``None`` if clearly in time."""
    months = notice.years * 12 + notice.months + 1
    if notice.by is None and months * _LONGEST_MONTH < (period.days or 0):
        return None
    try:
        return notice.exit_day(period.first_day)
    except InvalidValueError:  # beyond the calendar
        return dt.date.max


@rule(
    "FAM223",
    "observation-before-activity",
    Severity.WARNING,
    message="{noun} was measured on {day}, before {activity} began on {first}.",
    hint="Correct the day; a value from before the activity is a baseline, so say so in the indicator's name.",
    since="2026.11.0",
)
def observation_before_activity(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An activity was measured before it began.

    Checks:
        That the day of an indicator's observation is not before the first day of its activity. Later than the last day
        is as it should be: effects come afterwards.

    Why:
        Mostly it is a slip in a year. A baseline that is counted as a result makes the activity look as if it did
        nothing.

    Example:
        >>> seen = (Observation(dt.date(2015, 3, 1), Decimal(12)),)
        >>> visits = Indicator("besok", "Visits", "visits", observations=seen)
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, period=Period.year(2016), indicators=(visits,))
        >>> coop = Cooperation("par", "A pair", activities=(course,))
        >>> print(check(coop).findings[0].message)
        Indicator 'besok' was measured on 2015-03-01, before activity 'kurs' began on 2016-01-01.

    Remedy:
        >>> seen = (Observation(dt.date(2016, 3, 1), Decimal(12)),)
        >>> visits = Indicator("besok", "Visits", "visits", observations=seen)
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, period=Period.year(2016), indicators=(visits,))
        >>> coop = Cooperation("par", "A pair", activities=(course,))
        >>> len(check(coop))
        0

    References:
        `Observation.day` and `Activity.period`.
    """
    index = index_of(coop)
    for path, activity in activities(coop):
        if activity.period is None:
            continue
        for j, indicator in enumerate(activity.indicators):
            for k, observation in enumerate(indicator.observations):
                if observation.day < activity.period.first_day:
                    yield observation_before_activity.found(
                        f"{path}.indicators[{j}].observations[{k}].day",
                        noun=index.entry_at[f"{path}.indicators[{j}]"],
                        day=observation.day,
                        activity=index.entry_at[path],
                        first=activity.period.first_day,
                    )
