"""The head of a question's page: progress, section, and the question itself."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.interview import Interview
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.column import QUESTION_WIDTH
from teamhealth.ui.questionnaire.progress import ProgressView
from teamhealth.ui.theme import BODY, HINT, QUESTION, SPACE_4, SPACE_8, SPACE_12, SPACE_48, Theme
from teamhealth.ui.widgets.icons import IconName, IconView, section_icon
from teamhealth.ui.widgets.language import speak
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text

# One line of the large size, else two of the next, else the smallest: the answers stay on the page.
_SIZES = ((QUESTION, 1), (26, 2), (22, 9))


def section_colour(section: str) -> str:
    """Return the colour of a section's tile."""
    return palette.domain_colour(section)


class QuestionHead(QWidget):
    """Shows one interview's current question; its words take the focus when the page is turned.

    The focus is on the question, not on the first answer: a ring around one answer would suggest it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._texts: tuple[str, ...] = ()
        self._even = True
        self._tight = False
        named(self, "question_head", tr("Question"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._progress = ProgressView(theme)
        self._number = label("", theme.font(BODY, Weight.SEMIBOLD), name="question_number", wrap=False)
        self._of = label("", theme.font(BODY), tone="muted", name="question_count", wrap=False)
        self._top = top = QHBoxLayout()
        top.setSpacing(theme.px(4))
        top.addWidget(self._progress, 1)
        top.addSpacing(theme.px(SPACE_48))
        top.addWidget(self._number)
        top.addWidget(self._of)
        column.addLayout(top)
        self._gap = QSpacerItem(0, theme.px(SPACE_12 + 6))
        column.addSpacerItem(self._gap)
        self._tile = IconView(
            IconName.ANCHOR,
            theme.px(17),
            palette.WHITE,
            tile=palette.MODULE,
            tile_size=theme.px(28),
            radius=theme.px(7),
        )
        self._section = label("", theme.font(HINT + 2), tone="muted", name="section_title", wrap=False)
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(theme.px(SPACE_12 - 2))
        middle.addWidget(self._tile)
        middle.addWidget(self._section, 1)
        column.addLayout(middle)
        self._above = QSpacerItem(0, theme.px(SPACE_8))
        column.addSpacerItem(self._above)
        self.question = label("", theme.font(QUESTION, Weight.BOLD), name="question")
        self.question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.question)

    def show_interview(self, interview: Interview) -> None:
        """Show the current question."""
        question = interview.current
        self._progress.show_interview(interview)
        set_text(self._number, tr("Question {number}", number=interview.position + 1))
        set_text(self._of, tr("of {count}", count=len(interview.questions)))
        set_text(self._section, interview.section.title)
        speak(self._section, interview.section.language)
        speak(self.question, question.language)
        section = interview.section.id
        self._tile.show_icon(section_icon(section), palette.WHITE, section_colour(section))
        # What is written has a page of its own kind, whose height no other has to have.
        self._texts = tuple(each.text for each in interview.questions if each.options) if question.options else ()
        self.question.setText(question.text)
        self._fit()
        said = tr("Question {number} of {count}", number=interview.position + 1, count=len(interview.questions))
        self.question.setAccessibleName(f"{said}. {interview.section.title}. {question.text}")

    def set_low(self, *, low: bool) -> None:
        """Take less room where the window is low."""
        self._gap.changeSize(0, self._theme.px(SPACE_4 + 2 if low else SPACE_12 + 6))
        self._column.invalidate()
        self.updateGeometry()

    def set_tight(self, *, tight: bool) -> None:
        """Ask in the smaller of the sizes, and leave out what only sets apart."""
        self._tight = tight
        self._above.changeSize(0, self._theme.px(0 if tight else SPACE_8))
        self._column.invalidate()
        self._fit()

    def set_roomy(self, *, roomy: bool) -> None:
        """Keep the room of the longest question for every one, or leave as much as there is to the answers."""
        if roomy == self._even:
            return
        self._even = roomy
        self._progress.setVisible(roomy)
        self._tile.setVisible(roomy)
        # The section stands in the place of the progress, beside the number that tells of that too.
        self._section.setWordWrap(not roomy)
        (self._middle if roomy else self._top).insertWidget(1 if roomy else 0, self._section, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size by the width there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.question.setFont(self._font_for(self.question.text()))
        self.question.setMinimumHeight(max(map(self._height_of, self._texts), default=0) if self._even else 0)

    def _height_of(self, text: str) -> int:
        return self._height(QFontMetrics(self._font_for(text)), text)

    def _font_for(self, text: str) -> QFont:
        fonts = [(self._theme.font(size, Weight.BOLD), lines) for size, lines in self._sizes]
        return next((font for font, lines in fonts if self._fits(QFontMetrics(font), text, lines)), fonts[-1][0])

    def _fits(self, letters: QFontMetrics, text: str, lines: int) -> bool:
        # Words that just fit by their length may still break into one line more.
        likely = letters.horizontalAdvance(text) < self._room * lines * 0.95
        return likely and round(self._height(letters, text) / letters.lineSpacing()) <= lines

    def _height(self, letters: QFontMetrics, text: str) -> int:
        return letters.boundingRect(QRect(0, 0, self._room, 0), int(Qt.TextFlag.TextWordWrap), text).height()

    @property
    def _sizes(self) -> tuple[tuple[int, int], ...]:
        return _SIZES[1:] if self._tight else _SIZES

    @property
    def _room(self) -> int:
        widest = self._theme.px(QUESTION_WIDTH)
        return min(self.width(), widest) if self.isVisible() else widest

    @property
    def words(self) -> QLabel:
        """The label that takes the focus."""
        return self.question
