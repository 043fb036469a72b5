"""Documents that are made to be hard: each is refused with a short error, or read, and nothing else happens."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import DocumentError, FamiljenError, InvalidValueError
from familjen.io import loads, table_from_csv
from familjen.io.bodies import body_from_json
from familjen.io.games import game_from_csv, game_from_json, game_to_json
from familjen.io.gathering import MOST_PROBLEMS
from familjen.io.ledgers import ledger_from_csv, ledger_from_json
from familjen.io.parse import document_error, shortened
from familjen.io.scale import scale_file_from_json
from familjen.model import CostClause

START = {"schema_version": 1, "type": "cooperation", "id": "x", "name": "X"}
MANY = 20_000
LONG = "x" * 200_000
PLAYERS = {f"p{number}": 1 for number in range(MANY)}


def refused(read: Callable[[Any], object], document: Any) -> DocumentError:
    """Give the error of a document that must be refused, and hold that its message is short."""
    with pytest.raises(DocumentError) as caught:
        read(document if isinstance(document, str) else json.dumps(document))
    assert len(str(caught.value)) < 20_000
    return caught.value


@pytest.mark.parametrize(
    ("read", "document"),
    [
        (loads, {**START, "members": [1] * MANY}),
        (loads, {**START, "networks": [{"a": 1}] * MANY}),
        (loads, {**START, **{f"k{number}": 1 for number in range(MANY)}}),
        (lambda text: loads(text, CostClause), {"schema_version": 1, "steps": [{"type": "equl"}] * MANY}),
        (game_from_json, {f"c{number}": 1 for number in range(MANY)}),
        (game_from_json, {"cost": {"A": 1, **{f"A+q{number}": 1 for number in range(MANY)}}}),
        (ledger_from_json, [{"prty": "A"}] * MANY),
        (ledger_from_csv, "party;year;activity;paid\n" + "a;2024;x;q\n" * MANY),
        (ledger_from_csv, "".join(f"h{number};" for number in range(MANY)) + "\n"),
        (body_from_json, {"title": "x", "chambers": [1] * MANY}),
        (body_from_json, {"title": "x", "chambers": [{"weights": dict.fromkeys(PLAYERS, "x"), "quota": 1}]}),
        (scale_file_from_json, {"title": "x", "sizes": dict.fromkeys(PLAYERS, "x")}),
    ],
    ids=[
        "items", "objects", "names", "steps", "names of a game", "coalitions", "entries", "lines", "headings",
        "chambers", "weights", "sizes",
    ],
)  # fmt: skip
def test_gathering_stops(read: Callable[[Any], object], document: Any) -> None:
    """Of a document with endless problems, the first thousands are gathered, and it is said that there are more."""
    error = refused(read, document)
    assert 1_000 < len(error.problems) <= MOST_PROBLEMS
    assert f"more than {len(error.problems)} problems" in str(error)


@pytest.mark.parametrize(
    ("read", "document"),
    [
        (loads, {**START, "id": " " + LONG}),
        (loads, {**START, LONG: 1}),
        (loads, {**START, "agreements": [{"id": "a", "name": "A", "form": LONG}]}),
        (game_from_json, {LONG: 1}),
        (game_from_json, {"cost": {"A": 1, "B": 1, "A+B": 1}, "completion": LONG}),
        (game_from_json, {"cost": {"A": 1, f"A+{LONG}": 1}}),
        (ledger_from_json, [{LONG: "A"}]),
        (ledger_from_csv, f"{LONG[:90_000]};year\nA;2024"),
        (game_from_csv, f"c;cost\nA;1\n{LONG[:90_000]};q"),
        (body_from_json, {"title": "x", "chambers": [{"weights": {"A": 1}, "majority": f"{'9' * 200_000}/3"}]}),
        (scale_file_from_json, {"title": "x", "sizes": {"A": 1}, "split": LONG}),
    ],
)
def test_long_values_are_shown_shortly(read: Callable[[Any], object], document: Any) -> None:
    """A value of a few hundred thousand characters does not fill the message, nor any of its problems."""
    error = refused(read, document)
    assert all(len(sentence) < 1_000 for _, sentence in error.problems)


def test_long_cells_of_tables_are_shown_shortly() -> None:
    """A table's error shows a long label and a long cell shortly."""
    for text in (f"kr;2027\n{LONG[:90_000]};q", f"kr;2027\nA;{LONG[:90_000]}", f"kr;2027\nSumma;1\n{LONG[:90_000]};2"):
        with pytest.raises(InvalidValueError) as caught:
            table_from_csv(text)
        assert len(str(caught.value)) < 2_000


