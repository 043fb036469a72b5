"""How Hypothesis comes to know the nouns, and what that costs."""

import subprocess
import sys

import pytest

from familjen import testing

BY_TYPE = "from hypothesis import find, strategies as st; print(find(st.from_type(Network), lambda _: True).id)"


def run(program: str) -> str:
    """Run a program in a Python of its own; give what it prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    return done.stdout.strip()


def test_an_import_of_hypothesis_stays_light() -> None:
    """Hypothesis alone imports none of our nouns, and nothing that they need."""
    loaded = run(
        "import hypothesis, sys; print(*(name for name in sys.modules if name.startswith('familjen')))"
    ).split()
    assert set(loaded) == {"familjen", "familjen.testing", "familjen.testing.registering"}


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis; from familjen.model import Network",
        "from familjen.model import Network; import hypothesis",
        "import hypothesis; from familjen.model.network import Network",
        "import hypothesis; import familjen.io.document; from familjen import Network",
        "import hypothesis; import familjen.rules; from familjen import Network",
        "import hypothesis; import familjen.testing; familjen.testing.register(); from familjen import Network",
    ],
    ids=["first", "last", "a module of the model", "by way of documents", "by way of rules", "twice"],
)
def test_nouns_come_from_their_type_whatever_is_imported_first(imports: str) -> None:
    """In whatever order they are imported, Hypothesis knows the nouns."""
    assert run(f"{imports}\n{BY_TYPE}")


def test_the_model_is_loaded_as_ever() -> None:
    """After the nouns are registered, the module has the loader that Python gave it."""
    shown = "print(type(m.__spec__.loader).__name__, m.__loader__ is m.__spec__.loader)"
    assert run(f"import hypothesis, familjen.model as m; {shown}") == "SourceFileLoader True"


def test_without_hypothesis_the_extra_is_named() -> None:
    """Where Hypothesis is not installed, an import of a strategy says which extra to install."""
    program = """
import sys
sys.modules["hypothesis"] = None
import familjen.testing
try:
    from familjen.testing import nouns
except ImportError as error:
    print(error)
"""
    assert run(program) == "strategies for tests needs the extra 'testing': pip install 'familjen[testing]'"


def test_every_name_is_there_and_no_other() -> None:
    """The public names can be had, are listed, and others are refused as Python refuses them."""
    assert all(hasattr(testing, name) for name in testing.__all__)
    assert dir(testing) == testing.__all__ == sorted(testing.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        testing.nothing  # noqa: B018 - the access is what is tested
