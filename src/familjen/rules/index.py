"""What rules look up, gathered once for a check and shared by its rules."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

from familjen.dates import Period
from familjen.errors import near_matches
from familjen.model import Agreement, Cooperation, LegalForm, Party
from familjen.rules.entries import Entry, Kind, entries
from familjen.rules.mentions import Mention, goal_area_mentions, partner_mentions, party_mentions
from familjen.rules.names import municipality_name

__all__ = ["Index", "index_of", "sharing_index"]

_MOST_WORDS = 100


@attrs.frozen(eq=False)
class Index:
    """What a cooperation holds, by id, and where it names it (register)."""

    parties: Mapping[str, Party]
    """Members and other parties by id."""
    memberships: Mapping[str, tuple[Period | None, ...]]
    """The periods in which a party is a member, by its id."""
    entries: tuple[Entry, ...]
    """Every noun that has an id, apart from parties."""
    agreements: Mapping[str, Agreement]
    """Agreements by id: of several with one id, the first."""
    agreement_entries: Mapping[str, Entry]
    """The same agreements as entries."""
    mentions: tuple[Mention, ...]
    """Where parties are named."""
    partner_mentions: tuple[Mention, ...]
    """Where partners are named."""
    goal_area_mentions: tuple[Mention, ...]
    """Where goal areas are named."""
    entry_at: Mapping[str, Entry]
    """The same nouns by the JSONPath where they stand."""
    ids: Mapping[Kind, frozenset[str]]
    """Ids of the nouns of each kind."""
    by_form: Mapping[LegalForm, tuple[tuple[int, Agreement], ...]]
    """Agreements of each legal form, with their places in the list."""
    near: Callable[[str, frozenset[str]], str | None]
    """Give the known word that looks most like this one, if any does."""

    def party(self, identifier: str) -> str:
        """Give a party's name and id; of an id that no party has, and no Swedish municipality either, the id alone."""
        party = self.parties.get(identifier)
        name = municipality_name(identifier) if party is None else party.name
        return identifier if name is None else f"{name} ({identifier})"


def index_of(coop: Cooperation) -> Index:
    """Give the cooperation's index: within a check the one that its rules share, elsewhere a new one. Linear."""
    shared = _shared.get()
    return shared[1] if shared is not None and shared[0] is coop else _build(coop)


@contextmanager
def sharing_index(coop: Cooperation) -> Generator[None]:
    """Share one index of the cooperation between all that is done inside."""
    token = _shared.set((coop, _build(coop)))
    try:
        yield
    finally:
        _shared.reset(token)


_shared: ContextVar[tuple[Cooperation, Index] | None] = ContextVar("familjen_index", default=None)


def _build(coop: Cooperation) -> Index:
    found = tuple(entries(coop))
    entry_at = {entry.path: entry for entry in found}
    ids: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for entry in found:
        ids[entry.kind].add(entry.id)
    by_form: dict[LegalForm, list[tuple[int, Agreement]]] = {form: [] for form in LegalForm}
    for i, agreement in enumerate(coop.agreements):
        by_form[agreement.form].append((i, agreement))
    memberships: dict[str, list[Period | None]] = {}
    for member in coop.members:
        memberships.setdefault(member.party.id, []).append(member.period)
    return Index(
        parties={party.id: party for party in coop.parties},
        memberships={party: tuple(periods) for party, periods in memberships.items()},
        entries=found,
        agreements={agreement.id: agreement for agreement in reversed(coop.agreements)},
        agreement_entries={entry.id: entry for entry in reversed(found) if entry.kind is Kind.AGREEMENT},
        mentions=tuple(party_mentions(coop, entry_at)),
        partner_mentions=tuple(partner_mentions(coop, entry_at)),
        goal_area_mentions=tuple(goal_area_mentions(coop, entry_at)),
        entry_at=entry_at,
        ids={kind: frozenset(known) for kind, known in ids.items()},
        by_form={form: tuple(listed) for form, listed in by_form.items()},
        near=_nearest(),
    )


def _nearest() -> Callable[[str, frozenset[str]], str | None]:
    """Look for near matches of the first hundred words that are asked for: a search costs a millisecond or so.

    A word with the same letters or digits in another order is nearest, since swapped digits are the commonest slip.
    """
    answers: dict[tuple[str, frozenset[str]], str | None] = {}

    def near(word: str, known: frozenset[str]) -> str | None:
        asked = (word, known)
        if asked not in answers and len(answers) < _MOST_WORDS:
            words, letters = sorted(known), sorted(word)
            swapped = (known_word for known_word in words if sorted(known_word) == letters)
            answers[asked] = next(swapped, None) or next(iter(near_matches(word, words, most=1)), None)
        return answers.get(asked)

    return near
