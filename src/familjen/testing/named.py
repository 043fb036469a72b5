"""The nouns that are asked for most, by name (namngivna strategier)."""

from hypothesis import strategies as st

from familjen import model
from familjen.testing.noun import nouns

__all__ = [
    "activities",
    "agreements",
    "cooperations",
    "events",
    "municipalities",
    "networks",
    "plans",
    "programs",
    "shared_services",
    "sources",
]


def municipalities() -> st.SearchStrategy[model.Municipality]:
    """Draw Sweden's municipalities, with their real codes, names and counties (kommuner).

    >>> from hypothesis import find
    >>> find(municipalities(), lambda municipality: municipality.county == "12").name
    'Svalöv'
    """
    return nouns(model.Municipality)


def agreements() -> st.SearchStrategy[model.Agreement]:
    """Draw agreements of every legal form (avtal)."""
    return nouns(model.Agreement)


def networks() -> st.SearchStrategy[model.Network]:
    """Draw knowledge networks (kunskapsnätverk)."""
    return nouns(model.Network)


def programs() -> st.SearchStrategy[model.Program]:
    """Draw programmes with their rounds (program)."""
    return nouns(model.Program)


def events() -> st.SearchStrategy[model.Event]:
    """Draw events (evenemang)."""
    return nouns(model.Event)


def activities() -> st.SearchStrategy[model.Activity]:
    """Draw activities (aktiviteter)."""
    return nouns(model.Activity)


def plans() -> st.SearchStrategy[model.OperationalPlan]:
    """Draw operational plans (verksamhetsplaner)."""
    return nouns(model.OperationalPlan)


def shared_services() -> st.SearchStrategy[model.SharedService]:
    """Draw shared services (gemensamma verksamheter)."""
    return nouns(model.SharedService)


def sources() -> st.SearchStrategy[model.Source]:
    """Draw sources (källor)."""
    return nouns(model.Source)


def cooperations() -> st.SearchStrategy[model.Cooperation]:
    """Draw cooperations of any content, most of which a check finds much to say about (samverkan).

    For those in which nothing is wrong, see `valid_cooperations`.
    """
    return nouns(model.Cooperation)
