"""What a reader must not do: fail by accident, take long, take memory, or say too much."""

# ruff: noqa: T201 - it tells what it finds at once

import hashlib
import resource
import signal
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from types import FrameType

import attrs

from fuzz.readers import READERS, refusal

__all__ = ["Watch"]

SECONDS = 1.0
HANG = 10.0
MEGABYTES = 500
MESSAGE = 20_000


class _HangError(BaseException):
    """It took too long; no reader catches this."""


@attrs.define
class Watch:
    """Reads documents, and keeps those that no reader should answer so, one for each place in the code."""

    folder: Path
    """Where the documents are kept."""
    executions: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(READERS, 0))
    """How many documents each reader has read."""
    accepted: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(READERS, 0))
    """How many of them were no errors."""
    slowest: dict[str, float] = attrs.field(factory=lambda: dict.fromkeys(READERS, 0.0))
    """Seconds of processor time of the slowest."""
    found: dict[str, str] = attrs.field(factory=dict)
    """What was found, by its place; the value says what it was and where the document is."""

    def read(self, name: str, data: bytes) -> None:
        """Read a document and hold what happens against what is promised."""
        self.executions[name] += 1
        before, peak = process_time(), _peak()
        try:
            with _no_longer_than(HANG):
                error = refusal(READERS[name], data)
        except (Exception, _HangError) as wrong:  # noqa: BLE001 - whatever it is, it is kept
            self._keep(name, data, _place(wrong), f"{type(wrong).__name__}: {str(wrong)[:200]}")
            return
        taken, grown = process_time() - before, _peak() - peak
        self.accepted[name] += error is None
        self.slowest[name] = max(self.slowest[name], taken)
        if taken > SECONDS:
            self._keep(name, data, f"slow {len(str(error)) if error else 'read'}", f"took {taken:.1f} s")
        if grown > MEGABYTES:
            self._keep(name, data, "memory", f"took {grown:.0f} MB")
        if error is not None and len(str(error)) > MESSAGE:
            self._keep(name, data, "message", f"says {len(str(error)):,} characters")

    def text(self) -> str:
        """Tell it as a table."""
        lines = [f"{'reader':<12} {'executions':>11} {'accepted':>9} {'slowest':>8}"]
        lines += [
            f"{name:<12} {number:>11,} {self.accepted[name]:>9,} {self.slowest[name]:>6.2f} s"
            for name, number in self.executions.items()
        ]
        lines.append(f"{sum(self.executions.values()):,} executions, {len(self.found)} finds, {_peak():.0f} MB at most")
        return "\n".join((*lines, *(f"{place}\n    {what}" for place, what in self.found.items())))

    def _keep(self, name: str, data: bytes, place: str, what: str) -> None:
        key = f"{name} {place}"
        if key in self.found:
            return
        path = self.folder / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        self.found[key] = f"{what} ({path})"
        print(f"FOUND {key}\n    {self.found[key]}", flush=True)


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "familjen" in frame.filename]
    inner = (frames or traceback.extract_tb(error.__traceback__))[-1]
    return f"{type(error).__name__} {Path(inner.filename).name}:{inner.lineno} {inner.name}"


def _peak() -> float:
    """Give the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def _no_longer_than(seconds: float) -> Generator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise _HangError(f"took more than {seconds:.0f} s")

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
