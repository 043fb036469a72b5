"""What has an id in the document, and where it stands."""

import enum
from collections.abc import Iterator

import attrs

from familjen.dates import Period
from familjen.model import Activity, Cooperation

__all__ = ["Entry", "Kind", "entries"]


class Kind(enum.StrEnum):
    """What a noun is called in a sentence (slag)."""

    PARTNER = "partner"
    AREA = "area"
    GOAL_AREA = "goal area"
    PLAN = "operational plan"
    ACTION_PLAN = "action plan"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    AGREEMENT = "agreement"
    NETWORK = "network"
    PROGRAM = "programme"
    ROUND = "round"
    EVENT = "event"
    SERVICE = "shared service"
    BOARD = "board"

    def said(self, lang: str) -> str:
        """Give the word, in Swedish in its definite form."""
        return _SWEDISH[self] if lang == "sv" else self.value


_SWEDISH = {
    Kind.PARTNER: "samarbetsparten",
    Kind.AREA: "samarbetsområdet",
    Kind.GOAL_AREA: "målområdet",
    Kind.PLAN: "verksamhetsplanen",
    Kind.ACTION_PLAN: "handlingsplanen",
    Kind.ACTIVITY: "aktiviteten",
    Kind.INDICATOR: "indikatorn",
    Kind.AGREEMENT: "avtalet",
    Kind.NETWORK: "nätverket",
    Kind.PROGRAM: "programmet",
    Kind.ROUND: "omgången",
    Kind.EVENT: "evenemanget",
    Kind.SERVICE: "den gemensamma verksamheten",
    Kind.BOARD: "styrelsen",
}


@attrs.frozen
class Entry:
    """A noun with an id, and where it stands in the document (förekomst).

    >>> print(Entry(Kind.NETWORK, "bibliotek", "$.networks[0]"))
    network 'bibliotek'
    """

    kind: Kind
    """What it is."""
    id: str
    """Its id."""
    path: str
    """The JSONPath where it stands."""
    period: Period | None = None
    """Its own period."""
    within: "Entry | None" = None
    """The noun that it is part of, below the cooperation."""

    @property
    def container(self) -> "Entry | None":
        """The nearest noun around it that says when it applies; ``None`` if there is none below the cooperation."""
        around = self.within
        while around is not None and around.period is None:
            around = around.within
        return around

    def said(self, lang: str) -> str:
        """Give its kind and id in the language."""
        return f"{self.kind.said(lang)} {self.id!r}"

    def __str__(self) -> str:
        return self.said("en")


def entries(coop: Cooperation) -> Iterator[Entry]:
    """Give every noun that has an id, apart from parties. Linear in their number."""
    for i, partner in enumerate(coop.partners):
        yield Entry(Kind.PARTNER, partner.id, f"$.partners[{i}]")
    for i, area in enumerate(coop.areas):
        yield Entry(Kind.AREA, area.id, f"$.areas[{i}]")
    for i, goal_area in enumerate(coop.goal_areas):
        yield Entry(Kind.GOAL_AREA, goal_area.id, f"$.goal_areas[{i}]")
    yield from _planned(coop)
    yield from _active("$", coop.activities, None)
    for i, agreement in enumerate(coop.agreements):
        yield Entry(Kind.AGREEMENT, agreement.id, f"$.agreements[{i}]", agreement.period)
    for i, network in enumerate(coop.networks):
        yield Entry(Kind.NETWORK, network.id, f"$.networks[{i}]", network.period)
    yield from _programs(coop)
    for i, event in enumerate(coop.events):
        yield Entry(Kind.EVENT, event.id, f"$.events[{i}]", event.period)
    for i, service in enumerate(coop.shared_services):
        yield Entry(Kind.SERVICE, service.id, f"$.shared_services[{i}]", service.period)
    if coop.board is not None:
        yield Entry(Kind.BOARD, coop.board.id, "$.board")


def _planned(coop: Cooperation) -> Iterator[Entry]:
    for i, plan in enumerate(coop.plans):
        whole = Entry(Kind.PLAN, plan.id, f"$.plans[{i}]", plan.period)
        yield whole
        for j, action_plan in enumerate(plan.action_plans):
            path = f"{whole.path}.action_plans[{j}]"
            part = Entry(Kind.ACTION_PLAN, action_plan.id, path, action_plan.period, whole)
            yield part
            yield from _active(path, action_plan.activities, part)


def _active(path: str, activities: tuple[Activity, ...], within: Entry | None) -> Iterator[Entry]:
    for i, activity in enumerate(activities):
        entry = Entry(Kind.ACTIVITY, activity.id, f"{path}.activities[{i}]", activity.period, within)
        yield entry
        for j, indicator in enumerate(activity.indicators):
            yield Entry(Kind.INDICATOR, indicator.id, f"{entry.path}.indicators[{j}]", within=entry)


def _programs(coop: Cooperation) -> Iterator[Entry]:
    for i, program in enumerate(coop.programs):
        whole = Entry(Kind.PROGRAM, program.id, f"$.programs[{i}]", program.period)
        yield whole
        for j, held in enumerate(program.rounds):
            yield Entry(Kind.ROUND, held.id, f"{whole.path}.rounds[{j}]", held.period, whole)
