"""Publishing a team that came later by itself, from the files that travel alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.failures import ResultsDiffer, TeamNotLate
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.services.late import late_publication_of
from teamhealth.services.lead_opening import check_all
from teamhealth.services.opened import Opened, opened_from
from teamhealth.services.progress import Progress
from teamhealth.services.results import team_named
from teamhealth.services.stages import divided, of_team, without
from teamhealth.services.travelling import SealedFiles
from teamhealth.services.verifying import compared
from teamhealth.survey.ids import TeamId


@dataclass(frozen=True, slots=True)
class LateTeam:
    """The answers of one team that came later, opened in memory, and the results before it."""

    opened: Opened
    team: TeamId
    first: Publication


def open_late_files(sealed: SealedFiles, team_name: str, earlier: Sequence[Path], progress: Progress) -> LateTeam:
    """Open the answers of a team of which nothing is in the others' results.

    That is shown, not believed: the first results have to come out again without that team.

    Parameters
    ----------
    sealed : SealedFiles
        All returns, those of the first opening and of teams that were published later among them.
    team_name : str
    earlier : sequence of Path
        The first results of this survey, those of other teams that came later, and those of earlier rounds.
    progress : Progress

    Raises
    ------
    TeamNotLate
        If the first results are not named, the team was published before, or its answers are in the first results.
    NoSuchTeam
        Telling the names there are.
    """
    survey = sealed.file.survey
    rounds, own = divided(survey.id, [results_file.read_whole_results(path) for path in earlier])
    first = next((each for each in own if each.after is None), None)
    if first is None:
        raise TeamNotLate(team_name, "first")
    team = TeamId(team_named(first, team_name).id)
    late = sorted((each for each in own if each.after == publication_hash(first)), key=lambda it: it.survey.published)
    if any(each.teams[0].id == team for each in late):
        raise TeamNotLate(team_name, "published")
    together = without(sealed.envelopes, {team, *(each.teams[0].id for each in late)})
    before, refused = check_all(survey, [together], sealed.secret, progress)
    try:
        compared(first, opened_from(survey, before, refused, sealed.secret.private), rounds)
    except ResultsDiffer as error:
        raise TeamNotLate(team_name, "opened") from error
    stages = [together, *(of_team(sealed.envelopes, each.teams[0].id) for each in late)]
    found, refused = check_all(survey, [*stages, of_team(sealed.envelopes, team)], sealed.secret, progress)
    mine = [each for each in found if each.team == team]
    return LateTeam(opened_from(survey, mine, refused, sealed.secret.private), team, first)


def publish_late_files(late: LateTeam, withheld: frozenset[str], published: date, target: Path) -> Publication:
    """Put a late team through the release rules by itself, and write its results file.

    Raises
    ------
    TeamHidden
        If too few of its answers count; nothing is written.
    FileUnwritable
        If the results cannot be written.
    """
    publication = late_publication_of(late.opened, late.team, withheld, published=published, first=late.first)
    results_file.write_results(publication, target)
    return publication
