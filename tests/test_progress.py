"""What long work promises while it goes on: it tells how far it has come, and it can be stopped."""

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, check, forecast, sensitivity
from familjen.cli import familjen
from familjen.cli.progress import DRAWS, Work
from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import InvalidValueError
from familjen.games import CostGame
from familjen.games.comparison import compare
from familjen.games.sampling import shapley_sampled
from familjen.io import dumps
from familjen.io.scale import read_scale_file
from familjen.model import Equal
from familjen.progress import Progress
from familjen.scale import Assumption, FixedVariable, ServiceCost
from familjen.scale.partition import best_partition, best_partitions, stability
from familjen.scale.uncertainty import simulate, sobol, turning_points

ROOT = Path(__file__).parents[1]
LAW = str(ROOT / "docs/scale/family-law.json")
GAME = CostGame.of({"A": 3, "B": 3, "C": 3, "A+B": 4, "A+C": 6, "B+C": 6, "A+B+C": 8})
CORE_EMPTY = CostGame.of({"A": 3, "B": 3, "C": 3, "A+B": 4, "A+C": 4, "B+C": 4, "A+B+C": 8})
SERVICE = ServiceCost.of(
    {"A": 10, "B": 10}, FixedVariable(Assumption(900, low=100, high=1000), Assumption(10, low=9, high=11))
)
COOPERATION = familjen_helsingborg_2016()
TEN = ServiceCost.of({f"P{at}": 10 + at for at in range(10)}, FixedVariable(30, 1))
YEARS = {"years": range(2016, 2019), "cost": 100, "parties": ["1283", "1260"]}


class Halt(Exception):  # noqa: N818 - no error: somebody had enough
    """What a caller raises to stop."""


