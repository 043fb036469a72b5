"""The page that sets the sources beside the data set."""

import runpy
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.datasets import table
from familjen.datasets.familjen_helsingborg.annual_report import sentences
from familjen.datasets.familjen_helsingborg.stated import READINGS
from familjen.datasets.table import main, refresh, tables
from familjen.errors import InvalidValueError
from familjen.model import Claim, Cooperation, Disagreement, Source

PAGE = Path(__file__).parents[2] / "docs" / "familjen-helsingborg.md"
MARKS = ("text", "others", "readings", "disagreements")
BLANK = "\n".join(f"<!-- {mark} -->\n<!-- /{mark} -->" for mark in MARKS)


def test_page_is_fresh() -> None:
    """The page in the documentation is what the data set makes of it now."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == refresh(page), "run: python -m familjen.datasets.table docs/familjen-helsingborg.md"


def test_each_sentence_has_a_row_in_order(coop: Cooperation) -> None:
    """The first table has a row for each sentence of the text, in its order, and none is empty."""
    rows = [row.strip("| ").split(" | ") for row in tables(coop)["text"].splitlines()[2:]]
    assert [row[0] for row in rows] == list(sentences())
    assert all(len(row) == 2 and row[1] for row in rows)


def test_other_sources_have_a_row_each(coop: Cooperation) -> None:
    """The second table has a row for each other source, with a link where its address is known."""
    rows = tables(coop)["others"].splitlines()[2:]
    assert len(rows) == 8
    assert sum("](https://" in row for row in rows) == 7
    assert not any("årsredovisning 2016" in row for row in rows)


def test_every_reading_has_its_reason(coop: Cooperation) -> None:
    """The third table gives each reason once."""
    shown = tables(coop)["readings"]
    assert all(shown.count(reason) == 1 for reason in READINGS.values())


def test_disagreements_have_both_claims(coop: Cooperation) -> None:
    """The fourth table gives each claim with its source, and which one the data follows."""
    rows = tables(coop)["disagreements"].splitlines()[2:]
    assert len(rows) == 2
    for row, dispute in zip(rows, coop.disagreements, strict=True):
        assert all(claim.value in row and claim.source.title in row for claim in dispute.claims)


def test_nothing_adopted_is_left_blank() -> None:
    """Where the data follows neither claim, the cells say nothing."""
    claims = (Claim("yes", Source("A")), Claim("no", Source("B")))
    coop = Cooperation("c", "C", disagreements=(Disagreement("e", "hosts", claims),))
    assert tables(coop)["disagreements"].splitlines()[-1] == "| e: hosts | yes (A)<br>no (B) |  |  |"


def test_bars_are_escaped() -> None:
    """A bar in a text does not break the table."""
    coop = Cooperation("c", "C", disagreements=(Disagreement("e", "a|b", ()),))
    assert "| e: a\\|b |" in tables(coop)["disagreements"]


def test_lost_sentence_is_seen(coop: Cooperation) -> None:
    """A sentence that no fact quotes any more is shown to give nothing."""
    poorer = attrs.evolve(coop, events=())
    (row,) = [row for row in tables(poorer)["text"].splitlines() if row.startswith("| Vandringsevenemanget")]
    assert row.endswith("| *nothing* |")


def test_readings_are_not_shown_as_statements(coop: Cooperation) -> None:
    """What is our own reading does not stand beside a sentence of the report."""
    text = tables(coop)["text"]
    assert "civil-law" not in text
    assert "kind: agency" not in text
    assert "goal area: Infrastructure" not in text


def test_headings_state_only_the_year(coop: Cooperation) -> None:
    """The heading over the events of 2016 is shown to state their year and nothing else."""
    (row,) = [line for line in tables(coop)["text"].splitlines() if line.startswith("| Ett urval")]
    assert "Eurorando (period: 2016)" in row
    assert "participants" not in row


def test_prose_is_kept() -> None:
    """What is written by hand around the tables stays as it is."""
    page = refresh(f"# Title\n\n{BLANK}\n\nThe end.\n")
    assert page.startswith("# Title\n\n<!-- text -->\n\n| The annual report says |")
    assert page.endswith("<!-- /disagreements -->\n\nThe end.\n")


@settings(max_examples=20)  # each example makes all tables twice or more
@given(st.text("abc #\n"), st.text("xyz |\n"))
def test_refreshing_twice_changes_nothing(before: str, inside: str) -> None:
    """A fresh page stays as it is, and whatever stood between the marks is gone."""
    page = f"{before}{BLANK.replace('<!-- text -->', f'<!-- text -->{inside}')}"
    once = refresh(page)
    assert refresh(once) == once == refresh(f"{before}{BLANK}")


@pytest.mark.parametrize("mark", [f"<!-- {slash}{mark} -->" for mark in MARKS for slash in ("", "/")])
def test_missing_mark_is_refused(mark: str) -> None:
    """A page that lacks a mark, or has it twice, is refused, and the mark is named."""
    for page in (BLANK.replace(mark, ""), BLANK.replace(mark, mark * 2)):
        with pytest.raises(InvalidValueError, match=mark.strip("<!->/ ")):
            refresh(page)


def test_main_writes_the_page(tmp_path: Path) -> None:
    """The command makes the page's tables anew, with line ends of one kind everywhere."""
    page = tmp_path / "page.md"
    page.write_text(BLANK, encoding="utf-8")
    main([str(page)])
    assert page.read_bytes() == refresh(BLANK).encode()


def test_module_runs_as_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The module can be run with the page's path."""
    page = tmp_path / "page.md"
    page.write_text(BLANK, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["table", str(page)])
    runpy.run_path(str(Path(table.__file__)), run_name="__main__")
    assert page.read_text(encoding="utf-8") == refresh(BLANK)


@pytest.mark.parametrize("arguments", [[], ["a.md", "b.md"]])
def test_main_takes_one_page(arguments: list[str]) -> None:
    """The command refuses none and several pages."""
    with pytest.raises(InvalidValueError, match="give one, the path of the page"):
        main(arguments)
