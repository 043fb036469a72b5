"""Every task of the project: ``nox -l`` lists them."""

import os
import tarfile
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")

RUNTIME = ("cli", "plot", "calendar", "excel", "frames", "estimate", "testing", "report")
NEED_THE_NEWEST = (
    "site",
    "test_docs.py",
    "test_package.py",
    "test_public_names.py",
)  # tests of pages, by the tools that make them
SAY_NOTHING_OF_VERSIONS = (
    "allocation",
    "amounts",
    "balance",
    "games/compact",
    "games/sampling",
    "games/test_axioms.py",
    "games/test_hostile.py",
    "games/test_packed_counts.py",
    "influence",
    "release",
    "reliability",
    "safety",
    "scale/estimate/test_prediction.py",
    "scale/partition",
    "scale/pooling",
    "tables",
    "test_examples.py",
    "test_pictures.py",
    "testing",
)  # long mathematics, and what is ours alone
nox.options.sessions = ["tests", "lint", "types", "docs"]
nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run all tests."""
    session.install("-e", ".[dev]")
    session.run("pytest", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests and say which branches they miss."""
    session.install("-e", ".[dev]")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report")


@nox.session
def lint(session: nox.Session) -> None:
    """Lint and check the format."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")


@nox.session
def ty(session: nox.Session) -> None:
    """Say what another type checker thinks; it is young, and what it says fails nothing."""
    session.install("-e", ".[dev]", "ty")
    session.run("ty", "check", "src", "typing_tests", success_codes=[0, 1])


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation, where a broken link is an error, and test what was built in a browser."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "docs_build.pictures")
    session.run("mkdocs", "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})
    session.run("python", "-m", "docs_build.site", "site")
    session.run("pytest", "-q", "tests/site", *session.posargs, env={"FAMILJEN_SITE": "site"})


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed against named peers and write the pages on speed."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "bench.run")
    for each in ("balance", "games", "partition", "power", "report", "simulate"):
        session.run("python", "-m", f"bench.{each}")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Give the reader of documents what no person would write, for twenty minutes unless told otherwise."""
    session.install("-e", ".[all]", *nox.project.dependency_groups(PROJECT, "fuzz"))
    session.run("python", "-m", "fuzz.loads", *(session.posargs or ("--minutes", "20")))


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, install it alone, and run the demo away from the checkout."""
    session.install("build")
    folder = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--wheel", "--outdir", str(folder))
    newest = max(folder.glob("*.whl"), key=lambda path: path.stat().st_mtime)
    session.install(f"{newest}[cli]")
    session.chdir(folder)
    session.run("familjen", "demo")
    session.run("python", "-c", "import familjen.io.schema as s; assert s.bundled_schema() == s.json_schema()")


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions of the dependencies that pyproject.toml allows, with few examples."""
    extras = PROJECT["project"]["optional-dependencies"]
    asked = [*PROJECT["project"]["dependencies"], *(pin for extra in RUNTIME for pin in extras[extra])]
    pins = sorted({pin.replace(">=", "==") for pin in asked})
    groups = (*PROJECT["dependency-groups"]["test"], *PROJECT["dependency-groups"]["bench"])
    tools = [tool.split(">=")[0] for tool in groups if not tool.startswith(("axe-", "playwright"))]
    old = "pyparsing<3.3"  # the lowest matplotlib calls names that newer ones deprecate
    session.install(*pins, *tools, old)
    session.install("--no-deps", "-e", ".")
    left_out = [f"--ignore=tests/{name}" for name in (*NEED_THE_NEWEST, *SAY_NOTHING_OF_VERSIONS)]
    few = ("--hypothesis-profile=brief", "-n", "auto", "--dist", "loadfile")
    session.run("pytest", *few, *left_out, *(session.posargs or ("tests", "src")), env={"FAMILJEN_BROWSER": ""})


@nox.session
def release(session: nox.Session) -> None:
    """Build sdist and wheel twice, compare them, check what they hold, and lint the workflows; nothing is uploaded."""
    session.install(*nox.project.dependency_groups(PROJECT, "release"))
    folder = Path(session.create_tmp()).resolve()
    for number in ("first", "second"):
        for old in (folder / number).glob("*"):
            old.unlink()
        words = ("-m", "build", "--no-isolation", "--outdir", str(folder / number))
        session.run("python", *words, env={"SOURCE_DATE_EPOCH": _last_change(session)}, silent=True)
    session.run("python", "-m", "release.distributions", str(folder / "first"), str(folder / "second"))
    built = sorted(str(path) for path in (folder / "first").glob("*") if path.suffix in {".gz", ".whl"})
    session.run("twine", "check", "--strict", *built)
    session.run("check-wheel-contents", *(path for path in built if path.endswith(".whl")))
    session.run("zizmor", "--offline", "--no-progress", ".github")
    if session.posargs:
        for path in map(Path, built):
            (Path(session.posargs[0]) / path.name).write_bytes(path.read_bytes())


@nox.session
def sdist(session: nox.Session) -> None:
    """Unpack the source distribution elsewhere and run its tests there: those of the release, unless told which."""
    session.install("build")
    folder = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--sdist", "--outdir", str(folder), silent=True)
    newest = max(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    with tarfile.open(newest) as packed:
        packed.extractall(folder, filter="data")
    session.chdir(folder / newest.name.removesuffix(".tar.gz"))
    session.install("-e", ".[dev]")
    session.run("pytest", "-q", *(session.posargs or ("tests/release", "tests/test_package.py", "tests/model")))


@nox.session
def sbom(session: nox.Session) -> None:
    """Write a CycloneDX list of what a clean install of the wheel with all extras holds."""
    folder = Path(session.create_tmp()).resolve()
    session.install("build", "cyclonedx-bom")
    session.run("python", "-m", "build", "--wheel", "--outdir", str(folder), silent=True)
    newest = max(folder.glob("*.whl"), key=lambda path: path.stat().st_mtime)
    clean = folder / "clean"
    session.run("python", "-m", "venv", "--clear", "--without-pip", str(clean))
    session.run("python", "-m", "pip", "--python", str(clean), "install", "--quiet", f"{newest}[all]")
    target = Path(session.posargs[0] if session.posargs else folder) / "familjen.cdx.json"
    words = ("environment", "--pyproject", "pyproject.toml", "--output-reproducible", "--output-file", str(target))
    session.run("cyclonedx-py", *words, str(clean))
    session.log(f"written: {target}")


@nox.session
def citation(session: nox.Session) -> None:
    """Check CITATION.cff against its schema."""
    session.install("cffconvert")
    session.run("cffconvert", "--validate")


def _last_change(session: nox.Session) -> str:
    """Give the time of the last commit, in seconds; without git, that of the changelog."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None and Path(".git").exists():
        given = str(session.run("git", "log", "-1", "--format=%ct", external=True, silent=True)).strip()
    return given or str(int(Path("CHANGELOG.md").stat().st_mtime))
