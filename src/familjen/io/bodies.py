"""Bodies that vote, from and to files (beslutande organ i filer)."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import json
import os
from pathlib import Path

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.influence.power import need_question
from familjen.io.atomic import write_text
from familjen.io.body_file import BodyFile, ChamberEntry
from familjen.io.numbers import number_converter, read_decimal
from familjen.io.parse import document_error, parse
from familjen.io.problems import structured
from familjen.validators import show

__all__ = ["BodyFile", "ChamberEntry", "body_from_json", "body_to_json", "read_body", "write_body"]


def body_from_json(document: str | bytes, *, origin: str = "") -> BodyFile:
    """Read a body that votes from JSON text or UTF-8 bytes (läs beslutande organ).

    The names are those of `BodyFile` and `ChamberEntry`. Numbers are JSON numbers, read by their decimals, or text.

    Args:
        document: The document.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no such file. Its ``problems`` are all that is wrong with its parts, or else the first
            that does not fit together, each with a JSONPath.

    >>> chamber = '{"weights": {"A": 2, "B": 1, "C": 1}, "majority": "more than half"}'
    >>> body_from_json(f'{{"title": "A board", "chambers": [{chamber}]}}').body()
    WeightedVotes(3 members, 3 of 4)
    >>> body_from_json('{"title": "A board", "chambers": [{"weights": {"A": 2}, "quota": 3}]}')
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 1 problem
      $.chambers[0].quota: the quota is 3; give one above zero and at most all weights, 2
    """
    tree = parse(document, origin=origin, read_float=read_decimal)
    file: BodyFile = structured(lambda: number_converter().structure(tree, BodyFile), origin)
    wrong = _wrong(file)
    if wrong:
        raise document_error(wrong, origin)
    return file


def body_to_json(file: BodyFile) -> str:
    """Write a body as JSON, without what equals its default (skriv beslutande organ).

    Raises:
        InvalidValueError: It is no `BodyFile`; a vote itself has no title, and is put into one.

    >>> from decimal import Decimal
    >>> file = BodyFile("A board", (ChamberEntry({"A": Decimal("1.5")}, quota=Decimal(1)),))
    >>> body_from_json(body_to_json(file)) == file
    True
    """
    if not isinstance(file, BodyFile):
        raise InvalidValueError(f"{show(file)} is no BodyFile; make one with a title and chambers", attribute="file")
    return json.dumps(number_converter().unstructure(file), ensure_ascii=False, indent=2) + "\n"


def read_body(path: str | os.PathLike[str]) -> BodyFile:
    """Read a body that votes from a JSON file; see `body_from_json`.

    Raises:
        DocumentError: The file is none.
        OSError: It cannot be opened.
    """
    return body_from_json(Path(path).read_bytes(), origin=str(path))


def write_body(file: BodyFile, path: str | os.PathLike[str]) -> None:
    """Write a body to a JSON file, whole or not at all.

    Raises:
        InvalidValueError: It is no `BodyFile`.
        OSError: It cannot be written.
    """
    write_text(path, body_to_json(file))


def _wrong(file: BodyFile) -> list[tuple[str, str]]:
    """Give what does not fit together, with its JSONPath: the votes, or else the index, the bloc and the unions."""
    try:
        body = file.body()
    except InvalidValueError as error:
        return [(f"$.{error.attribute}" if error.attribute else "$", error.reason)]
    try:
        need_question(body, file.index, file.bloc or None, file.unions or None)
    except InvalidValueError as error:
        return [(f"$.{error.attribute}" if error.attribute else "$", error.reason)]
    except UnknownIdError as error:
        return [("$.bloc" if file.bloc else "$.unions", str(error))]
    return []
