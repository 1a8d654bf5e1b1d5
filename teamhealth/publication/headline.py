"""The headline: what stands out by more than chance, else what the scores lean to; never a ranking of domains."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.publication.themes_said import Theme, apart_sentences, lean_sentences, nothing_found, standing_apart
from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.publication.words import find_domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import number_word

MANY_ANSWERS = 10


@dataclass(frozen=True, slots=True)
class Headline:
    """A strong sentence, and what qualifies it."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        """Both together."""
        return f"{self.lead} {self.rest}".strip()


def headline(
    facts: SurveyFacts, team: TeamResult, *, with_scores: bool = False, asked_anew: frozenset[str] = frozenset()
) -> Headline:
    """Write the headline of a shown team.

    Parameters
    ----------
    facts : SurveyFacts
        The survey, for the titles of its domains.
    team : TeamResult
        A shown team; ValueError for a hidden one.
    with_scores : bool
        Whether domains are followed by their scores, as on paper.
    asked_anew : frozenset of str
        The domains whose questions changed since the team was last shown.
    """
    if not team.shown:
        raise ValueError(team.id)
    themes = [
        Theme(find_domain(facts.questionnaires, result.domain), result)
        for result in team.domains
        if result.score is not None
    ]
    if not themes and not any(each.score_domains for each in facts.questionnaires):
        return Headline(tr("Each question stands by itself: these questions have no score together."), "")
    if not themes:
        return Headline(tr("Too few people answered enough questions for a score."), "")
    apart = apart_sentences(themes)
    leaning, even = lean_sentences(themes, with_scores=with_scores, after=standing_apart(themes))
    first = apart or leaning or even
    rest = [*(leaning if apart else ()), *(even if apart or leaning else ())]
    return Headline(" ".join(first), " ".join([*rest, *_certainty(team, themes, asked_anew)]))


def _certainty(team: TeamResult, themes: Sequence[Theme], asked_anew: frozenset[str]) -> list[str]:
    """Return what there is to say of changes and gaps that were not found, and of how few answers there are."""
    found = nothing_found(themes)
    changes = [] if any(theme.result.change for theme in themes) else [_no_change(themes, asked_anew)]
    answered = team.answered or 0
    if answered >= MANY_ANSWERS:
        return [*([found] if found else []), *changes]
    if found:
        words = trn("With {words} answer, only a large difference would show.",
                    "With {words} answers, only a large difference would show.",
                    answered, words=number_word(answered))  # fmt: skip
        return [found, words, *changes]
    words = trn("With {words} answer, each score is only a rough guide.",
                "With {words} answers, each score is only a rough guide.",
                answered, words=number_word(answered))  # fmt: skip
    return [*changes, words]


def _no_change(themes: Sequence[Theme], asked_anew: frozenset[str]) -> str:
    anew = [theme.domain.id in asked_anew for theme in themes]
    if all(anew):
        return tr("There is no change to show, as the questions changed.")
    if any(anew):
        return tr("There is no change to show yet, and some of the questions changed.")
    return tr("There is no change to show yet.")
