"""Finding things by code or name, among things made up."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import UnknownIdError
from familjen.places.names import Directory


@attrs.frozen
class Thing:
    """Something with a code and a name."""

    code: str
    name: str


def directory(*names: str) -> Directory[Thing]:
    """Make a directory of things with these names and the codes 1, 2, …."""
    things = (Thing(str(number), name) for number, name in enumerate(names, 1))
    return Directory("thing", things, before=("region",), after=("kommun",))


def test_items_keep_their_order() -> None:
    """A directory gives its things in the order in which it got them."""
    assert [thing.name for thing in directory("Ö", "A", "M").items()] == ["Ö", "A", "M"]


@pytest.mark.parametrize("wanted", ["Dal", "Region Dal", "Dal kommun", "Dals kommun", "region dals KOMMUN", " Dal\t"])
def test_words_around_a_name(wanted: str) -> None:
    """Words of the kind before and after the name, and a genitive, may stand there or not."""
    assert directory("Dal", "Berg").find(wanted).name == "Dal"


def test_the_whole_name_wins() -> None:
    """A name that holds such a word itself is found by it before the shorter name is."""
    found = directory("Region Dal", "Dal", "Dals", "Dal kommun")
    assert found.find("Region Dal").code == "1"
    assert found.find("Dals kommun").code == "3"
    assert found.find("Dal kommun").code == "4"


def test_the_exact_name_wins_over_the_plain() -> None:
    """A name that is another's without diacritics finds its own thing."""
    assert directory("Å", "A").find("a").code == "2"
    assert directory("A", "Å").find("å").code == "2"


def test_a_code_wins_over_a_name() -> None:
    """What is one thing's code and another's name finds the code."""
    assert directory("2", "B").find("2").name == "B"


def test_an_empty_directory_finds_nothing() -> None:
    """Where there is nothing the error says so."""
    with pytest.raises(UnknownIdError, match="there is no thing 'x'; there are none at all"):
        directory().find("x")


def test_ambiguity_counts_all() -> None:
    """All things that share a plain name are named when it is ambiguous."""
    with pytest.raises(UnknownIdError, match=r"may be Åa \(1\) or Äa \(2\) or Öa \(3\)|may be Åa \(1\) or Äa \(2\)"):
        directory("Åa", "Äa", "Öa").find("àa")


names = st.lists(st.text("abåäö", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


@given(names, st.data())
@settings(max_examples=60, deadline=None)
def test_every_name_finds_its_own(known: list[str], data: st.DataObject) -> None:
    """However alike the names are, each finds its own thing, in any case and with the words around it."""
    found = directory(*known)
    name = data.draw(st.sampled_from(known))
    for wanted in (name, name.upper(), f"region {name}", f"{name} kommun"):
        assert found.find(wanted).name == name


@given(names, st.text("abåäö", min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_nothing_is_guessed(known: list[str], wanted: str) -> None:
    """A name is found only if it is a thing's own, or alone has the same letters without diacritics."""
    plain = str.maketrans("åäö", "aao")
    alike = [name for name in known if name.translate(plain) == wanted.translate(plain)]
    try:
        found = directory(*known).find(wanted)
    except UnknownIdError:
        assert wanted not in known
        assert len(alike) != 1
    else:
        assert found.name == wanted if wanted in known else [found.name] == alike
