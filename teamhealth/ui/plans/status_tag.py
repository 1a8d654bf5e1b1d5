"""The tag of an action's status: an icon and words."""

from teamhealth.figures.measured import status_words
from teamhealth.survey.plan import ActionStatus
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.tag import Tag, TagKind

_KINDS = {
    ActionStatus.NOT_STARTED: TagKind.DRAFT,
    ActionStatus.UNDER_WAY: TagKind.COLLECTING,
    ActionStatus.DONE: TagKind.PUBLISHED,
    ActionStatus.OVERDUE: TagKind.READY,
}


def status_tag(status: ActionStatus, name: str, theme: Theme) -> Tag:
    """Return the tag of a status."""
    return Tag(_KINDS[status], status_words(status), name=name, theme=theme)
