"""What each method is called and does, in a plain sentence (metoder i ord)."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from familjen.language import Phrase, worded

__all__ = ["WORDINGS", "Wording", "wording_of"]

_ENGLISH = ({"pays": "gets", "cost": "gain", "costs": "gains"}, {"pays": "pays", "cost": "cost", "costs": "costs"})
_SWEDISH = (
    {"pays": "får", "cost": "vinst", "costs": "vinner"},
    {"pays": "betalar", "cost": "kostnad", "costs": "kostar"},
)


@attrs.frozen
class Wording:
    """What a method is called, and what it does (metod i ord)."""

    name: Phrase
    """Its name within a sentence."""
    does: Phrase
    """What it does, in a sentence, with the words for costs or gains in braces."""

    def said(self, lang: str, sign: int) -> str:
        """Say what it does in a cost game, whose sign is −1, or in a game of gains.

        Raises:
            InvalidValueError: It is not a language of ours.

        >>> WORDINGS["equal_division"].said("en", -1)
        'Everyone pays the same.'
        """
        words = worded(lang, "en", "sv") == "sv"
        return self.does.said(lang).format_map((_SWEDISH if words else _ENGLISH)[sign < 0])


def wording_of(method: str) -> Wording | None:
    """Give what a method is called and does; ``None`` for one that is not ours."""
    return WORDINGS.get(method)


def _worded(name: str, namn: str, does: str, gor: str) -> Wording:
    return Wording(Phrase(name, namn), Phrase(does, gor))


WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {
        "aca": _worded(
            "alternative cost avoided",
            "undviken alternativkostnad",
            "Everyone {pays} what it adds last, and the rest is split by what each avoids of its {cost} alone.",
            "Alla {pays} vad de lägger till sist, och resten delas efter vad var och en slipper av sin {cost} ensam.",
        ),
        "aumann_dreze": _worded(
            "the Aumann–Drèze value",
            "Aumann–Drèze-värdet",
            "Each union splits its own {cost} by the Shapley value, the others left out of account.",
            "Varje union delar sin egen {cost} enligt Shapleyvärdet, utan hänsyn till de andra.",
        ),
        "banzhaf": _worded(
            "the Banzhaf value",
            "Banzhafvärdet",
            "Everyone {pays} the mean of what it adds to all coalitions of the others.",
            "Alla {pays} medelvärdet av vad de lägger till alla koalitioner av de andra.",
        ),
        "bird": _worded(
            "Bird's rule",
            "Birds regel",
            "Everyone {pays} the link by which it joins the cheapest tree.",
            "Alla {pays} länken som de ansluts med till det billigaste trädet.",
        ),
        "disruption_nucleolus": _worded(
            "the disruption nucleolus",
            "störningsnukleolus",
            "The coalition most tempted to disrupt is tempted as little as can be, then the next, and so on.",
            "Den koalition som mest frestas att bryta frestas så lite som möjligt, sedan nästa, och så vidare.",
        ),
        "egs": _worded(
            "equal gain splitting",
            "lika delning av bytesvinsten",
            "Two who gain by changing places in the queue share that gain equally.",
            "Två som vinner på att byta plats i kön delar den vinsten lika.",
        ),
        "ensc": _worded(
            "equal allocation of non-separable costs",
            "lika delning av samkostnaden",
            "Everyone {pays} what it adds last, and the rest is split equally.",
            "Alla {pays} vad de lägger till sist, och resten delas lika.",
        ),
        "equal_division": _worded("equal division", "lika delning", "Everyone {pays} the same.", "Alla {pays} lika."),
        "equal_profit": _worded(
            "the equal profit method",
            "lika relativ vinst",
            "Parts relative to what each {costs} alone differ as little as the core allows.",
            "Delarna i förhållande till vad var och en {costs} ensam skiljer sig så lite som kärnan tillåter.",
        ),
        "equal_surplus": _worded(
            "equal surplus division",
            "lika delning av vinsten",
            "Everyone {pays} what it {costs} alone, and what comes of being together is split equally.",
            "Alla {pays} vad de {costs} ensamma, och det som kommer av att vara tillsammans delas lika.",
        ),
        "folk": _worded(
            "the folk rule",
            "folkregeln",
            "Each link of the cheapest tree is paid equally by those whom it joins, as it grows.",
            "Varje länk i det billigaste trädet betalas lika av dem som den förenar medan det växer.",
        ),
        "gately": _worded(
            "the Gately point",
            "Gatelys punkt",
            "By leaving, everyone would cost the others as many times what it would lose itself.",
            "Den som lämnar skulle kosta de andra lika många gånger vad den själv förlorar, vem det än är.",
        ),
        "minimal_rights": _worded(
            "the minimal rights",
            "minimirätterna",
            "Everyone {pays} what is left to it in its best coalition, all others there having their best.",
            "Alla {pays} vad som är kvar åt dem i deras bästa koalition, när de andra där har sitt bästa.",
        ),
        "modiclus": _worded(
            "the modiclus",
            "modiclus",
            "Differences between coalitions' discontents are made as small as can be, the greatest first.",
            "Skillnaderna mellan koalitioners missnöje görs så små som möjligt, den största först.",
        ),
        "myerson": _worded(
            "the Myerson value",
            "Myersonvärdet",
            "As the Shapley value, where only those who are linked cooperate.",
            "Som Shapleyvärdet, där bara de som är länkade samverkar.",
        ),
        "nucleolus": _worded(
            "the nucleolus",
            "nukleolus",
            "The worst-off coalition is as well off as it can be, then the next, and so on; nobody does worse than "
            "alone.",
            "Den sämst ställda koalitionen har det så bra som möjligt, sedan nästa, och så vidare; ingen får det sämre "
            "än ensam.",
        ),
        "owen": _worded(
            "the Owen value",
            "Owenvärdet",
            "Everyone {pays} the mean of what it adds, over all orders in which unions arrive together.",
            "Alla {pays} medelvärdet av vad de lägger till, över alla ordningar där unioner kommer samlade.",
        ),
        "per_capita_nucleolus": _worded(
            "the per-capita nucleolus",
            "nukleolus per medlem",
            "The coalition worst off per member is as well off as it can be, then the next, and so on.",
            "Den koalition som är sämst ställd per medlem har det så bra som möjligt, sedan nästa, och så vidare.",
        ),
        "prenucleolus": _worded(
            "the prenucleolus",
            "förnukleolus",
            "The worst-off coalition is as well off as it can be, then the next, and so on.",
            "Den sämst ställda koalitionen har det så bra som möjligt, sedan nästa, och så vidare.",
        ),
        "proportional_nucleolus": _worded(
            "the proportional nucleolus",
            "proportionell nukleolus",
            "The coalition worst off for its {cost} is as well off as it can be, then the next, and so on.",
            "Den koalition som är sämst ställd för sin {cost} har det så bra som möjligt, sedan nästa, och så vidare.",
        ),
        "proportional_to_alone": _worded(
            "proportion to stand-alone cost",
            "proportion till det egna talet",
            "Everyone {pays} in proportion to what it {costs} alone.",
            "Alla {pays} i proportion till vad de {costs} ensamma.",
        ),
        "scrb": _worded(
            "separable costs – remaining benefits",
            "särkostnad plus återstående nytta",
            "Everyone {pays} what it adds last, and the rest is split by the benefit that then remains to each.",
            "Alla {pays} vad de lägger till sist, och resten delas efter den nytta som då återstår för var och en.",
        ),
        "separable_costs": _worded(
            "separable costs",
            "särkostnaderna",
            "Everyone {pays} what it adds last, which need not come to the whole.",
            "Alla {pays} vad de lägger till sist, vilket inte behöver bli det hela.",
        ),
        "shapley": _worded(
            "the Shapley value",
            "Shapleyvärdet",
            "Everyone {pays} the mean of what it adds to those there before, over all orders of arrival.",
            "Alla {pays} medelvärdet av vad de lägger till dem som redan är där, över alla ankomstordningar.",
        ),
        "shapley_sampled": _worded(
            "the sampled Shapley value",
            "det skattade Shapleyvärdet",
            "Everyone {pays} about the mean of what it adds to those there before, from a sample of orders of arrival.",
            "Alla {pays} ungefär medelvärdet av vad de lägger till dem som redan är där, ur ett urval av ordningar.",
        ),
        "soc": _worded(
            "sharing of the ordering cost",
            "delning av beställningskostnaden",
            "Everyone {pays} in proportion to the square of what it orders or varies by.",
            "Alla {pays} i proportion till kvadraten på vad de beställer eller varierar med.",
        ),
        "solidarity": _worded(
            "the solidarity value",
            "solidaritetsvärdet",
            "Everyone {pays} the mean, over all orders of arrival, of what those there add on average.",
            "Alla {pays} medelvärdet, över alla ankomstordningar, av vad de som är där lägger till i snitt.",
        ),
        "tau": _worded(
            "the τ-value",
            "τ-värdet",
            "Everyone {pays} something between the best it can hope for and the worst it need take, equally far along.",
            "Alla {pays} något mellan det bästa de kan hoppas på och det sämsta de behöver ta, lika långt på vägen.",
        ),
        "weighted_shapley": _worded(
            "the weighted Shapley value",
            "det viktade Shapleyvärdet",
            "What each coalition adds of its own is split among its members by their weights.",
            "Vad varje koalition tillför av eget delas mellan dess medlemmar efter deras vikter.",
        ),
    }
)
"""What each method is called and does, by its name."""
