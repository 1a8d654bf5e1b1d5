"""What is said of a return file and of a team, while nothing of either has been opened."""

import re
from collections.abc import Sequence

from teamhealth.services.added_file import AddedFile, AddOutcome, NotAddedReason, wanted_again
from teamhealth.services.return_counts import CountKind, TeamReturns
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

_MOST_NAMED = 3
_UNREAD = (
    NotAddedReason.DAMAGED,
    NotAddedReason.MISSING,
    NotAddedReason.DENIED,
    NotAddedReason.LARGE,
    NotAddedReason.NEWER,
)


def return_steps() -> tuple[str, ...]:
    """Return the five steps from the first file to published results."""
    return tr("Files"), tr("Teams"), tr("Open"), tr("Comments"), tr("Publish")


def outcome_words(file: AddedFile) -> str:
    """Return the tag of a file."""
    if file.is_copy:
        return tr("Here already")
    return {
        AddOutcome.ADDED: tr("Added"),
        AddOutcome.IN_PART: tr("Added in part"),
        AddOutcome.NOT_ADDED: tr("Not added"),
    }[file.outcome]


def outcome_detail(file: AddedFile) -> str:
    """Return what became of a file, in a sentence or two; '' where its tag says all.

    A small count is not told apart from another.
    """
    if file.beside:
        return tr("A row that another table holds too counts once. Give a table that has grown whole.")
    if file.outcome is AddOutcome.ADDED:
        return ""
    if file.outcome is AddOutcome.IN_PART and file.reason is None:
        return tr("Some were in another file, and count once.")
    if file.outcome is AddOutcome.IN_PART:
        return tr("Some came after their team had been opened, and are refused.")
    reason = file.reason or NotAddedReason.OTHER
    incomplete = tr("This file is incomplete. Ask for it to be exported again.")
    return {
        NotAddedReason.COPY: tr("A copy: all of it is here already."),
        NotAddedReason.OTHER_SURVEY: tr(
            "It belongs to another survey. Add it to that one, on the computer where it was set up."
        ),
        NotAddedReason.DELETED: tr(
            "The results of its survey have been deleted here. Delete the file, and ask its team in the next round."
        ),
        NotAddedReason.DESTROYED: tr(
            "The answers and the key of its survey have been destroyed here. Delete the file, and ask its team in the "
            "next round."
        ),
        NotAddedReason.LATE: tr("Its teams have been opened already. Late answers of theirs are refused."),
        NotAddedReason.EMPTY: tr("Nobody had answered when it was exported."),
        NotAddedReason.MISSING: tr("The file is not there any more."),
        NotAddedReason.FOLDER: tr("It is a folder. Add the files in it."),
        NotAddedReason.DENIED: tr("It cannot be read. Close it in other programs and add it again."),
        NotAddedReason.LARGE: tr("It is too large for a return."),
        NotAddedReason.NEWER: tr("It was made by a newer version of the program. Update this one."),
        NotAddedReason.DAMAGED: incomplete,
        NotAddedReason.OTHER: tr(
            "This is not a sealed return. Survey files are opened in Surveys, results files in Results."
        ),
    }[reason]


def listed(files: Sequence[AddedFile]) -> tuple[AddedFile, ...]:
    """Return the files without those of which nothing could be added and that have come anew since."""
    wanted = wanted_again(files)
    return tuple(file for file in files if not file.wanted_again or any(file is each for each in wanted))


def came_beside(file: AddedFile, files: Sequence[AddedFile]) -> str:
    """Return what to do about a file that was cut off, where another of its name was added; '' where nothing is."""
    added = any(each.path.name == file.path.name for each in files if not each.wanted_again)
    if not (added and file.incomplete):
        return ""
    return tr("Another file of this name was added. If it is this one again, take this one off the list.")


def may_be_of_a_team(file: AddedFile) -> bool:
    """Return whether what could not be read of a file may be a team's answers; of other refused files it is known."""
    return file.reason in _UNREAD


def wanted_late(files: Sequence[AddedFile], teams: Sequence[TeamReturns]) -> tuple[AddedFile, ...]:
    """Return the files to be listed once the others have been opened: not those that nothing could come of any more.

    Of a damaged file nobody knows the team. It can only be that of a team of which nothing came, and of none that its
    name names and that is there.
    """
    there = [team.name for team in teams if team.kind is not CountKind.NONE]
    settled = len(there) == len(teams)
    asked_for = wanted_again(files)
    return tuple(file for file in files if file not in asked_for or not (settled or _names_one(file.path.stem, there)))


def _names_one(stem: str, teams: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(team)}\b", stem, re.IGNORECASE) for team in teams)


