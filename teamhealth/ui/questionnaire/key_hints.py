"""Which keys do what on which page, in words."""

from dataclasses import dataclass

from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.place import Screen


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys and what they do; ``dash`` for a range of keys. What is ``vital`` stays where there is room for few."""

    keys: tuple[str, ...]
    words: str
    dash: bool = False
    vital: bool = False

    @property
    def spoken(self) -> str:
        """Keys and what they do as they are read out: a range, or keys that are pressed together."""
        if self.dash:
            return tr("{first} to {last}: {words}", first=self.keys[0], last=self.keys[-1], words=self.words)
        return f"{' + '.join(self.keys)}: {self.words}"


def hints_for(screen: Screen, options: int = 0, *, alone: bool = False) -> tuple[KeyHint, ...]:
    """Return a page's hints; ``options`` is how many answers a question offers, 0 for a comment."""
    if screen is Screen.QUESTION:
        return _choosing(options) if options else _writing()
    enter, tab, backspace, escape = tr("Enter"), tr("Tab"), tr("Backspace"), tr("Esc")
    turn_back = (KeyHint((tab,), tr("move")), KeyHint((backspace,), tr("back")))
    return {
        Screen.WELCOME: (
            KeyHint((enter,), tr("start")),
            KeyHint((tr("Ctrl"), "+"), tr("bigger text")),
            KeyHint(("F1",), tr("more about privacy")),
        ),
        Screen.CHECK: (
            KeyHint((tab,), tr("move")),
            KeyHint((enter,), tr("use what is highlighted")),
            KeyHint((tr("Ctrl"), enter), tr("send"), vital=True),
            KeyHint((backspace,), tr("back to the last question")),
        ),
        Screen.DONE: (KeyHint((enter,), tr("finish") if alone else tr("ready for the next person")),),
        Screen.PRIVACY: turn_back,
        Screen.LEAVE: turn_back,
        Screen.PIN: (KeyHint((enter,), tr("use the PIN")), KeyHint((escape,), tr("back"))),
        Screen.RETURNED: (KeyHint((tab,), tr("move")), KeyHint((enter,), tr("use what is highlighted"))),
        Screen.STILL_THERE: (KeyHint((tr("Any key"),), tr("carry on")),),
    }.get(screen, ())


def _choosing(options: int) -> tuple[KeyHint, ...]:
    return (
        KeyHint(("1", str(options)), tr("choose"), dash=True, vital=True),
        KeyHint(("9",), tr("does not apply to me")),
        KeyHint(("0",), tr("prefer not to say")),
        KeyHint((tr("Enter"),), tr("next"), vital=True),
        KeyHint((tr("Backspace"),), tr("back")),
    )


def _writing() -> tuple[KeyHint, ...]:
    return (
        KeyHint((tr("Ctrl"), tr("Enter")), tr("next")),
        KeyHint((tr("Enter"),), tr("new line")),
        KeyHint((tr("Tab"),), tr("move")),
    )
