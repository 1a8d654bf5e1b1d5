"""The passphrase, typed twice; nothing of it is kept in a draft, and somebody else's is not shown again."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures import palette
from teamhealth.services.draft_checks import secret_problems
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.role_words import role_in_sentence
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import empty_line, line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.show_switch import ShowSwitch
from teamhealth.ui.widgets.side_by_side import SideBySide
from teamhealth.ui.widgets.text import heading, hint, set_text, strong


class PassphraseCard(Card):
    """Two fields; ``suggest`` makes a passphrase up. ``grown`` when what is typed is shown, and needs more room."""

    grown = Signal()

    def __init__(self, suggest: Callable[[], str], theme: Theme) -> None:
        super().__init__(None, "passphrase_card", theme=theme)
        snug(self, theme)
        self._suggest = suggest
        self._held = ""
        self._whose: CustodyKind | None = None
        self._show = link_button(tr("Show"), "passphrase_show", theme=theme)
        self.content.addLayout(self._head(theme))
        self.look_away = Note(NoteKind.WARNING, "", "look_away", theme=theme)
        self.content.addWidget(self.look_away)
        self.passphrase = line_field(tr("Passphrase"), "passphrase", secret=True, theme=theme)
        self.repeated = line_field(tr("Once more"), "passphrase_repeated", secret=True, theme=theme)
        self.content.addLayout(self._state_line(theme))
        self._pair = SideBySide(theme, self.passphrase, self.repeated)
        self.content.addLayout(self._pair)
        self._switch = ShowSwitch(self._show, (self.passphrase.input, self.repeated.input))
        self._switch.revealed.connect(self._on_revealed)
        for field in (self.passphrase, self.repeated):
            field.input.textChanged.connect(self._on_typed)
        self.show_custody(None, "")
        self._on_typed()

    def values(self) -> tuple[str, str]:
        """Return passphrase, and passphrase again."""
        return (self._held, self._held) if self._held else self._typed

    def show_custody(self, kind: CustodyKind | None, role: str) -> None:
        """Say whose passphrase it is; where somebody is chosen, the manager looks away."""
        chosen = kind is CustodyKind.CHOSEN
        if kind is not self._whose:
            # What one person chose must not open the answers for another.
            self._whose, self._held = kind, ""
            self._say_state()
        who = role_in_sentence(role) or tr("the person the team chose")
        title = tr("Their passphrase") if chosen else tr("Your passphrase")
        set_text(self._title, title)
        named(self, "passphrase_card", title)
        self.look_away.say(
            NoteKind.WARNING,
            tr("Hand the laptop to {who}. They type the passphrase themselves. Look away: you must not learn it.",
               who=who),
        )  # fmt: skip
        self.look_away.setVisible(chosen)

    def say_not_kept(self) -> None:
        """Say why the fields of a draft that is opened again are empty."""
        set_text(
            self._wanted,
            " ".join((tr("Passphrase and PIN are never kept in a draft: type both again."), self._wanted.text())),
        )
        self.passphrase.describe(self._wanted.text())

    def put_away(self) -> None:
        """Empty the fields, so that nobody can show what stood in them; a passphrase that was whole still counts."""
        passphrase, repeated = self.values()
        whole = not any(each.field.startswith("passphrase") for each in secret_problems(passphrase, repeated, "", ""))
        for field in (self.passphrase, self.repeated):
            empty_line(field.input)
        self._held = passphrase if whole else ""
        self._say_state()
        self.cover()

    @property
    def is_put_away(self) -> bool:
        """Whether a whole passphrase counts that the fields do not hold."""
        return bool(self._held)

    def cover(self) -> None:
        """Show dots in place of words again."""
        self._switch.reveal(False)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"passphrase": field_target(self.passphrase), "passphrase_repeated": field_target(self.repeated)}

    def _head(self, theme: Theme) -> QHBoxLayout:
        self._title = heading("", 2, name="passphrase_title", theme=theme)
        suggest = link_button(tr("Suggest one"), "passphrase_suggest", theme=theme)
        suggest.clicked.connect(self._on_suggest_clicked)
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_12))
        head.addWidget(self._title, 1)
        head.addWidget(suggest)
        head.addWidget(self._show)
        return head

    def _state_line(self, theme: Theme) -> QHBoxLayout:
        """Return the line that says what is wanted, and from the first word on what there is."""
        wanted = tr("4 words or more. Keep it on paper, locked away.")
        self.passphrase.describe(wanted)
        self._wanted = hint(wanted, name="passphrase_words", theme=theme)
        self._tick = IconView(IconName.CHECK, theme.px(18), palette.SUCCESS_TEXT)
        self._state = strong("", tone="success", name="passphrase_state", theme=theme)
        self._state.setFont(self._wanted.font())
        line = QHBoxLayout()
        line.setSpacing(theme.px(SPACE_8))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._tick, 0, top)
        line.addWidget(self._state, 0, top)
        line.addWidget(self._wanted, 1, top)
        self._line = line
        return line

    def _on_suggest_clicked(self) -> None:
        suggested = self._suggest()
        self.passphrase.input.setText(suggested)
        self.repeated.input.setText(suggested)
        self._switch.reveal(True)
        lead_to(self.passphrase.input)

    def _on_revealed(self, shown: bool) -> None:
        # Five words must be readable in full, which half the card's width is not enough for.
        self._pair.stack(shown)
        if shown:
            self.grown.emit()

    @property
    def _typed(self) -> tuple[str, str]:
        return self.passphrase.input.text(), self.repeated.input.text()

    def _on_typed(self) -> None:
        self._held = ""
        for field in (self.passphrase, self.repeated):
            field.mend()
        self._say_state()

    def _say_state(self) -> None:
        passphrase, repeated = self.values()
        count = len(passphrase.split())
        about = {problem.field for problem in secret_problems(passphrase, repeated, "", "")}
        enough = "passphrase" not in about
        match = enough and "passphrase_repeated" not in about
        words = trn("{count} word.", "{count} words.", count) if passphrase else ""
        if enough and repeated and not match:
            words = tr("{words} The two do not match yet.", words=words)
        if self._held:
            words = tr("The passphrase is set, and is not shown again. Whoever chose it can type another.")
        elif match:
            words = tr("{words} The two match.", words=words)
        set_text(self._state, words)
        restyle(self._state, "tone", "success" if enough and (match or not repeated) else "ink")
        self._tick.setVisible(match)
        self._state.setVisible(bool(words))
        # The rule stays until it is kept; until then a count of words stands before it on one line.
        self._wanted.setVisible(not enough)
        self._state.setWordWrap(enough)
        self._line.setStretchFactor(self._state, 1 if enough else 0)
