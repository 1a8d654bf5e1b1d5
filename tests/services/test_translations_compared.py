"""A round in Welsh stands beside the round in English before it, and its file carries the words to a laptop."""

from dataclasses import replace
from pathlib import Path

import msgspec

from teamhealth.services.drafts import DraftTeam, load_draft
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.lead import export_survey_file
from teamhealth.services.lead_drafts import create_from_draft
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.progress import unwatched
from teamhealth.services.questionnaires import add_questionnaire
from teamhealth.services.setup import create_survey
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import drafts as draft_table
from teamhealth.survey.custody import CustodyKind
from tests.services.conftest import Clock
from tests.services.council import computer
from tests.services.journeys import PIN, WORDS, answered, created, draft, published
from tests.survey.cymraeg import cymraeg


def test_a_change_is_told_between_the_original_and_its_translation(tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "data", clock, 1) as workspace:
        first = created(workspace)
        answered(workspace, first, [2, 3, 2, 3, 2, 3, 2, 3])
        published(workspace, first)
        clock.move(days=90)
        add_questionnaire(workspace, cymraeg(tmp_path))
        again = replace(copy_to_draft(workspace, first), round_name="Spring 2027", language="cy")
        second = create_survey(workspace, again, WORDS, PIN, unwatched)
        answered(workspace, second, [4, 4, 5, 4, 4, 5, 4, 4])
        whole = published(workspace, second)
        assert [each.language for each in whole.survey.questionnaires] == ["cy"]
        assert all(each.change is not None for each in whole.teams[0].domains)


def test_a_survey_file_carries_the_words_to_a_laptop_that_has_no_translation(tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made = add_questionnaire(lead, cymraeg(tmp_path))
        teams = (DraftTeam("Alder", 7), DraftTeam("Beech", 6))
        begun = draft(lead, custody=CustodyKind.LEAD, teams=teams, language="cy")
        of_lead = create_from_draft(lead, begun, WORDS, unwatched)
        path = tmp_path / "welsh.thsurvey"
        export_survey_file(lead, of_lead.survey.id, path)
        assert load_survey(laptop, open_survey_file(laptop, path, PIN)).questionnaires == (made,)


def test_a_draft_of_before_there_were_languages_reads_as_it_was(workspace: Workspace) -> None:
    begun = draft(workspace)
    fields = msgspec.to_builtins(begun)
    del fields["language"]
    with workspace.database.connect() as store:
        draft_table.save(store, begun.id, msgspec.json.encode(fields))
    assert load_draft(workspace, begun.id) == begun
