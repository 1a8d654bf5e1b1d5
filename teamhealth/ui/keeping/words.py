"""What is said of what this computer keeps of a survey."""

from teamhealth.services.deleted_words import spoilt_words
from teamhealth.services.destroying import Remains
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date


def remains_words(remains: Remains) -> tuple[str, ...]:
    """Return one sentence for the sealed answers, one for the key and one for the results."""
    day = long_date(remains.until) if remains.until is not None else ""
    if remains.answers and day:
        answers = tr("Sealed answers: kept until {day}, then destroyed at the next start.", day=day)
    elif remains.answers and (remains.closed or remains.unopened):
        answers = tr("Sealed answers: kept until 90 days after the results are published, or until you destroy them.")
    elif remains.answers:
        answers = tr("Sealed answers: kept while the survey collects.")
    elif remains.destroyed:
        answers = tr("Sealed answers: destroyed. Nothing can be sent or opened any more.")
    else:
        answers = tr("Sealed answers: none are on this computer.")
    key = (
        tr("The key, locked with the passphrase: as long as the answers.") if remains.key else tr("The key: not here.")
    )
    results = ""
    if remains.results:
        results = tr("Published results: kept until you delete them.")
    elif remains.deleted:
        results = tr("Published results: deleted on this computer.")
    return tuple(each for each in (answers, key, results) if each)


def destroy_words(remains: Remains, role: SurveyRole) -> tuple[str, ...]:
    """Return what destroying by hand does and what it does not."""
    if remains.unopened:
        return (
            unopened_words(),
            *((spoilt_words(remains.spoilt),) if remains.spoilt else ()),
            tr("Returns, key files and backups elsewhere stay where they are. Delete those too."),
        )
    if role is SurveyRole.LAPTOP:
        return (
            tr("All sealed answers on this computer are overwritten. Export the sealed return and send it first."),
            *((spoilt_words(remains.spoilt),) if remains.spoilt else ()),
            tr("Returns and backups elsewhere stay where they are. Once the survey lead has them, delete those too."),
        )
    return (
        tr("The key and all sealed answers on this computer are overwritten. Published results stay."),
        *((spoilt_words(remains.spoilt),) if remains.spoilt else ()),
        tr("After that nobody can compute the results again."),
        tr("Returns, key files and backups elsewhere stay where they are. Delete those too."),
    )


def unopened_words() -> str:
    """Return what goes with a lead's survey that nobody has opened."""
    return tr(
        "What goes on this computer: the returns that were added, the key, and whatever checks codes. Nothing of this"
        " survey has been opened, and nothing can be here after this."
    )


def older_words(role: SurveyRole) -> str:
    """Return why results that an earlier version made are not computed again, and what can be done instead."""
    words = tr(
        "An earlier version of Team Health made these results. This version makes them by other rules, so it cannot say"
        " whether they follow from the answers. The version that made them can, with a copy of all data from before"
        " this one first opened it."
    )
    if role is not SurveyRole.LEAD:
        return words
    return f"{words} " + tr(
        "From the survey file, the returns and the key file, whoever looks after this program can make results by this"
        " version’s rules."
    )


def delete_words() -> tuple[str, ...]:
    """Return when results are deleted, and what goes with them."""
    return (
        tr("Do this when the time is over for which your council keeps results."),
        tr("Comments, plans made from these results and what is left of the answers go too."),
    )
