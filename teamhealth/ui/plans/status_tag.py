"""The tag of an action's status: an icon and words."""

from datetime import date

from teamhealth.figures.measured import action_words
from teamhealth.survey.plan import Action, ActionStatus, status_of
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.tag import Tag, TagKind

_KINDS = {
    ActionStatus.NOT_STARTED: TagKind.DRAFT,
    ActionStatus.UNDER_WAY: TagKind.COLLECTING,
    ActionStatus.DONE: TagKind.PUBLISHED,
    ActionStatus.OVERDUE: TagKind.READY,
}


def status_tag(action: Action, today: date, name: str, theme: Theme) -> Tag:
    """Return the tag of an action on a day."""
    return Tag(_KINDS[status_of(action, today)], action_words(action, today), name=name, theme=theme)
