"""What the package promises to threads: whatever is made when it is first needed is the same for all of them."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.safety.verbs import VERBS, YEAR_END, every

import familjen
from familjen.model import Equal, Population
from familjen.places import Statistics, municipalities

THREADS = 8
CODES = sorted(place.code for place in municipalities())


def at_once(work: Callable[[int], object]) -> list[object]:
    """Do the same in eight threads that all start at the same moment."""
    start = threading.Barrier(THREADS)

    def one(number: int) -> object:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.__name__)
def test_eight_threads_get_what_one_gets(verb: Callable[[], str]) -> None:
    """A verb called by eight threads at once gives each what it gives when called alone."""
    alone = verb()
    assert at_once(lambda _: verb()) == [alone] * THREADS


def test_different_verbs_at_once_do_not_disturb_each_other() -> None:
    """Eight threads that do different things get what each gives alone."""
    alone = every()
    chosen = [number % len(VERBS) for number in range(THREADS)]
    assert at_once(lambda number: VERBS[chosen[number]]()) == [alone[each] for each in chosen]


def forget() -> int:
    """Forget everything that was kept because it is costly to make, and say how many functions keep something."""
    loaded = [module for name, module in list(sys.modules.items()) if name.startswith("familjen")]
    kept = {id(each): each for module in loaded for each in list(vars(module).values()) if hasattr(each, "cache_clear")}
    for each in kept.values():
        each.cache_clear()
    return len(kept)


def test_what_is_kept_may_be_made_by_all_threads_at_once() -> None:
    """Tables, schema, rules and whatever else is made once come out the same for threads that all find them unmade."""
    alone = every()
    assert forget() > 20
    assert at_once(every) == [alone] * THREADS


def test_figures_may_be_read_for_the_first_time_by_all_threads() -> None:
    """The bundled figures are the same for threads that all find them unread."""
    codes = tuple(place.code for place in municipalities())
    alone = Statistics().values("population", codes, YEAR_END.resolve(2016))
    forget()
    assert at_once(lambda _: Statistics().values("population", codes, YEAR_END.resolve(2016))) == [alone] * THREADS


def test_names_may_be_loaded_for_the_first_time_by_all_threads() -> None:
    """Eight threads of a fresh interpreter may all be the first to ask for every name of the vocabulary."""
    code = f"""
import threading, familjen
from concurrent.futures import ThreadPoolExecutor
start = threading.Barrier({THREADS})
def ask(number):
    start.wait()
    names = familjen.__all__[number:] + familjen.__all__[:number]
    return {{name: id(getattr(familjen, name)) for name in names}}
with ThreadPoolExecutor({THREADS}) as pool:
    got = list(pool.map(ask, range({THREADS})))
assert all(each == got[0] for each in got), "two threads got different objects"
print(len(got[0]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert (done.stdout.strip(), done.stderr) == (str(len(familjen.__all__)), "")


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=8), st.integers(1, 10**9))
@settings(max_examples=20, deadline=None)
def test_splits_are_the_same_in_any_thread(weights: list[int], total: int) -> None:
    """Any split comes to the same in eight threads as in one."""
    assert at_once(lambda _: familjen.apportion(total, weights)) == [familjen.apportion(total, weights)] * THREADS


@given(st.lists(st.sampled_from(CODES), min_size=THREADS, max_size=THREADS, unique=True), st.integers(1, 10**9))
@settings(max_examples=10, deadline=None)
def test_threads_do_not_mix_up_their_bills(codes: list[str], cost: int) -> None:
    """Threads that bill different parties by the same key at the same time each get their own bill."""
    key = 0.3 * Equal() + 0.7 * Population(YEAR_END)

    def billed(number: int) -> tuple[Decimal, ...]:
        pair = [codes[number], codes[number - 1]]
        return familjen.allocate(key, year=2016, cost=cost, parties=pair).amounts

    alone = [billed(number) for number in range(THREADS)]
    assert at_once(billed) == alone
