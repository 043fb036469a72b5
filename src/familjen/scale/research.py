"""What research says of savings by cooperation (forskning)."""

from familjen.language import worded

__all__ = ["research"]


def research(lang: str) -> str:
    """Say in a sentence what stands against every saving that is reckoned.

    Source: Statskontoret, *Hand i hand* (2023).

    >>> research("en")
    'Research: cooperation rarely lowers costs (Statskontoret 2023).'
    """
    return worded(
        lang,
        "Research: cooperation rarely lowers costs (Statskontoret 2023).",
        "Forskning: samverkan sänker sällan kostnader (Statskontoret 2023).",
    )
