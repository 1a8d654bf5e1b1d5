"""What people read when something goes wrong: what happened, whether their data is safe, what to do."""

from dataclasses import dataclass
from functools import singledispatch

from teamhealth import failures
from teamhealth.texts import (
    file_words,
    folder_words,
    plan_words,
    results_words,
    survey_words,
    table_words,
    travel_words,
)
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.problem_list import printable

_QUESTIONNAIRE_PROBLEMS = 5


@dataclass(frozen=True, slots=True)
class FailureWords:
    """Three sentences and a short code for whoever helps; none holds an answer or a secret."""

    what: str
    safe: str
    do: str
    code: str
    option: str = ""

    @property
    def line(self) -> str:
        """All on one line, for people at a window."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part).replace("\n", " ")

    @property
    def command_line(self) -> str:
        """The same for the command line, with the option that helps there."""
        return f"{self.line} {self.option}".rstrip()


def words_for(failure: Exception) -> FailureWords:
    """Return the words for a failure; an unknown one is said to be unexpected."""
    what, safe, do = _three(failure)
    return FailureWords(what, safe, do, f"TH-{type(failure).__name__}", folder_words.by_option(failure))


def wait_sentence(seconds: int) -> str:
    """Return how long to wait before the next try, or nothing."""
    if seconds <= 0:
        return ""
    return trn("You can try again in {count} second.", "You can try again in {count} seconds.", seconds)


Three = folder_words.Three


@singledispatch
def _three(failure: Exception) -> Three:  # noqa: ARG001 - the words are the same for all unknown failures
    return _unexpected()


def _unexpected() -> Three:
    return (
        tr("Something unexpected went wrong in the program."),
        tr("Answers that were sent are safe: each was stored before it was confirmed."),
        tr("Close the program and start it again. If it happens again, tell whoever looks after it this code."),
    )


@_three.register(MemoryError)
def _no_memory(_: Exception) -> Three:
    return (
        tr("This computer has too little free memory for that."),
        tr("Answers that were sent are safe: each was stored before it was confirmed."),
        tr("Close other programs and try again."),
    )


@_three.register
def _system(failure: OSError) -> Three:
    if failures.says_no_memory(failure):
        return _no_memory(failure)
    if not failures.says_full(failure):
        return _unexpected()
    return (
        tr("A disk of this computer is full, perhaps the one with the folder for temporary files."),
        tr("Answers that were sent are safe: each was stored before it was confirmed."),
        tr("Free some space, then try again."),
    )


@_three.register
def _passphrase(failure: failures.WrongPassphrase) -> Three:
    wait = failure.wait_seconds
    return (
        tr("That passphrase does not open this survey."),
        tr("Nothing is lost: the answers stay sealed."),
        " ".join(filter(None, (tr("Check the spaces and capitals, then try again."), wait_sentence(wait)))),
    )


@_three.register
def _pin(failure: failures.WrongPin) -> Three:
    wait = failure.wait_seconds
    return tr("That is not the manager PIN."), tr("Nothing is lost."), wait_sentence(wait) or tr("Try again.")


@_three.register
def _too_soon(failure: failures.TriedTooSoon) -> Three:
    wait = failure.wait_seconds
    return tr("There were several wrong tries."), tr("Nothing is lost."), wait_sentence(wait)


@_three.register
def _memory(_: failures.TooLittleMemory) -> Three:
    return (
        tr("This computer has too little free memory to check the passphrase."),
        tr("Nothing is lost: the answers stay sealed. The passphrase may well be right."),
        tr("Close other programs and try again."),
    )


@_three.register
def _questionnaire(failure: failures.QuestionnaireInvalid) -> Three:
    told = list(failure.problems[:_QUESTIONNAIRE_PROBLEMS])
    more = len(failure.problems) - len(told)
    if more > 0:
        told.append(trn("{count} more thing is wrong", "{count} more things are wrong", more))
    all_of_it = tr("‘teamhealth check’ lists all that is wrong with a file.")
    mend = tr("Put the file right, or install the program again.")
    return (
        tr("The questionnaire file {file} cannot be used: {problems}.", file=failure.file,
           problems=printable("; ".join(told))),
        tr("Nothing is lost: surveys keep the questions they were asked with."),
        f"{mend} {all_of_it}" if more > 0 else mend,
    )  # fmt: skip


@_three.register
def _cancelled(_: failures.Cancelled) -> Three:
    return tr("Cancelled."), tr("Nothing has been changed."), ""


@_three.register
def _no_survey(_: failures.NoSuchSurvey) -> Three:
    return tr("There is no such survey on this computer."), "", tr("Go back to the list of surveys.")


@_three.register
def _not_closed(_: failures.SurveyNotClosed) -> Three:
    return tr("This survey is still collecting."), tr("Nothing has been opened."), tr("Close it first.")


@_three.register
def _resources(_: failures.ResourcesMissing) -> Three:
    return (
        tr("Some of the program’s own files are missing."),
        tr("Your surveys have not been touched."),
        tr("Install the program again."),
    )


_three.register(failures.HeadcountImpossible, survey_words.headcount)
_three.register(failures.NameInvalid, survey_words.name)
_three.register(failures.EveryoneAnswered, survey_words.everyone_answered)
_three.register(failures.SurveyNotOpen, survey_words.not_open)
_three.register(failures.SurveyUnfit, survey_words.unfit)
_three.register(failures.NameTaken, survey_words.name_taken)
_three.register(failures.DraftIncomplete, survey_words.draft_incomplete)
_three.register(failures.TooSoonForTeam, survey_words.round_too_soon)
_three.register(failures.FollowsTooSoon, survey_words.follows_too_soon)
_three.register(failures.EnvelopeDamaged, survey_words.answer_damaged)
_three.register(failures.ResponseTooLarge, survey_words.answer_too_large)
_three.register(failures.NoSuchTeam, results_words.no_such_team)
_three.register(failures.NoSuchService, results_words.no_such_service)
_three.register(failures.TeamHidden, results_words.hidden)
_three.register(failures.SurveyPublished, results_words.published)
_three.register(failures.NoResults, results_words.none_here)
_three.register(failures.ResultsDeleted, results_words.deleted)
_three.register(failures.ResultsOlder, results_words.older)
_three.register(failures.FolderReadOnly, folder_words.read_only)
_three.register(failures.FolderClosed, folder_words.closed)
_three.register(failures.FolderIsFile, folder_words.is_file)
_three.register(failures.FolderGone, folder_words.gone)
_three.register(failures.SettingsSpoilt, folder_words.settings_spoilt)
_three.register(failures.FolderUnknown, folder_words.unknown)
_three.register(failures.FolderMisnamed, folder_words.misnamed)
_three.register(failures.DiskFull, folder_words.full)
_three.register(failures.FolderShared, folder_words.shared)
_three.register(failures.CopyShared, folder_words.copy_shared)
_three.register(failures.FolderEmpty, folder_words.empty)
_three.register(failures.FolderTaken, folder_words.taken)
_three.register(failures.AlreadyRunning, folder_words.running)
_three.register(failures.DatabaseNewer, folder_words.newer)
_three.register(failures.DatabaseForeign, folder_words.foreign)
_three.register(failures.DatabaseDamaged, folder_words.damaged)
_three.register(failures.DatabaseUnsafe, folder_words.unsafe)
_three.register(failures.DatabaseBusy, folder_words.busy)
_three.register(failures.FileUnreadable, file_words.unreadable)
_three.register(failures.FileUnwritable, file_words.unwritable)
_three.register(failures.CodeUnknown, travel_words.code_unknown)
_three.register(failures.CodeUsed, travel_words.code_used)
_three.register(failures.MoreAnswersThanPeople, travel_words.more_answers)
_three.register(failures.PassphraseTooShort, travel_words.passphrase_short)
_three.register(failures.PassphraseTheSame, travel_words.passphrase_same)
_three.register(failures.SurveyFileChanged, travel_words.survey_changed)
_three.register(failures.KeyElsewhere, travel_words.key_elsewhere)
_three.register(failures.LeadDecides, travel_words.lead_decides)
_three.register(failures.KeyOfAnotherSurvey, travel_words.other_key)
_three.register(failures.SurveyFileDiffers, travel_words.survey_differs)
_three.register(failures.ReturnOfAnotherSurvey, travel_words.other_return)
_three.register(failures.NoSurveyForReturn, travel_words.no_survey)
_three.register(failures.SurveyOfReturnDeleted, travel_words.survey_deleted)
_three.register(failures.SurveyOfReturnDestroyed, travel_words.survey_destroyed)
_three.register(failures.NoTeamToPublish, travel_words.no_team)
_three.register(failures.SpecInvalid, travel_words.spec_invalid)
_three.register(failures.ResultsDiffer, travel_words.results_differ)
_three.register(failures.AnswersDestroyed, travel_words.answers_destroyed)
_three.register(failures.CollectedDestroyed, survey_words.collected_destroyed)
_three.register(failures.EarlierResultsNeeded, travel_words.earlier_results_needed)
_three.register(failures.TeamNotLate, travel_words.team_not_late)
_three.register(failures.NoSuchPlan, plan_words.no_plan)
_three.register(failures.PlanSheetInvalid, plan_words.sheet_invalid)
_three.register(failures.TableInvalid, table_words.table_invalid)
