"""An action as it is typed: what is still wrong with it, one sentence a field, and the action that it makes."""

from dataclasses import dataclass
from datetime import date

from teamhealth.services.draft_checks import Problem
from teamhealth.survey.plan import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_ACTION,
    LONGEST_OWNER,
    Action,
    ActionId,
    ActionState,
    Measure,
)
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import missing_day_words, read_date


@dataclass(frozen=True, slots=True)
class ActionForm:
    """What stands in the fields; ``due`` as it was typed, '' for no day."""

    concern: str | None
    what: str
    owner: str
    due: str = ""
    state: ActionState = ActionState.NOT_STARTED
    measure: Measure | None = None


def action_problems(form: ActionForm, such_as: str = "") -> tuple[Problem, ...]:
    """Return what is wrong, in the order of the fields; ``such_as`` shows how a day is written."""
    found = [
        *_text("what", form.what, LONGEST_ACTION, tr("Say what will be done.")),
        *_text("owner", form.owner, LONGEST_OWNER, tr("Say who will do it, as a role such as ‘Team manager’.")),
    ]
    if form.due.strip():
        day = read_date(form.due)
        if day is None:
            words = tr("Enter a date, such as {day}.", day=such_as) if such_as else tr("Enter a date.")
            found.append(Problem("due", " ".join((missing_day_words(form.due), words)).strip()))
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            words = tr("Enter a year between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)
            found.append(Problem("due", words))
    return tuple(found)


def action_of(form: ActionForm, action_id: ActionId) -> Action:
    """Return the action that a form without problems makes; ValueError for any other."""
    if action_problems(form):
        raise ValueError("the form has problems")
    due: date | None = read_date(form.due) if form.due.strip() else None
    return Action(action_id, form.concern, one_line(form.what), one_line(form.owner), due, form.state, form.measure)


def one_line(text: str) -> str:
    """Return what was typed on one line, without spaces at its ends."""
    return " ".join(text.split())


def _text(field: str, text: str, longest: int, missing: str) -> tuple[Problem, ...]:
    words = one_line(text)
    if not words:
        return (Problem(field, missing),)
    if len(words) > longest:
        return (Problem(field, tr("Shorten this to {count} characters.", count=longest)),)
    if problem_with_text(words, longest):
        return (Problem(field, tr("Leave out the special character, which cannot be shown.")),)
    return ()
