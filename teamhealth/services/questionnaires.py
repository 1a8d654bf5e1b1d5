"""The questionnaires that a survey can be made of: the program's own, and those that a council has added."""

from functools import cache
from pathlib import Path

from teamhealth.exchange.whole_file import read_whole
from teamhealth.resources import resource
from teamhealth.services.workspace import Workspace
from teamhealth.storage import questionnaires
from teamhealth.storage.database import transaction
from teamhealth.storage.questionnaires import StoredQuestionnaire
from teamhealth.survey.asked_together import asked_ids
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import (
    LARGEST_BYTES,
    parse_questionnaire,
    read_all,
    read_questionnaire,
)


def check_questionnaire(path: Path) -> Questionnaire:
    """Return a questionnaire, with what its file says of its licence and source.

    Raises
    ------
    QuestionnaireInvalid
        With every problem found, each naming a line or a key. A question's id that another questionnaire of the
        program has is one too.
    """
    return read_questionnaire(path, lambda made: _shared_ids(made, program_questionnaires()))


def program_questionnaires() -> tuple[Questionnaire, ...]:
    """Return the program's own questionnaires, the core one first."""
    return _read_once(resource("questionnaires"))


@cache
def _read_once(folder: Path) -> tuple[Questionnaire, ...]:
    # They come with the program and change with it alone; read anew, a form keeps the window waiting.
    return read_all(folder)


def own_questionnaires(workspace: Workspace) -> tuple[Questionnaire, ...]:
    """Return the newest version of each questionnaire that was added here, by title."""
    newest: dict[str, Questionnaire] = {}
    for each in _versions(workspace):
        if each.id not in newest or _order(each) > _order(newest[each.id]):
            newest[each.id] = each
    return tuple(sorted(newest.values(), key=lambda each: each.title.casefold()))


def all_questionnaires(workspace: Workspace) -> tuple[Questionnaire, ...]:
    """Return whatever a survey can be made of: the core questionnaire, modules, and the council's own."""
    return (*program_questionnaires(), *own_questionnaires(workspace))


def add_questionnaire(workspace: Workspace, path: Path) -> Questionnaire:
    """Add a questionnaire, or a newer version of one; surveys that were made before keep their text.

    Raises
    ------
    FileUnreadable
        If there is no such file.
    QuestionnaireInvalid
        With every problem found. An id of the program's own, a question's id that another questionnaire has, and
        another text under a version that is here already, are problems too.
    """
    raw, made = _addable(workspace, path)
    with workspace.database.connect() as store, transaction(store):
        questionnaires.save(store, StoredQuestionnaire(made.id, made.version, raw))
    return made


def look_at_questionnaire(workspace: Workspace, path: Path) -> Questionnaire:
    """Return what a file would add; errors are those of adding it, and nothing is added."""
    return _addable(workspace, path)[1]


def remove_questionnaire(workspace: Workspace, questionnaire_id: str) -> None:
    """Take a questionnaire away, so that no new survey is made of it; surveys keep the text they were asked with."""
    with workspace.database.connect() as store, transaction(store):
        questionnaires.delete(store, questionnaire_id)


def _addable(workspace: Workspace, path: Path) -> tuple[bytes, Questionnaire]:
    raw = read_whole(path, LARGEST_BYTES, bytes)
    program, own = program_questionnaires(), _versions(workspace)
    return raw, parse_questionnaire(path.name, raw, lambda made: _problems(made, program, own))


def _versions(workspace: Workspace) -> tuple[Questionnaire, ...]:
    with workspace.database.connect() as store:
        found = questionnaires.every(store)
    return tuple(parse_questionnaire(f"{each.id}.toml", each.document) for each in found)


def _problems(
    made: Questionnaire, program: tuple[Questionnaire, ...], own: tuple[Questionnaire, ...]
) -> tuple[str, ...]:
    if made.id in {each.id for each in program}:
        return (f'id: "{made.id}" is a questionnaire of the program; choose another id',)
    # Without a version that can be read there is nothing to compare.
    same = [each for each in own if each.id == made.id and made.version]
    problems = []
    if any(each.version == made.version and each != made for each in same):
        problems.append(f"version: {made.version} is here already with another text; raise the version")
    if any(_order(each) > _order(made) for each in same):
        problems.append("version: a newer one is here already")
    return (*problems, *_shared_ids(made, (*program, *own)))


def _shared_ids(made: Questionnaire, others: tuple[Questionnaire, ...]) -> tuple[str, ...]:
    titles = {key: each.title for each in others if each.id != made.id for key in asked_ids(each)}
    shared = dict.fromkeys(key for key in asked_ids(made) if key in titles)
    return tuple(f'id "{key}" is used in "{titles[key]}" too' for key in shared)


def _order(questionnaire: Questionnaire) -> tuple[int, ...]:
    return tuple(int(part) for part in questionnaire.version.split("."))
