"""Whether a one-time code that somebody typed may be used, told apart so that they know what to do."""

from dataclasses import dataclass, field
from enum import StrEnum

from teamhealth.exchange.survey_file import CodeHashes
from teamhealth.sealing.code_hashes import slow_hash
from teamhealth.sealing.codes import read_code
from teamhealth.services.workspace import Workspace
from teamhealth.storage import codes as code_table
from teamhealth.survey.ids import SurveyId


class CodeVerdict(StrEnum):
    """GOOD may start; MISTYPED has a wrong character; UNKNOWN is no code of this survey; USED was used here."""

    GOOD = "good"
    MISTYPED = "mistyped"
    UNKNOWN = "unknown"
    USED = "used"


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """The verdict, and the code as it goes into the interview; None unless it is good."""

    verdict: CodeVerdict
    code: str | None = field(default=None, repr=False)


def check_code(workspace: Workspace, survey_id: str, typed: str) -> CheckedCode:
    """Return whether a code may be used on this computer; it is not marked as used before its answers are stored."""
    code = read_code(typed)
    if code is None:
        return CheckedCode(CodeVerdict.MISTYPED)
    with workspace.database.connect() as store:
        lock = code_table.lock_of(store, SurveyId(survey_id))
        if lock is None:
            return CheckedCode(CodeVerdict.UNKNOWN)
        found = code_table.state(store, SurveyId(survey_id), slow_hash(code, lock))
    if not found.known:
        return CheckedCode(CodeVerdict.UNKNOWN)
    return CheckedCode(CodeVerdict.USED) if found.used else CheckedCode(CodeVerdict.GOOD, code)


def check_against(hashes: CodeHashes, typed: str) -> CheckedCode:
    """Return whether a code is one of a survey file's, on a computer that stores nothing."""
    code = read_code(typed)
    if code is None:
        return CheckedCode(CodeVerdict.MISTYPED)
    if slow_hash(code, hashes.lock) not in hashes.hashes:
        return CheckedCode(CodeVerdict.UNKNOWN)
    return CheckedCode(CodeVerdict.GOOD, code)
