"""What people read when results are not there, or not those that were asked for."""

from collections.abc import Sequence

from teamhealth import failures
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.folder_words import Three
from teamhealth.texts.lists import and_list


def no_such_team(failure: failures.NoSuchTeam) -> Three:
    """Return the words for NoSuchTeam."""
    return (
        tr("There is no team called {name} in these results.", name=failure.name),
        "",
        tr("The teams are: {names}.", names=and_list(list(failure.names))),
    )


def no_such_service(failure: failures.NoSuchService) -> Three:
    """Return the words for NoSuchService."""
    return (
        tr("There is no area of service called {name} in these results.", name=failure.name),
        "",
        tr("The areas are: {names}.", names=and_list(list(failure.names))),
    )


def hidden(_: failures.TeamHidden) -> Three:
    """Return the words for TeamHidden."""
    return (
        tr("This team is not shown by itself, so there is no report."),
        tr("That protects the people who answered."),
        "",
    )


def published(_: failures.SurveyPublished) -> Three:
    """Return the words for SurveyPublished."""
    return (
        tr("This survey has been published already, once and for all."),
        tr("Its results stand unchanged."),
        tr("Open them under Results."),
    )


def none_here(failure: failures.NoResults) -> Three:
    """Return the words for NoResults."""
    return (
        tr("‘{title}’ has no published results on this computer.", title=str(failure)),
        tr("Nothing has been deleted."),
        "",
    )


def older(_: failures.ResultsOlder) -> Three:
    """Return the words for ResultsOlder; ``older_left_out`` says the same of results in a list."""
    return (
        tr("The results of this survey were made by an earlier version of Team Health."),
        tr("They are kept unchanged, but not shown here. Reports that were saved of them still stand."),
        tr(
            "While a lead’s returns and key file are kept, whoever looks after this program can compute the results"
            " again from them. Else the version that made them opens a copy of all data from before this one first"
            " opened it."
        ),
    )


def older_left_out(titles: Sequence[str]) -> str:
    """Return what is said where the results of these surveys are left out; '' for none."""
    if not titles:
        return ""
    named = and_list([tr("‘{title}’", title=each) for each in titles])
    made = trn(
        "An earlier version of Team Health made the results of {surveys}.",
        "An earlier version of Team Health made the results of these surveys: {surveys}.",
        len(titles),
        surveys=named,
    )
    return f"{made} " + tr("They are kept unchanged, but not shown here.")


def deleted(_: failures.ResultsDeleted) -> Three:
    """Return the words for ResultsDeleted."""
    return (
        tr("The results of this survey have been deleted on this computer."),
        tr("Nothing was added or opened."),
        tr("Set up the next round instead."),
    )
