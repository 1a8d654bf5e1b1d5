"""What publishing will show of a team and what it will not, by how many answered each question."""

from teamhealth.services.foreseen import Foreseen, Part, foreseen
from teamhealth.services.opened import Opened
from teamhealth.texts.catalogue import tr, trn


def shown_lines(opened: Opened, withheld: int) -> tuple[str, ...]:
    """Return what will be shown of a team that may be shown."""
    team = opened.survey.teams[0]
    answered = trn(
        "{team}: {count} of {headcount} answered",
        "{team}: {count} of {headcount} answered",
        opened.answered,
        team=team.name,
        headcount=team.headcount,
    )
    lines = (answered, *_figures(foreseen(opened, team)), _comments(opened, withheld))
    return tuple(line for line in lines if line)


def hidden_lines(opened: Opened) -> tuple[str, ...]:
    """Return what stays hidden, whatever was answered."""
    team = opened.survey.teams[0]
    least = opened.survey.policy.shown_from(team.answering_recipients)
    there = foreseen(opened, team)
    lines = [tr("Any one person’s answers"), tr("Who answered, and when")]
    if there.scores is Part.NONE:
        lines.append(tr("Every theme’s score: too few answered enough of its questions"))
    if there.words is Part.NONE:
        lines.append(tr("Which questions are strengths or concerns: too few people answered each"))
    if there.shares is Part.NONE:
        lines.append(tr("How many answered each question favourably"))
    if there.splits is Part.NONE:
        lines.append(tr("How answers split"))
    if opened.survey.policy.comments_from is not None and not opened.comments:
        lines.append(tr("Comments: there are none, or too few people answered"))
    lines.append(tr("Any figure that fewer than {k} answered", k=least))
    return tuple(lines)


def _figures(there: Foreseen) -> tuple[str, ...]:
    """Return what will be shown of themes and questions: of all of them, or of those that enough people answered."""
    scores = {
        Part.ALL: tr("The score of each theme, with its likely range"),
        Part.SOME: tr("The scores of the themes that enough people answered, with their likely range"),
    }
    words = {
        Part.ALL: tr("Each question as a strength, mixed or a concern"),
        Part.SOME: tr("The questions that enough people answered, each as a strength, mixed or a concern"),
    }
    shares = {
        Part.ALL: tr("How many answered favourably"),
        Part.SOME: tr("How many answered favourably, where enough answered the question"),
    }
    alike = {
        Part.ALL: tr("Whether answers differ"),
        Part.SOME: tr("Whether answers differ, in some of the themes"),
    }
    splits = {
        Part.ALL: tr("How answers split, except where it would tell too much"),
        Part.SOME: tr("How answers split, where enough answered the question and it does not tell too much"),
    }
    return (
        scores.get(there.scores, "") if there.scores is not None else "",
        words.get(there.words, ""),
        shares.get(there.shares, ""),
        alike.get(there.agreement, ""),
        splits.get(there.splits, ""),
    )


def _comments(opened: Opened, withheld: int) -> str:
    kept = len(opened.comments) - withheld
    if not opened.comments:
        return ""
    words = trn("{count} comment, word for word", "{count} comments, word for word", kept)
    if not withheld:
        return words
    return " · ".join((words, trn("{count} withheld", "{count} withheld", withheld)))
