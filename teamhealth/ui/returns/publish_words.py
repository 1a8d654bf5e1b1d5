"""What publishing several teams will show and will not."""

from teamhealth.services.opened import Opened, OpenedTeam, Refused
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list


def publish_words(opened: Opened) -> str:
    """Return 'Publish 3 teams'."""
    count = sum(1 for team in opened.teams if team.shown)
    if not count:
        return tr("Finish without showing a team")
    return trn("Publish {count} team", "Publish {count} teams", count)


def shown_lines(opened: Opened, withheld: int) -> tuple[str, ...]:
    """Return a line a team that will be shown, and one for the comments."""
    lines = [
        trn(
            "{team}: {count} of {headcount} answered",
            "{team}: {count} of {headcount} answered",
            team.answered or 0,
            team=team.name,
            headcount=team.headcount,
        )
        for team in opened.teams
        if team.shown
    ]
    if not lines:
        return (tr("No team by itself: too few answers came in from each."),)
    if opened.from_elsewhere:
        lines.append(
            trn(
                "{count} of these answers came from paper or another program",
                "{count} of these answers came from paper or another program",
                opened.from_elsewhere,
            )
        )
    kept = len(opened.comments) - withheld
    if opened.comments:
        lines.append(trn("{count} comment, word for word", "{count} comments, word for word", kept))
    return tuple(lines)


def hidden_lines(opened: Opened) -> tuple[str, ...]:
    """Return what stays hidden, a line a team that is not shown by itself."""
    return (
        *(_hidden_line(team, opened) for team in opened.teams if not team.shown),
        tr("Any one person’s answers"),
        tr("Who answered, and when"),
        tr("Any figure that fewer than {k} answered", k=opened.survey.policy.threshold),
    )


def _hidden_line(team: OpenedTeam, opened: Opened) -> str:
    if team.id in opened.missing:
        return tr("{team}: no return yet. It can come later.", team=team.name)
    return tr("{team}: too few answers to show it by itself", team=team.name)


def crowded_words(opened: Opened) -> str:
    """Return a warning of more answers than people where there are no codes; '' if there are none.

    A survey's first opening refuses them until the lead says so; a team that came later is past correcting headcounts.
    """
    crowded = opened.crowded
    if not crowded:
        return ""
    lines = (
        tr("There are more answers than people in {teams}.", teams=and_list(list(crowded))),
        tr("Without codes, somebody may have answered more than once."),
        tr("If you publish, the results say so. If you stop, nothing is shown."),
    )
    return " ".join(lines)


def refused_words(refused: Refused) -> str:
    """Return what did not count, and why; '' if everything did."""
    if not refused.total:
        return ""
    lines = []
    if refused.damaged:
        lines.append(
            trn(
                "{count} sealed answer is damaged and cannot be opened.",
                "{count} sealed answers are damaged and cannot be opened.",
                refused.damaged,
            )
        )
    if refused.unknown_codes:
        lines.append(
            trn(
                "{count} answer has a code that this survey does not know, and does not count.",
                "{count} answers have a code that this survey does not know, and do not count.",
                refused.unknown_codes,
            )
        )
    if refused.repeated_codes:
        lines.append(
            trn(
                "{count} answer has a code that was used before, and does not count.",
                "{count} answers have a code that was used before, and do not count.",
                refused.repeated_codes,
            )
        )
    if refused.repeated_rows:
        lines.append(
            trn(
                "{count} row of a spreadsheet was in another one, too, and counts once.",
                "{count} rows of spreadsheets were in another one, too, and count once.",
                refused.repeated_rows,
            )
        )
    return " ".join((*lines, tr("All others count.")))
