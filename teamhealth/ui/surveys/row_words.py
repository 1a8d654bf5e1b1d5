"""What a row of the list of surveys says, by the survey's status."""

from dataclasses import dataclass

from teamhealth.services.draft_steps import DraftStep
from teamhealth.services.survey_list import SurveyStatus, SurveySummary, TeamCount
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import capitalised, number_word

_NEEDS_ACTION = frozenset({SurveyStatus.READY, SurveyStatus.COLLECTING, SurveyStatus.CLOSED})

# Nothing is left that anybody could open or send.
_OVER = frozenset({SurveyStatus.DELETED, SurveyStatus.DESTROYED})

# A row stays a row: of a council's teams the first are named.
MOST_TEAMS = 8


@dataclass(frozen=True, slots=True)
class RowWords:
    """``details`` stand under the title, ``counts`` are teams with what is known of each."""

    details: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    note: str
    action: str


def row_words(summary: SurveySummary) -> RowWords:
    """Return the words of one row."""
    return RowWords(
        details=_details(summary),
        counts=_counts(summary),
        note=_note(summary),
        action=role_action(summary) or action_words(shown_status(summary)),
    )


def _counts(summary: SurveySummary) -> tuple[tuple[str, str], ...]:
    teams = summary.teams
    if summary.role is SurveyRole.LAPTOP:
        # A laptop is one team's, or some teams'; the survey's others answer elsewhere.
        teams = tuple(sorted(teams, key=_nobody_yet))
    named = teams if len(teams) <= MOST_TEAMS else teams[: MOST_TEAMS - 1]
    left = len(teams) - len(named)
    more = ((trn("and {count} more team", "and {count} more teams", left), ""),) if left else ()
    return tuple((team.name or tr("No team yet"), _count(summary, team)) for team in named) + more


def shown_status(summary: SurveySummary) -> SurveyStatus:
    """Return the status as people see it: closed with too few answers, there is nothing to open."""
    if summary.role is SurveyRole.LEAD:
        return summary.status
    if summary.role is SurveyRole.LAPTOP and summary.status is SurveyStatus.CLOSED:
        return SurveyStatus.HIDDEN
    if summary.status is SurveyStatus.CLOSED and summary.below_threshold:
        return SurveyStatus.HIDDEN
    return summary.status


def needs_action(summary: SurveySummary) -> bool:
    """Return whether somebody has to do something: collect, close or open, or publish what came later."""
    return shown_status(summary) in _NEEDS_ACTION or _came_later(summary)


def _came_later(summary: SurveySummary) -> bool:
    return any(team.waits for team in summary.teams)


def role_action(summary: SurveySummary) -> str:
    """Return what the button says where a lead's survey is concerned; '' where it is as anywhere else."""
    if summary.role is SurveyRole.LAPTOP:
        if summary.status is SurveyStatus.DESTROYED:
            return tr("What is kept")
        collecting = summary.status in {SurveyStatus.COLLECTING, SurveyStatus.READY}
        return tr("Carry on collecting") if collecting else tr("Export sealed return")
    if summary.role is SurveyRole.LEAD and summary.status not in _OVER and not summary.older:
        if summary.status in {SurveyStatus.PUBLISHED, SurveyStatus.HIDDEN} and not _came_later(summary):
            return tr("Hand results back")
        return tr("Sealed returns")
    return ""


def action_words(status: SurveyStatus) -> str:
    """Return what the row's one button says."""
    return {
        SurveyStatus.DRAFT: tr("Finish setting up"),
        SurveyStatus.COLLECTING: tr("Carry on collecting"),
        SurveyStatus.READY: tr("Close survey"),
        SurveyStatus.CLOSED: tr("Open the answers"),
        SurveyStatus.HIDDEN: tr("See your options"),
        SurveyStatus.PUBLISHED: tr("View results"),
        SurveyStatus.DELETED: tr("Set up the next round"),
        SurveyStatus.DESTROYED: tr("Set up the next round"),
    }[status]


def status_words(status: SurveyStatus) -> str:
    """Return the status tag's words."""
    return {
        SurveyStatus.DRAFT: tr("Draft"),
        SurveyStatus.COLLECTING: tr("Collecting"),
        SurveyStatus.READY: tr("Ready to close"),
        SurveyStatus.CLOSED: tr("Ready to open"),
        SurveyStatus.HIDDEN: tr("Closed"),
        SurveyStatus.PUBLISHED: tr("Published"),
        SurveyStatus.DELETED: tr("Results deleted"),
        SurveyStatus.DESTROYED: tr("Answers destroyed"),
    }[status]


def need_words(summaries: tuple[SurveySummary, ...]) -> str:
    """Return the sentence under the page's title."""
    if not summaries:
        return tr("There are no surveys on this laptop yet.")
    count = sum(map(needs_action, summaries))
    drafts = sum(1 for summary in summaries if summary.status is SurveyStatus.DRAFT)
    if not count and drafts:
        return trn(
            "{words} draft waits to be finished.",
            "{words} drafts wait to be finished.",
            drafts,
            words=capitalised(number_word(drafts)),
        )
    if not count:
        return tr("Nothing needs you today.")
    return trn(
        "{words} survey needs something from you.",
        "{words} surveys need something from you.",
        count,
        words=capitalised(number_word(count)),
    )


