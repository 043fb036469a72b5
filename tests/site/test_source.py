"""What the pages of the site promise before anything is built: code that runs, contents that are whole and fresh."""

import re

import pytest
import yaml
from docs_build import site

from familjen.rules import RULES

DOCS = site.ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
MADE = {"clauses", "examples", "methods", "rules"}
"""Folders whose pages are made from the source, with tests of their own."""
FENCE = re.compile(
    r"^(?P<indent>[ ]*)```(?P<language>[\w-]*)[^\n]*\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL
)


def _faults(text: str) -> list[str]:
    """Find the blocks of code that no test runs."""
    found = []
    for block in FENCE.finditer(text):
        language, body, start = block["language"], block["body"], block["body"].split("\n")[0]
        if language in {"py", "python3", "pycon"}:
            found.append(f"a block of {language}, which is not run; write python: {start}")
        elif language == "python" and (block["indent"] or not body.startswith(">>> ")):
            found.append(f"a block of python that is indented or has no prompt, so that it is not run: {start}")
        elif language != "python" and re.search(r"^\s*>>> ", body, re.MULTILINE):
            found.append(f"a session that is not run; call it python: {start}")
        elif language != "console" and re.search(r"^\s*\$ familjen", body, re.MULTILINE):
            found.append(f"a command that is not run; call it console: {start}")
        if "doctest: +SKIP" in body:
            found.append(f"an example that is skipped: {start}")
    return found


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("```python\n>>> 1\n1\n```\n", 0),
        ("```python\nx = 1\n```\n", 1),
        ("- a\n\n  ```python\n  >>> 1\n  1\n  ```\n", 1),
        ("```pycon\n>>> 1\n2\n```\n", 1),
        ("```\n>>> 1\n2\n```\n", 1),
        ("```text\n$ familjen demo\n```\n", 1),
        ("```console\n$ familjen demo\n```\n", 0),
        ("```python\n>>> f()  # doctest: +SKIP\n```\n", 1),
        ("```json\n{}\n```\n", 0),
    ],
    ids=["run", "no prompt", "indented", "pycon", "no language", "command as text", "command", "skipped", "json"],
)
def test_a_block_that_escapes_is_found(text: str, faults: int) -> None:
    """A block that the tests of the pages would pass by is told from one that they run."""
    assert len(_faults(text)) == faults


@pytest.mark.parametrize(
    "page",
    [
        page.relative_to(DOCS).as_posix()
        for page in PAGES
        if page.relative_to(DOCS).parts[0] not in {"examples", "rules"}
    ],
)
def test_every_example_is_run(page: str) -> None:
    """Every block of Python and every command of ours on a page is run as a test."""
    assert _faults((DOCS / page).read_text("utf-8")) == []


def test_every_page_is_in_the_navigation() -> None:
    """Every page is in the navigation once; those of single rules, methods, keys and steps are behind their lists."""
    listed = [file for _, _, file in site.nav()]
    assert len(listed) == len(set(listed))
    written = {page.relative_to(DOCS).as_posix() for page in PAGES}
    single = {each for each in written if each.split("/")[0] in MADE and not each.endswith("index.md")}
    assert sorted(written - single - set(listed)) == []
    assert sorted(set(listed) - written) == []


def test_the_contents_are_fresh() -> None:
    """``llms.txt`` is what ``python -m docs_build.site`` makes of the navigation and the pages."""
    assert (DOCS / "llms.txt").read_text("utf-8") == site.contents()


