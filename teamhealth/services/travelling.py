"""Use cases on the files that travel alone, without a data folder: sealing answers, opening, publishing, parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.exchange.key_file import read_key
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import SurveyFile, read_survey
from teamhealth.failures import FileUnreadable, ResultsDiffer, ReturnOfAnotherSurvey, TeamNotLate
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.lead import check_key, open_key
from teamhealth.services.lead_opening import Envelopes, unseal_returns
from teamhealth.services.opened import Opened
from teamhealth.services.opening import publication_of
from teamhealth.services.progress import Progress
from teamhealth.services.results import team_named
from teamhealth.services.stages import divided
from teamhealth.services.verifying import compared
from teamhealth.survey.ids import TeamId


@dataclass(frozen=True, slots=True)
class SealedFiles:
    """A survey, what was returned of it, and the secret that opens it."""

    file: SurveyFile
    envelopes: Envelopes
    secret: LeadSecret = field(repr=False)


def read_sealed(survey_path: Path, return_paths: Sequence[Path], key_path: Path, passphrase: str) -> SealedFiles:
    """Read returns and unwrap the key; no answer is opened.

    Raises
    ------
    FileUnreadable
        Naming the file; nothing is opened.
    WrongPassphrase, TooLittleMemory, KeyOfAnotherSurvey
        If the key does not open, or is another survey's.
    ReturnOfAnotherSurvey
        If a return is another survey's.
    """
    file = read_survey(survey_path)
    envelopes: set[tuple[TeamId, bytes]] = set()
    teams = {team.id for team in file.survey.teams}
    for path in return_paths:
        returned = read_return(path)
        if returned.survey != file.survey.id or any(team not in teams for team, _ in returned.envelopes):
            raise ReturnOfAnotherSurvey(path.name)
        envelopes |= returned.envelopes
    secret = open_key(read_key(key_path), passphrase)
    check_key(file, secret)
    return SealedFiles(file, tuple(envelopes), secret)


def open_files(sealed: SealedFiles, progress: Progress) -> Opened:
    """Open returns together in memory."""
    return unseal_returns(sealed.file.survey, sealed.envelopes, sealed.secret, progress)


def write_part(results_path: Path, team_name: str, target: Path) -> None:
    """Write one team's part of a results file; no key is needed.

    Raises
    ------
    FileUnreadable
        'part' for a part: a part is taken from the whole.
    NoSuchTeam
        Telling the names there are.
    FileUnwritable
        If the part cannot be written.
    """
    publication = results_file.read_whole_results(results_path)
    results_file.write_part(part_of(publication, team_named(publication, team_name).id), target)


def publish_files(
    opened: Opened, withheld: frozenset[str], published: date, target: Path, earlier: Sequence[Path] = ()
) -> Publication:
    """Score, put through the release rules beside earlier rounds' results files, and write the results file.

    Raises
    ------
    FileUnreadable
        If an earlier file is no whole results file; nothing is written.
    TeamNotLate
        If one of them is of this survey, or what is to be replaced is and other answers made it: what is opened again
        with more answers could be subtracted.
    FileUnwritable
        If the results cannot be written.
    """
    before, own = divided(opened.survey.id, [results_file.read_whole_results(path) for path in earlier])
    if own or _of_other_answers(target, opened):
        raise TeamNotLate("", "again")
    publication = publication_of(opened, withheld, published, before)
    results_file.write_results(publication, target)
    return publication


def _of_other_answers(target: Path, opened: Opened) -> bool:
    """Return whether results of this survey lie there that these answers do not give again.

    Whoever puts results with other comments in the place of those before publishes nothing twice.
    """
    try:
        there = results_file.read_whole_results(target)
    except FileUnreadable:
        return False
    if there.survey.id != opened.survey.id or there.after is not None:
        return False
    try:
        compared(there, opened, ())
    except ResultsDiffer:
        return True
    return False
