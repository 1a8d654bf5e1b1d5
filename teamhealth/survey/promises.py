"""What staff are told, made from the custody and never claiming more."""

from teamhealth.survey.comments_asked import asked_for_comments
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised


def who_opens(custody: Custody) -> str:
    """Return the sentence that set-up shows beside each choice, and staff read."""
    first, second = who_opens_parts(custody)
    return f"{first} {second}" if second else first


def who_opens_parts(custody: Custody) -> tuple[str, str]:
    """Return the same as a headline and what follows it."""
    if custody.kind is CustodyKind.LEAD:
        return (
            tr("Your manager cannot open your answers."),
            tr("The survey lead’s program opens them together and shows group results only."),
        )
    if custody.kind is CustodyKind.CHOSEN:
        return tr("Only {role} can open the answers, here, after the survey has closed.", role=_role(custody)), ""
    return (
        tr("The person running this survey opens the answers together after it closes."),
        tr("This is confidential, not anonymous."),
    )


def threshold_promise(policy: ReleasePolicy, team: Team) -> tuple[str, str]:
    """Return headline and explanation of the team's threshold."""
    least = policy.shown_from(team.answering_recipients)
    return (
        tr("A team is shown from {k} answers", k=least),
        tr("With fewer than {k}, a team is never shown by itself.", k=least),
    )


def storage_promise(custody: Custody) -> tuple[str, str]:
    """Return headline and explanation of what is stored with the answers."""
    if custody.one_time_codes:
        return (
            tr("Your code is sealed with your answers, and removed when they are opened."),
            tr("It stops anyone answering twice. No name or time is stored with your answers."),
        )
    if custody.kind is CustodyKind.LEAD:
        return (
            tr("This survey uses no code slips."),
            tr("So somebody could answer more than once. No name or time is stored with your answers."),
        )
    return (
        tr("Your answers are sealed when you send them."),
        tr("They are shuffled with the others. No name or time is stored with your answers."),
    )


def comments_promise(policy: ReleasePolicy, team: Team) -> tuple[str, str] | None:
    """Return headline and explanation of what happens to comments; None if the team is not asked for any."""
    least = policy.comments_shown_from(team.answering_recipients)
    if least is None or not asked_for_comments(policy, team):
        return None
    return (
        tr("Comments are read word for word."),
        tr("They are shown from {k} answers. Please do not name anyone.", k=least),
    )


def small_teams_promise() -> str:
    """Return what a page for several teams says where some of them are too small to be asked for comments."""
    return tr("A team with too few people for that is not asked for comments.")


def always_true(safeguarding_route: str) -> tuple[str, str]:
    """Return the two sentences that hold whoever opens the answers."""
    route = safeguarding_route.strip() or tr("your council’s safeguarding route")
    return (
        tr("Results are not used to judge or discipline anyone."),
        tr("This is not a way to report a safeguarding concern: use {route}.", route=route),
    )


def before_sending(custody: Custody) -> tuple[str, str]:
    """Return headline and explanation beside 'Send my answers'."""
    return (
        tr("Once you send, you cannot change or withdraw your answers"),
        tr("They are sealed and shuffled with the others.")
        + " "
        + who_opens_parts(custody)[0]
        + " "
        + tr("Until you send, you can leave, and nothing is kept."),
    )


def after_sending(custody: Custody) -> str:
    """Return what the last page says about who opens the answers."""
    return who_opens(custody)


def on_paper(custody: Custody) -> tuple[str, ...]:
    """Return what is true of a sheet of paper: whoever types it in reads it, which no seal prevents.

    ValueError where the manager opens the answers: there is no paper then.
    """
    sealed = tr("Then it is sealed and shuffled with the others. No name or time is stored with it.")
    if custody.kind is CustodyKind.LEAD:
        said = [tr("The survey lead types in what is on this sheet, and so reads it."), sealed]
    elif custody.kind is CustodyKind.CHOSEN:
        said = [tr("{role} types in what is on this sheet, and so reads it.", role=capitalised(_role(custody))), sealed]
    else:
        raise ValueError(custody.kind)
    if custody.one_time_codes:
        said.append(tr("Your code is sealed with your answers, and removed when they are opened."))
    else:
        said.append(tr("There are no codes, so somebody could answer more than once."))
    return tuple(said)


def return_to(custody: Custody) -> str:
    """Return where a sheet of paper goes: to whoever opens the answers; ValueError if that is the manager."""
    if custody.kind is CustodyKind.LEAD:
        return tr("Return this sheet to the survey lead, never to your manager.")
    if custody.kind is CustodyKind.CHOSEN:
        return tr("Return this sheet to {role}, never to your manager.", role=_role(custody))
    raise ValueError(custody.kind)


def _role(custody: Custody) -> str:
    return custody.role.strip() or tr("the person the team chose")
