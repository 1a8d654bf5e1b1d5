"""Says above any page that something unexpected went wrong, and what of somebody's answers is safe."""

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind


class Trouble(Note):
    """Hidden while nothing has failed; leaves the focus where the person is answering."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(NoteKind.ERROR, "", "trouble", theme=theme)
        self.hide()

    def say_unexpected(self, code: str, *, answering: bool) -> None:
        """Say it; ``code`` names the kind of error for whoever helps."""
        if answering:
            safe = tr("Your answers are still here, and are not sent until you press Send. Try again.")
        else:
            safe = tr("Answers that were sent are safe: each was stored before it was confirmed.")
        ask = tr("If it happens again, tell whoever runs this survey this code: {code}.", code=code)
        self.say(NoteKind.ERROR, f"{safe} {ask}", tr("Something unexpected went wrong in the program."))
        self.show()