def opener_words(custody: Custody) -> str:
    """Return who opens the answers, as a row says it."""
    if custody.kind is CustodyKind.LEAD:
        return tr("Opened by the survey lead")
    if custody.kind is CustodyKind.CHOSEN:
        return tr("Opened by {role}", role=custody.role)
    return tr("Opened by you")


def who_opens_words(custody: Custody) -> str:
    """Return the same as the answer to the question who opens them."""
    if custody.kind is CustodyKind.LEAD:
        return tr("The survey lead")
    return capitalised(custody.role) if custody.kind is CustodyKind.CHOSEN else tr("You")


def _details(summary: SurveySummary) -> tuple[str, ...]:
    if summary.status is SurveyStatus.PUBLISHED and summary.published is not None:
        return (tr("Published {day}", day=long_date(summary.published)),)
    asked = ", ".join(summary.questionnaires)
    if summary.planned_closing is not None and summary.status in {SurveyStatus.COLLECTING, SurveyStatus.READY}:
        asked = tr("{asked} · planned closing {day}", asked=asked, day=long_date(summary.planned_closing))
    # What was destroyed unopened, nobody opens.
    custody = None if summary.status is SurveyStatus.DESTROYED else summary.custody
    opener = opener_words(custody) if custody is not None else ""
    return tuple(line for line in (asked, opener) if line)


def _nobody_yet(team: TeamCount) -> bool:
    return not team.answered


def _count(summary: SurveySummary, team: TeamCount) -> str:
    if summary.status in _OVER or summary.older:
        return ""
    if summary.status is SurveyStatus.DRAFT:
        return trn("{count} person", "{count} people", team.headcount) if team.headcount else ""
    if team.missing or team.waits:
        return _return_words(team)
    if team.answered is None:
        return tr("fewer than {k}", k=summary.threshold)
    if summary.status is not SurveyStatus.READY:
        return tr("{answered} of {headcount}", answered=team.answered, headcount=team.headcount)
    return trn(
        "{count} of {headcount} has answered",
        "{count} of {headcount} have answered",
        team.answered,
        headcount=team.headcount,
    )


def _return_words(team: TeamCount) -> str:
    if team.missing:
        return tr("no return yet")
    return tr("came later, not published") if team.opened else tr("came later, not opened")


def _note(summary: SurveySummary) -> str:
    if summary.older:
        return tr("Made by an earlier version of Team Health. Kept, but not shown here.")
    if summary.role is SurveyRole.LAPTOP and summary.status is SurveyStatus.CLOSED:
        day = long_date(summary.until) if summary.until is not None else ""
        return tr("Next: send the sealed return to the survey lead before {day}. Then it is too late.", day=day)
    if summary.role is SurveyRole.LEAD and summary.status in {SurveyStatus.READY, SurveyStatus.CLOSED}:
        return tr("Next: open all returns together.")
    if _came_later(summary):
        opened = all(team.opened for team in summary.teams if team.waits)
        return tr("Next: publish what came later.") if opened else tr("Next: open what came later.")
    return {
        SurveyStatus.DRAFT: _step_words(summary.step),
        SurveyStatus.COLLECTING: "",
        SurveyStatus.READY: tr("Everyone has answered. You can close."),
        SurveyStatus.CLOSED: tr("Next: the passphrase, then the comments."),
        SurveyStatus.HIDDEN: tr("Nothing shown. That protects the people who answered."),
        SurveyStatus.PUBLISHED: "",
        SurveyStatus.DELETED: tr("What it asked, its teams and its days are kept."),
        SurveyStatus.DESTROYED: _destroyed_words(summary.role),
    }[shown_status(summary)]


def _destroyed_words(role: SurveyRole) -> str:
    if role is SurveyRole.LAPTOP:
        return tr("The sealed answers have been destroyed. No return can be sent any more.")
    return tr("The sealed answers have been destroyed. No results can be made of them any more.")


def _step_words(step: DraftStep | None) -> str:
    """Return what a draft needs next, as its set-up page would say first."""
    return {
        None: "",
        DraftStep.CUSTODY: tr("Next: choose who opens the answers."),
        DraftStep.ROLE: tr("Next: say whom the team chose."),
        DraftStep.ORGANISATION: tr("Next: name the organisation."),
        DraftStep.ROUND: tr("Next: name the round."),
        DraftStep.TEAM: tr("Next: name the team."),
        DraftStep.TEAMS: tr("Next: name the teams."),
        DraftStep.EACH_TEAM: tr("Next: name each team."),
        DraftStep.HEADCOUNT: tr("Next: say how many people are in the team."),
        DraftStep.EACH_HEADCOUNT: tr("Next: say how many people are in each team."),
        DraftStep.TOO_FEW: tr("Next: look at the headcount. It is too small to show anything."),
        DraftStep.COMMENTS: tr("Next: choose when comments are shown."),
        DraftStep.SECRETS: tr("Next: type the passphrase and the PIN, then check."),
        DraftStep.PASSPHRASE: tr("Next: type the passphrase, then check."),
    }[step]
