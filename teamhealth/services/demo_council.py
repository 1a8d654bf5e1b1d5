"""The whole job on an invented council: a survey lead, laptops, several rounds, and every file that travels."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from teamhealth.exchange.results_file import write_part
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication
from teamhealth.services.collect import submit
from teamhealth.services.demo import CHEAP, OPENING_WORDS, ORGANISATION, PIN
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.invented_council import (
    DAYS_BETWEEN,
    InventedCouncil,
    InventedRound,
    InventedTeam,
    by_service,
    drifted,
    invented_teams,
    round_name,
    spec_of,
)
from teamhealth.services.laptop import export_return, open_survey_file, take_in_return
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.new_survey import write_survey_files
from teamhealth.services.opening import publish
from teamhealth.services.own_computer import open_for_one, write_own_return
from teamhealth.services.progress import Progress, unwatched
from teamhealth.services.results_files import report_name, write_meeting_sheet, write_results, write_team_report
from teamhealth.services.returns import add_returns
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Service
from teamhealth.survey.response import Response
from teamhealth.texts.catalogue import tr


def run_council(
    data: Path, folder: Path, council: InventedCouncil, now: datetime, progress: Progress
) -> tuple[Path, ...]:
    """Set up, collect on laptops, return, open and publish each round; leave all files and PDFs in ``folder``.

    Parameters
    ----------
    data : Path
        Where the invented computers keep their data; empty of databases.
    folder : Path
        Where the files go; it must exist.
    council : InventedCouncil
    now : datetime
        The last round's moment, with its time zone.
    progress : Progress

    Returns
    -------
    tuple of Path
        The files made.

    Raises
    ------
    FileUnwritable
        If the folder takes no files.
    """
    made: list[Path] = [folder / "passphrase.txt"]
    write_atomically(made[0], f"{OPENING_WORDS}\n".encode(), private=True)
    draw = Random(council.seed)  # noqa: S311 - invented people need no secrecy, they need to be the same again
    people = invented_teams(council, draw)
    total = council.rounds * (len(people) + 2)
    with _computer(data / "lead", now, council.seed) as lead:
        for number in range(council.rounds):
            step = number * (len(people) + 2)
            progress(step, total)
            moment = now - timedelta(days=DAYS_BETWEEN * (council.rounds - 1 - number))
            name = round_name(now, council.rounds - 1 - number)
            this = InventedRound(number, name, moment, by_service(drifted(people, draw, number)))
            then = replace(lead, clock=partial(_moment, moment))
            survey, written = _set_up(then, this, folder)
            made += written
            returned = _collect(data, survey, written[0], this, folder=folder, seed=council.seed)
            made += returned
            progress(step + 1, total)
            add_returns(then, survey.survey.id, returned, unwatched)
            opened = open_returns(then, survey.survey.id, OPENING_WORDS, unwatched)
            publication = publish(then, opened, frozenset(), unwatched)
            for place, path in enumerate(_hand_back(publication, folder)):
                made.append(path)
                progress(min(step + 2 + place // 3, step + len(people) + 1), total)
    progress(total, total)
    return tuple(made)


def _set_up(lead: Workspace, this: InventedRound, folder: Path) -> tuple[LeadSurvey, tuple[Path, ...]]:
    made = create_lead_survey(lead, spec_of(this, ORGANISATION), OPENING_WORDS, unwatched)
    files = write_survey_files(made, OPENING_WORDS, folder, entropy=lead.entropy, key_cost=lead.key_cost)
    return made, files.all


def _collect(
    data: Path, made: LeadSurvey, survey_path: Path, this: InventedRound, *, folder: Path, seed: int
) -> tuple[Path, ...]:
    """Let people answer on a laptop a service, the last of each round at home; return the sealed returns."""
    written = []
    for place, service in enumerate(made.survey.services):
        answers = [
            response
            for team, invented in zip(service.teams, this.services[place][1], strict=True)
            for response in _answers(made, invented, team.id, seed * 1000 + this.number * 100)
        ]
        with _computer(data / f"laptop {this.number + 1}-{place + 1}", this.moment, seed) as laptop:
            open_survey_file(laptop, survey_path, PIN)
            for response in answers[:-1]:
                submit(laptop, response)
            own = laptop.folder / "own computer.threturn"
            write_own_return(open_for_one(survey_path), answers[-1], own)
            take_in_return(laptop, made.survey.id, own)
            written.append(folder / _return_name(made, service))
            export_return(laptop, made.survey.id, written[-1])
    return tuple(written)


def _answers(made: LeadSurvey, team: InventedTeam, team_id: TeamId, seed: int) -> tuple[Response, ...]:
    seed += [each.id for each in made.survey.teams].index(team_id)
    responses = invented_responses(made.survey, team.answering, seed, team_id, team.leaning)
    slips = (code.replace("-", "") for code in made.slips[team_id])
    return tuple(replace(response, code=code) for response, code in zip(responses, slips, strict=False))


def _hand_back(publication: Publication, folder: Path) -> Iterator[Path]:
    """Write the whole results, every team's part, and the reports of those that are shown."""
    from teamhealth.report.file_names import survey_file_name

    whole = folder / survey_file_name(publication.survey.title, tr("results"), ".thresults")
    write_results(publication, whole)
    yield whole
    for team in publication.teams:
        part = folder / report_name(publication, team.id, "results")
        write_part(part_of(publication, team.id), part)
        yield part
        if team.shown:
            report = folder / report_name(publication, team.id, "report")
            write_team_report(publication, team.id, report)
            yield report
            meeting = folder / report_name(publication, team.id, "meeting")
            write_meeting_sheet(publication, team.id, meeting)
            yield meeting


def _return_name(made: LeadSurvey, service: Service) -> str:
    from teamhealth.report.file_names import survey_file_name

    return survey_file_name(made.survey.title, service.name, ".threturn")


@contextmanager
def _computer(folder: Path, moment: datetime, seed: int) -> Iterator[Workspace]:
    # Invented answers need no secrecy, and the same seed shall give the same figures.
    entropy = Random(f"{seed} {folder.name}").randbytes  # noqa: S311 - invented data, the same each time
    clock = partial(_moment, moment)
    with open_workspace(folder, clock=clock, entropy=entropy, code_cost=CHEAP) as workspace:
        yield workspace


def _moment(moment: datetime) -> datetime:
    return moment