LONG: dict[str, tuple[Callable[[Progress], Any], int | None]] = {
    "simulate": (lambda told: simulate(SERVICE, samples=40_000, seed=1, on_progress=told), 40_000),
    "sobol": (lambda told: sobol(SERVICE, samples=64, seed=1, on_progress=told), 2),
    "turning-points": (
        lambda told: turning_points(SERVICE, on_progress=told),
        len(turning_points(SERVICE).points),
    ),
    "turning-points-of-a-benefit": (
        lambda told: read_scale_file(LAW).benefit().turning_points(on_progress=told),
        len(read_scale_file(LAW).benefit().turning_points().points),
    ),
    "sampling": (lambda told: shapley_sampled(GAME, samples=4_000, seed=1, on_progress=told), 4_000),
    "methods": (lambda told: compare(GAME, ["shapley", "nucleolus", "scrb"], on_progress=told), 3),
    "check": (lambda told: check(COOPERATION, on_progress=told), len(check(COOPERATION).checked)),
    "forecast": (lambda told: forecast(Equal(), on_progress=told, **YEARS), 3),
    "sensitivity": (
        lambda told: sensitivity(Equal(), year=2016, cost=100, parties=["1283", "1260"], on_progress=told),
        3,
    ),
    "partition": (lambda told: best_partition(TEN, on_progress=told), (3**9 - 1) // 2),
    "partitions": (lambda told: best_partitions({"a": TEN}, on_progress=told), (3**9 - 1) // 2),
    "stability": (lambda told: stability(best_partition(CORE_EMPTY), on_progress=told), None),
}
ALL = pytest.mark.parametrize("name", sorted(LONG))


@ALL
def test_it_tells_how_far_it_has_come(name: str) -> None:
    """What is done grows, up to what there is where that is known; the result is the same as without."""
    work, whole = LONG[name]
    told: list[tuple[int, int | None]] = []
    found = work(lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == sorted(done for done, _ in told) or name == "partitions"
    if whole is not None:
        assert told[-1] == (whole, whole)
        assert {of for _, of in told} == {whole}
    assert repr(found) == repr(work(lambda done, of: None))  # noqa: ARG005 - nobody listens


@ALL
def test_what_the_caller_raises_stops_it_and_comes_through(name: str) -> None:
    """The work ends at the first call, and no error takes the place of the caller's."""
    calls: list[int] = []

    def stop(done: int, _: int | None, /) -> None:
        calls.append(done)
        raise Halt

    with pytest.raises(Halt):
        LONG[name][0](stop)
    assert len(calls) == 1


@ALL
def test_what_cannot_be_called_is_refused(name: str) -> None:
    """A number is told to be no function, before anything is done."""
    with pytest.raises(InvalidValueError, match=r"on_progress: 7 cannot be called; give a function of how"):
        LONG[name][0](7)  # type: ignore[arg-type] - that is the test


class Counting(ThreadPoolExecutor):
    """An executor that remembers what it was given to do."""

    def __init__(self) -> None:
        super().__init__(max_workers=1)
        self.given: list[Any] = []
        self.let = threading.Event()

    def submit(self, work: Any, /, *words: Any, **named: Any) -> Any:
        """Remember it, and do it: the first at once, others when nothing holds them any longer."""
        first = not self.given

        def when_let() -> Any:
            return work(*words, **named) if first or self.let.wait(60) else None

        future = super().submit(when_let)
        self.given.append(future)
        return future


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(
            lambda executor, told: simulate(SERVICE, samples=600_000, seed=1, executor=executor, on_progress=told),
            id="simulate",
        ),
        pytest.param(
            lambda executor, told: shapley_sampled(GAME, samples=10**7, seed=1, executor=executor, on_progress=told),
            id="sampling",
        ),
    ],
)
def test_tasks_that_wait_are_given_up(work: Callable[[Executor, Progress], Any]) -> None:
    """When the caller stops, what has not begun is never done, and the executor can be used again."""

    def stop(_: int, __: int | None, /) -> None:
        raise Halt

    with Counting() as executor:
        with pytest.raises(Halt):
            work(executor, stop)
        executor.let.set()
        assert all(future.done() or future.running() for future in executor.given)
        assert any(future.cancelled() for future in executor.given)
        assert executor.submit(int, "5").result() == 5


@given(st.integers(0, 10**9), st.none() | st.integers(1, 10**9))
@settings(max_examples=30, deadline=None)
def test_how_far_is_told_in_both_languages(done: int, of: int | None) -> None:
    """Both numbers stand there, with their thousands apart as the language has it."""
    english = Work(DRAWS, "en", is_shown=False, done=done, of=of).told()
    swedish = Work(DRAWS, "sv", is_shown=False, done=done, of=of).told()
    assert english.endswith(" draws")
    assert swedish.endswith(" dragningar")
    both = str(done) + ("" if of is None else str(of))
    assert "".join(sign for sign in english if sign.isdigit()) == both
    assert "".join(sign for sign in swedish if sign.isdigit()) == both
    assert (" of " in english, " av " in swedish) == (of is not None, of is not None)


def _interrupting(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let Ctrl-C be pressed when work has told how far it is for the so-manieth time."""
    calls: list[int] = []
    usual = Work.__call__

    def told(self: Work, done: int, of: int | None, /) -> None:
        usual(self, done, of)
        calls.append(done)
        if len(calls) == number:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Work, "__call__", told)


@pytest.mark.parametrize(
    ("words", "number", "said"),
    [
        pytest.param(
            ("scale", LAW, "--simulate", "100000", "--json"), 2, "after 32,768 of 100,000 draws; nothing", id="simulate"
        ),
        pytest.param(("scale", LAW, "--turning"), 1, "after 1 of 16 assumptions; nothing was written.", id="turning"),
        pytest.param(
            ("scale", LAW, "--simulate", "50000", "--lang", "sv"),
            3,
            "Stoppat efter 49 152 av 50 000 dragningar; inget skrevs.",
            id="swedish",
        ),
    ],
)
def test_ctrl_c_ends_with_130_and_one_sentence(
    words: tuple[str, ...], number: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how far the work came; there is no traceback, and nothing on the standard output."""
    _interrupting(monkeypatch, number)
    done = CliRunner().invoke(familjen, words)
    assert done.exit_code == 130
    assert said in done.stderr
    assert done.stderr.startswith("familjen: Sto")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_ctrl_c_leaves_files_as_they_were(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A report that was there before is there still, whole, and no temporary file beside it."""
    (tmp_path / "coop.json").write_text(dumps(COOPERATION), "utf-8")
    (tmp_path / "report.json").write_text("before", "utf-8")
    _interrupting(monkeypatch, 40)
    words = ["check", str(tmp_path / "coop.json"), "--format", "json", "-o", str(tmp_path / "report.json")]
    done = CliRunner().invoke(familjen, words)
    assert done.exit_code == 130
    assert f"after 40 of {len(check(COOPERATION).checked)} rules; nothing was written." in done.stderr
    assert (tmp_path / "report.json").read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coop.json", "report.json"]


def test_ctrl_c_where_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that does not say how far it is only says that it was stopped."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("familjen.io.ledgers.read_ledger", interrupted)
    done = CliRunner().invoke(familjen, ["balance", "ledger.csv"])
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "familjen: Stopped by the user.\n")


def test_whoever_reads_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that is closed at the other end, as by ``head``, ends a command without a word."""

    def left(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "broken")

    monkeypatch.setattr("familjen.io.ledgers.read_ledger", left)
    done = CliRunner().invoke(familjen, ["balance", "ledger.csv"])
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")


def test_work_that_ends_leaves_nothing_to_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """After the work is done, what is stopped later does not say that it was the work."""
    path = tmp_path / "coop.json"
    path.write_text(dumps(COOPERATION), "utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("familjen.cli.commands._written", interrupted)
    done = CliRunner().invoke(familjen, ["check", str(path)])
    assert (done.exit_code, done.stderr) == (130, "familjen: Stopped by the user.\n")


def _in_terminal(*words: str, until: bytes) -> tuple[int, str, bytes]:
    """Run a command whose standard error is a terminal; press Ctrl-C when it shows something. Give all that it said."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "familjen", *words]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONUTF8": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment)  # noqa: S603 - our own command
    os.close(theirs)
    shown = b""
    is_stopped = False
    while more := _read(ours):
        shown += more
        if until in shown and not is_stopped:
            process.send_signal(signal.SIGINT)
            is_stopped = True
    out, _ = process.communicate()
    os.close(ours)
    return process.returncode, out.decode(), shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1024)
    except OSError:  # it is closed at the other end
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_sees_a_bar_and_ctrl_c_is_obeyed() -> None:
    """The bar says how far it is; when it is stopped the bar is gone, a sentence stands there, and the code is 130."""
    code, out, shown = _in_terminal("scale", LAW, "--simulate", "20000000", "--seed", "1", until=b"of 20,000,000 draws")
    assert code == 130
    assert out == ""
    assert b"Traceback" not in shown
    assert b"familjen: Stopped by the user after " in shown
    assert shown.rstrip().endswith(b" of 20,000,000 draws; nothing was written.")


@pytest.mark.parametrize(
    ("before", "after", "is_terminal", "is_seen"),
    [
        pytest.param((), (), True, True, id="terminal"),
        pytest.param((), ("--json",), True, False, id="json"),
        pytest.param(("--no-progress",), (), True, False, id="no-progress"),
        pytest.param((), (), False, False, id="pipe"),
    ],
)
def test_a_bar_is_only_where_it_is_wanted(
    before: tuple[str, ...],
    after: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_terminal: bool,
    is_seen: bool,
) -> None:
    """With --json, with --no-progress and in a pipe nothing is written but the result, however long it lasts."""
    monkeypatch.setattr("familjen.cli.progress._SOON", 0.0)
    monkeypatch.setattr(
        "familjen.cli.progress.sys", SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: is_terminal))
    )
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    words = (*before, "scale", LAW, "--simulate", "40000", "--seed", "1", *after)
    done = CliRunner().invoke(familjen, words)
    assert done.exit_code == 0
    assert ("of 40,000 draws" in done.stderr) == is_seen
    assert bool(done.stderr) == is_seen
    assert done.stdout


def test_quick_work_shows_no_bar() -> None:
    """Within half a second there is nothing to see, also where there is someone to see it."""
    work = Work(DRAWS, "en", is_shown=True, begun=float("inf"))
    work(1, 2)
    work.close()
    assert work._bar is None


def test_a_bar_comes_and_goes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """After half a second it is there, on the standard error, also where it is open how much there is to do."""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    work = Work(DRAWS, "en", is_shown=True, begun=float("-inf"))
    work(1, None)
    work(2, None)
    work.close()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "2 draws" in captured.err


def test_amounts_do_not_know_who_listens() -> None:
    """A forecast is the same, to the last öre, with a listener and without."""
    told: list[tuple[int, int | None]] = []
    listened = forecast(Equal(), on_progress=lambda done, of: told.append((done, of)), **YEARS)
    assert [each.amounts for each in listened.statements] == [(Decimal("50.00"), Decimal("50.00"))] * 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    reference = ReferenceDate(12, 31, years_before=1)
    agreement = COOPERATION.agreements[0]
    assert forecast(agreement, years=[2016], reference=reference) == forecast(
        agreement, years=[2016], reference=reference, on_progress=lambda _, __: None
    )
