"""What the package promises to processes: forked or fresh, a worker gets the same, and its errors come back whole."""

import datetime as dt
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest
from tests.safety.verbs import every, raised
from tests.test_errors import MADE

from familjen import Municipality, check, datasets, errors, loads
from familjen.errors import FamiljenError
from familjen.games import SpanningTreeGame, nucleolus
from familjen.places import Statistics, municipality

ROOT = Path(__file__).parents[2]
FORKED = """
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor
from tests.safety.verbs import every
alone = every()
with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
    print(list(pool.map(every, range(2))) == [alone, alone])
"""


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Give a fresh process to work in."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def test_a_fresh_process_gets_the_same(pool: ProcessPoolExecutor) -> None:
    """A worker that shares nothing with its parent gives what the parent gives."""
    assert pool.submit(every).result() == every()


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="the system has no fork")
def test_a_process_may_fork_after_use() -> None:
    """Workers that are forked when everything has been loaded, solved and kept give what their parent gives."""
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORKED],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )
    assert (done.stdout.strip(), done.stderr) == ("True", "")


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_errors_come_back_from_a_process(pool: ProcessPoolExecutor, error: FamiljenError) -> None:
    """An error raised in a worker is raised here with its class, its sentence and its facts."""
    with pytest.raises(type(error)) as caught:
        pool.submit(raised, error).result()
    assert (str(caught.value), vars(caught.value)) == (str(error), vars(error))


def test_real_errors_come_back_from_a_process(pool: ProcessPoolExecutor) -> None:
    """What a verb refuses in a worker is refused here in the same words."""
    ends = ["source", *map(str, range(30))]
    tree = SpanningTreeGame.of({pair: int(pair[1]) + 1 for pair in combinations(ends, 2)}, source="source")
    coop = datasets.familjen_helsingborg_2016()
    calls = [
        (errors.InvalidValueError, Municipality, ("12", "X", "12")),
        (errors.InvalidValueError, check, ("coop",)),
        (errors.UnknownIdError, municipality, ("Helsinborg",)),
        (errors.UnknownIdError, coop.agreement, ("avtal",)),
        (errors.MissingDataError, Statistics.bundled().value, ("population", "1283", dt.date(1900, 1, 1))),
        (errors.DocumentError, loads, ('{"schema_version": 1, "id": "x y", "nam": "X"}',)),
        (errors.IntractableError, nucleolus, (tree,)),
    ]
    for kind, verb, arguments in calls:
        with pytest.raises(kind) as here:
            verb(*arguments)
        with pytest.raises(kind) as there:
            pool.submit(verb, *arguments).result()
        assert (str(there.value), vars(there.value)) == (str(here.value), vars(here.value))
