"""A small picture of the questionnaire mode that can be leafed through; it takes no answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.promises import before_sending, who_opens
from teamhealth.survey.questions import Question, QuestionKind, Section
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import CAPTION, HINT, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.choice import Choice
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.flow import Ends, Flow
from teamhealth.ui.widgets.icons import IconName, IconView, section_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, label


class PreviewQuestion(QFrame):
    """Places: 0 is the welcome page, then the sections, last the check page. ``moved`` names the place shown."""

    moved = Signal(int)

    def __init__(self, survey: Survey, sections: Sequence[Section], theme: Theme) -> None:
        super().__init__()
        self._survey = survey
        self._theme = theme
        self._pages: list[tuple[int, Section | None, Question | None]] = [(0, None, None)]
        for place, section in enumerate(sections, 1):
            self._pages += [(place, section, question) for question in section.questions]
        self._pages.append((len(sections) + 1, None, None))
        self._at = 0
        named(self, "preview_question", tr("The question as staff see it"), "paper")
        set_sheet(
            self,
            f'QFrame[kind="paper"] {{ background: {palette.PAPER}; border: 1px solid {palette.LINE};'
            f" border-radius: {theme.px(6)}px; }}",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top_bar())
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(*(theme.px(SPACE_24), theme.px(SPACE_16)) * 2)
        self._inside.setSpacing(theme.px(6))
        layout.addLayout(self._inside, 1)
        self._content: QWidget | None = None
        self._add_buttons()
        self._show()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the page that is shown: question and choices."""
        question = self._pages[self._at][2]
        return () if question is None else (question.text, *question.options, *question.opt_outs)

    def show_place(self, place: int) -> None:
        """Show the first page of a place."""
        self._at = next(number for number, page in enumerate(self._pages) if page[0] == place)
        self._show()

    def _top_bar(self) -> QFrame:
        theme = self._theme
        bar = QFrame()
        named(bar, "preview_top", "", "preview-top")
        set_sheet(
            bar,
            f'QFrame[kind="preview-top"] {{ background: {palette.RAIL}; border: none;'
            f" border-top-left-radius: {theme.px(6)}px; border-top-right-radius: {theme.px(6)}px; }}",
        )
        row = Flow(theme, gap=SPACE_8, below=0, ends=Ends.LAST_RIGHT)
        bar.setLayout(row)
        row.setContentsMargins(theme.px(SPACE_16), theme.px(5), theme.px(12), theme.px(5))
        bold = theme.font(CAPTION, Weight.SEMIBOLD)
        row.addWidget(ElidedLabel(self._survey.teams[0].name, bold, tone="white", name="preview_team"))
        row.addWidget(ElidedLabel(self._survey.title, theme.font(CAPTION), tone="rail", name="preview_survey"))
        said = label(
            tr("Preview: nothing is kept"),
            theme.font(CAPTION, Weight.SEMIBOLD),
            tone="warning",
            name="preview_kept",
            wrap=False,
        )
        set_sheet(
            said,
            f"background: {palette.WARNING_TINT}; color: {palette.WARNING_TEXT}; padding: {theme.px(3)}px"
            f" {theme.px(8)}px; border-radius: {theme.px(4)}px;",
        )
        row.addWidget(said)
        return bar

    def _add_buttons(self) -> None:
        self._back = secondary_button(tr("Back"), "preview_page_back", IconName.CHEVRON_LEFT, theme=self._theme)
        self._next = secondary_button(tr("Next"), "preview_page_next", theme=self._theme)
        self._next.show_icon(IconName.CHEVRON_RIGHT, after=True)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._next)
        row.addStretch(1)
        self._inside.addStretch(1)
        self._inside.addLayout(row)

    def _show(self) -> None:
        place, section, question = self._pages[self._at]
        if self._content is not None:
            self._inside.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = self._words_page() if question is None else self._question_page(section, question)
        self._inside.insertWidget(0, self._content)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._pages))
        self.moved.emit(place)

    def _words_page(self) -> QWidget:
        if self._at == 0:
            heading = tr("Welcome")
            lines = (
                who_opens(self._survey.custody),
                tr("Staff read the sentences at the right here, and start when they are ready."),
            )
        else:
            heading = tr("Check and send")
            lines = before_sending(self._survey.custody)
        page, layout = self._page(heading)
        for number, line in enumerate(lines):
            layout.addWidget(body(line, name=f"preview_line_{number}", theme=self._theme))
        return page

    def _question_page(self, section: Section | None, question: Question) -> QWidget:
        theme = self._theme
        asked = len(self._pages) - 2
        count = tr("Question {number} of {count}", number=self._at, count=asked)
        page, layout = self._page(question.text)
        if section is not None:
            layout.insertLayout(0, self._over(section, count))
        for number, words in enumerate(question.options, 1):
            layout.addWidget(self._choice(words, f"preview_choice_{number}", str(number)))
        if question.opt_outs:
            for key, words in zip("90", question.opt_outs, strict=True):
                layout.addWidget(self._choice(words, f"preview_choice_{key}", key))
        if question.kind is QuestionKind.COMMENT:
            box = QFrame()
            named(box, "preview_comment", tr("Room for a comment"), "card")
            box.setFixedHeight(theme.px(120))
            layout.addWidget(box)
            layout.addWidget(label(tr("Please do not name anyone."), theme.font(HINT), name="preview_do_not_name"))
        return page

    def _choice(self, words: str, name: str, key: str) -> Choice:
        choice = Choice(words, name, key=key, compact=True, theme=self._theme)
        choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        choice.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return choice

    def _over(self, section: Section, count: str) -> QHBoxLayout:
        theme = self._theme
        colour = palette.domain_colour(section.id)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        icon, tile = theme.px(14), theme.px(22)
        row.addWidget(IconView(section_icon(section.id), icon, palette.WHITE, tile=colour, tile_size=tile))
        row.addWidget(label(section.title, theme.font(HINT), tone="muted", name="preview_over"), 1)
        font = theme.font(HINT, Weight.SEMIBOLD)
        row.addWidget(label(count, font, name="preview_count", wrap=False))
        return row

    def _page(self, heading: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        named(page, "preview_page", heading)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(6))
        title = label(heading, self._theme.font(22, Weight.SEMIBOLD), name="preview_heading")
        title.setContentsMargins(0, 0, 0, self._theme.px(SPACE_12 - SPACE_8))
        layout.addWidget(title)
        return page, layout

    def _on_back_clicked(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()

    def _on_next_clicked(self) -> None:
        self._at = min(len(self._pages) - 1, self._at + 1)
        self._show()
