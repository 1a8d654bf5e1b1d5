"""What people read when a file, a code or a key does not fit its survey."""

from teamhealth import failures
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import Three
from teamhealth.texts.lists import and_list
from teamhealth.texts.problem_list import printable

MOST_PROBLEMS = 5


def code_unknown(_: failures.CodeUnknown) -> Three:
    """Return the words for CodeUnknown."""
    return (
        tr("We do not know that code."),
        tr("Nothing is lost: no answers have been sent with it."),
        tr("Check each letter, or ask the survey lead for a spare."),
    )


def code_used(_: failures.CodeUsed) -> Three:
    """Return the words for CodeUsed."""
    return (
        tr("That code has been used already. Each code works once."),
        tr("The answers that were sent with it are safe."),
        tr("If it was not you, ask the survey lead for a spare."),
    )


def more_answers(failure: failures.MoreAnswersThanPeople) -> Three:
    """Return the words for MoreAnswersThanPeople."""
    return (
        tr("There are more answers than people in {teams}.", teams=and_list(list(failure.teams))),
        tr("Nothing has been changed, and no answer is lost."),
        tr("If the team is larger, correct its headcount. What was added twice should be left out."),
    )


def passphrase_short(failure: failures.PassphraseTooShort) -> Three:
    """Return the words for PassphraseTooShort."""
    return (
        tr("The passphrase needs {count} words or more.", count=failure.least),
        tr("Nothing has been written."),
        tr("Choose words that nobody who knows you would guess."),
    )


def passphrase_same(_: failures.PassphraseTheSame) -> Three:
    """Return the words for PassphraseTheSame."""
    return (
        tr("That is the passphrase of the first key."),
        tr("Nothing has been written."),
        tr("Let the second lead choose one that you do not know."),
    )


def survey_changed(_: failures.SurveyFileChanged) -> Three:
    """Return the words for SurveyFileChanged."""
    return (
        tr("The survey file promises or asks other things than it did when its key was made."),
        tr("Nothing has been opened, and the answers stay sealed."),
        tr("Use the survey file that was made with the key, and ask who changed this one."),
    )


def key_elsewhere(_: failures.KeyElsewhere) -> Three:
    """Return the words for KeyElsewhere."""
    return (
        tr("These answers can be opened by the survey lead only."),
        tr("All answers that were sent are safe."),
        tr("Export the sealed return and send it to the survey lead."),
    )


def lead_decides(_: failures.LeadDecides) -> Three:
    """Return the words for LeadDecides."""
    return (
        tr("Only the survey lead can change this."),
        tr("Nothing has been changed."),
        tr("Ask the survey lead for a new survey file, and open it here."),
    )


def other_key(_: failures.KeyOfAnotherSurvey) -> Three:
    """Return the words for KeyOfAnotherSurvey."""
    return (
        tr("This key belongs to another survey."),
        tr("Nothing is lost: the answers stay sealed."),
        tr("Use the key file that was made with this survey."),
    )


def survey_differs(_: failures.SurveyFileDiffers) -> Three:
    """Return the words for SurveyFileDiffers."""
    return (
        tr("A survey of this name is here already, with another key or other promises."),
        tr("Nothing has been changed, and all answers that were sent are safe."),
        tr("Ask the survey lead which file is the right one, and compare the three words."),
    )


def no_survey(_: failures.NoSurveyForReturn) -> Three:
    """Return the words for NoSurveyForReturn."""
    return (
        tr("No survey on this computer waits for this sealed return."),
        tr("Nothing has been opened or changed, and the answers in it are safe."),
        tr("Open it on the survey lead’s computer. If that is this one, open the survey file in Surveys first."),
    )


def survey_deleted(failure: failures.SurveyOfReturnDeleted) -> Three:
    """Return the words for SurveyOfReturnDeleted."""
    return (
        tr("The results of ‘{title}’ have been deleted on this computer.", title=str(failure)),
        tr("This sealed return came too late for it. It was not added, and nothing has been opened."),
        tr("Delete the file, and ask its team again in the next round."),
    )


def survey_destroyed(failure: failures.SurveyOfReturnDestroyed) -> Three:
    """Return the words for SurveyOfReturnDestroyed."""
    return (
        tr("The sealed answers of ‘{title}’ and its key have been destroyed on this computer.", title=str(failure)),
        tr("This sealed return came too late for it. It was not added, and nothing has been opened."),
        tr("Delete the file, and ask its team again in the next round."),
    )


def other_return(_: failures.ReturnOfAnotherSurvey) -> Three:
    """Return the words for ReturnOfAnotherSurvey."""
    return (
        tr("This return belongs to another survey."),
        tr("Nothing has been added."),
        tr("Add it to the survey that it was collected for."),
    )


def no_team(_: failures.NoTeamToPublish) -> Three:
    """Return the words for NoTeamToPublish."""
    return (
        tr("This team cannot be published by itself."),
        tr("The published results stand unchanged."),
        tr("Only a team from which nothing had come can come later."),
    )


def spec_invalid(failure: failures.SpecInvalid) -> Three:
    """Return the words for SpecInvalid."""
    told = printable("; ".join(failure.problems[:MOST_PROBLEMS]))
    return (
        tr("{file} cannot be used: {problems}.", file=failure.file, problems=told),
        tr("Nothing has been written."),
        tr("Put the file right and try again."),
    )


def answers_destroyed(_: failures.AnswersDestroyed) -> Three:
    """Return the words for AnswersDestroyed."""
    return (
        tr("The sealed answers of this survey have been destroyed, as was promised."),
        tr("The published results still open, and still match their own fingerprint."),
        tr("They cannot be computed again. Compare the fingerprint with the one on the report."),
    )


def earlier_results_needed(_: failures.EarlierResultsNeeded) -> Three:
    """Return the words for EarlierResultsNeeded."""
    return (
        tr("These results are of a team that was published later, by itself."),
        tr("Nothing has been changed."),
        tr("Name the results that were published before it, too."),
    )


def team_not_late(failure: failures.TeamNotLate) -> Three:
    """Return the words for TeamNotLate."""
    stands = tr("Nothing has been written, and what was published stands.")
    if failure.reason == "again":
        return (
            tr("Results of this survey have been made already."),
            stands,
            tr("To publish a team that came later by itself, name it with --late."),
        )
    if failure.reason == "first":
        return (
            tr("A team is published later after the first results of its survey, and those are not named."),
            tr("Nothing has been written."),
            tr("Name them with --earlier."),
        )
    if failure.reason == "published":
        return tr("{team} has been published already, once and for all.", team=failure.name), stands, ""
    return (
        tr("The first results do not come out without {team}: its answers are in them.", team=failure.name),
        stands,
        tr("If a return of another team is missing here, name it, too."),
    )


def results_differ(failure: failures.ResultsDiffer) -> Three:
    """Return the words for ResultsDiffer."""
    different = tr("Different: {parts}. No file has been changed.", parts=and_list(list(failure.parts)))
    if failure.opted_out:
        early = tr(
            "Somebody opted out of every question. An earlier version counted them, and its results differ by that."
        )
        different = f"{different} {early}"
    return (
        tr("These results are not what the sealed answers give."),
        different,
        tr("If a return came after these results, leave it out, or name the later results, too."),
    )
