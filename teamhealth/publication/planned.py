"""A plan beside the results that it answers, and beside the next round's once there is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.failures import TeamHidden
from teamhealth.publication.items_said import listed_sentence
from teamhealth.publication.types import ItemResult, ItemWord, Publication, TeamResult
from teamhealth.survey.ids import TeamId
from teamhealth.survey.plan import Action, Measure, MeasureKind, Plan
from teamhealth.survey.questionnaire import Domain, Item

# More concerns without an action would repeat the same words one after another.
_MOST_ALONE = 2


@dataclass(frozen=True, slots=True)
class Concern:
    """An item of a shown team whose word is 'concern', and its domain."""

    domain: Domain
    item: Item
    result: ItemResult

    @property
    def sentence(self) -> str:
        """What the team said, as its report's first page has it: short, as a plan has no figures beside it."""
        return listed_sentence(self.item, self.result)


@dataclass(frozen=True, slots=True)
class LaterRound:
    """A later publication and what became of the team in it.

    ``joined`` says that the team there came out of several, so that no comparison is of this team alone.
    """

    publication: Publication
    team: TeamResult
    joined: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, the publication that its team is in, and the newest later round of the same team, if there is one.

    ``results`` is the SHA-256 of the results that the plan was begun from, of which the publication may be one part.
    """

    plan: Plan
    publication: Publication
    later: LaterRound | None = None
    results: str = ""

    @property
    def team(self) -> TeamResult:
        """The team that the plan is of."""
        return self.publication.team(self.plan.team)

    @property
    def elsewhere(self) -> bool:
        """Whether answers of either round were not collected sealed."""
        rounds = (self.publication, *([self.later.publication] if self.later is not None else []))
        return any(each.survey.elsewhere for each in rounds)

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """The team's concerns in questionnaire order."""
        return concerns_of(self.publication, self.plan.team)

    @property
    def unanswered(self) -> tuple[Concern, ...]:
        """The concerns that no action answers."""
        return tuple(each for each in self.concerns if not self.plan.answering(each.item.id))

    @property
    def said_together(self) -> tuple[Concern, ...]:
        """The unanswered concerns, where they are so many that documents say together that nothing is planned."""
        return self.unanswered if len(self.unanswered) > _MOST_ALONE else ()

    @property
    def other_actions(self) -> tuple[Action, ...]:
        """The actions that answer none of the team's concerns."""
        known = {concern.item.id for concern in self.concerns}
        return tuple(action for action in self.plan.actions if action.concern not in known)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that an action of this survey may be measured by: items and scored domains, in questionnaire order."""
        found: list[Measure] = []
        for questionnaire in self.publication.survey.questionnaires:
            for domain in questionnaire.domains:
                if questionnaire.score_domains:
                    found.append(Measure(MeasureKind.DOMAIN, domain.id))
                found += [Measure(MeasureKind.ITEM, item.id) for item in domain.items]
        return tuple(found)


def concerns_of(publication: Publication, team_id: str) -> tuple[Concern, ...]:
    """Return a team's concerns in questionnaire order.

    Raises
    ------
    KeyError
        If the publication has no such team.
    TeamHidden
        If the team is not shown by itself.
    """
    team = publication.team(team_id)
    if not team.shown:
        raise TeamHidden(team.name)
    results = {result.item: result for result in team.items if result.word is ItemWord.CONCERN}
    return tuple(
        Concern(domain, item, results[item.id])
        for questionnaire in publication.survey.questionnaires
        for domain in questionnaire.domains
        for item in domain.items
        if item.id in results
    )


def later_round(publication: Publication, team_id: str, others: Sequence[Publication]) -> LaterRound | None:
    """Return the newest later round that the team took part in, under whatever name; None if there is none.

    A team that was divided is followed only where one part kept its identity.

    Parameters
    ----------
    publication : Publication
        The round that the plan answers.
    team_id : str
        The team in it.
    others : sequence of Publication
        Rounds in any order; earlier ones and those of other organisations do not count.
    """
    identity, joined, found = TeamId(team_id), False, None
    for each in sorted(others, key=_published):
        if not _is_later(each, publication):
            continue
        heirs = [team for team in each.teams if identity in each.lineage.predecessors(TeamId(team.id))]
        kept = [team for team in heirs if team.id == identity]
        if len(heirs) > 1 and not kept:
            continue
        for team in kept or heirs:
            joined = joined or len(each.lineage.predecessors(TeamId(team.id))) > 1
            identity = TeamId(team.id)
            found = _better(found, LaterRound(each, team, joined))
    return found


def _better(found: LaterRound | None, new: LaterRound) -> LaterRound:
    """Prefer a team that was published late over its hidden row in the same round, else the newer round."""
    if found is not None and found.publication.survey.id == new.publication.survey.id and found.team.shown:
        return found
    return new


def _is_later(other: Publication, publication: Publication) -> bool:
    return (
        other.survey.organisation.id == publication.survey.organisation.id
        and other.survey.wave.id != publication.survey.wave.id
        and other.survey.published > publication.survey.published
    )


def _published(publication: Publication) -> tuple[str, str, bool]:
    survey = publication.survey
    return survey.published.isoformat(), survey.id, publication.after is not None
