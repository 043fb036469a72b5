"""The map of the balance has a cell for each party and year."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import PatchCollection, QuadMesh
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from tests.report.plots.balances import ELEVEN, ENGLISH, MANY, SMALL, SWEDISH, drawn, of
from tests.report.plots.seen import beyond, overlaps, title, words

from familjen.balance import Balance
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.report.plots import alt_text
from familjen.report.plots.balance_map import plot_balance_map


def _cells(figure: Figure) -> list[list[float]]:
    (mesh,) = [each for each in figure.axes[0].collections if isinstance(each, QuadMesh)]
    return np.asarray(mesh.get_array()).tolist()  # type: ignore[no-any-return] - an array of two dimensions


def _hatched(figure: Figure) -> list[tuple[int, int]]:
    """Give the row and the column of each cell that is hatched."""
    (some,) = [each for each in figure.axes[0].collections if isinstance(each, PatchCollection)]
    corners = [path.vertices.min(axis=0) + 0.5 for path in some.get_paths()]
    assert some.get_hatch()
    return [(round(corner[1]), round(corner[0])) for corner in corners]


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.integers(2020, 2025), st.integers(-9, 9).filter(bool)), min_size=1)
)
@settings(max_examples=10, deadline=None)
def test_cells_are_the_balance(rows: list[tuple[str, int, int]]) -> None:
    """Each cell has the sum of its party and year, and exactly those below zero are hatched."""
    found = of(*((who, year, "Fee", net * 1_000) for who, year, net in rows))
    figure = plot_balance_map(found)
    order = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert order == sorted(found.parties, key=lambda party: -found.cumulative(party))
    cells = [[float(found.cumulative(party, year)) for year in found.years] for party in order]
    assert _cells(figure) == cells
    assert _hatched(figure) == [tuple(each) for each in np.argwhere(np.array(cells) < 0).tolist()]


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    ("found", "numbers"),
    [
        (SMALL, True),
        (drawn(ELEVEN, 6), True),
        (drawn(MANY[:15], 12), True),
        (drawn(MANY[:16], 12), False),
        (drawn(MANY[:15], 13), False),
        (drawn(MANY, 23), False),
        (drawn(("A" * 60, "Å"), 1), True),
        (drawn(ELEVEN, 120, 1), False),
    ],
    ids=["small", "eleven", "15 by 12", "16 by 12", "15 by 13", "33", "long name", "120 years"],
)
def test_every_text_is_read(found: Balance, lang: str, *, numbers: bool) -> None:
    """Up to 12 years by 15 parties have numbers, more a scale; no text stands on another or leaves the picture."""
    figure = plot_balance_map(found, lang=lang)
    assert not overlaps(figure)
    assert not beyond(figure)
    assert len(figure.axes) == (1 if numbers else 2)
    written = [text for text in figure.axes[0].texts if text.get_position()[0] != 1.01]
    assert len(written) == (len(found.parties) * len(found.years) if numbers else 0)


def test_numbers_are_not_lost_in_rounding() -> None:
    """What is little beside the largest sum has decimals enough to be no zero."""
    seen = words(plot_balance_map(of(("A", 2020, "x", 4_000_000), ("B", 2020, "x", -8_000))))
    assert {"4.00", "−0.01"} <= set(seen)


def test_figures_stand_out_from_their_ground() -> None:
    """Dark figures on the strongest tints keep a contrast of 4.5 or more, as WCAG asks for."""
    from familjen.report.plots.balance_map import _TINTS
    from familjen.report.plots.style import DARK

    def light(colour: str) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    assert all((light(tint) + 0.05) / (light(DARK) + 0.05) >= 4.5 for tint in _TINTS)


def test_words_say_since_when() -> None:
    """Beside each row it says since when the party is whole or behind; the title is the verdict."""
    figure, swedish = plot_balance_map(SMALL), plot_balance_map(SMALL, lang="sv")
    assert {"whole since 2025", "behind since 2023"} <= set(words(figure))
    assert {"i balans sedan 2025", "efter sedan 2023"} <= set(words(swedish))
    assert title(figure) == "Åstorp is behind in 2025; Bjuv is not"
    assert "Bjuv, 2023–2025: −300; −300; 200 thousand kr; whole since 2025." in alt_text(figure)


def test_only_some_parties() -> None:
    """Rows are those asked for, and the title is of all."""
    figure = plot_balance_map(SMALL, parties=["Bjuv"])
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["Bjuv"]
    assert title(figure) == "Åstorp is behind in 2025; Bjuv is not"


def test_nobody_behind_needs_no_hatch() -> None:
    """Where nobody is ever behind the legend does not speak of it."""
    assert "behind" not in words(plot_balance_map(of(("A", 2020, "x", 5))))
    assert "behind" in words(plot_balance_map(SMALL))


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH), ("sv", ENGLISH)):
        figure = plot_balance_map(drawn(ELEVEN, 5), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower().replace("verksamhet", "")
        assert not [word for word in foreign if word in said]


def test_wrong_input_is_refused() -> None:
    """What is no balance, no party, no language of ours or too high for a picture is refused."""
    with pytest.raises(InvalidValueError, match=r"None is no Balance; make one with balance"):
        plot_balance_map(None)  # type: ignore[arg-type] - wrong on purpose
    with pytest.raises(UnknownIdError, match=r"there is no party of the balance 'Bjuf'; did you mean 'Bjuv'\?"):
        plot_balance_map(SMALL, parties=["Bjuf"])
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_balance_map(SMALL, lang="da")
    with pytest.raises(InvalidValueError, match=r"inches high; draw fewer rows at a time"):
        plot_balance_map(of(*((f"P{number}", 2020, "x", 1) for number in range(500))))
