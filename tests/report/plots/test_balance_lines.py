"""The picture of the balance follows who is ahead and behind, year by year."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from tests.report.plots.balances import ELEVEN, ENGLISH, MANY, SMALL, SWEDISH, drawn, of
from tests.report.plots.seen import beyond, overlaps, title, words

from familjen.balance import Balance, Range
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.report.plots import alt_text
from familjen.report.plots.balance_lines import plot_balance
from familjen.report.plots.line_ends import spread


def _lines(figure: Figure, count: int) -> list[Line2D]:
    """Give the lines that hold a sum for the start and each year."""
    return [line for line in figure.axes[0].get_lines() if len(np.asarray(line.get_xdata())) == count + 1]


def _rings(figure: Figure) -> list[tuple[float, float]]:
    """Give where something is ringed."""
    rings = [line for line in figure.axes[0].get_lines() if line.get_markersize() == 13]
    return [(float(np.asarray(line.get_xdata())[0]), float(np.asarray(line.get_ydata())[0])) for line in rings]


@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.integers(2020, 2025), st.integers(-9, 9).filter(bool)), min_size=3),
    st.sampled_from([0, 0.03]),
)
@settings(max_examples=10, deadline=None)
def test_lines_are_the_balance(rows: list[tuple[str, int, int]], rate: float) -> None:
    """Each line begins at zero and holds the sum of the balance for each year; rings mark who is whole later."""
    found = of(*((who, year, "Fee", net * 1_000) for who, year, net in rows), rate=rate)
    figure, years = plot_balance(found), found.years
    lines = [
        np.asarray(line.get_ydata()).tolist() for line in _lines(figure, len(years)) if line.get_marker() != "None"
    ]
    expected = [[0.0, *(float(found.cumulative(party, year)) for year in years)] for party in found.parties]
    if len(years) > 1:
        assert lines == [pytest.approx(line) for line in expected]
    whole = [(party, found.wins_by(party)) for party in found.parties]
    later = [
        (year - years[0] + 1, float(found.cumulative(who, year))) for who, year in whole if year and year > years[0]
    ]
    assert _rings(figure) == [pytest.approx(each) for each in later]


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 9)), min_size=1, max_size=9),
    st.floats(0, 10),
)
@settings(max_examples=60, deadline=None)
def test_spread_things_do_not_overlap(things: list[tuple[float, float]], least: float) -> None:
    """However they want to lie, things keep their order, do not overlap, and stay within when there is room."""
    wanted, sizes = [each[0] for each in things], [each[1] for each in things]
    found = spread(wanted, sizes, least, least + 100)
    order = sorted(range(len(things)), key=lambda place: wanted[place])
    for one, other in itertools.pairwise(order):
        assert found[other] - found[one] >= (sizes[one] + sizes[other]) / 2 - 1e-9
    assert found[order[0]] - sizes[order[0]] / 2 >= least - 1e-9
    assert found[order[-1]] + sizes[order[-1]] / 2 <= least + 100 + 1e-9


@given(st.lists(st.integers(0, 6), min_size=2, max_size=3), st.integers(1, 3))
@settings(max_examples=10, deadline=None)
def test_spread_moves_as_little_as_can_be(wanted: list[int], size: int) -> None:
    """No other places on a fine grid are nearer to those wanted, by least squares, as brute force finds."""
    found = spread(wanted, [size] * len(wanted), -20, 30)
    moved = sum((here - there) ** 2 for here, there in zip(found, wanted, strict=True))
    grid = np.arange(-4, 11, 0.25)
    order = np.argsort(np.array(wanted), kind="stable")
    mesh = np.meshgrid(*[grid] * len(wanted), indexing="ij")
    apart = np.all([mesh[i + 1] - mesh[i] >= size for i in range(len(wanted) - 1)], axis=0)
    costs = sum((mesh[i] - wanted[int(order[i])]) ** 2 for i in range(len(wanted)))
    assert moved <= float(np.where(apart, costs, np.inf).min()) + 1e-9


def test_what_has_its_place_stays() -> None:
    """Things that do not overlap stay, and too many for the room go on beyond it."""
    assert spread([1, 5, 9], [2, 2, 2], 0, 10) == [1, 5, 9]
    assert spread([3, 3, 3], [2, 2, 2], 0, 3) == [1, 3, 5]


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    "found",
    [SMALL, drawn(ELEVEN, 6), drawn(MANY, 23), drawn(("A" * 60, "Å Ö " * 9 + "Å"), 1), drawn(ELEVEN, 120, 1)],
    ids=["small", "eleven", "33", "long names", "120 years"],
)
def test_every_text_is_read(found: Balance, lang: str) -> None:
    """No text stands on another, and none leaves the picture."""
    figure = plot_balance(found, lang=lang)
    assert not overlaps(figure)
    assert not beyond(figure)


def test_eleven_lines_are_told_apart_without_colour() -> None:
    """Every party has a marker of its own, which stands beside its name too."""
    figure = plot_balance(drawn(ELEVEN, 6))
    markers = [line.get_marker() for line in _lines(figure, 6) if line.get_marker() != "None"]
    assert len(set(markers)) == len(markers) == 11
    beside = [line.get_marker() for line in figure.axes[0].get_lines() if len(np.asarray(line.get_xdata())) == 1]
    assert set(markers) <= set(beside)


def test_of_many_parties_twelve_have_names() -> None:
    """Of 33 parties the six at either end are named, the others are grey, and the title says how many there are."""
    found = drawn(MANY, 5)
    figure = plot_balance(found)
    last = {party: found.cumulative(party) for party in MANY}
    order = sorted(MANY, key=lambda party: last[party])
    beside = [text.get_text().replace("\n", " ").rpartition(" ")[0] for text in figure.axes[0].texts]
    assert sorted(beside) == sorted([*order[:6], *order[-6:]])
    assert "21 more" in words(figure)
    assert title(figure) == (
        "Kommun nummer 27 i länet, Kommun nummer 1 i länet, Kommun nummer 20 i länet and 4 more are behind in 2023; "
        "the other 26 are not"
    )
    assert all(f"\n{party}, 2019–2023: " in alt_text(figure) for party in MANY)


def test_few_have_their_ranges() -> None:
    """Up to three named parties have a band from every entry at its lowest to every entry at its highest."""
    found = drawn(ELEVEN, 4)
    figure = plot_balance(found, parties=["Bjuv", "Åstorp"])
    assert len(figure.axes[0].collections) == 2
    ends = [np.asarray(line.get_ydata())[-1] for line in _lines(figure, 4) if line.get_linestyle() == ":"]
    expected = [found.cumulative(who, None, end) for who in ("Bjuv", "Åstorp") for end in (Range.LOW, Range.HIGH)]
    assert [Fraction(float(end)) for end in ends] == expected
    assert not plot_balance(found, parties=ELEVEN[:4]).axes[0].collections
    assert not plot_balance(SMALL).axes[0].collections
    assert "nine more" in words(figure)


@pytest.mark.parametrize(
    ("found", "english", "swedish"),
    [
        (SMALL, "Åstorp is behind in 2025; Bjuv is not", "Åstorp ligger efter 2025; Bjuv gör det inte"),
        (
            of(("A", 2020, "x", -1), ("A", 2021, "x", 1), ("B", 2020, "x", 1)),
            "Everyone wins by 2021",
            "Alla vinner från 2021",
        ),
        (of(("A", 2020, "x", -1), ("B", 2020, "x", -1)), "Everyone is behind in 2020", "Alla ligger efter 2020"),
        (of(("A", 2020, "x", 1)), "A wins by 2020", "A vinner från 2020"),
        (of(("A", 2020, "x", -1)), "A is behind in 2020", "A ligger efter 2020"),
        (
            of(*((party, 2020, "x", -1 if place < 4 else 1) for place, party in enumerate(ELEVEN))),
            "Bjuv, Båstad, Helsingborg and 1 more are behind in 2020; the other seven are not",
            "Bjuv, Båstad, Helsingborg och 1 till ligger efter 2020; de övriga sju gör det inte",
        ),
        (
            of(*((party, 2020, "x", 1) for party in MANY)),
            "All 33 parties win by 2020",
            "Alla 33 parter vinner från 2020",
        ),
        (
            of(*((party, 2020, "x", -1) for party in MANY)),
            "All 33 parties are behind in 2020",
            "Alla 33 parter ligger efter 2020",
        ),
    ],
    ids=["one behind", "everyone", "nobody", "alone", "alone behind", "four behind", "all 33", "none of 33"],
)
def test_the_title_is_the_verdict(found: Balance, english: str, swedish: str) -> None:
    """The title says by when everyone wins, or who is behind at the end."""
    assert title(plot_balance(found)) == english
    assert title(plot_balance(found, lang="sv")) == swedish


def test_words_say_how_surely_and_on_what() -> None:
    """How many win at both ends, what is made up, what it rests on and in which money is said."""
    said = alt_text(plot_balance(drawn(ELEVEN, 4)))
    assert " of eleven win" in said.splitlines()[1]
    assert "ILLUSTRATIVE: 132 of 176 entries are made up" in said
    assert "Entries: 44 measured and 132 illustrative." in said
    plain = alt_text(plot_balance(SMALL))
    assert "ILLUSTRATIVE" not in plain
    assert "lowest" not in plain
    rated = of(("A", 2020, "x", 1), ("A", 2021, "x", 1), rate=0.03, index={2021: 0.02})
    assert "Kronor as worth in 2020, by an index and at 3.00 % a year." in alt_text(plot_balance(rated))


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH), ("sv", ENGLISH)):
        figure = plot_balance(drawn(ELEVEN, 5), parties=["Bjuv"], lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower().replace("verksamhet", "")
        assert not [word for word in foreign if word in said]


@pytest.mark.parametrize("wrong", [None, 1, SMALL.ledger], ids=["None", "number", "ledger"])
def test_what_is_no_balance_is_refused(wrong: object) -> None:
    """What is no balance is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no Balance; make one with balance"):
        plot_balance(wrong)  # type: ignore[arg-type] - wrong on purpose


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([], r"are no parties; give a list of at least one"),
        ("Bjuv", r"'Bjuv' are no parties"),
        (3, r"3 are no parties"),
        (["Bjuv", "Bjuv"], r"'Bjuv' is there twice"),
        (list(MANY[:13]), r"there are 13 parties to name, and room for 12"),
    ],
    ids=["none", "text", "number", "twice", "too many"],
)
def test_wrong_parties_are_refused(wrong: object, said: str) -> None:
    """No parties, one twice, one text or more than there is room for is refused."""
    with pytest.raises(InvalidValueError, match=said):
        plot_balance(drawn(MANY, 1) if wrong == list(MANY[:13]) else SMALL, parties=wrong)  # type: ignore[arg-type] - wrong on purpose


@pytest.mark.parametrize("wrong", ["Bjuf", None, 3], ids=repr)
def test_an_unknown_party_is_refused(wrong: object) -> None:
    """A party that has no balance is refused."""
    with pytest.raises(UnknownIdError, match=r"there is no party of the balance"):
        plot_balance(SMALL, parties=[wrong])  # type: ignore[list-item] - wrong on purpose


def test_what_no_picture_shows_is_refused() -> None:
    """A language that is not ours, and a name with a control character, are refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_balance(SMALL, lang="da")
    with pytest.raises(InvalidValueError, match=r"which no picture can show"):
        plot_balance(of(("A\x07", 2020, "x", 1)))
