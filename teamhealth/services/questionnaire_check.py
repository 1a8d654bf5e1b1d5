"""Looks at a questionnaire's file before a survey is made of it."""

from pathlib import Path

from teamhealth.survey.questionnaire_file import CheckedQuestionnaire, read_checked


def check_questionnaire(path: Path) -> CheckedQuestionnaire:
    """Return a questionnaire and where it comes from.

    Raises
    ------
    QuestionnaireInvalid
        With every problem found, each naming a line or a key.
    """
    return read_checked(path)
