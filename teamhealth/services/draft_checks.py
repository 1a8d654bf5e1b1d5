"""What still stands between a draft and a survey, one sentence a problem, each at its field."""

from dataclasses import dataclass
from datetime import date

from teamhealth.sealing.passphrase import LEAST_WORDS, normalise, words
from teamhealth.sealing.pin import is_pin
from teamhealth.services.drafts import Draft
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.organisation import LARGEST_HEADCOUNT, LONGEST_NAME
from teamhealth.survey.policy import SMALLEST_THRESHOLD, CommentsChoice, ReleasePolicy
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence at a field of the set-up page; one that is not blocking is a warning."""

    field: str
    text: str
    blocking: bool = True


def find_problems(draft: Draft, today: date) -> tuple[Problem, ...]:
    """Return everything that is missing or impossible in a draft, in the order of the page."""
    problems: list[Problem] = []
    if draft.custody is None:
        problems.append(Problem("custody", tr("Choose who will open the answers.")))
    elif draft.custody is CustodyKind.LEAD:
        problems.append(
            Problem("custody", tr("A survey sealed for a survey lead comes as a survey file from them. Ask for one."))
        )
    elif draft.custody is CustodyKind.CHOSEN:
        missing = tr("Say which role will open the answers, such as ‘our union rep’.")
        problems += _name("role", draft.role, missing, tr("Their role"))
    missing = tr("Enter the organisation’s name.")
    problems += _name("organisation", draft.organisation, missing, tr("Organisation"))
    missing = tr("Enter a name for the round, such as ‘Autumn 2026’.")
    problems += _name("round_name", draft.round_name, missing, tr("Round"))
    problems += _name("team", draft.team, tr("Enter the team’s name."), tr("Team"))
    problems += _optional_name("service", draft.service, tr("Area of service"))
    problems += _optional_name("title", draft.title, tr("Title"))
    problems += _optional_name("safeguarding_route", draft.safeguarding_route, tr("Where safeguarding concerns go"))
    problems += _headcount(draft)
    problems += _comments(draft)
    problems += closing_problems(draft.planned_closing, today)
    return tuple(problems)


def closing_problems(planned: date | None, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with a planned closing day; nothing without one."""
    if planned is None or planned >= today:
        return ()
    return (Problem("planned_closing", tr("The planned closing day has passed.")),)


def secret_problems(passphrase: str, repeated: str, pin: str, pin_repeated: str) -> tuple[Problem, ...]:
    """Return what is wrong with the passphrase and the PIN, each typed twice."""
    problems = []
    if words(passphrase) < LEAST_WORDS:
        problems.append(Problem("passphrase", tr("The passphrase needs {count} words or more.", count=LEAST_WORDS)))
    elif normalise(passphrase) != normalise(repeated):
        problems.append(Problem("passphrase_repeated", tr("The two passphrases do not match.")))
    if not is_pin(pin):
        problems.append(Problem("pin", tr("The PIN needs 4 to 8 digits.")))
    elif pin != pin_repeated:
        problems.append(Problem("pin_repeated", tr("The two PINs do not match.")))
    return tuple(problems)


def _name(field: str, value: str, missing: str, what: str) -> list[Problem]:
    if not value.strip():
        return [Problem(field, missing)]
    return _optional_name(field, value, what)


def _optional_name(field: str, value: str, what: str) -> list[Problem]:
    """Return what is wrong with a name; ``what`` it is stands before words that fit any, as they are read in a list."""
    if not value.strip():
        return []
    if len(value.strip()) > LONGEST_NAME:
        return [Problem(field, tr("{what}: use {count} characters or fewer.", what=what, count=LONGEST_NAME))]
    if problem_with_text(value.strip(), LONGEST_NAME):
        words = tr("{what}: there is a character in it that cannot be shown. Type it again.", what=what)
        return [Problem(field, words)]
    return []


def _headcount(draft: Draft) -> list[Problem]:
    problems = []
    if not SMALLEST_THRESHOLD <= draft.threshold <= LARGEST_HEADCOUNT:
        problems.append(
            Problem("threshold", tr("The fewest answers to show cannot be below {k}.", k=SMALLEST_THRESHOLD))
        )
    if draft.headcount is None:
        return [*problems, Problem("headcount", tr("Enter how many people are in the team."))]
    if draft.headcount > LARGEST_HEADCOUNT:
        problems.append(Problem("headcount", tr("{count} people is too many for one team.", count=draft.headcount)))
    if not 0 <= draft.answering_recipients <= draft.headcount:
        problems.append(Problem("answering_recipients", tr("This cannot be more than the people in the team.")))
    least = draft.threshold + draft.answering_recipients
    if draft.headcount < least:
        problems.append(
            Problem(
                "headcount",
                tr(
                    "Results for a team of {count} can never be shown: it takes {least} answers. "
                    "Ask your practice lead to join teams.",
                    count=draft.headcount,
                    least=least,
                ),
            )
        )
    return problems


def _comments(draft: Draft) -> list[Problem]:
    if draft.comments is None:
        usual = ReleasePolicy(draft.threshold, CommentsChoice.FROM_EIGHT)
        first = usual.comments_shown_from(draft.answering_recipients)
        if first is not None and draft.headcount is not None and draft.headcount < first:
            # Nobody took the usual choice away: the number of people did, on another card.
            words = tr("The team has fewer than {k} people: choose when comments are shown.", k=first)
            return [Problem("comments", words)]
        return [Problem("comments", tr("Choose from how many answers comments are shown."))]
    least = ReleasePolicy(draft.threshold, draft.comments).comments_shown_from(draft.answering_recipients)
    too_small = least is not None and draft.headcount is not None and draft.headcount < least
    if draft.comments is CommentsChoice.FROM_EIGHT and too_small:
        return [Problem("comments", tr("The team is too small for that: comments could never be shown."))]
    return []
