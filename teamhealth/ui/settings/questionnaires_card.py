"""The card of a council's own questionnaires: those that are here, a file looked at before it is added, taking away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.publication.theme_hints import theme_hints
from teamhealth.publication.words import origin_lines
from teamhealth.services.questionnaires import original_of, stored_id
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.languages import language_name
from teamhealth.texts.lengths import length_text
from teamhealth.ui.theme import SPACE_4, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, hint, strong


class QuestionnairesCard(Card):
    """``file_asked`` wants a file to look at, ``add_asked`` what is looked at added, ``removed`` carries a key."""

    file_asked = Signal()
    add_asked = Signal()
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Questionnaires of your own"), "settings_questionnaires", theme=theme)
        self._theme = theme
        said = tr(
            "A file with further questions, such as your council’s own module, or with the program’s own in another "
            "language. New surveys can ask it."
        )
        self.content.addWidget(hint(said, name="questionnaires_what", theme=theme))
        self._list, self._looked = QVBoxLayout(), QVBoxLayout()
        self.content.addLayout(self._list)
        self.content.addLayout(self._looked)
        self.choose = secondary_button(
            tr("Look at a questionnaire file"), "questionnaires_choose", IconName.FOLDER, theme=theme
        )
        self.content.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)
        self.choose.clicked.connect(self.file_asked)

    def show_own(self, own: Sequence[Questionnaire]) -> None:
        """Show the questionnaires that are here."""
        rows = _fresh(self._list, "questionnaires_list", tr("Questionnaires of your own"))
        for each in own:
            kept = stored_id(each)
            rows.addWidget(rule(name=f"questionnaire_{kept}_rule"))
            row = QHBoxLayout()
            row.setSpacing(self._theme.px(SPACE_12))
            row.addWidget(strong(_titled(each), name=f"questionnaire_{kept}", theme=self._theme), 1)
            away = link_button(tr("Take away"), f"questionnaire_{kept}_remove", theme=self._theme)
            away.setAccessibleName(tr("Take away {title}", title=each.title))
            away.clicked.connect(partial(self.removed.emit, kept))
            row.addWidget(away)
            rows.addLayout(row)

    def show_looked(self, looked: Questionnaire | None) -> None:
        """Show all that a file would ask, before it is added; nothing for None."""
        rows = _fresh(self._looked, "questionnaires_looked", tr("The questionnaire in the file"))
        if looked is None:
            return
        theme = self._theme
        rows.addWidget(strong(_titled(looked), name="looked_title", theme=theme))
        length = length_text(looked.question_count, looked.minutes)
        rows.addWidget(hint(length, name="looked_count", theme=theme))
        original = original_of(looked)
        if original is not None:
            words = tr(
                "The same questions as ‘{title}’, in another language. "
                "You choose between them when you set up a survey.",
                title=original.title,
            )
            rows.addWidget(hint(words, name="looked_translation", theme=theme))
        for number, line in enumerate(origin_lines(looked)):
            rows.addWidget(hint(line, name=f"looked_origin_{number}", theme=theme))
        if not looked.score_domains:
            rows.addWidget(hint(tr("Its themes have no score."), name="looked_unscored", theme=theme))
        for number, words in enumerate(theme_hints(looked)):
            rows.addWidget(hint(words, name=f"looked_short_{number}", theme=theme))
        for number, (title, texts) in enumerate(_asked(looked)):
            rows.addWidget(strong(title, name=f"looked_theme_{number}", theme=theme))
            rows.addWidget(body("\n".join(texts), name=f"looked_questions_{number}", theme=theme))
        add = secondary_button(tr("Add this questionnaire"), "questionnaires_add", IconName.PLUS, theme=theme)
        add.clicked.connect(self.add_asked)
        rows.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)


def _fresh(place: QVBoxLayout, name: str, accessible: str) -> QVBoxLayout:
    """Return an empty column in a place, without what stood there before."""
    old = place.takeAt(0)
    if old is not None and (widget := old.widget()) is not None:
        widget.hide()
        widget.deleteLater()
    new = QWidget()
    named(new, name, accessible)
    place.addWidget(new)
    column = QVBoxLayout(new)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    return column


def _titled(questionnaire: Questionnaire) -> str:
    if original_of(questionnaire) is not None:
        return tr(
            "{title}, version {version}, in {language}",
            title=questionnaire.title,
            version=questionnaire.version,
            language=language_name(questionnaire.language),
        )
    return tr("{title}, version {version}", title=questionnaire.title, version=questionnaire.version)


def _asked(questionnaire: Questionnaire) -> list[tuple[str, tuple[str, ...]]]:
    """Return the headings with the questions below them, as staff will be asked."""
    found = [(each.title, tuple(item.text for item in each.items)) for each in questionnaire.domains]
    if questionnaire.banded_items:
        found.append((tr("Your time"), tuple(each.text for each in questionnaire.banded_items)))
    if questionnaire.comments:
        found.append((tr("In your own words"), tuple(each.text for each in questionnaire.comments)))
    return found
