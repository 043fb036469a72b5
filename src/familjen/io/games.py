"""Games to and from files (spel i filer)."""

import os
from pathlib import Path

from familjen.errors import InvalidValueError
from familjen.games.game import Game
from familjen.io.atomic import write_text
from familjen.io.game_csv import game_from_csv
from familjen.io.game_file import GameFile
from familjen.io.game_json import game_file_from_json, game_from_json
from familjen.io.game_written import game_to_json
from familjen.io.parse import document_error

__all__ = [
    "GameFile",
    "game_file_from_json",
    "game_from_csv",
    "game_from_json",
    "game_to_json",
    "read_game",
    "read_game_file",
    "write_game",
]

_CSV = {".csv", ".tsv", ".txt"}


def read_game(path: str | os.PathLike[str], *, completion: str | None = None, decimal: str | None = None) -> Game:
    """Read a game from a JSON or CSV file, told by its ending (läs spel).

    `game_from_json` and `game_from_csv` say how they are understood.

    Args:
        path: The file, in UTF-8.
        completion: What a coalition that is not given comes to, as in `Game.of`.
        decimal: The decimal mark of a CSV file.

    Raises:
        DocumentError: The file holds no game; its ``problems`` are all that is wrong, each with its place.
        InvalidValueError: The ending is another, or a decimal mark is given for JSON.
        OSError: The file cannot be opened.
    """
    return read_game_file(path, completion=completion, decimal=decimal).game


def read_game_file(
    path: str | os.PathLike[str], *, completion: str | None = None, decimal: str | None = None
) -> GameFile:
    """Read a game, its unit and its source from a file; see `read_game`. A CSV file says nothing but the game.

    Raises:
        DocumentError: The file holds no game; its ``problems`` are all that is wrong, each with its place.
        InvalidValueError: The ending is another, or a decimal mark is given for JSON.
        OSError: The file cannot be opened.
    """
    place = Path(path)
    ending = place.suffix.casefold()
    if ending == ".json":
        if decimal is not None:
            raise InvalidValueError("JSON has no decimal mark but the point; leave decimal out", attribute="decimal")
        return game_file_from_json(place.read_bytes(), completion=completion, origin=os.fspath(path))
    if ending not in _CSV:
        reason = f"{place.name!r} ends with neither .json nor .csv; rename it, or use game_from_json or game_from_csv"
        raise InvalidValueError(reason, attribute="path")
    try:
        text = place.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: byte 0x{error.object[error.start]:02x}; an older Excel writes Windows-1252"
        raise document_error([("$", f"{problem}: save it as CSV UTF-8")], os.fspath(path)) from None
    return GameFile(game_from_csv(text, completion=completion, decimal=decimal, origin=os.fspath(path)))


def write_game(game: Game | GameFile, path: str | os.PathLike[str], *, indent: int | None = 2) -> None:
    """Write a game to a JSON file, wholly or not at all: to a temporary file first, which then takes its place.

    Raises:
        InvalidValueError: The ending is not .json, or the game has players or numbers that no file can hold.
        OSError: The folder does not exist or cannot be written to.
    """
    if Path(path).suffix.casefold() != ".json":
        raise InvalidValueError(
            f"{Path(path).name!r} does not end with .json; games are written as JSON", attribute="path"
        )
    write_text(path, game_to_json(game, indent=indent) + "\n")
