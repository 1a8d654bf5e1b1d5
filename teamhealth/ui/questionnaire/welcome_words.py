"""What the first page says before anybody starts: how much is asked, what is promised, and what is always true."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from teamhealth.figures.weight import Weight
from teamhealth.survey.organisation import Team
from teamhealth.survey.promises import (
    always_true,
    comments_promise,
    storage_promise,
    threshold_promise,
    who_opens_parts,
)
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.languages import is_english, language_name
from teamhealth.texts.lengths import about_minutes
from teamhealth.texts.lists import and_list, as_sentence
from teamhealth.ui.questionnaire.promise_row import promise_row
from teamhealth.ui.theme import BODY, SPACE_4, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.card import rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.text import label

_TITLE = 36


class WelcomeWords(QVBoxLayout):
    """A column of words; ``told`` is all of them for whoever hears the page, ``before_promises`` where those begin."""

    def __init__(self, survey: Survey, team: Team, theme: Theme) -> None:
        super().__init__()
        self.setSpacing(0)
        self.title = label(tr("What is it like to work here?"), theme.font(_TITLE, Weight.BOLD), name="welcome_title")
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.addWidget(self.title)
        self.addSpacing(theme.px(SPACE_4))
        about = _about(survey, team)
        self.addWidget(label(about, theme.font(19), tone="muted", name="welcome_about"))
        spoken = _languages(survey)
        if spoken:
            said = tr("The questions are in: {languages}.", languages=and_list(spoken))
            self.addWidget(label(said, theme.font(BODY), tone="muted", name="welcome_language"))
        self.addSpacing(theme.px(SPACE_16))
        self.before_promises = self.count()
        promises, always = _promises(survey, team), always_true(survey.safeguarding_route)
        for number, (icon, promise) in enumerate(promises, 1):
            self.addWidget(promise_row(icon, promise, f"promise_{number}", theme))
            self.addSpacing(theme.px(SPACE_16))
        self.addWidget(rule(name="welcome_rule"))
        self.addSpacing(theme.px(SPACE_12))
        for number, sentence in enumerate(always, 1):
            self.addWidget(label(sentence, theme.font(BODY), tone="muted", name=f"always_{number}"))
        self.addStretch(1)
        # A screen reader hears whose answers these will be before anything is typed.
        whose = [tr("You answer for {team}.", team=team.name)] if len(survey.teams) > 1 else []
        parts = [part for _, promise in promises for part in promise if part]
        self.told = " ".join(as_sentence(each) for each in (*whose, about, *parts, *always))


def _about(survey: Survey, team: Team) -> str:
    count = sum(len(section.questions) for section in lay_out(survey, team))
    asked = trn("{count} short question", "{count} short questions", count)
    return tr("{asked}, {minutes}. You can leave out any question.", asked=asked, minutes=about_minutes(survey.minutes))


def _languages(survey: Survey) -> list[str]:
    """Return the languages asked in by their own names, if one of them is not the program's."""
    codes = [each.language for each in survey.questionnaires]
    if all(is_english(each) for each in codes):
        return []
    return list(dict.fromkeys(language_name(each) for each in codes))


def _promises(survey: Survey, team: Team) -> list[tuple[IconName, tuple[str, str]]]:
    promises = [
        (IconName.LOCK, who_opens_parts(survey.custody)),
        (IconName.PEOPLE, threshold_promise(survey.policy, team)),
        (IconName.SLIP, storage_promise(survey.custody)),
    ]
    comments = comments_promise(survey.policy, team)
    if comments is not None:
        promises.append((IconName.PENCIL, comments))
    return promises