@pytest.mark.parametrize("text", ["cost", "value", "alone", "csv"])
def test_games_of_too_many_players(text: str) -> None:
    """Twenty thousand players are counted, and not enumerated."""
    table = {"alone": PLAYERS, "savings": {}} if text == "alone" else {text: PLAYERS}
    csv = "c;cost\n" + "".join(f"{player};1\n" for player in PLAYERS)
    error = refused(game_from_csv, csv) if text == "csv" else refused(game_from_json, table)
    assert "20,000 players, and a game has 24 at most" in str(error)


@pytest.mark.parametrize(("players", "read"), [(18, True), (19, False), (24, False)])
def test_games_that_are_completed_are_of_few_players(players: int, read: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A short file that leaves most coalitions out is completed for 18 players, and not for as many as fill memory."""
    table = {"cost": {f"p{number}": 1 for number in range(players)}, "completion": "additive"}
    if read:
        assert game_from_json(json.dumps(table)).number_of_players == players
    else:
        assert "cannot leave coalitions out; 18 can" in str(refused(game_from_json, table))


def test_a_number_that_no_file_holds_is_told() -> None:
    """A game with a number of thousands of decimals is refused with the coalition's name when it is written."""
    game = game_from_json(f'{{"cost": {{"A": 1, "B": 1.{"1" * 5_000}, "A+B": 1}}}}')
    with pytest.raises(InvalidValueError, match=r"^game: B has more than 60 digits"):
        game_to_json(game)


@pytest.mark.parametrize(
    "number", ["1e999999999", "-1e999999999", "1e-999999999", "1e99999999999999999999", "9" * 5_000]
)
def test_numbers_beyond_all_numbers(number: str) -> None:
    """Numbers that would fill memory if they were written out are refused by every reader, as numbers and as text."""
    for written in (number, f'"{number}"'):
        refused(game_from_json, f'{{"cost": {{"A": {written}, "B": 1, "A+B": 2}}}}')
        refused(ledger_from_json, f'[{{"party": "A", "year": 2024, "activity": "x", "paid": {written}}}]')
        refused(
            body_from_json, f'{{"title": "x", "chambers": [{{"weights": {{"A": {written}, "B": 1}}, "quota": 1}}]}}'
        )
        refused(scale_file_from_json, f'{{"title": "x", "sizes": {{"A": {written}, "B": 1}}}}')


@given(st.text(max_size=2_000))
@settings(max_examples=30, deadline=None)
def test_sentences_are_shortened_in_the_middle(text: str) -> None:
    """A short sentence stays as it is, a long one keeps its beginning and its end."""
    long = text * 10
    short = shortened(long)
    assert len(short) <= 603
    assert short == long or (short[:300], short[-300:]) == (long[:300], long[-300:])
    assert shortened(short[:600]) == short[:600]


@given(st.integers(0, 2 * MOST_PROBLEMS), st.booleans())
@settings(max_examples=30, deadline=None)
def test_problems_are_counted_as_far_as_they_are_kept(number: int, stopped: bool) -> None:  # noqa: FBT001 - drawn
    """The head of the message gives the number of problems that are kept, and says where there are more."""
    error = document_error([("$", "is wrong")] * number, stopped=stopped)
    assert len(error.problems) == min(number, MOST_PROBLEMS)
    assert ("more than" in str(error)) == (stopped or number > MOST_PROBLEMS)


@given(st.binary(max_size=300))
@settings(max_examples=30, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever the bytes are, each reader of JSON gives what it reads or an error of ours."""
    for read in (loads, game_from_json, ledger_from_json, body_from_json, scale_file_from_json):
        try:
            read(data)  # type: ignore[operator]
        except FamiljenError as error:
            assert str(error)  # noqa: PT017 - either end is right
