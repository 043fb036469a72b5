"""Coalitions: which players act together, as a set of labels and as a whole number (koalitioner)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.validators import show

__all__ = ["Player", "mask_of", "members_of", "players_of", "written"]

Player = Hashable


def players_of(labels: Iterable[Player]) -> tuple[Player, ...]:
    """Give the players as a tuple, each of them once.

    Raises:
        InvalidValueError: There is no player, one comes twice, or one is no label.

    >>> players_of(["Ale", "Bjuv"])
    ('Ale', 'Bjuv')
    """
    if isinstance(labels, str | bytes) or not isinstance(labels, Iterable):
        reason = f"{show(labels)} is no list of players; write [{show(labels)}] for a single player"
        raise InvalidValueError(reason, attribute="players")
    if isinstance(labels, set | frozenset):
        shown = show(labels)  # pyright: ignore[reportUnknownArgumentType] - of any hashable
        raise InvalidValueError(f"{shown} has no order; give the players as a list", attribute="players")
    players = tuple(labels)
    if not players:
        raise InvalidValueError("a game needs at least one player", attribute="players")
    seen: set[Player] = set()
    for player in players:
        if not _is_label(player):
            raise InvalidValueError(f"{show(player)} cannot be a player; use a text or a number", attribute="players")
        if player in seen:
            raise InvalidValueError(f"{show(player)} is a player twice; name each once", attribute="players")
        seen.add(player)
    for player in players:
        parts = _parts_of(player)
        if parts is not None and all(part in seen for part in parts):
            reason = f"{show(player)} is a player and reads as a coalition of others too; name it otherwise"
            raise InvalidValueError(reason, attribute="players")
    return players


def _parts_of(player: Player) -> list[Player] | None:
    """Give the players of whom a label would be a coalition, if it can be read as one of others."""
    if isinstance(player, tuple | frozenset):
        return list(player)  # pyright: ignore[reportUnknownArgumentType] - of any hashable
    if isinstance(player, str) and ("+" in player or not player.strip()):
        return [part.strip() for part in player.split("+")] if player.strip() else []
    return None


def _is_label(player: object) -> bool:
    try:
        hash(player)
    except TypeError:
        return False
    try:
        return bool(player == player)  # noqa: PLR0124 - NaN alone differs from itself
    except (TypeError, ValueError):  # such as pandas' NA, and arrays
        return False


def mask_of(coalition: object, players: Sequence[Player]) -> int:
    """Number a coalition: bit i is set where the i-th player is a member.

    A coalition is a tuple, list or set of players, one text with ``+`` between them, or the one player.

    Raises:
        UnknownIdError: A member is no player of the game.
        InvalidValueError: A member comes twice, or the coalition is none of these.

    >>> mask_of("A+H", ["A", "H", "T"]), mask_of({"T"}, ["A", "H", "T"]), mask_of((), ["A", "H", "T"])
    (3, 4, 0)
    """
    mask = 0
    places = {player: place for place, player in enumerate(players)}
    for member in _listed(coalition, places):
        if not _is_label(member) or member not in places:
            raise UnknownIdError.of("player", str(member), [str(player) for player in players])
        bit = 1 << places[member]
        if mask & bit:
            reason = f"{show(member)} is twice in the coalition {show(coalition)}; name each member once"
            raise InvalidValueError(reason, attribute="coalition")
        mask |= bit
    return mask


def _listed(coalition: object, places: Mapping[Player, int]) -> list[Player]:
    if _is_label(coalition) and coalition in places:
        return [coalition]
    if isinstance(coalition, str):
        return [part.strip() for part in coalition.split("+")] if coalition.strip() else []
    if isinstance(coalition, tuple | list | set | frozenset):
        return list(coalition)  # pyright: ignore[reportUnknownArgumentType] - of any hashable
    reason = f"{show(coalition)} is no coalition; write it as a tuple or set of players, or as 'A+B'"
    raise InvalidValueError(reason, attribute="coalition")


def members_of(mask: int, players: Sequence[Player]) -> tuple[Player, ...]:
    """Give the members of a numbered coalition, in the players' order.

    >>> members_of(5, ["A", "H", "T"])
    ('A', 'T')
    """
    return tuple(player for place, player in enumerate(players) if mask >> place & 1)


def written(mask: int, players: Sequence[Player]) -> str:
    """Write a numbered coalition as one text.

    >>> written(5, ["A", "H", "T"]), written(0, ["A", "H", "T"])
    ('A+T', 'nobody')
    """
    return "+".join(str(member) for member in members_of(mask, players)) or "nobody"
