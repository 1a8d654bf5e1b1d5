"""A small screen reader: it follows the focus by AT-SPI events, presses keys, and says what it finds.

It runs in the system's Python, which is the one that knows AT-SPI, and imports nothing of the program.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LONGEST = 20.0
# So long no event comes before everything has been said.
_QUIET = 0.06
_STEP = 0.01
_GOING = 1.0
# A busy machine may take so long to move the focus; where Tab has nowhere else to go, nothing is told.
_TURNING = 5.0
_PRESSING = ("Enter", "Space")
_APART = 0.7
# X's numbers of keys that are held.
_HELD = {"Control": 37, "Shift": 50}
_NAMED = {
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Escape": 0xFF1B,
    "Space": 0x20,
    "Up": 0xFF52,
    "Down": 0xFF54,
    "Left": 0xFF51,
    "Right": 0xFF53,
    "F1": 0xFFBE,
}
# What is used, in the system's words, and how it is read out.
USED = {
    "push button": "button",
    "toggle button": "toggle button",
    "radio button": "radio button",
    "check box": "check box",
    "text": "edit",
    "password text": "password edit",
    "spin button": "number",
    "combo box": "combo box",
    "menu item": "menu item",
    "link": "link",
    "list item": "list item",
    "page tab": "tab",
    "table": "table",
    "tree": "tree",
    "list": "list",
}
_TICKED = ("check box", "radio button", "toggle button")


@dataclass(frozen=True)
class Heard:
    """What is said of one thing."""

    role: str
    name: str
    description: str
    value: str
    checked: bool
    enabled: bool

    @property
    def speech(self) -> str:
        """One line, as it is spoken."""
        said = [self.name or "nameless", USED.get(self.role, self.role)]
        if self.role in _TICKED:
            said.append("checked" if self.checked else "not checked")
        if not self.enabled:
            said.append("unavailable")
        said += [each for each in (self.value, self.description) if each]
        return ", ".join(said)


class NotHeard(Exception):
    """What should have been said was not."""


class ScreenReader:
    """Reads one program; ``transcript`` is what was said so far.

    Parameters
    ----------
    program : str
        The program's name.
    """

    def __init__(self, program: str) -> None:
        self.transcript: list[str] = []
        self.announced: list[str] = []
        self._focused: Atspi.Accessible | None = None
        self._changed = time.monotonic()
        self._moves = 0
        self._pressed = ("", 0.0)
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in ("object:state-changed:focused", "object:announcement", "window:activate"):
            self._listener.register(kind)
        self._program = self._found(program)
        self._program.set_cache_mask(Atspi.Cache.NONE)

    def note(self, words: str) -> None:
        """Head a part of the transcript."""
        self.transcript += ["", f"# {words}"]

    def press(self, *keys: str) -> Heard:
        """Press keys one after the other, each 'Tab' or 'Control+Shift+q'; returns what has the focus then.

        Only of Tab is it known that the focus moves; what any other key leads to has to be expected.
        """
        for each in keys:
            if each in _PRESSING and each == self._pressed[0]:
                # So soon after the first the program takes it for the second half of a double press.
                self.pause(max(0.0, self._pressed[1] + _APART - time.monotonic()))
            self._pressed = (each, time.monotonic())
            before = self._moves
            _strike(each)
            if each.endswith("Tab"):
                self._wait_for_a_move(before)
        self.listen()
        heard = self.focus
        self.transcript.append(f"[{' '.join(keys)}] {heard.speech}")
        return heard

    def press_ahead(self, *keys: str) -> None:
        """Press keys as fast as somebody does who knows the way and waits for nothing to be said between."""
        for each in keys:
            _strike(each)
        self._pressed = (keys[-1], time.monotonic())
        self.listen()
        self.transcript.append(f"[{len(keys)} keys] {self.focus.speech}")

    def press_and_be_led(self, key: str, words: str) -> None:
        """Press a key, and insist that the program says anew what has the focus, with these words."""
        before = self._moves
        self.press(key)
        self._wait_for_a_move(before)
        if self._moves == before:
            raise NotHeard(f"after {key} nothing is said of {self.focus.speech!r}")
        self.expect(words)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        for character in words:
            Atspi.generate_keyboard_event(ord(character), None, Atspi.KeySynthType.SYM)
        self.listen()
        self.transcript.append(f"[types] {self.focus.speech}")

    def tab_to(self, name: str, most: int = 40) -> Heard:
        """Press Tab until something of that name has the focus; every stop on the way must have a name."""
        for _ in range(most):
            heard = self.press("Tab")
            if not heard.name:
                raise NotHeard(f"a stop without a name, looking for {name!r}: {heard}")
            if heard.name.startswith(name):
                return heard
        raise NotHeard(f"Tab does not come to {name!r}")

    def pause(self, seconds: float) -> None:
        """Take the time that somebody takes to read."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            self.listen()

    def listen(self) -> None:
        """Wait until nothing more is said."""
        context = GLib.MainContext.default()
        self._changed = time.monotonic()
        while time.monotonic() - self._changed < _QUIET:
            while context.iteration(False):
                pass
            time.sleep(_STEP)

    @property
    def focus(self) -> Heard:
        """What has the focus, by the last event that told of it; it is waited for while that is gone already."""
        begun = time.monotonic()
        while time.monotonic() - begun < LONGEST:
            focused = self._focused
            try:
                if focused is not None:
                    heard = _heard(focused)
                    # What is just going answers without a name for a moment; what has none stays without.
                    if heard.name or time.monotonic() - begun > _GOING:
                        return heard
            except GLib.Error:
                # Another may have been told of while this one was asked.
                self._focused = None if self._focused is focused else self._focused
            self.listen()
        raise NotHeard("nothing has the focus")

    def wait_for(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait until something can be heard."""
        begun = time.monotonic()
        while not condition():
            if time.monotonic() - begun > LONGEST:
                raise NotHeard(what)
            self.listen()

    def wait_for_focus(self, speech: str) -> None:
        """Wait until what has the focus is read out like that."""
        heard = self._focus_that(lambda each: each.startswith(speech), speech)
        self.transcript.append(f"[focus] {heard.speech}")

    def expect(self, words: str) -> None:
        """Wait until what has the focus says these words among others."""
        self._focus_that(lambda each: words in each, words)

    def wait_for_page(self, words: str) -> list[Heard]:
        """Wait until a window says something, and read all of it."""
        found: list[Heard] = []

        def there() -> bool:
            found[:] = self.page()
            return any(words in each.name or words in each.value for each in found)

        self.wait_for(f"no page says {words!r}", there)
        return found

    def page(self) -> list[Heard]:
        """Return everything that is shown in the active window, from top to bottom."""
        try:
            window = self._active()
            return [] if window is None else [_heard(each) for each in _shown(window)]
        except GLib.Error:
            # Something went while it was read.
            return []

    def read(self, words: str) -> list[Heard]:
        """Wait for a page that says something, note all of it, and insist that everything that is used has a name."""
        self.wait_for_page(words)
        self.listen()
        found = self.page()
        self.transcript += [f"    {each.speech}" for each in found if each.name or each.value or each.role in USED]
        nameless = [each for each in found if each.role in USED and not each.name]
        if nameless:
            raise NotHeard(f"without a name on the page that says {words!r}: {nameless}")
        return found

    def _focus_that(self, fits: Callable[[str], bool], words: str) -> Heard:
        begun = time.monotonic()
        while not fits((heard := self.focus).speech):
            if time.monotonic() - begun > LONGEST:
                raise NotHeard(f"the focus never says {words!r}, but {heard.speech!r}")
            self.listen()
        return heard

    def _wait_for_a_move(self, before: int) -> None:
        begun = time.monotonic()
        while self._moves == before and time.monotonic() - begun < _TURNING:
            self.listen()

    def _on_event(self, event: Atspi.Event) -> None:
        self._changed = time.monotonic()
        if event.type.startswith("object:announcement"):
            self.announced.append(str(event.any_data))
            self.transcript.append(f"    (announced) {event.any_data}")
        elif event.type == "object:state-changed:focused" and event.detail1:
            self._focused = event.source
            self._moves += 1

    def _found(self, program: str) -> Atspi.Accessible:
        desktop = Atspi.get_desktop(0)
        begun = time.monotonic()
        while time.monotonic() - begun < LONGEST:
            for each in _children(desktop):
                if each.get_name() == program:
                    return each
            self.listen()
        raise NotHeard(f"{program} tells nobody that it is there")

    def _active(self) -> Atspi.Accessible | None:
        windows = [each for each in _children(self._program) if _has(each, Atspi.StateType.SHOWING)]
        active = [each for each in windows if _has(each, Atspi.StateType.ACTIVE)]
        return active[-1] if active else windows[-1] if windows else None


def _strike(keys: str) -> None:
    *held, key = keys.split("+")
    for name in held:
        Atspi.generate_keyboard_event(_HELD[name], None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(_NAMED.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
    for name in reversed(held):
        Atspi.generate_keyboard_event(_HELD[name], None, Atspi.KeySynthType.RELEASE)


def _heard(thing: Atspi.Accessible) -> Heard:
    role = str(thing.get_role_name())
    value = ""
    if role in ("text", "password text", "spin button", "combo box"):
        value = _text(thing)
    return Heard(
        role,
        " ".join(str(thing.get_name() or "").replace("\u200b", "").split()),
        str(thing.get_description() or ""),
        value,
        _has(thing, Atspi.StateType.CHECKED),
        _has(thing, Atspi.StateType.ENABLED),
    )


def _text(thing: Atspi.Accessible) -> str:
    if "Text" not in Atspi.Accessible.get_interfaces(thing):
        return ""
    return str(Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing)))


def _shown(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for each in _children(thing):
        if _has(each, Atspi.StateType.VISIBLE) and _has(each, Atspi.StateType.SHOWING):
            yield each
            yield from _shown(each)


def _children(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child is not None:
            yield child


def _has(thing: Atspi.Accessible, state: Atspi.StateType) -> bool:
    return bool(thing.get_state_set().contains(state))
