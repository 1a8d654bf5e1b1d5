"""What is replied to a press that turned no page, said on the page where it was made."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.conduct import Conduct
from teamhealth.ui.questionnaire.pages import Pages
from teamhealth.ui.questionnaire.place import Screen


class Replies(QObject):
    """Takes what the conduct replies to the pages; ``pages`` returns those at the text size that there is now."""

    def __init__(self, conduct: Conduct, pages: Callable[[], Pages], parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        conduct.answer_chosen.connect(self._on_answer_chosen)
        conduct.answer_missing.connect(self._on_answer_missing)
        conduct.nobody_left.connect(self._on_nobody_left)
        conduct.cannot_start.connect(self._on_cannot_start)
        conduct.code_refused.connect(self._on_code_refused)
        conduct.not_saved.connect(self._on_not_saved)
        conduct.not_looked_at.connect(self._on_not_looked_at)
        conduct.forgotten.connect(self._on_forgotten)
        conduct.counted.connect(self._on_counted)

    def _on_answer_chosen(self, code: int) -> None:
        self._pages().question.show_code(code)

    def _on_answer_missing(self) -> None:
        self._pages().question.say(tr("Choose an answer, or press 0 to leave it out."))

    def _on_nobody_left(self) -> None:
        self._pages().welcome.say_all_answered()

    def _on_cannot_start(self, words: str) -> None:
        self._pages().welcome.say_cannot_start(words)

    def _on_code_refused(self, words: str) -> None:
        self._pages().welcome.refuse_code(words)

    def _on_not_saved(self, advice: str) -> None:
        pages = self._pages()
        if pages.shown is Screen.RETURNED:
            pages.returned.say_not_saved(advice)
        else:
            pages.check.say_not_saved(advice)

    def _on_not_looked_at(self) -> None:
        self._pages().check.say_not_looked_at()

    def _on_forgotten(self) -> None:
        self._pages().forget()

    def _on_counted(self, seconds: int) -> None:
        self._pages().show_seconds(seconds)
