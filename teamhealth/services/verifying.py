"""Computing published results again from the sealed answers, and comparing: those that are stored here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from teamhealth.failures import AnswersDestroyed, EarlierResultsNeeded, ResultsDiffer
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.late import late_publication_of, late_publications
from teamhealth.services.lead import lead_secret
from teamhealth.services.lead_opening import check_all, opened_before, opened_together, unseal_returns
from teamhealth.services.opened import Opened, opened_from
from teamhealth.services.opening import publication_of, unseal_box
from teamhealth.services.progress import Progress
from teamhealth.services.results import load_publication
from teamhealth.services.stored_results import read_all_stored
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import box, publications, returns
from teamhealth.storage import keys as key_table
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.ids import TeamId
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class Verified:
    """What was compared.

    Without earlier results changes since then could not be (``changes_left_out``), and of a team's part without the
    whole the figures of other teams could not (``whole_left_out``).
    """

    publication: Publication
    changes_left_out: bool = False
    whole_left_out: bool = False

    @property
    def withheld(self) -> int:
        """How many comments were withheld, so that they could not be compared."""
        return sum(asked.withheld for team in self.publication.teams for asked in team.comments)


def verify_published(workspace: Workspace, survey_id: str, passphrase: str, progress: Progress) -> tuple[Verified, ...]:
    """Compute a survey's stored results again, and those of teams published later, and compare.

    Raises
    ------
    AnswersDestroyed
        If the sealed answers or the key are not here any more.
    WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost.
    NoSuchSurvey
        If the survey has no results.
    ResultsOlder
        If an earlier version made them: by this one's rules they would differ.
    ResultsDiffer
        Naming what differs.
    """
    first = load_publication(workspace, survey_id)
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        counts = box.counts(store, stored.survey.id) or returns.counts(store, stored.survey.id)
        key = key_table.has_wrapped(store, stored.survey.id)
        others = read_all_stored(each for _, each in publications.all_publications(store))
    if not key or not counts:
        raise AnswersDestroyed
    if stored.role is SurveyRole.LEAD:
        secret = lead_secret(workspace, survey_id, passphrase)
        return _verify_returns(workspace, stored, secret, others, progress)
    return (_one_of(first, unseal_box(workspace, stored, passphrase, progress), others),)


def _verify_returns(
    workspace: Workspace,
    stored: StoredSurvey,
    secret: LeadSecret,
    others: Sequence[Publication],
    progress: Progress,
) -> tuple[Verified, ...]:
    first = load_publication(workspace, stored.survey.id)
    late = late_publications(workspace, stored.survey.id)
    with workspace.database.connect() as store:
        together = opened_together(store, stored.survey.id)
        stages = [opened_before(store, stored.survey.id, TeamId(publication.teams[0].id)) for publication in late]
    found = [_one_of(first, unseal_returns(stored.survey, together, secret, progress), others)]
    for publication, mine in zip(late, stages, strict=True):
        everything, refused = check_all(stored.survey, mine, secret, progress)
        own = [each for each in everything if each.team == publication.teams[0].id]
        found.append(compared(publication, opened_from(stored.survey, own, refused, secret.private), [first]))
    return tuple(found)


def _one_of(wanted: Publication, opened: Opened, others: Sequence[Publication]) -> Verified:
    """Compare with what was there when it was published; of that very day it is not known what came first.

    Changes since a round whose results have been deleted here cannot come out again: then none are compared.
    """
    if not _changed_since(wanted) <= {each.survey.wave.id for each in others}:
        return compared(wanted, opened, ())
    mine = [each for each in others if each.survey.id != wanted.survey.id]
    on_the_day = [each for each in mine if each.survey.published <= wanted.survey.published]
    before = [each for each in mine if each.survey.published < wanted.survey.published]
    try:
        return compared(wanted, opened, on_the_day)
    except ResultsDiffer:
        return compared(wanted, opened, before)


def _changed_since(publication: Publication) -> frozenset[str]:
    """Return the rounds beside which the results say how a theme changed."""
    themes = [each for team in publication.teams for each in team.domains]
    return frozenset(str(each.change.wave.id) for each in themes if each.change is not None)


def compared(wanted: Publication, opened: Opened, earlier: Sequence[Publication]) -> Verified:
    """Compare whole results with what opened answers give beside earlier results.

    Raises
    ------
    ResultsDiffer
        Naming what differs.
    EarlierResultsNeeded
        If a team was published later, and the results before it are not among the earlier ones.
    """
    withheld = withheld_in(opened, wanted)
    told = wanted
    if wanted.after is not None:
        first = next((each for each in earlier if publication_hash(each) == wanted.after), None)
        if first is None:
            raise EarlierResultsNeeded
        # Whether answers came from elsewhere is said of this team's alone.
        own = [each for each in opened._responses if each.team == wanted.teams[0].id]
        opened = replace(opened_from(opened.survey, own, opened.refused), salting=opened.salting)
        withheld = withheld_in(opened, wanted)
        day = wanted.survey.published
        found = late_publication_of(opened, wanted.teams[0].id, withheld, published=day, first=first)
    else:
        found = publication_of(opened, withheld, wanted.survey.published, earlier)
        told = wanted if earlier else without_changes(wanted)
    if told.salt is None:
        # Invented answers were published without a key.
        found = replace(found, salt=None)
    if publication_hash(found) != publication_hash(told):
        raise ResultsDiffer(differences(found, told), opted_out=opened.opted_out)
    return Verified(wanted, changes_left_out=told != wanted)


def without_changes(publication: Publication) -> Publication:
    """Return the results as they would be in a first round."""
    services = tuple(
        replace(
            service,
            teams=tuple(
                replace(team, domains=tuple(replace(each, change=None) for each in team.domains))
                for team in service.teams
            ),
        )
        for service in publication.services
    )
    return replace(publication, services=services)


def withheld_in(opened: Opened, wanted: Publication) -> frozenset[str]:
    """Return the comments that are not in the results; each that is there stands for one that was opened."""
    kept = [
        (team.id, asked.question, text) for team in wanted.teams for asked in team.comments for text in asked.comments
    ]
    withheld = set()
    for comment in opened.comments:
        shown = (str(comment.team), comment.question, comment.text)
        if shown in kept:
            kept.remove(shown)
        else:
            withheld.add(comment.key)
    return frozenset(withheld)


def differences(found: Publication, wanted: Publication) -> tuple[str, ...]:
    """Return what differs: what was asked, teams by name, or the totals."""
    parts = []
    if found.survey != wanted.survey:
        parts.append(tr("what was asked"))
    there = {team.id: team for team in wanted.teams}
    parts += [team.name for team in found.teams if there.get(team.id) != team]
    return tuple(parts) or (tr("the totals"),)
