"""What an action's measure says, then and now, in words that screen and paper share.

An item's two published figures stand side by side: no difference, no claim of chance. A theme says whether it moved
by more than chance where that was tested.
"""

from dataclasses import dataclass
from datetime import date

from teamhealth.figures.sentences import comparison_words, count_words
from teamhealth.publication.planned import LaterRound, Planned
from teamhealth.publication.types import Change, DomainResult, ItemResult, ItemWord, Publication, TeamResult
from teamhealth.publication.words import find_domain, find_item, item_word_text, score_text
from teamhealth.survey.asked_alike import asked_of
from teamhealth.survey.plan import Action, ActionState, ActionStatus, Measure, MeasureKind, Plan, status_of
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn


@dataclass(frozen=True, slots=True)
class Side:
    """A measure in one round: its name, what is shown and the counts behind it; ``word`` is an item's."""

    round_name: str
    shown: str
    word: ItemWord | None = None
    counts: str = ""

    @property
    def words(self) -> str:
        """What is shown, with its counts."""
        return tr("{word} ({counts})", word=self.shown, counts=self.counts) if self.counts else self.shown


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's title, what is shown of it round by round, and for a theme what the comparison found."""

    title: str
    sides: tuple[Side, ...]
    found: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words: 'Workload. Autumn 2026: concern. Spring 2027: mixed.'."""
        parts = [self.title, *(tr("{round}: {words}", round=side.round_name, words=side.words) for side in self.sides)]
        return ". ".join(parts) + "." + (f" {self.found}" if self.found else "")


def measure_title(publication: Publication, measure: Measure) -> str:
    """Return an item's label or 'The theme Morale'; the id itself where the survey did not ask it."""
    questionnaires = publication.survey.questionnaires
    try:
        if measure.kind is MeasureKind.ITEM:
            return find_item(questionnaires, measure.id).label
        return tr("The theme {theme}", theme=find_domain(questionnaires, measure.id).title)
    except KeyError:
        return measure.id


def own_measure_words() -> str:
    """Return what stands where no other measure is chosen: the concern that the action answers is looked at again."""
    return tr("The concern itself")


def measured(planned: Planned, measure: Measure) -> Measured:
    """Return a measure's published figures: in the plan's own round and, once there is one, in the newest later one."""
    title = measure_title(planned.publication, measure)
    if measure.kind is MeasureKind.ITEM:
        sides = [_item_side(planned.publication, planned.team, measure.id)]
        if planned.later is not None:
            sides.append(_item_side(planned.later.publication, planned.later.team, measure.id))
        return Measured(title, tuple(sides))
    sides = [_domain_side(planned.publication, planned.team, measure.id)]
    if planned.later is None:
        return Measured(title, tuple(sides))
    sides.append(_domain_side(planned.later.publication, planned.later.team, measure.id))
    return Measured(title, tuple(sides), _found(planned, planned.later, measure.id))


def later_words(planned: Planned, item_id: str) -> str:
    """Return what a concern is in the newest later round, 'Autumn 2026: mixed'; nothing without such a round."""
    if planned.later is None:
        return ""
    side = _item_side(planned.later.publication, planned.later.team, item_id)
    return tr("{round}: {words}", round=side.round_name, words=side.shown)


def status_words(status: ActionStatus) -> str:
    """Return 'Not started', 'Under way', 'Done' or 'Overdue'."""
    return {
        ActionStatus.NOT_STARTED: tr("Not started"),
        ActionStatus.UNDER_WAY: tr("Under way"),
        ActionStatus.DONE: tr("Done"),
        ActionStatus.OVERDUE: tr("Overdue"),
    }[status]


def action_words(action: Action, today: date) -> str:
    """Return how far an action is, as its owner says, and that its day has passed: 'Under way, overdue'."""
    status = status_of(action, today)
    if status is ActionStatus.OVERDUE:
        return tr("{state}, overdue", state=state_words(action.state))
    return status_words(status)


def state_words(state: ActionState) -> str:
    """Return the words of a state that somebody may choose."""
    return status_words(ActionStatus(state.value))


def counted_words(plan: Plan, today: date) -> str:
    """Return '4 actions: 1 under way, 3 not started', or that there is none yet."""
    if not plan.actions:
        return tr("no action yet")
    counts = {status: sum(status_of(action, today) is status for action in plan.actions) for status in ActionStatus}
    order = (ActionStatus.OVERDUE, ActionStatus.UNDER_WAY, ActionStatus.NOT_STARTED, ActionStatus.DONE)
    parts = ", ".join(f"{counts[each]} {status_words(each).lower()}" for each in order if counts[each])
    total = trn("{count} action", "{count} actions", len(plan.actions))
    return tr("{total}: {parts}", total=total, parts=parts)


def measure_of(action: Action) -> Measure | None:
    """Return what an action is measured by: what somebody chose, else the concern that it answers."""
    if action.measure is not None or action.concern is None:
        return action.measure
    return Measure(MeasureKind.ITEM, action.concern)


def _item_side(publication: Publication, team: TeamResult, item_id: str) -> Side:
    name = publication.survey.wave.name
    if all(item.id != item_id for each in publication.survey.questionnaires for item in each.items):
        return Side(name, tr("not asked"))
    result = next((each for each in team.items if each.item == item_id), ItemResult(item_id, None))
    if result.word is None:
        return Side(name, tr("not shown"))
    return Side(name, item_word_text(result.word), result.word, count_words(result))


def _domain_side(publication: Publication, team: TeamResult, domain_id: str) -> Side:
    name = publication.survey.wave.name
    if _domain(publication, domain_id) is None:
        return Side(name, tr("not asked"))
    score = _result(team, domain_id).score
    return Side(name, tr("not shown") if score is None else score_text(score))


def _found(planned: Planned, later: LaterRound, domain_id: str) -> str:
    """Return what the published test says of a theme: of this team alone, and between these two rounds only."""
    before, now = _result(planned.team, domain_id), _result(later.team, domain_id)
    domain = _domain(later.publication, domain_id)
    if domain is None or before.score is None or now.score is None:
        return ""
    if later.joined:
        return tr("Not tested: the team came out of several.")
    if not _asked_alike(planned.publication, later.publication, domain_id):
        return tr("Not tested: the questions have changed.")
    change = now.change
    if change is None or change.wave.id != planned.publication.survey.wave.id:
        return tr("Not tested between these two rounds.")
    return _verdict(domain, now, change)


def _verdict(domain: Domain, now: DomainResult, change: Change) -> str:
    if now.score is None:
        raise ValueError(domain.id)
    words = comparison_words(domain, now.score, change.comparison)
    return words[:1].upper() + words[1:] + "."


def _domain(publication: Publication, domain_id: str) -> Domain | None:
    try:
        return find_domain(publication.survey.questionnaires, domain_id)
    except KeyError:
        return None


def _asked_alike(first: Publication, second: Publication, domain_id: str) -> bool:
    before, now = (asked_of(each.survey.questionnaires).get(domain_id) for each in (first, second))
    return now is not None and now.is_like(before)


def _result(team: TeamResult, domain_id: str) -> DomainResult:
    return next((each for each in team.domains if each.domain == domain_id), DomainResult(domain_id, None))
