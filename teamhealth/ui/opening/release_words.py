"""What publishing will show of a team and what it will not, by how many answered."""

from teamhealth.services.opening import Opened
from teamhealth.survey.policy import SHARES_FROM, SPLITS_FROM
from teamhealth.texts.catalogue import tr, trn


def shown_lines(opened: Opened, withheld: int) -> tuple[str, ...]:
    """Return what will be shown of a team that may be shown."""
    team = opened.survey.teams[0]
    raised = team.answering_recipients
    lines = [
        trn(
            "{team}: {count} of {headcount} answered",
            "{team}: {count} of {headcount} answered",
            opened.answered,
            team=team.name,
            headcount=team.headcount,
        ),
        tr("The score of each theme, with its likely range"),
        tr("Each question as a strength, mixed or a concern"),
    ]
    if opened.answered >= SHARES_FROM + raised:
        lines.append(tr("How many answered favourably, and whether answers differ"))
    if opened.answered >= SPLITS_FROM + raised:
        lines.append(tr("How answers split, except where it would tell too much"))
    lines.append(_comments(opened, withheld))
    return tuple(line for line in lines if line)


def hidden_lines(opened: Opened) -> tuple[str, ...]:
    """Return what stays hidden, whatever was answered."""
    raised = opened.survey.teams[0].answering_recipients
    lines = [tr("Any one person’s answers"), tr("Who answered, and when")]
    if opened.answered < SHARES_FROM + raised:
        lines.append(tr("How many answered each question favourably"))
    if opened.answered < SPLITS_FROM + raised:
        lines.append(tr("How answers split"))
    if opened.survey.policy.comments_from is not None and not opened.comments:
        lines.append(tr("Comments: there are none, or too few people answered"))
    lines.append(tr("Any figure that fewer than {k} answered", k=opened.survey.policy.shown_from(raised)))
    return tuple(lines)


def _comments(opened: Opened, withheld: int) -> str:
    kept = len(opened.comments) - withheld
    if not opened.comments:
        return ""
    words = trn("{count} comment, word for word", "{count} comments, word for word", kept)
    if not withheld:
        return words
    return " · ".join((words, trn("{count} withheld", "{count} withheld", withheld)))
