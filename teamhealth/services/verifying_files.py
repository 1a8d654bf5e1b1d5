"""Computing a results file again from the files that travel, and comparing: the whole, a later team's, or a part."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.failures import EarlierResultsNeeded, FileUnreadable, ResultsDiffer, ReturnOfAnotherSurvey
from teamhealth.publication.document import publication_hash
from teamhealth.publication.part import Part, part_of
from teamhealth.publication.types import Publication
from teamhealth.services.lead_opening import Envelopes, check_all, codes_in
from teamhealth.services.opened import Opened, opened_from
from teamhealth.services.opening import publication_of
from teamhealth.services.progress import Progress
from teamhealth.services.stages import divided, of_team, without
from teamhealth.services.travelling import SealedFiles
from teamhealth.services.verifying import Verified, compared, differences, withheld_in, without_changes
from teamhealth.survey.ids import TeamId

# Orders double with each team that shares a code; more than two have never been made but by hand.
_MOST_SHARING = 8


def verify_files(results_path: Path, sealed: SealedFiles, earlier: Sequence[Path], progress: Progress) -> Verified:
    """Compute a results file again from sealed returns, and compare.

    Parameters
    ----------
    results_path : Path
        The whole results, those of a team that was published later by itself, or one team's part.
    sealed : SealedFiles
        All returns; those of teams in later results of this survey may be among them if those results are given.
    earlier : sequence of Path
        Results files of earlier rounds, which changes are made of, and others of this survey: the results before a
        team that was published later, results of teams that were, the whole that a part was taken from.
    progress : Progress

    Raises
    ------
    ResultsDiffer
        Naming what differs.
    EarlierResultsNeeded
        If a team was published later, and the results before it are not among the earlier ones.
    ReturnOfAnotherSurvey, FileUnreadable
        If the file is another survey's, or no results file.
    """
    part = _part(results_path)
    wanted = part.publication if part is not None else results_file.read_whole_results(results_path)
    if wanted.survey.id != sealed.file.survey.id:
        raise ReturnOfAnotherSurvey(results_path.name)
    others = [results_file.read_whole_results(path) for path in earlier]
    if part is not None:
        return _verify_part(part, sealed, others, progress)
    return _verify_whole(wanted, sealed, others, progress)


def _part(path: Path) -> Part | None:
    try:
        return results_file.read_part(path)
    except FileUnreadable:
        # Whatever it is, reading it as the whole says what is wrong.
        return None


def _verify_whole(
    wanted: Publication, sealed: SealedFiles, others: Sequence[Publication], progress: Progress
) -> Verified:
    rounds, own = divided(wanted.survey.id, others)
    if wanted.after is None:
        return compared(wanted, _first(publication_hash(wanted), sealed, own, progress), rounds)
    first = [each for each in own if publication_hash(each) == wanted.after]
    if not first:
        raise EarlierResultsNeeded
    team = TeamId(wanted.teams[0].id)
    problem: ResultsDiffer | None = None
    for stages in _stages(wanted, sealed, own, progress):
        everything, refused = check_all(sealed.file.survey, stages, sealed.secret, progress)
        mine = [each for each in everything if each.team == team]
        try:
            return compared(wanted, opened_from(sealed.file.survey, mine, refused, sealed.secret.private), first)
        except ResultsDiffer as failure:
            problem = failure
    raise problem or ResultsDiffer((wanted.teams[0].name,))


def _verify_part(part: Part, sealed: SealedFiles, others: Sequence[Publication], progress: Progress) -> Verified:
    wanted = part.publication
    rounds, own = divided(wanted.survey.id, others)
    team = wanted.teams[0].id
    for whole in own:
        if publication_hash(whole) == part.whole:
            if part_of(whole, team) != part:
                raise ResultsDiffer((wanted.teams[0].name,))
            return _verify_whole(whole, sealed, others, progress)
    opened = _first(part.whole, sealed, own, progress)
    again = publication_of(opened, withheld_in(opened, wanted), wanted.survey.published, rounds)
    found = part_of(again, team).publication
    told = wanted if rounds else without_changes(wanted)
    if found != told:
        raise ResultsDiffer(differences(found, told), opted_out=opened.opted_out)
    return Verified(wanted, changes_left_out=told != wanted, whole_left_out=True)


def _first(whole: str, sealed: SealedFiles, own: Sequence[Publication], progress: Progress) -> Opened:
    """Open what was opened together: all teams but those that were published after the results of this hash."""
    later = {team.id for each in own if each.after == whole for team in each.teams}
    together = without(sealed.envelopes, later)
    responses, refused = check_all(sealed.file.survey, [together], sealed.secret, progress)
    return opened_from(sealed.file.survey, responses, refused, sealed.secret.private)


def _stages(
    wanted: Publication, sealed: SealedFiles, own: Sequence[Publication], progress: Progress
) -> Iterator[list[Envelopes]]:
    """Give the envelopes in each order in which they may have been opened, up to this team's, the likeliest first.

    A team can have been opened before another and published after it. That matters only between teams of which two
    answers have the same one-time code: a code counts where it was opened first.
    """
    team = wanted.teams[0].id
    days = {each.teams[0].id: each.survey.published for each in own if each.after == wanted.after}
    days.pop(team, None)
    together, mine = without(sealed.envelopes, {team, *days}), of_team(sealed.envelopes, team)
    others = {each: of_team(sealed.envelopes, each) for each in days}
    codes = codes_in(sealed.file.survey, mine, sealed.secret, progress)
    sharing = [
        each for each in sorted(days) if codes & codes_in(sealed.file.survey, others[each], sealed.secret, progress)
    ][:_MOST_SHARING]

    def surprise(before: tuple[bool, ...]) -> int:
        expected = [days[each] < wanted.survey.published for each in sharing]
        same_day = [days[each] == wanted.survey.published for each in sharing]
        found = zip(before, expected, same_day, strict=True)
        return sum(first is not likely and not either for first, likely, either in found)

    for before in sorted(product((False, True), repeat=len(sharing)), key=surprise):
        yield [together, *(others[each] for each, first in zip(sharing, before, strict=True) if first), mine]
