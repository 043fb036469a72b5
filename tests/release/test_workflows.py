"""What the workflows promise: nothing unpinned, no more rights than needed, and no upload too early."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / ".github" / "workflows"
WORKFLOWS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FOLDER.glob("*.yml")
}
JOBS = [(name, job) for name, workflow in sorted(WORKFLOWS.items()) for job in workflow["jobs"]]


def steps(workflow: str, job: str) -> Iterator[dict[str, Any]]:
    """Give the steps of a job."""
    yield from WORKFLOWS[workflow]["jobs"][job]["steps"]


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_actions_are_pinned(name: str) -> None:
    """Every action is named by a whole commit, with its version beside it."""
    text = (FOLDER / f"{name}.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


def test_an_action_is_pinned_to_one_commit() -> None:
    """The same action is the same commit everywhere."""
    used = {each for path in FOLDER.glob("*.yml") for each in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    assert len({each.split("@")[0] for each in used}) == len(used)


@pytest.mark.parametrize(("name", "job"), JOBS, ids=["-".join(each) for each in JOBS])
def test_rights_are_the_least(name: str, job: str) -> None:
    """A workflow has no rights; a job may read, and only the one that uploads may show who it is."""
    assert WORKFLOWS[name]["permissions"] == {}
    allowed = {"id-token": "write"} if (name, job) == ("release", "publish") else {"contents": "read"}
    assert WORKFLOWS[name]["jobs"][job]["permissions"] == allowed


@pytest.mark.parametrize(("name", "job"), JOBS, ids=["-".join(each) for each in JOBS])
def test_no_checkout_keeps_the_key(name: str, job: str) -> None:
    """What a step runs later cannot push: the key with which the code was fetched is not left there."""
    checkouts = [step for step in steps(name, job) if str(step.get("uses")).startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_terms_are_asked_first() -> None:
    """The first thing that the release asks is whether the data may be uploaded; nothing is uploaded before."""
    own = [step["run"] for step in steps("release", "build") if "run" in step]
    assert own[0].splitlines()[-1] == "python -m release.licences"
    publish = WORKFLOWS["release"]["jobs"]["publish"]
    assert publish["needs"] == "build"
    assert publish["environment"] == "pypi"
    assert not any("continue-on-error" in step or "if" in step for step in steps("release", "build"))


def test_what_uploads_runs_nothing_of_ours() -> None:
    """The job that can show who it is only fetches what was built and uploads it."""
    assert [step for step in steps("release", "publish") if "run" in step] == []
    assert "secrets." not in (FOLDER / "release.yml").read_text("utf-8")


def test_every_python_has_the_gate() -> None:
    """Each version of Python that the package says it runs on is one that the gate is run with."""
    project = (FOLDER.parents[1] / "pyproject.toml").read_text("utf-8")
    named = set(re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project))
    assert named
    assert named <= set(WORKFLOWS["ci"]["jobs"]["gate"]["strategy"]["matrix"]["python"])
    assert [step["run"] for step in steps("ci", "gate") if "run" in step] == ["bash .ci/run"]
