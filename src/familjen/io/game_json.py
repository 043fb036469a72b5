"""Games from JSON, exactly."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from itertools import islice
from typing import Any

import attrs

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, players_of
from familjen.games.game import CostGame, Game
from familjen.io.game_file import GameFile
from familjen.io.game_table import Problems, alone_in, gathered, label_problems, number_in, reason_of, room_problem
from familjen.io.gathering import MOST_PROBLEMS
from familjen.io.numbers import read_decimal
from familjen.io.parse import child_path, document_error, parse, shortened
from familjen.validators import show

__all__ = ["game_file_from_json", "game_from_json"]

_TABLES = ("cost", "value", "alone", "savings")
_NAMES = ("players", *_TABLES, "completion", "unit", "source", "illustrative")
_FORMS = (["cost"], ["value"], ["alone", "savings"])


def game_from_json(document: str | bytes, *, completion: str | None = None, origin: str = "") -> Game:
    """Read a game from JSON text or UTF-8 bytes (läs spel).

    An object with ``"cost"``, a number for each coalition, is a cost game, one with ``"value"`` a gain game, and one
    with ``"alone"`` and ``"savings"`` a cost game told by what each costs alone, and what coalitions save. Coalitions
    are texts with ``+`` between the players. Numbers are text, ``"34.69"`` or ``"1/3"``, or JSON numbers, which are
    read by their decimals. ``"players"`` may give the players' order, and ``"completion"`` say what a coalition that is
    not there comes to, as in `Game.of`. What ``"unit"``, ``"source"`` and ``"illustrative"`` say is in what
    `game_file_from_json` gives.

    Args:
        document: The document.
        completion: As in the document, where that does not say it.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It holds no game. Its ``problems`` are all that is wrong, each with a JSONPath.

    >>> game_from_json('{"cost": {"A": "34.69", "H": 7, "A+H": 40.50}}').exactly("A+H")
    Fraction(81, 2)
    >>> game_from_json('{"cost": {"A": "34,69", "H": 7, "A+T": 40, "H + A": 40, "A+H": 41}}')
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 3 problems
      $.cost.A: '34,69' is not a decimal number in text
      $.cost['A+T']: there is no player 'T'; there are 2, such as 'A' or 'H'
      $.cost['A+H']: is the same coalition as 'H + A'; keep one of them
    """
    return game_file_from_json(document, completion=completion, origin=origin).game


def game_file_from_json(document: str | bytes, *, completion: str | None = None, origin: str = "") -> GameFile:
    """Read a game, its unit and its source from JSON; see `game_from_json`.

    Raises:
        DocumentError: It holds no game. Its ``problems`` are all that is wrong, each with a JSONPath.

    >>> game_file_from_json('{"value": {"A": 0, "H": 0, "A+H": 9}, "unit": "kSEK"}').unit
    'kSEK'
    """
    body = parse(document, origin=origin, read_float=read_decimal)
    problems: Problems = []
    made = _made(body, completion, problems)
    if made is None or problems:
        raise document_error(problems, origin)
    return made


def _made(body: Any, asked: str | None, problems: Problems) -> GameFile | None:
    """Make the game, or add to the problems."""
    if not isinstance(body, dict):
        problems.append(("$", f"{show(body)} is not an object with a game's 'cost' or 'value'"))
        return None
    unknown = islice((name for name in body if name not in _NAMES), MOST_PROBLEMS + 1)
    problems += [(child_path("$", name), shortened(str(UnknownIdError.of("name", name, _NAMES)))) for name in unknown]
    form = [name for name in _TABLES if name in body]
    if form not in _FORMS:
        said = f"has {' and '.join(map(repr, form))}" if form else "has no numbers of coalitions"
        problems.append(("$", f"{said}; give 'cost', or 'value', or 'alone' and 'savings'"))
        return None
    players = _players(body, problems)
    completion = _completion(body, asked, problems)
    full = room_problem(_number_of_players(body[form[0]], form[0], players), completion)
    if full is not None:
        problems.append(("$.players" if players else child_path("$", form[0]), full))
        return None
    tables = {name: _table(body, name, players, problems) for name in form[:1]}
    if "savings" in form:
        tables["savings"] = _table(body, "savings", players or tuple(tables["alone"]), problems)
    about = _about(body, problems)
    if problems:
        return None
    try:
        return GameFile(_game(tables, players, completion), **about)
    except (InvalidValueError, UnknownIdError) as error:
        problems.append((_place(error, form[-1]), reason_of(error)))
        return None


def _number_of_players(table: Any, name: str, players: tuple[Player, ...] | None) -> int:
    if players is not None or not isinstance(table, dict):
        return len(players or ())
    return len(table if name == "alone" else alone_in(table))


def _place(error: InvalidValueError | UnknownIdError, table: str) -> str:
    named = error.attribute if isinstance(error, InvalidValueError) else error.kind
    return f"$.{named if named in _NAMES else table}"


def _game(tables: dict[str, Any], players: tuple[Player, ...] | None, completion: str | None) -> Game:
    if "cost" in tables:
        return CostGame.of(tables["cost"], players=players, completion=completion)
    if "value" in tables:
        return Game.of(tables["value"], players=players, completion=completion)
    alone = tables["alone"]
    order = tuple(alone) if players is None else players
    without = [player for player in order if player not in alone]
    if without:
        raise InvalidValueError(f"{without[0]} has no cost alone; give it one", attribute="alone")
    return CostGame.from_savings({player: alone[player] for player in order}, tables["savings"], completion=completion)


def _table(body: dict[str, Any], name: str, players: tuple[Player, ...] | None, problems: Problems) -> dict[str, Any]:
    table = body[name]
    path = child_path("$", name)
    if not isinstance(table, dict):
        problems.append((path, f"{show(table)} is not an object with a number for each coalition"))
        return {}
    if name != "savings":
        labels = tuple(table) if name == "alone" else alone_in(table)
        problems += [(child_path(path, label), why) for label, why in label_problems(labels)]
    entries = [(child_path(path, coalition), coalition, number) for coalition, number in table.items()]
    return gathered(entries, number_in, players, problems)


def _players(body: dict[str, Any], problems: Problems) -> tuple[Player, ...] | None:
    given = body.get("players")
    if given is None:
        return None
    if not isinstance(given, list):
        problems.append(("$.players", f"{show(given)} is not an array of players"))
        return None
    wrong = label_problems(given)
    problems += [("$.players", why) for _, why in wrong]
    if wrong:
        return None
    try:
        return players_of(given)
    except InvalidValueError as error:
        problems.append(("$.players", error.reason))
        return None


def _completion(body: dict[str, Any], asked: str | None, problems: Problems) -> str | None:
    own = body.get("completion")
    if own is not None and asked is not None and own != asked:
        problems.append(("$.completion", f"is {show(own)}, and {asked!r} is asked for; settle for one"))
    return asked if own is None else own


def _about(body: dict[str, Any], problems: Problems) -> dict[str, Any]:
    """Read what the file says about the game, by the noun's own validators."""
    about: dict[str, Any] = {}
    for field in attrs.fields(GameFile)[1:]:
        if field.name in body:
            about[field.name] = body[field.name]
            check: Any = field.validator
            try:
                check(None, field, body[field.name])
            except InvalidValueError as error:
                problems.append((child_path("$", field.name), error.reason))
    return about