def answers_lines(file: AddedFile) -> tuple[str, ...]:
    """Return a line for each team in the file."""
    return tuple(_answers_line(team) for team in file.teams)


def count_words(team: TeamReturns) -> str:
    """Return '9 of 11', 'up to 9 of 11', 'fewer than 5' or 'none'."""
    if team.kind is CountKind.NONE:
        return tr("none")
    if team.kind is CountKind.FEW or team.answers is None:
        return tr("fewer than {k}", k=team.needed)
    counted = {"answered": team.answers, "headcount": team.headcount}
    if team.up_to:
        return tr("up to {answered} of {headcount}", **counted)
    return tr("{answered} of {headcount}", **counted)


def late_state(team: TeamReturns) -> str:
    """Return why a team that came later is not published yet."""
    if team.hidden:
        return tr("It has been opened. Too few of its answers count, so it stays hidden.")
    if team.opened:
        return tr("It has been opened, and is not published yet. Open it again to publish it.")
    if team.kind is CountKind.FEW:
        return tr("Too few to be shown. It stays hidden unless another return of it comes.")
    return tr("It has not been opened yet.")


def team_state(team: TeamReturns) -> str:
    """Return what will become of a team if everything is opened now."""
    return {
        CountKind.NONE: tr("No return yet"),
        CountKind.FEW: tr("Stays hidden"),
        CountKind.UNSURE: tr("May stay hidden"),
        CountKind.ENOUGH: tr("Will publish"),
    }[team.kind]


def open_words(teams: Sequence[TeamReturns]) -> str:
    """Return what the button says that opens every team with a return."""
    count = sum(1 for team in teams if team.kind is not CountKind.NONE)
    if not count:
        return tr("Open the returns")
    return trn("Open {count} team", "Open {count} teams", count)


def every_words(teams: Sequence[TeamReturns]) -> str:
    """Return what a lead says by the tick before opening: that all returns are there, or without whom it is opened."""
    missing = [team.name for team in teams if team.kind is CountKind.NONE]
    if not missing or len(missing) == len(teams):
        return tr("I have every return.")
    if len(missing) > _MOST_NAMED:
        return trn("Open without {count} team.", "Open without {count} teams.", len(missing))
    return tr("Open without {teams}.", teams=and_list(missing))


def every_first_words(teams: Sequence[TeamReturns]) -> str:
    """Return what is said where that tick is missing."""
    if any(team.kind is CountKind.NONE for team in teams):
        return tr("Tick this when no more returns will come. Until then you can add more.")
    return tr("Tick this when you have every return. Until then you can add more.")


def hidden_sentence(teams: Sequence[TeamReturns]) -> str:
    """Return what opening means for teams with too few answers; '' if there are none."""
    hidden = [team.name for team in teams if team.kind is CountKind.FEW]
    if not hidden:
        return ""
    return trn(
        "{teams} is shown only in ‘Not shown, together’, and only if that is safe.",
        "{teams} are shown only in ‘Not shown, together’, and only if that is safe.",
        len(hidden),
        teams=and_list(hidden),
    )


def tables_sentence(teams: Sequence[TeamReturns]) -> str:
    """Return what several tables of a team mean for its count; '' if there are none."""
    unsure = [team.name for team in teams if team.up_to]
    if not unsure:
        return ""
    return tr(
        "Several tables hold answers of {teams}: what stands in two of them counts once, so it may be fewer.",
        teams=and_list(unsure),
    )


def afterwards_sentence(teams: Sequence[TeamReturns]) -> str:
    """Return what can still be added once everything has been opened; '' while there is nothing to open."""
    missing = [team.name for team in teams if team.kind is CountKind.NONE]
    if len(missing) == len(teams):
        return ""
    if not missing:
        return tr("After this, no answer can be added.")
    return trn(
        "After this, only {teams} can still be added: by itself, in no average.",
        "After this, only {teams} can still be added: each by itself, in no average.",
        len(missing),
        teams=and_list(missing),
    )


def _answers_line(team: TeamReturns) -> str:
    if team.answers is None:
        return tr("{team}: fewer than {k}", team=team.name, k=team.needed)
    return tr("{team} {answered}", team=team.name, answered=team.answers)


def refused_sentence(teams: Sequence[TeamReturns], refused: int) -> str:
    """Return that files which could not be added may be of teams that would be left out; '' where there are none."""
    if not refused or all(team.kind is not CountKind.NONE for team in teams):
        return ""
    return trn(
        "{count} file was not added. It may be of a team that you would leave out.",
        "{count} files were not added. They may be of teams that you would leave out.",
        refused,
    )
