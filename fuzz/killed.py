"""Kill processes while they write, at random moments: ``python -m fuzz.killed --moments 200``.

Each process writes two documents to one file in turn, until it is killed by a signal that no process can catch. The
file must then hold the one or the other, whole. The exit code is 1 if it once does not.
"""

import argparse
import os
import random
import signal
import tempfile
from collections import Counter
from pathlib import Path
from time import sleep

from familjen.datasets import familjen_helsingborg_2016
from familjen.io import dump, dumps
from familjen.model import Cooperation, Source

__all__ = ["killed_at"]


def killed_at(moments: int, folder: Path, *, within: float = 0.05, seed: int = 0) -> Counter[str]:
    """Kill a writer at some moments, and count what the file holds then.

    Args:
        moments: How many writers are killed.
        folder: An empty folder.
        within: The longest time that each may write, in seconds.
        seed: Seed of the moments.

    Returns:
        How often the file held ``"old"``, ``"new"`` or ``"neither"``, and how many ``"temporaries"`` were left.
    """
    new = familjen_helsingborg_2016()
    old = Cooperation("old", "Old", sources=tuple(Source(f"Source {number}") for number in range(2_000)))
    whole = {f"{dumps(each, indent=2)}\n".encode(): name for each, name in ((old, "old"), (new, "new"))}
    path = folder / "target.json"
    dump(old, path)
    rng = random.Random(seed)  # noqa: S311 - moments need not be secret
    found: Counter[str] = Counter()
    for _ in range(moments):
        _kill_one((new, old), path, rng.uniform(0, within))
        found[whole.get(path.read_bytes(), "neither")] += 1
    found["temporaries"] = sum(1 for each in folder.iterdir() if each.name.endswith(".tmp"))
    return found


def _kill_one(coops: tuple[Cooperation, Cooperation], path: Path, after: float) -> None:
    writer = os.fork()
    if not writer:
        try:
            while True:
                for coop in coops:
                    dump(coop, path)
        finally:
            os._exit(1)  # what is this process's no more is not run twice
    sleep(after)
    os.kill(writer, signal.SIGKILL)
    _, status = os.waitpid(writer, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("a writer ended before it was killed")


def main() -> None:
    """Kill, and tell what was left."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.killed", description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = killed_at(given.moments, Path(folder), seed=given.seed)
    print(", ".join(f"{name}: {found[name]}" for name in ("old", "new", "neither", "temporaries")))  # noqa: T201 - its result
    raise SystemExit(bool(found["neither"]))


if __name__ == "__main__":
    main()
