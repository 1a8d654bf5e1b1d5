"""What taking a table in would do: how many answers, what is dropped before anything is sealed, and what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from teamhealth.exchange.answer_table import passed_over_lines
from teamhealth.exchange.columns import shown
from teamhealth.services.lead_answers import Looked
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.problem_list import first_told
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import body, hint, set_text, strong


class LookedCard(Card):
    """``team_chosen`` carries the name of the team of all rows, ``turned`` whether questions were turned round."""

    team_chosen = Signal(str)
    turned = Signal(bool)
    asked = Signal()

    def __init__(self, survey: Survey, theme: Theme, *, turned: bool) -> None:
        super().__init__(tr("2. What will be sealed"), "answers_looked", theme=theme)
        self._names = ["", *(team.name for team in survey.teams)]
        self._team_words = strong(tr("Team of all rows"), name="answers_team_words", theme=theme)
        choices = [tr("A column says the team"), *self._names[1:]]
        self.team = ComboBox(choices, "answers_team", tr("Team of all rows"), theme=theme)
        words = tr("Reversed questions are turned already")
        self.turned_box = CheckBox(words, "answers_turned", theme=theme)
        self.turned_box.setChecked(turned)
        self._turned_hint = hint(
            tr("Tick this only if the other program has changed their numbers itself."),
            name="answers_turned_hint",
            theme=theme,
        )
        self.problems = Note(NoteKind.WARNING, "", "answers_problems", theme=theme)
        self.dropped = body("", name="answers_dropped", theme=theme)
        self.ignored = hint("", name="answers_ignored", theme=theme)
        self.passed = body("", name="answers_passed", theme=theme)
        said = tr("Results of them will say: not collected sealed. Nothing but the answers is kept.")
        self.said = hint(said, name="answers_said", theme=theme)
        self.seal = primary_button("", "answers_seal", theme=theme)
        for each in (
            self._team_words, self.team, self.turned_box, self._turned_hint, self.problems, self.passed,
            self.dropped, self.ignored, self.said, self.seal,
        ):  # fmt: skip
            self.content.addWidget(each)
        self.content.addStretch(1)
        self.team.currentIndexChanged.connect(self._on_team_chosen)
        self.turned_box.toggled.connect(self.turned)
        self.seal.clicked.connect(self.asked)

    def show_looked(self, looked: Looked, team: str) -> None:
        """Show what a mapping would do."""
        self.team.setCurrentIndex(self._names.index(team) if team in self._names else 0)
        self.problems.setVisible(bool(looked.problems))
        if looked.problems:
            self.problems.say(NoteKind.WARNING, first_told(looked.problems))
        set_text(self.passed, " ".join(passed_over_lines(looked.passed_over)))
        self.passed.setVisible(bool(looked.passed_over))
        dropped = tr("Dropped, as it could name a person: {heads}.", heads=_listed(looked.personal))
        set_text(self.dropped, dropped if looked.personal else "")
        self.dropped.setVisible(bool(looked.personal))
        left_out = tr("Left out, as it holds no answers: {heads}.", heads=_listed(looked.ignored))
        set_text(self.ignored, left_out if looked.ignored else "")
        self.ignored.setVisible(bool(looked.ignored))
        self.seal.set_words(trn("Seal {count} answer", "Seal {count} answers", looked.rows))

    def _on_team_chosen(self, place: int) -> None:
        self.team_chosen.emit(self._names[place])


def _listed(heads: Sequence[str]) -> str:
    return ", ".join(shown(each) for each in heads)
