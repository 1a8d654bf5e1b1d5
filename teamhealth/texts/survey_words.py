"""What people read when a survey cannot be set up as somebody wants, or an answer cannot be taken or opened."""

from teamhealth import failures
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import Three


def headcount(failure: failures.HeadcountImpossible) -> Three:
    """Return the words for HeadcountImpossible."""
    return (
        tr("The headcount cannot be {count}.", count=failure.headcount),
        tr("Nothing has been changed."),
        _possible(failure),
    )


def _possible(failure: failures.HeadcountImpossible) -> str:
    """Return what can be entered, why nothing less, and what to do where the team is smaller."""
    said = [tr("Enter {least} to {most}.", least=failure.smallest, most=failure.largest)]
    if failure.headcount >= failure.smallest:
        return said[0]
    if failure.bound is failures.HeadcountBound.ANSWERED:
        said.append(tr("So many have answered already."))
    elif failure.bound is failures.HeadcountBound.COMMENTS:
        words = tr(
            "People were told that comments are shown from {least} answers, which a smaller team cannot give.",
            least=failure.smallest,
        )
        said.append(words)
        said.append(tr("If yours is smaller, close this survey and set up a copy with another choice for comments."))
    elif failure.bound is failures.HeadcountBound.SHOWN:
        said.append(
            tr("Results are shown from {least} answers, which a smaller team cannot give.", least=failure.smallest)
        )
        said.append(tr("If yours is smaller, ask your practice lead to join teams."))
    return " ".join(said)


def name(failure: failures.NameInvalid) -> Three:
    """Return the words for NameInvalid."""
    return (
        tr("That name cannot be used."),
        tr("Nothing has been changed."),
        tr("Enter 1 to {count} letters, without special characters.", count=failure.longest),
    )


def everyone_answered(_: failures.EveryoneAnswered) -> Three:
    """Return the words for EveryoneAnswered."""
    return (
        tr("As many people have answered as are in the team."),
        tr("All answers that were sent are safe."),
        tr("If somebody is missing, the headcount can be corrected before closing."),
    )


def collected_destroyed(_: failures.CollectedDestroyed) -> Three:
    """Return the words for CollectedDestroyed."""
    return (
        tr("This survey is closed here, and the sealed answers that were collected have been destroyed."),
        tr("Nothing has been written or changed."),
        tr("No sealed return can be sent any more. One that was sent before is with the survey lead."),
    )


def not_open(_: failures.SurveyNotOpen) -> Three:
    """Return the words for SurveyNotOpen."""
    return (
        tr("This survey is closed and takes no more answers."),
        tr("All answers that were sent are safe."),
        tr("A new round can start 60 days after this one."),
    )


def unfit(_: failures.SurveyUnfit) -> Three:
    """Return the words for SurveyUnfit."""
    return (
        tr("This survey asks more than a sealed answer can hold."),
        tr("Nothing has been created."),
        tr("Leave out a set of questions."),
    )


def name_taken(failure: failures.NameTaken) -> Three:
    """Return the words for NameTaken."""
    return (
        tr("There is another one called {name}.", name=failure.name),
        tr("Nothing has been changed."),
        tr("Choose another name, or merge the two."),
    )


def draft_incomplete(failure: failures.DraftIncomplete) -> Three:
    """Return the words for DraftIncomplete."""
    problems = failure.problems
    return (
        tr("The survey is not complete yet."),
        tr("Nothing has been created."),
        " ".join(text for _, text in problems),
    )


def round_too_soon(failure: failures.TooSoonForTeam) -> Three:
    """Return the words for TooSoonForTeam."""
    return (
        tr("{team} answered less than 60 days ago.", team=failure.team),
        tr("Nothing has been created. Two rounds close together could show who joined or left."),
        tr("A new round can start on {day}.", day=failure.earliest),
    )


def follows_too_soon(failure: failures.FollowsTooSoon) -> Three:
    """Return the words for FollowsTooSoon."""
    return (
        tr(
            "The planned closing of {round} is {closing}, and rounds are 60 days apart.",
            round=failure.round_name,
            closing=failure.closing,
        ),
        tr("Nothing has been created. Two rounds close together could show who joined or left."),
        tr("A new round can start on {day}.", day=failure.earliest),
    )


def answer_damaged(_: failures.EnvelopeDamaged) -> Three:
    """Return the words for EnvelopeDamaged."""
    return (
        tr("A sealed answer is damaged and cannot be opened."),
        tr("The other answers are safe."),
        tr(
            "If you made a copy of all data after closing, bring it back under Settings."
            " Otherwise go on without this answer."
        ),
    )


def answer_too_large(_: failures.ResponseTooLarge) -> Three:
    """Return the words for ResponseTooLarge."""
    return (
        tr("Your answers were not saved: they are too long."),
        tr("Nothing of them has been stored."),
        tr("Shorten your comments and send again."),
    )
