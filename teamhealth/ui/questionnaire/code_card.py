"""The card of the welcome page where a one-time code is typed before Start, which is never greyed out."""

from PySide6.QtCore import Signal

from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.code_entry import CHARACTERS, CodeEntry
from teamhealth.ui.questionnaire.team_line import team_line
from teamhealth.ui.theme import BODY, HINT, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import empty_line
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import label, set_text


class CodeCard(Card):
    """``used`` carries what was typed, once it is as long as a code is; ``all_there`` comes with its last character."""

    used = Signal(str)
    all_there = Signal()
    privacy_asked = Signal()

    def __init__(self, theme: Theme, team: str | None = None) -> None:
        super().__init__(None, "code_card", theme=theme, kind="large-card")
        named(self, "code_card", tr("Your one-time code"), "large-card")
        self._theme = theme
        if team is not None:
            self.content.addWidget(team_line(team, theme))
            what = tr("Type your one-time code: the {count} letters and numbers on your slip.", count=CHARACTERS)
        else:
            self.content.addWidget(label(tr("Your one-time code"), theme.font(24, Weight.BOLD), name="code_title"))
            what = tr("Type the {count} letters and numbers on your slip.", count=CHARACTERS)
        explained = " ".join((what, tr("Capitals do not matter.")))
        self.content.addWidget(label(explained, theme.font(BODY), tone="muted", name="code_explained"))
        self.problem = Note(NoteKind.WARNING, "", "all_answered", theme=theme)
        self.problem.hide()
        self.content.addWidget(self.problem)
        self._error = label("", theme.font(BODY, Weight.SEMIBOLD), tone="error", name="code_error")
        self._error.hide()
        self.content.addWidget(self._error)
        self.entry = CodeEntry(theme)
        self._told = ""
        self.content.addWidget(self.entry)
        self._left = label("", theme.font(HINT), tone="muted", name="code_left")
        self.content.addWidget(self._left)
        below = tr("What happens with your answers is said below.")
        self.promises_below = label(below, theme.font(BODY), name="promises_below")
        self.promises_below.hide()
        self.content.addWidget(self.promises_below)
        self.start = primary_button(tr("Start"), "start", theme=theme, large=True)
        self.start.setFixedHeight(theme.px(56))
        self.content.addWidget(self.start)
        spare = tr("No slip, or lost it? Ask the survey lead for a spare. You do not have to take part.")
        self.content.addWidget(label(spare, theme.font(HINT + 1), tone="muted", name="take_part"))
        more = link_button(tr("More about privacy"), "more_privacy", theme=theme, size=HINT + 1)
        self.content.addWidget(more)
        more.clicked.connect(self.privacy_asked)
        self.start.clicked.connect(self.use)
        self.set_tight(tight=False)
        self.entry.textChanged.connect(self._on_changed)
        self._on_changed()

    def set_tight(self, *, tight: bool) -> None:
        """Stand closer where large text leaves little room."""
        px = self._theme.px
        side, above, below = (px(SPACE_16), px(SPACE_8), px(SPACE_8)) if tight else (px(30), px(24), px(20))
        self.content.setContentsMargins(side, above, side, below)
        self.content.setSpacing(px(SPACE_4 if tight else SPACE_12))
        self.entry.set_tight(tight=tight)

    def tell(self, words: str) -> None:
        """Let these words be read out with the field, unless something is wrong with what is in it."""
        self._told = words
        self.entry.setAccessibleDescription(words)

    def use(self) -> None:
        """Hand on what was typed, or say what is missing."""
        missing = CHARACTERS - self.entry.typed
        if missing == CHARACTERS:
            self.refuse(tr("Type the code on your slip."))
        elif missing:
            self.refuse(
                trn("{count} character is missing.", "{count} characters are missing.", missing)
                + " "
                + tr("A code has {count}.", count=CHARACTERS)
            )
        else:
            self.used.emit(self.entry.text())

    def go_on_typing(self) -> None:
        """Let what is typed next come after what is there: with the focus all of it is selected, to be replaced."""
        if self.entry.typed < CHARACTERS:
            self.entry.end(False)

    def refuse(self, words: str) -> None:
        """Say in place why the code cannot be used; what was typed stays."""
        set_text(self._error, words)
        self._error.show()
        self.entry.setAccessibleDescription(words)
        if self.entry.hasFocus():
            # Nothing else would tell a screen reader, which hears of the field when the focus comes.
            announce(self.entry, words)
        restyle(self.entry, "wrong", "true")
        lead_to(self.entry)

    def forget(self) -> None:
        """Throw away what was typed and what was said of it."""
        empty_line(self.entry)
        self._take_back()

    def _take_back(self) -> None:
        self._error.hide()
        self.entry.setAccessibleDescription(self._told)
        restyle(self.entry, "wrong", "false")

    def _on_changed(self) -> None:
        self._take_back()
        left = CHARACTERS - self.entry.typed
        words = trn("{count} more to type", "{count} more to type", left) if left else tr("All there")
        set_text(self._left, words)
        if not left:
            self.all_there.emit()
