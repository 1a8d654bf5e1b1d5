"""Results files are computed again from all returns: the first, a later team's, and one team's part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from teamhealth.exchange.results_file import write_part, write_results
from teamhealth.exchange.return_file import Return, write_return
from teamhealth.failures import EarlierResultsNeeded, ResultsDiffer
from teamhealth.publication.part import Part, part_of
from teamhealth.publication.types import Publication
from teamhealth.sealing.envelope import seal
from teamhealth.services.late import publish_late
from teamhealth.services.lead import lead_secret, survey_file_of
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.travelling import SealedFiles
from teamhealth.services.verifying_files import verify_files
from teamhealth.services.workspace import Workspace
from teamhealth.storage import returns
from tests.services.conftest import Clock
from tests.services.council import WORDS, answer, computer, named, set_up, spec


@dataclass(frozen=True)
class Council:
    """Results files of one survey: of all that came at first, of two teams that came later, and everything sealed."""

    folder: Path
    first: Publication
    sealed: SealedFiles

    def verify(self, name: str, *others: str) -> Publication:
        earlier = [self.folder / each for each in others]
        return verify_files(self.folder / name, self.sealed, earlier, unwatched).publication


def _send(lead: Workspace, made: LeadSurvey, answers: dict[str, list[tuple[str, int]]], path: Path) -> None:
    envelopes = frozenset(
        (team, seal(answer(made.survey, team, code, option, f"{name} {option}"), made.file.public_key))
        for name, given in answers.items()
        for code, option in given
        for team in (named(made.survey, name),)
    )
    write_return(Return(made.survey.id, envelopes), path)
    add_returns(lead, made.survey.id, [path], unwatched)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    """Alder and Gorse come at first, Beech and Fern too, with too few answers; Cedar and Dogwood come later."""
    folder = tmp_path_factory.mktemp("council")
    with computer(folder / "lead", Clock(), 1) as lead:
        people = {"Alder": 7, "Beech": 6, "Cedar": 6, "Dogwood": 6, "Fern": 6, "Gorse": 6}
        made, _ = set_up(lead, folder, spec(people))
        slips = {name: list(made.slips[named(made.survey, name)]) for name in people}
        early = {"Alder": 4, "Beech": 2, "Fern": 5, "Gorse": 1}
        few = {"Alder": 6, "Beech": 3, "Fern": 4, "Gorse": 6}
        given = {name: [(code, option) for code in slips[name][: few[name]]] for name, option in early.items()}
        _send(lead, made, given, folder / "first")
        first = publish(lead, open_returns(lead, made.survey.id, WORDS, unwatched), frozenset(), unwatched)
        write_results(first, folder / "R")
        write_part(part_of(first, named(made.survey, "Alder")), folder / "P")
        for name, option in (("Cedar", 2), ("Dogwood", 3)):
            # One of them answers with a code that was used in the team before, and another stands in its place.
            own = [(code, option) for code in slips[name][:5]]
            _send(lead, made, {name: [*own, (slips["Alder"][0], 1)]}, folder / name)
            team = named(made.survey, name)
            late = open_late_team(lead, made.survey.id, team, WORDS, unwatched)
            write_results(publish_late(lead, late, team, frozenset(), progress=unwatched), folder / f"{name}.R")
        with lead.database.connect() as store:
            envelopes = returns.envelopes(store, made.survey.id)
        secret = lead_secret(lead, made.survey.id, WORDS)
        yield Council(folder, first, SealedFiles(survey_file_of(lead, made.survey.id), envelopes, secret))


def test_first_results_hold_although_later_returns_are_given_too(council: Council) -> None:
    assert council.first.services[0].totals
    assert council.verify("R", "Cedar.R", "Dogwood.R") == council.first
    with pytest.raises(ResultsDiffer):
        council.verify("R")


def test_a_later_teams_results_need_those_before_them_and_hold_beside_all_others(council: Council) -> None:
    with pytest.raises(EarlierResultsNeeded):
        council.verify("Dogwood.R")
    for own, other in (("Cedar", "Dogwood"), ("Dogwood", "Cedar")):
        assert council.verify(f"{own}.R", "R", f"{other}.R").teams[0].name == own
        assert council.verify(f"{own}.R", f"{other}.R", "R").teams[0].answered == 5


def test_a_team_that_was_opened_before_another_and_published_after_it_holds_as_well(tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "lead", clock, 4) as lead:
        made, _ = set_up(lead, tmp_path, spec({"Alder": 7, "Cedar": 6, "Dogwood": 7}))
        slips = {team.name: list(made.slips[team.id]) for team in made.survey.teams}
        _send(lead, made, {"Alder": [(code, 4) for code in slips["Alder"][:6]]}, tmp_path / "first")
        first = publish(lead, open_returns(lead, made.survey.id, WORDS, unwatched), frozenset(), unwatched)
        write_results(first, tmp_path / "R")
        # A code of Cedar's was used in Dogwood as well, and counts where it was opened first.
        used = {"Cedar": slips["Cedar"][:6], "Dogwood": [*slips["Dogwood"][:5], slips["Cedar"][0]]}
        _send(lead, made, {name: [(code, 2) for code in codes] for name, codes in used.items()}, tmp_path / "later")
        opened = {
            name: open_late_team(lead, made.survey.id, named(made.survey, name), WORDS, unwatched) for name in used
        }
        for name in ("Dogwood", "Cedar"):
            team = named(made.survey, name)
            write_results(publish_late(lead, opened[name], team, frozenset(), progress=unwatched), tmp_path / name)
            clock.now += timedelta(days=1)
        with lead.database.connect() as store:
            envelopes = returns.envelopes(store, made.survey.id)
        sealed = SealedFiles(survey_file_of(lead, made.survey.id), envelopes, lead_secret(lead, made.survey.id, WORDS))
    both = Council(tmp_path, first, sealed)
    assert both.verify("Dogwood", "R", "Cedar").teams[0].answered == 5
    assert both.verify("Cedar", "R", "Dogwood").teams[0].answered == 6


def test_a_part_holds_with_the_whole_or_by_itself(council: Council) -> None:
    others = [council.folder / each for each in ("Cedar.R", "Dogwood.R")]
    by_itself = verify_files(council.folder / "P", council.sealed, others, unwatched)
    assert by_itself.whole_left_out
    assert [team.name for team in by_itself.publication.teams] == ["Alder"]
    with_whole = verify_files(council.folder / "P", council.sealed, [council.folder / "R", *others], unwatched)
    assert not with_whole.whole_left_out
    assert with_whole.publication == council.first


def test_a_part_that_was_changed_differs(council: Council, tmp_path: Path) -> None:
    alder = council.first.teams[0]
    part = part_of(council.first, alder.id)
    renamed = replace(part.publication.services[0], teams=(replace(alder, name="Elder"),))
    forged = Part(replace(part.publication, services=(renamed,)), part.whole)
    write_part(forged, tmp_path / "P")
    for others in (["Cedar.R", "Dogwood.R"], ["R", "Cedar.R", "Dogwood.R"]):
        with pytest.raises(ResultsDiffer) as caught:
            verify_files(tmp_path / "P", council.sealed, [council.folder / each for each in others], unwatched)
        assert set(caught.value.parts) <= {"Alder", "Elder"}
