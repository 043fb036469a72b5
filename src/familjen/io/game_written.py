"""Games to JSON, exactly."""

import json
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.coalition import written
from familjen.games.game import Game
from familjen.io.game_file import GameFile
from familjen.io.game_table import label_problems, number_in

__all__ = ["game_to_json", "number_text"]


def game_to_json(game: Game | GameFile, *, indent: int | None = 2) -> str:
    """Write a game as JSON text, each number exactly (skriv spel).

    `game_from_json` gives the same game back. Where a game's numbers are floats, their decimals are written, and what
    is read back has the same floats and is told exactly.

    Raises:
        InvalidValueError: A player is no text, or one that cannot be told from a coalition; a number is too long.

    >>> from familjen.games import CostGame
    >>> game_to_json(CostGame.of({"A": 34.69, "H": 7, "A+H": 40}), indent=None)
    '{"players": ["A", "H"], "cost": {"A": "34.69", "H": "7", "A+H": "40"}}'
    """
    file = game if isinstance(game, GameFile) else GameFile(game)
    players = file.game.players
    wrong = label_problems(players)
    if wrong:
        raise InvalidValueError(wrong[0][1], attribute="game")
    numbers = file.game.exact or [Fraction(str(value)) for value in file.game.values.tolist()]
    coalitions = [(written(mask, players), number) for mask, number in enumerate(numbers)]
    body: dict[str, Any] = {
        "players": list(players),
        "cost" if file.game.sign < 0 else "value": {name: number_text(number, name) for name, number in coalitions[1:]},
        "unit": file.unit,
        "source": file.source,
        "illustrative": file.illustrative or None,
    }
    return json.dumps(
        {name: value for name, value in body.items() if value is not None}, ensure_ascii=False, indent=indent
    )


def number_text(number: Fraction, what: str) -> str:
    """Write a number as text that `number_in` reads: as a decimal where it is one, else as a fraction.

    Raises:
        InvalidValueError: It has more digits than are read; the sentence begins with ``what`` it is.

    >>> number_text(Fraction(3469, 100), "A"), number_text(Fraction(1, 3), "A"), number_text(Fraction(2000), "A")
    ('34.69', '1/3', '2000')
    """
    try:
        text = _text(number)
        number_in(text)
    except ValueError:  # Python writes no number of more than some thousand digits, and we read none of more than 60
        reason = f"{what} has more than 60 digits before or after the point, too many for a file; round it first"
        raise InvalidValueError(reason, attribute="game") from None
    return text


def _text(number: Fraction) -> str:
    places = _decimals(number.denominator)
    if places is None:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).zfill(places + 1)
    return ("-" if number < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _decimals(denominator: int) -> int | None:
    """Count the decimals of a number in lowest terms; ``None`` where they have no end."""
    counts = {2: 0, 5: 0}
    for prime in counts:
        while denominator % prime == 0:
            denominator //= prime
            counts[prime] += 1
    return max(counts.values()) if denominator == 1 else None
