"""A council's own questionnaires: checked, kept in versions, never in the way of the program's or of older surveys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teamhealth.failures import FileUnreadable, QuestionnaireInvalid
from teamhealth.services.new_survey import find_questionnaire
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.questionnaires import (
    add_questionnaire,
    all_questionnaires,
    look_at_questionnaire,
    own_questionnaires,
    program_questionnaires,
    remove_questionnaire,
    stored_id,
    translations,
)
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from tests.services.journeys import created
from tests.survey.cymraeg import cymraeg
from tests.ui.office import office

OWN = """
id = "our-way"
version = "1.9"
language = "en-GB"
title = "Our way of working"
minutes = 2
audience = "Everyone."
licence = "CC BY 4.0"
source = "Exampleshire Council, 2026"

[response_scales.agreement]
options = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
opt_outs = ["Does not apply to me", "Prefer not to say"]

[[domains]]
id = "our-way"
title = "Our way"
question = "Do we work as we say?"
"""
ITEM = """
[[domains.items]]
id = "{id}"
label = "Label {id}"
text = "We do {id}."
strength = "Done"
concern = "Not done"
"""


def module(
    folder: Path, *, version: str = "1.9", ids: tuple[str, ...] = ("ow1", "ow2", "ow3"), name: str = "own"
) -> Path:
    path = folder / f"{name}.toml"
    text = OWN.replace("1.9", version).replace('"our-way"\nversion', f'"{name}-way"\nversion')
    path.write_text(text + "".join(ITEM.format(id=each) for each in ids), encoding="utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


def problems(workspace: Workspace, path: Path) -> tuple[str, ...]:
    with pytest.raises(QuestionnaireInvalid) as caught:
        add_questionnaire(workspace, path)
    return caught.value.problems


def test_an_added_questionnaire_stands_behind_the_programs_own_with_licence_and_source(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = add_questionnaire(workspace, module(tmp_path))
    assert all_questionnaires(workspace) == (*program_questionnaires(), made)
    assert (made.licence, made.source) == ("CC BY 4.0", "Exampleshire Council, 2026")


def test_looking_adds_nothing(workspace: Workspace, tmp_path: Path) -> None:
    assert look_at_questionnaire(workspace, module(tmp_path)).title == "Our way of working"
    assert own_questionnaires(workspace) == ()


def test_the_newest_version_is_offered_by_number_not_by_letters(workspace: Workspace, tmp_path: Path) -> None:
    add_questionnaire(workspace, module(tmp_path))
    newer = add_questionnaire(workspace, module(tmp_path, version="1.10", ids=("ow1", "ow2", "ow4")))
    assert own_questionnaires(workspace) == (newer,)
    assert problems(workspace, module(tmp_path, version="1.2")) == ("version: a newer one is here already",)


def test_the_same_version_is_the_same_text(workspace: Workspace, tmp_path: Path) -> None:
    add_questionnaire(workspace, module(tmp_path))
    add_questionnaire(workspace, module(tmp_path))
    changed = module(tmp_path, ids=("ow1", "ow2", "ow5"))
    assert problems(workspace, changed) == ("version: 1.9 is here already with another text; raise the version",)


def test_ids_of_others_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    assert problems(workspace, module(tmp_path, ids=("st1", "ow2", "ow3"))) == (
        'id "st1" is used in "Team health" too',
    )
    path = module(tmp_path)
    path.write_text(path.read_text().replace('id = "own-way"', 'id = "team-health"'))
    assert problems(workspace, path) == ('id: "team-health" is a questionnaire of the program; choose another id',)


def test_every_problem_of_a_wrong_file_is_told_and_a_missing_one_too(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('id = "x"\nlicence = 3\n')
    assert "licence: is not a text" in problems(workspace, path)
    with pytest.raises(FileUnreadable):
        add_questionnaire(workspace, tmp_path / "none.toml")


def test_what_is_taken_away_is_offered_no_longer(workspace: Workspace, tmp_path: Path) -> None:
    made = add_questionnaire(workspace, module(tmp_path))
    remove_questionnaire(workspace, made.id)
    assert own_questionnaires(workspace) == ()


def test_a_translation_of_the_programs_own_is_kept_beside_it_and_is_no_module(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = add_questionnaire(workspace, cymraeg(tmp_path))
    assert (made.id, made.language) == ("team-health", "cy")
    assert all_questionnaires(workspace) == program_questionnaires()
    assert translations(workspace) == (made,)
    polish = add_questionnaire(workspace, cymraeg(tmp_path, other='language = "cy" -> language = "pl"'))
    assert set(translations(workspace)) == {made, polish}
    remove_questionnaire(workspace, stored_id(polish))
    assert translations(workspace) == own_questionnaires(workspace) == (made,)
    module_made = add_questionnaire(workspace, module(tmp_path))
    assert all_questionnaires(workspace) == (*program_questionnaires(), module_made)


def test_a_translation_that_asks_otherwise_is_told_what_differs(workspace: Workspace, tmp_path: Path) -> None:
    path = cymraeg(tmp_path, item='id = "st1" -> id = "st9"')
    (told,) = problems(workspace, path)
    assert told.startswith("domains.stability.items: st9, st2, st3, st4, st5, st6, st7; a translation of ")
    assert told.endswith('"Team health" has st1, st2, st3, st4, st5, st6, st7')
    assert own_questionnaires(workspace) == ()


def test_another_text_of_a_translation_asks_to_take_the_first_away(workspace: Workspace, tmp_path: Path) -> None:
    add_questionnaire(workspace, cymraeg(tmp_path))
    path = cymraeg(tmp_path, words="My workload lets me -> Mae fy llwyth")
    assert problems(workspace, path) == ("version: 1.0 is here already with another text; take that one away first",)


def test_a_draft_asks_in_the_language_chosen_and_the_next_round_does_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = add_questionnaire(workspace, cymraeg(tmp_path))
    survey_id = created(workspace, language="cy", modules=("clear-framework",))
    survey = load_survey(workspace, survey_id)
    clear = next(each for each in program_questionnaires() if each.id == "clear-framework")
    assert survey.questionnaires == (made, clear)
    assert copy_to_draft(workspace, survey_id).language == "cy"
    remove_questionnaire(workspace, stored_id(made))
    assert load_survey(workspace, survey_id).questionnaires == (made, clear)
    assert copy_to_draft(workspace, survey_id).language == ""
    again = created(workspace, language="cy", team="Harbour")
    assert load_survey(workspace, again).questionnaires == program_questionnaires()[:1]


def test_a_spec_takes_a_translation_and_refuses_one_that_asks_otherwise(tmp_path: Path) -> None:
    found = find_questionnaire("cymraeg.toml", cymraeg(tmp_path).parent)
    assert found is not None
    assert found.language == "cy"
    cymraeg(tmp_path, item='id = "st1" -> id = "st9"')
    with pytest.raises(QuestionnaireInvalid, match=r"domains\.stability\.items"):
        find_questionnaire("cymraeg.toml", tmp_path)
