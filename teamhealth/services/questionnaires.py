"""The questionnaires a survey can be made of: the program's own, those a council has added, and translations."""

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
from teamhealth.survey.translation import same_language, translation_problems


def check_questionnaire(path: Path) -> Questionnaire:
    """Return a questionnaire, with what its file says of its licence and source.

    Raises
    ------
    QuestionnaireInvalid
        With every problem found, each naming a line or a key. A question's id that another questionnaire of the
        program has is one too, and so is what a translation of the program's own has otherwise than the original.
    """
    return read_questionnaire(path, _beside_program)


def program_questionnaires() -> tuple[Questionnaire, ...]:
    """Return the program's own questionnaires, the core one first."""
    return _read_once(resource("questionnaires"))


@cache
def _read_once(folder: Path) -> tuple[Questionnaire, ...]:
    # They come with the program and change with it alone; read anew, a form keeps the window waiting.
    return read_all(folder)


def own_questionnaires(workspace: Workspace) -> tuple[Questionnaire, ...]:
    """Return the newest version of each questionnaire and translation that was added here, by title."""
    newest: dict[str, Questionnaire] = {}
    for each in _versions(workspace):
        before = newest.get(stored_id(each))
        if before is None or _order(each) > _order(before):
            newest[stored_id(each)] = each
    return tuple(sorted(newest.values(), key=lambda each: each.title.casefold()))


def all_questionnaires(workspace: Workspace) -> tuple[Questionnaire, ...]:
    """Return whatever a survey can be made of: the core questionnaire, modules, and the council's own."""
    return (*program_questionnaires(), *(each for each in own_questionnaires(workspace) if original_of(each) is None))


def translations(workspace: Workspace) -> tuple[Questionnaire, ...]:
    """Return what can be asked in place of the program's own, in other languages.

    One that was made of an earlier version of the program's is not among them.
    """
    pairs = ((each, original_of(each)) for each in own_questionnaires(workspace))
    return tuple(each for each, original in pairs if original and not translation_problems(each, original))


def original_of(questionnaire: Questionnaire) -> Questionnaire | None:
    """Return the program's questionnaire that this is a translation of; None if it is none."""
    found = next((each for each in program_questionnaires() if each.id == questionnaire.id), None)
    return found if found is not None and not same_language(questionnaire, found) else None


def translated_otherwise(made: Questionnaire) -> tuple[str, ...]:
    """Return in what a translation of one of the program's questionnaires differs from it, but for words."""
    original = original_of(made) if made.language else None
    return translation_problems(made, original) if original is not None else ()


def stored_id(questionnaire: Questionnaire) -> str:
    """Return what a questionnaire of one's own is kept and taken away by: a translation by its language, too."""
    return questionnaire.id if original_of(questionnaire) is None else f"{questionnaire.id}.{questionnaire.language}"


def add_questionnaire(workspace: Workspace, path: Path) -> Questionnaire:
    """Add a questionnaire, or a newer version of one; surveys that were made before keep their text.

    Raises
    ------
    FileUnreadable
        If there is no such file.
    QuestionnaireInvalid
        With every problem found. An id of the program's own in the same language, what a translation of one has
        otherwise, a question's id that another questionnaire has, and another text under a version that is here
        already, are problems too.
    """
    raw, made = _addable(workspace, path)
    with workspace.database.connect() as store, transaction(store):
        questionnaires.save(store, StoredQuestionnaire(stored_id(made), made.version, raw))
    return made


def look_at_questionnaire(workspace: Workspace, path: Path) -> Questionnaire:
    """Return what a file would add; errors are those of adding it, and nothing is added."""
    return _addable(workspace, path)[1]


def remove_questionnaire(workspace: Workspace, questionnaire_id: str) -> None:
    """Take a questionnaire away by what it is kept by; surveys keep the text they were asked with."""
    with workspace.database.connect() as store, transaction(store):
        questionnaires.delete(store, questionnaire_id)


def _addable(workspace: Workspace, path: Path) -> tuple[bytes, Questionnaire]:
    raw = read_whole(path, LARGEST_BYTES, bytes)
    own = _versions(workspace)
    return raw, parse_questionnaire(path.name, raw, lambda made: _problems(made, own))


def _versions(workspace: Workspace) -> tuple[Questionnaire, ...]:
    with workspace.database.connect() as store:
        found = questionnaires.every(store)
    return tuple(parse_questionnaire(f"{each.id}.toml", each.document) for each in found)


def _problems(made: Questionnaire, own: tuple[Questionnaire, ...]) -> tuple[str, ...]:
    program = program_questionnaires()
    translated = original_of(made) is not None
    if made.id in {each.id for each in program} and not translated:
        return (f'id: "{made.id}" is a questionnaire of the program; choose another id',)
    # Without a version that can be read there is nothing to compare.
    same = [each for each in own if stored_id(each) == stored_id(made) and made.version]
    problems = []
    if any(each.version == made.version and each != made for each in same):
        # A translation has the version of the original, so that there is none to raise.
        instead = "take that one away first" if translated else "raise the version"
        problems.append(f"version: {made.version} is here already with another text; {instead}")
    if any(_order(each) > _order(made) for each in same):
        problems.append("version: a newer one is here already")
    if translated:
        return (*problems, *_beside_program(made))
    return (*problems, *_shared_ids(made, (*program, *(each for each in own if original_of(each) is None))))


def _beside_program(made: Questionnaire) -> tuple[str, ...]:
    return (*translated_otherwise(made), *_shared_ids(made, program_questionnaires()))


def _shared_ids(made: Questionnaire, others: tuple[Questionnaire, ...]) -> tuple[str, ...]:
    titles = {key: each.title for each in others if each.id != made.id for key in asked_ids(each)}
    shared = dict.fromkeys(key for key in asked_ids(made) if key in titles)
    return tuple(f'id "{key}" is used in "{titles[key]}" too' for key in shared)


def _order(questionnaire: Questionnaire) -> tuple[int, ...]:
    return tuple(int(part) for part in questionnaire.version.split("."))
