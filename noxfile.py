"""Every task of the project: ``nox -l`` lists them."""

import tomllib
from pathlib import Path

import nox

nox.options.sessions = ["tests", "lint", "types", "docs"]
nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13"])
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
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken link is an error."""
    session.install("-e", ".[dev]")
    session.run("mkdocs", "build", "--strict")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed against named peers and write the pages on speed."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "bench.run")
    for each in ("balance", "games", "partition", "power", "simulate"):
        session.run("python", "-m", f"bench.{each}")


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
    """Run the tests with the lowest versions of the dependencies that pyproject.toml allows."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    pins = [
        pin.replace(">=", "==")
        for pin in (*project["dependencies"], *extras["cli"], *extras["estimate"], *extras["plot"])
    ]
    tools = (
        "hypothesis",
        "coverage",
        "jsonschema",
        "pytest",
        "sybil",
        "apportionment",
        "pydantic",
        "coopgame-py",
        "SALib",
    )
    old = "pyparsing<3.3"  # the lowest matplotlib calls names that newer ones deprecate
    session.install(*pins, *tools, "distributed", "pytest-xdist", old)
    session.install("--no-deps", "-e", ".")
    session.run("pytest", "-n", "auto", "--dist", "loadfile", *session.posargs)