def test_the_contents_have_every_page() -> None:
    """``llms.txt`` has a line for each page of the navigation, and the full text has each page's own."""
    listed = list(site.nav())
    lines = [line for line in site.contents().splitlines() if line.startswith("- [")]
    assert len(lines) == len(listed) > 50
    whole = site.full()
    assert all(site.page_text(file).strip() in whole for _, _, file in listed)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# A\n\nOne\nline.\n\nTwo.\n", "A", "One line."),
        ("<!-- made -->\n\n# A (a)\n\n```python\n>>> 1\n```\n\nSee [b](c.md), `x[y]`.\n", "A (a)", "See b, `x[y]`."),
        ("# A\n\n| a |\n|---|\n\n## B\n\n**Bold** words.\n", "A", "Bold words."),
        ("# A\n", "A", ""),
        ('--8<-- "x"\n', "", ""),
    ],
    ids=["plain", "comment and code", "table first", "heading only", "nothing"],
)
def test_a_page_is_told_by_its_first_words(text: str, title: str, first: str) -> None:
    """A page is told by its heading and its first paragraph of prose, without links, comments and code."""
    assert site.heading(text) == (title, first)


@pytest.mark.parametrize(("name", "lang"), sorted(site.PICTURES.items()))
def test_the_picture_is_fresh(name: str, lang: str) -> None:
    """The committed picture of a front page says what the library draws of the real fee today."""
    plots = pytest.importorskip("familjen.report.plots")
    pytest.importorskip("matplotlib")
    told = plots.alt_text(site.picture(lang))
    words = (DOCS / "assets" / name).read_text("utf-8")
    assert len(told.splitlines()) > 11
    assert [line for line in told.splitlines() if line not in words] == []


def test_the_limits_name_the_years_of_money() -> None:
    """The page of limits names each year of which the tax base, spending and tax rates are bundled, and no other."""
    told = re.search(
        r"^\*\*Of money\.\*\*(.*?)\n\n", (DOCS / "explanation/limits.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert told is not None
    data = site.ROOT / "src/familjen/places/data"
    names = (
        "tax_base_per_inhabitant",
        "municipal_expenditure_per_inhabitant",
        "municipal_tax_rate",
        "regional_tax_rate",
    )
    heads = [(data / f"{name}.csv").read_text("utf-8").splitlines()[0].split(",")[1:] for name in names]
    base, spending, rates, regional = heads
    assert base == spending == rates[:-1]
    assert rates[-1:] == regional
    assert set(re.findall(r"\d{4}", told[1])) == set(rates)


def test_full_text_has_no_front_matter() -> None:
    """What only the theme reads of a page stands neither in the contents nor in the full text."""
    assert (DOCS / "index.md").read_text("utf-8").startswith("---\n")
    assert site.page_text("index.md").startswith("# familjen\n")
    assert "hide:" not in site.full() + site.contents()


def test_only_plain_plugins_make_the_site() -> None:
    """The site needs no other plugins than those that every maker of such sites has, and no font from elsewhere."""
    config = yaml.safe_load((site.ROOT / "mkdocs.yml").read_text("utf-8"))
    plugins = {each if isinstance(each, str) else next(iter(each)) for each in config["plugins"]}
    assert plugins <= {"search", "autorefs", "mkdocstrings", "llmstxt", "redirects"}
    assert config["theme"]["font"] is False
    assert "hooks" not in config


def test_the_tutorials_take_the_same_steps() -> None:
    """The Swedish tutorial takes the ten steps of the English one, to the same figures."""
    english, swedish = ((DOCS / each).read_text("utf-8") for each in ("tutorial.md", "sv/handledning.md"))
    for number in range(1, 11):
        for text in (english, swedish):
            assert len(re.findall(rf"^## {number}\. ", text, re.MULTILINE)) == 1
    for figure in ("2,218,602", "7,263,000", "1,444,639", "1,039,805"):
        assert figure in english
        assert re.search(figure.replace(",", r"\s"), swedish)


@pytest.mark.parametrize("page", ["tutorial.md", "sv/handledning.md"])
def test_the_tutorials_count_right(page: str) -> None:
    """A tutorial says how many rules, keys and steps there are, and there are so many."""
    text = (DOCS / page).read_text("utf-8")
    steps = len(list((DOCS / "clauses").glob("*.md"))) - 1
    assert re.search(rf"\b{len(RULES)} (rules|regler)\b", text)
    assert re.search(rf"\b{steps} \[(keys|nycklar)", text)
