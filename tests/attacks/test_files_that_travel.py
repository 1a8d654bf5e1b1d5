"""A manager edits the files that travel: what the lead publishes is what honest people sealed, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.exchange.survey_file import SurveyFile, write_survey
from teamhealth.sealing.codes import new_code
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.keys import new_key_pair
from teamhealth.services.lead_opening import check_all, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opened import Refused
from teamhealth.services.opening import publish
from teamhealth.services.own_computer import own_words
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Service
from tests.lead import CHEAP
from tests.services.conftest import Clock
from tests.services.council import WORDS, answer, collected, computer, named, set_up, spec

Held = frozenset[tuple[TeamId, bytes]]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", Clock(), 1) as opened:
        yield opened


@pytest.fixture
def made(lead: Workspace, tmp_path: Path) -> tuple[LeadSurvey, Path]:
    return set_up(lead, tmp_path)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    with computer(tmp_path / "laptop", Clock(), 5) as opened:
        yield opened


@pytest.fixture
def honest(laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> Held:
    return read_return(collected(laptop, *made, {"Alder": [4] * 6, "Beech": [2] * 5}, tmp_path / "r")).envelopes


def counted(made: LeadSurvey, envelopes: Iterable[tuple[TeamId, bytes]]) -> tuple[int, Refused]:
    """Return how many answers count on the lead's computer, and what does not."""
    found, refused = check_all(made.survey, [tuple(envelopes)], made.secret, unwatched)
    return len(found), refused


def edited(file: SurveyFile) -> SurveyFile:
    """Return a survey file with other names, more people and a higher threshold, as staff would then read it."""
    services = tuple(
        Service(each.id, "Elsewhere", tuple(replace(team, name=f"{team.name}!", headcount=40) for team in each.teams))
        for each in file.survey.services
    )
    policy = replace(file.survey.policy, threshold=9)
    return replace(file, survey=replace(file.survey, title="Another title", services=services, policy=policy))


def test_a_survey_file_with_the_managers_own_key_has_other_words_and_gives_the_lead_nothing(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    forged = replace(made[0].file, public_key=new_key_pair().public)
    write_survey(forged, tmp_path / "forged.thsurvey")
    assert own_words(forged, CHEAP) != made[0].words
    path = collected(laptop, made[0], tmp_path / "forged.thsurvey", {"Alder": [4] * 6}, tmp_path / "r")
    assert counted(made[0], read_return(path).envelopes) == (0, Refused(damaged=6))


def test_names_headcounts_and_threshold_of_an_edited_file_are_not_the_results(
    lead: Workspace, laptop: Workspace, tmp_path: Path
) -> None:
    made, _ = set_up(lead, tmp_path, spec({"Alder": 7}, codes=False))
    write_survey(edited(made.file), tmp_path / "edited.thsurvey")
    path = collected(laptop, made, tmp_path / "edited.thsurvey", {"Alder": [4] * 6}, tmp_path / "r")
    add_returns(lead, made.survey.id, [path], unwatched)
    published = publish(lead, open_returns(lead, made.survey.id, WORDS, unwatched), frozenset(), unwatched)
    assert published.survey.title == made.survey.title
    # Six are shown by the lead's threshold of five, and would not be by the nine that stood in the edited file.
    assert [(team.name, team.headcount, team.answered) for team in published.teams] == [("Alder", 7, 6)]


def test_envelopes_under_other_teams_count_for_none_and_hide_no_honest_one(
    made: tuple[LeadSurvey, Path], honest: Held
) -> None:
    alder, beech = named(made[0].survey, "Alder"), named(made[0].survey, "Beech")
    swapped = {(beech if team == alder else alder, sealed) for team, sealed in honest}
    assert counted(made[0], swapped) == (0, Refused(damaged=11))
    assert counted(made[0], honest | swapped) == (11, Refused(damaged=11))


def test_doubled_envelopes_count_once_in_however_many_files(
    lead: Workspace, made: tuple[LeadSurvey, Path], honest: Held, tmp_path: Path
) -> None:
    paths = []
    for number in range(4):
        paths.append(tmp_path / f"{number}.threturn")
        some = frozenset(Random(number).sample(sorted(honest), 7)) if number else honest
        write_return(Return(made[0].survey.id, some), paths[-1])
    add_returns(lead, made[0].survey.id, paths, unwatched)
    assert open_returns(lead, made[0].survey.id, WORDS, unwatched).answered == 11


def test_answers_of_one_survey_are_none_of_another(
    lead: Workspace, made: tuple[LeadSurvey, Path], honest: Held, tmp_path: Path
) -> None:
    (tmp_path / "next").mkdir()
    later, _ = set_up(lead, tmp_path / "next", spec({"Alder": 7, "Beech": 6, "Cedar": 5, "Damson": 6}, codes=False))
    replayed = {(named(later.survey, "Alder"), sealed) for _, sealed in honest}
    assert counted(later, replayed) == (0, Refused(damaged=11))
    # Opened and sealed again for the other survey, which only a lead could do, they name their own survey inside.
    own = answer(made[0].survey, named(later.survey, "Alder"), None)
    assert counted(later, [(own.team, seal(own, later.file.public_key))]) == (0, Refused(damaged=1))


def test_guessed_codes_count_for_nothing(made: tuple[LeadSurvey, Path], honest: Held) -> None:
    alder, random = named(made[0].survey, "Alder"), Random(3)
    guessed = {
        (alder, seal(answer(made[0].survey, alder, new_code(random.randbytes), 1), made[0].file.public_key))
        for _ in range(20)
    }
    assert counted(made[0], honest | guessed) == (11, Refused(unknown_codes=20))


def test_a_code_that_was_used_adds_no_answer(made: tuple[LeadSurvey, Path], honest: Held) -> None:
    alder = named(made[0].survey, "Alder")
    used = made[0].slips[alder][0]
    again = {(alder, seal(answer(made[0].survey, alder, used, 1), made[0].file.public_key)) for _ in range(5)}
    assert counted(made[0], honest | again) == (11, Refused(repeated_codes=5))
