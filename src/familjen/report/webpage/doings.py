"""What the parties do together, and who takes part in each (verksamheter)."""

from collections.abc import Iterable, Iterator

import attrs

from familjen.model import Agreement, Cooperation, Event, Network, Program, SharedService
from familjen.model.activity import Activity
from familjen.model.member import Participation
from familjen.report.webpage.speech import Speech

__all__ = ["Doing", "doings_of"]

_KINDS = {
    Agreement: ("agreement", "avtal"),
    SharedService: ("shared service", "gemensam verksamhet"),
    Network: ("network", "nätverk"),
    Program: ("programme", "program"),
    Activity: ("activity", "aktivitet"),
    Event: ("event", "evenemang"),
}


@attrs.frozen
class Doing:
    """Something that is done together (verksamhet)."""

    name: str
    """Its name."""
    kind: tuple[str, str]
    """What it is, in English and Swedish."""
    parties: tuple[str, ...]
    """Ids of the parties that take part, each once; empty when nobody has said."""
    leading: tuple[str, ...]
    """Those of them that host, provide or coordinate it."""
    figures: tuple[str, ...] = ()
    """What is known of it in numbers, in words."""


def doings_of(coop: Cooperation, speech: Speech) -> list[Doing]:
    """Give agreements, services, networks, programmes, activities and events, in the document's order."""
    found = [_doing(each, _ids(each.parties), each.host) for each in coop.agreements]
    found += [_doing(each, _ids(each.recipients), each.provider) for each in coop.shared_services]
    for network in coop.networks:
        leading = _ids(network.coordinators)
        found.append(_made(network, (*_ids(network.members), *leading), leading))
    for program in coop.programs:
        seats = [seat.party for held in program.rounds for seat in held.seats if seat.number]
        found.append(_made(program, (*_ids(program.members), *seats), (), _program_figures(program, speech)))
    planned = (each for plan in coop.plans for part in plan.action_plans for each in part.activities)
    found += [_made(each, each.participants, ()) for each in (*planned, *coop.activities)]
    found += [_made(each, each.hosts, each.hosts, _event_figures(each, speech)) for each in coop.events]
    return found


def _doing(noun: Agreement | SharedService, parties: tuple[str, ...], leader: str | None) -> Doing:
    leading = () if leader is None else (leader,)
    return _made(noun, (*leading, *parties), leading)


def _made(
    noun: Agreement | SharedService | Network | Program | Activity | Event,
    parties: Iterable[str],
    leading: Iterable[str],
    figures: Iterable[str] = (),
) -> Doing:
    once = tuple(dict.fromkeys(parties))
    return Doing(noun.name, _KINDS[type(noun)], once, tuple(dict.fromkeys(leading)), tuple(figures))


def _ids(parts: Iterable[Participation]) -> tuple[str, ...]:
    return tuple([part.party for part in parts])


def _program_figures(program: Program, speech: Speech) -> Iterator[str]:
    if program.rounds:
        yield speech.counted(len(program.rounds), ("round", "omgång"), ("rounds", "omgångar"))
    if program.participants is not None:
        yield speech.counted(program.participants, ("participant", "deltagare"), ("participants", "deltagare"))


def _event_figures(event: Event, speech: Speech) -> Iterator[str]:
    if event.participants is not None:
        yield speech.counted(event.participants, ("participant", "deltagare"), ("participants", "deltagare"))
    if event.countries is not None:
        yield speech.counted(event.countries, ("country", "land"), ("countries", "länder"))
    if event.distance is not None:
        stated = f"{speech.number(event.distance.value)}\N{NO-BREAK SPACE}{event.distance.unit.value}"
        yield speech.words(str(event.distance).replace(" ", "\N{NO-BREAK SPACE}"), stated)
    if event.spending is not None:
        spent = speech.money(event.spending, event.currency)
        yield speech.words(f"{spent} spent", f"{spent} spenderade")
