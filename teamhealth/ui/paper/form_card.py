"""What stands on a paper form beside its ticks: the team, the slip's code and the comments."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPlainTextEdit

from teamhealth.services.code_checks import CheckedCode, CodeVerdict
from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.comments_asked import asked_for_comments
from teamhealth.survey.paper import PaperForm
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import Field, empty_line, line_field, text_field
from teamhealth.ui.widgets.text import hint, strong

_LONGEST_CODE = 40


class FormCard(Card):
    """Fields of one form; what is wrong with one is said beside it, and it takes the focus.

    Parameters
    ----------
    survey : Survey
        Whose forms are keyed.
    check_code : callable or None
        Says whether a slip's code is one of the survey's; needed where codes are used.
    theme : Theme
        The look.
    """

    def __init__(self, survey: Survey, check_code: Callable[[str], CheckedCode] | None, theme: Theme) -> None:
        super().__init__(tr("The form"), "paper_about", theme=theme)
        self._survey = survey
        self._check_code = check_code
        questions = [each for section in lay_out(survey) for each in section.questions]
        self.team = ComboBox([each.name for each in survey.teams], "paper_team", tr("Team"), theme=theme)
        self.code = line_field(tr("Code on the slip"), "paper_code", longest=_LONGEST_CODE, theme=theme)
        if not survey.custody.one_time_codes:
            self.code.hide()
        self.comments: dict[str, Field[QPlainTextEdit]] = {
            each.id: text_field(each.text, f"paper_comment_{each.id}", lines=2, theme=theme)
            for each in questions
            if each.kind is QuestionKind.COMMENT
        }
        keys = tr(
            "Number keys answer. Space leaves a question empty. Backspace goes back. Enter ends the form,"
            " Ctrl + Enter from a comment too."
        )
        self.content.addWidget(strong(tr("Team"), name="paper_team_words", theme=theme))
        for widget in (self.team, self.code, hint(keys, name="paper_keys", theme=theme), *self.comments.values()):
            self.content.addWidget(widget)
        self.team.currentIndexChanged.connect(self._on_team_changed)
        self._on_team_changed()

    @property
    def commented(self) -> bool:
        """Whether a comment has been keyed that the team is asked for."""
        return any(field.input.toPlainText() for field in self.asked.values())

    @property
    def asked(self) -> Mapping[str, Field[QPlainTextEdit]]:
        """The comments that the chosen team is asked for, by question."""
        team = self._survey.teams[self.team.currentIndex()]
        return self.comments if asked_for_comments(self._survey.policy, team) else {}

    def form(self, answers: Mapping[str, int], before: tuple[PaperForm, ...]) -> PaperForm | None:
        """Return the form with these answers; None, and what is wrong said, if it cannot be one.

        ``before`` are the forms that its code may not be of.
        """
        comments = {key: clean_comment(field.input.toPlainText()) for key, field in self.asked.items()}
        for key, text in comments.items():
            if not comment_size(text).fits:
                self.comments[key].refuse(tr("This comment is too long."))
                return None
        code = None
        if self._check_code is not None:
            checked = self._check_code(self.code.input.text())
            code = checked.code
            problem = _code_problem(checked, before)
            if problem is not None:
                self.code.refuse(problem)
                return None
        team = self._survey.teams[self.team.currentIndex()].id
        return PaperForm(team, code, answers, {key: text for key, text in comments.items() if text})

    def _on_team_changed(self) -> None:
        """Show the boxes of comments only to a team that is asked for them.

        What stands in one stays there: on the way to a team the arrow keys pass over others.
        """
        asked = self.asked
        for key, field in self.comments.items():
            field.setVisible(key in asked)

    def clear_form(self) -> None:
        """Leave nothing of the form but its team."""
        empty_line(self.code.input)
        self.code.set_error(None)
        for field in self.comments.values():
            field.input.clear()


def _code_problem(checked: CheckedCode, before: tuple[PaperForm, ...]) -> str | None:
    if checked.code is None:
        mistyped = checked.verdict is CodeVerdict.MISTYPED
        return (
            tr("A character of the code is missing or wrong.")
            if mistyped
            else tr("We do not know that code. Check each letter.")
        )
    if any(each.code == checked.code for each in before):
        return tr("This code has been keyed already.")
    return None
