"""The headline: what stands out by more than chance, else what the scores lean to; never a ranking of domains."""

from dataclasses import dataclass

from teamhealth.publication.types import DomainResult, SurveyFacts, TeamResult, Verdict
from teamhealth.publication.words import LEANS_NEGATIVE_BELOW, LEANS_POSITIVE_ABOVE, find_domain, score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, number_word

MANY_ANSWERS = 10
_MORE_THAN_CHANCE = (Verdict.ABOVE, Verdict.BELOW)


@dataclass(frozen=True, slots=True)
class Headline:
    """A strong sentence, and what qualifies it."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        """Both together."""
        return f"{self.lead} {self.rest}".strip()


@dataclass(frozen=True, slots=True)
class _Theme:
    domain: Domain
    result: DomainResult

    @property
    def points(self) -> int:
        return self.result.score.points if self.result.score else -1


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
        Whether each domain is followed by its score, as on paper.
    asked_anew : frozenset of str
        The domains whose questions changed since the team was last shown.
    """
    if not team.shown:
        raise ValueError(team.id)
    themes = [
        _Theme(find_domain(facts.questionnaires, result.domain), result)
        for result in team.domains
        if result.score is not None
    ]
    if not themes and not any(each.score_domains for each in facts.questionnaires):
        return Headline(tr("Each question stands by itself: these questions have no score together."), "")
    if not themes:
        return Headline(tr("Too few people answered enough questions for a score."), "")
    leans, certainty = _leans(themes, with_scores), _certainty(team, themes, asked_anew)
    differences = " ".join(_differences(themes))
    if differences:
        return Headline(differences, f"{leans} {certainty}".strip())
    return Headline(leans, certainty)


def _differences(themes: list[_Theme]) -> list[str]:
    """Return a sentence for all gaps, and for all changes, of one direction that are more than chance."""
    gaps: dict[str, list[_Theme]] = {}
    changes: dict[tuple[str, str], list[_Theme]] = {}
    for theme in themes:
        burden = bool(theme.domain.direction_note)
        rest, change = theme.result.rest, theme.result.change
        if rest is not None and rest.verdict in _MORE_THAN_CHANCE:
            gaps.setdefault(_compared(burden, rest.verdict), []).append(theme)
        if change is not None and change.comparison.verdict in _MORE_THAN_CHANCE:
            words = _compared(burden, change.comparison.verdict)
            changes.setdefault((words, change.wave.name), []).append(theme)
    sentences = [
        trn("{names} is {words} than in other teams, by more than chance.",
            "{names} are {words} than in other teams, by more than chance.",
            len(members), names=_names(members), words=words)
        for words, members in gaps.items()
    ]  # fmt: skip
    sentences += [
        trn("{names} is {words} than in {round}, by more than chance.",
            "{names} are {words} than in {round}, by more than chance.",
            len(members), names=_names(members), words=words, round=wave)
        for (words, wave), members in changes.items()
    ]  # fmt: skip
    return sentences


def _names(themes: list[_Theme]) -> str:
    return capitalised(and_list([_name(theme, with_scores=False) for theme in themes]))


def _compared(burden: bool, verdict: Verdict) -> str:
    """Return how a score differs; a burden is never 'higher', which would be heard as heavier."""
    if verdict is Verdict.ABOVE:
        return tr("lighter") if burden else tr("higher")
    return tr("heavier") if burden else tr("lower")


def _leans(themes: list[_Theme], with_scores: bool) -> str:
    groups = (
        (tr("leans positive"), tr("lean positive"), [t for t in themes if t.points > LEANS_POSITIVE_ABOVE]),
        (tr("leans negative"), tr("lean negative"), [t for t in themes if t.points < LEANS_NEGATIVE_BELOW]),
        (
            tr("is evenly split"),
            tr("are evenly split"),
            [t for t in themes if LEANS_NEGATIVE_BELOW <= t.points <= LEANS_POSITIVE_ABOVE],
        ),
    )
    sentences = []
    for one, many, members in groups:
        if members:
            names = and_list([_name(theme, with_scores) for theme in members])
            verb = one if len(members) == 1 else many
            sentences.append(capitalised(tr("{names} {verb}.", names=names, verb=verb)))
    return " ".join(sentences)


def _name(theme: _Theme, with_scores: bool) -> str:
    title = theme.domain.title[:1].lower() + theme.domain.title[1:]
    if not with_scores or theme.result.score is None:
        return title
    score = score_text(theme.result.score)
    if theme.domain.direction_note and theme.points < LEANS_NEGATIVE_BELOW:
        return tr("{title} ({score}: a heavy burden)", title=title, score=score)
    if theme.domain.direction_note and theme.points > LEANS_POSITIVE_ABOVE:
        return tr("{title} ({score}: a light burden)", title=title, score=score)
    return tr("{title} ({score} of 100)", title=title, score=score)


def _certainty(team: TeamResult, themes: list[_Theme], asked_anew: frozenset[str]) -> str:
    answered = team.answered or 0
    tested = [
        comparison
        for theme in themes
        for comparison in (theme.result.rest, theme.result.change.comparison if theme.result.change else None)
        if comparison is not None and comparison.verdict is not Verdict.NOT_TESTED
    ]
    unchanged = all(theme.result.change is None for theme in themes)
    parts = [_no_change(themes, asked_anew)] if unchanged else []
    if tested and all(each.verdict is Verdict.WITHIN_CHANCE for each in tested):
        parts.append(tr("Every gap is within chance."))
    if answered < MANY_ANSWERS:
        parts.append(
            trn(
                "With {words} answer, each score could lie anywhere in its likely range.",
                "With {words} answers, each score could lie anywhere in its likely range.",
                answered,
                words=number_word(answered),
            )
        )
    return " ".join(parts)


def _no_change(themes: list[_Theme], asked_anew: frozenset[str]) -> str:
    anew = [theme.domain.id in asked_anew for theme in themes]
    if all(anew):
        return tr("There is no change to show, as the questions changed.")
    if any(anew):
        return tr("There is no change to show yet, and some of the questions changed.")
    return tr("There is no change to show yet.")
