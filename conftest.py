"""README and docs run as tests: Python blocks as doctests, console blocks of our own command line as printed."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from typing import cast

import hypothesis
import pytest
from sybil import Example, Sybil
from sybil.evaluators.doctest import NUMBER
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

BRIEF = 5
hypothesis.settings.register_profile("patient", max_examples=40, deadline=None)  # a machine may be busy
hypothesis.settings.register_profile("thorough", max_examples=400, deadline=None)  # by --hypothesis-profile=thorough
hypothesis.settings.load_profile("patient")
hypothesis.settings.register_profile("brief", max_examples=BRIEF, deadline=None, derandomize=True, database=None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let ``--hypothesis-profile=brief`` hold for tests that say their number of examples themselves, too."""
    if config.getoption("--hypothesis-profile") != "brief":
        return
    for function in {id(found): found for item in items if (found := getattr(item, "obj", None))}.values():
        asked = getattr(function, "_hypothesis_internal_use_settings", None)
        if asked is not None and asked.max_examples > BRIEF:
            brief = hypothesis.settings(asked, max_examples=BRIEF)
            function._hypothesis_internal_use_settings = brief  # noqa: SLF001 - a profile loses to a test's own settings


def _run_console(example: Example) -> str | None:
    """Run each ``$ familjen …`` line of a block and compare what it prints; other commands are for people."""
    for command in example.parsed.split("$ ")[1:]:
        line, _, expected = command.partition("\n")
        if not line.startswith("familjen"):
            continue
        words = [sys.executable, "-m", "familjen", *shlex.split(line)[1:]]
        environment = {**os.environ, "PYTHONUTF8": "1"}
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)  # noqa: S603 - the docs' own commands
        printed = done.stdout + done.stderr
        if printed.split() != expected.split():
            return f"{line!r} prints:\n{printed}"
    return None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE | NUMBER),
        CodeBlockParser(language="console", evaluator=_run_console),
    ],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/**/*.md"],
).pytest()


@pytest.fixture(autouse=True)
def _kinds_stay_as_they_are() -> Iterator[None]:
    """Forget the keys and steps that a test or an example has registered."""
    from familjen.model import Key, Step, kinds_of

    kept = [(named, dict(named)) for named in (kinds_of(Key), kinds_of(Step))]
    yield
    for named, before in kept:
        cast("dict[str, type]", named).clear()
        cast("dict[str, type]", named).update(before)
