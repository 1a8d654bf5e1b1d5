"""What staff will read, sentence by sentence, made from the survey's own choices."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.survey.promises import always_true, comments_promise, storage_promise, threshold_promise, who_opens
from teamhealth.survey.survey import Survey
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body


def staff_sentences(survey: Survey) -> tuple[str, ...]:
    """Return the sentences of the welcome page."""
    team = survey.teams[0]
    comments = comments_promise(survey.policy, team)
    return (
        who_opens(survey.custody),
        " ".join(storage_promise(survey.custody)),
        threshold_promise(survey.policy, team)[1],
        *((" ".join(comments),) if comments else ()),
        *always_true(survey.safeguarding_route),
    )


def promise_list(survey: Survey, name: str, theme: Theme) -> QWidget:
    """Return the sentences, each with a bar at its left."""
    made = QWidget()
    named(made, name, "")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(SPACE_12))
    for number, sentence in enumerate(staff_sentences(survey)):
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        bar = QFrame()
        named(bar, f"{name}_bar_{number}", "")
        bar.setFixedWidth(3)
        set_sheet(bar, f"background: {palette.TEAL}; border: none;")
        row.addWidget(bar)
        row.addWidget(body(sentence, name=f"{name}_{number}", theme=theme), 1)
        column.addLayout(row)
    return made
