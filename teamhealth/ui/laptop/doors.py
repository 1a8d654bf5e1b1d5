"""Makes the door of the questionnaire: what of a code's verdict people read."""

from collections.abc import Callable

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.services.code_checks import CheckedCode, CodeVerdict, check_code
from teamhealth.services.own_computer import check_own_code
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.door import Door, Entrance


def laptop_door(workspace: Workspace, survey_id: str, words: tuple[str, ...], *, codes: bool) -> Door:
    """Return the door of a survey on this laptop."""

    def check(typed: str) -> Entrance:
        return _entrance(check_code(workspace, survey_id, typed))

    return _door(words, check, codes=codes)


def own_door(file: SurveyFile, words: tuple[str, ...]) -> Door:
    """Return the door for somebody who answers on their own computer."""

    def check(typed: str) -> Entrance:
        return _entrance(check_own_code(file, typed))

    return _door(words, check, codes=file.codes is not None)


def refusal(verdict: CodeVerdict) -> str:
    """Return what to do about a code that may not be used."""
    return {
        CodeVerdict.GOOD: "",
        CodeVerdict.MISTYPED: tr("One of the characters must be wrong. Check each letter and number on your slip."),
        CodeVerdict.UNKNOWN: tr("We do not know that code. Check each letter, or ask the survey lead for a spare."),
        CodeVerdict.USED: tr("That code has been used already. Each code works once."),
    }[verdict]


def _door(words: tuple[str, ...], check: Callable[[str], Entrance], *, codes: bool) -> Door:
    return Door(words, check if codes else None)


def _entrance(checked: CheckedCode) -> Entrance:
    return Entrance(checked.code, refusal(checked.verdict))
