"""Feed every reader with mutated documents, guided by what code they reach: ``python -m fuzz.loads --minutes 20``.

The documents are the project's own, mutated as trees and tables (`fuzz.mutation`) and as bytes. What no reader
may do is kept in the folder of finds; ``--replay FILE`` reads such a document again. The exit code is 1 if anything
was found.
"""

# ruff: noqa: T201 - it tells its figures

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import atheris  # type: ignore[import-not-found, unused-ignore]

with atheris.instrument_imports(include=["familjen"]):
    from fuzz.readers import READERS, refusal

from fuzz.finds import Watch
from fuzz.mutation import mutated
from fuzz.seeds import seeds

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = tuple(READERS)
_SEEDS = seeds()


def main() -> None:
    """Run for some minutes."""
    given = _arguments()
    folder = given.finds or Path(tempfile.mkdtemp(prefix="familjen-fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    if given.replay:
        for path in given.replay:
            print(path, refusal(READERS[path.name.rpartition("-")[0]], path.read_bytes()))
        return
    chosen = tuple(given.reader or NAMES)
    corpus = given.corpus or folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for name in chosen:
        for number, document in enumerate(_SEEDS[name]):
            (corpus / f"seed-{name}-{number}").write_bytes(bytes((NAMES.index(name),)) + document)
    options = ["-timeout=60", "-rss_limit_mb=2000", "-max_len=100000", f"-artifact_prefix={folder}/", "-verbosity=0"]
    test = _tester(Watch(folder), chosen, monotonic() + given.minutes * 60)
    atheris.Setup([sys.argv[0], *options, str(corpus)], test, custom_mutator=_mutate)
    atheris.Fuzz()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz.loads", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--reader", action="append", choices=NAMES, help="this reader only; may be repeated")
    parser.add_argument("--finds", type=Path, help="folder of finds; a temporary one unless given")
    parser.add_argument("--corpus", type=Path, help="folder of documents to begin with, which grows")
    parser.add_argument("--replay", nargs="+", type=Path, help="read these finds again")
    return parser.parse_args()


def _tester(watch: Watch, chosen: tuple[str, ...], end: float) -> "Callable[[bytes], None]":
    def test(data: bytes) -> None:
        if monotonic() > end:
            print(watch.text(), flush=True)
            os._exit(bool(watch.found))  # the fuzzer leaves Python no time to end
        if data:
            name = NAMES[data[0] % len(NAMES)]
            watch.read(name if name in chosen else chosen[data[0] % len(chosen)], data[1:])

    return test


def _mutate(data: bytes, most: int, seed: int) -> Any:
    """Mutate as bytes one time of four, else as a document; one time of two, begin anew from a document that is right.

    The first byte, which chooses the reader, is kept.
    """
    if not data or seed % 4 == 0:
        return bytes(atheris.Mutate(data, most))
    right = _SEEDS[NAMES[data[0] % len(NAMES)]]
    begun = right[seed // 4 % len(right)] if seed % 4 > 1 else data[1:]
    return (data[:1] + mutated(begun, seed))[:most]


if __name__ == "__main__":
    main()
