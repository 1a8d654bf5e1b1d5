"""Walks from an empty folder to a team's PDF by what a screen reader says and by keys alone.

Started in the system's Python, on a screen and a message bus of its own:
``python3 -m tests.ui.at_spi.walk PROGRAM-PYTHON FOLDER``. The folder is given the data, the PDF and the transcript.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.at_spi.reader import Heard, NotHeard, ScreenReader

WORDS = "quiet harbour lantern meadow copper"
WRONG = "quiet harbour lantern meadow silver"
PIN = "2468"
PEOPLE = 6
TRANSCRIPT, PDF = "heard.txt", "team.pdf"
ANSWERS = (4, 3, 5, 2, 4)


def main(python: str, folder: Path) -> None:
    """Start the program, walk, and leave a transcript, also of a walk that came to a halt."""
    program = subprocess.Popen(
        [python, "-m", "teamhealth", "--data-dir", str(folder / "data")],
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
    )
    try:
        reader = ScreenReader("Team Health")
        try:
            _walk(reader, folder)
        finally:
            (folder / TRANSCRIPT).write_text("\n".join(reader.transcript) + "\n", encoding="utf-8")
    finally:
        program.terminate()
        program.wait(10)


def _walk(reader: ScreenReader, folder: Path) -> None:
    _begin(reader)
    _set_up(reader)
    _mend(reader)
    _check(reader)
    for number, code in enumerate(ANSWERS):
        _answer(reader, code, aloud=number == 0)
    _leave(reader)


def _begin(reader: ScreenReader) -> None:
    reader.note("The window comes up")
    reader.read("There are no surveys on this laptop yet.")
    reader.wait_for("the first thing to do has the focus", lambda: reader.focus.name == "Set up a survey")
    _expect(reader.focus, "Set up a survey, button")


def _set_up(reader: ScreenReader) -> None:
    reader.note("Set up a survey")
    reader.press("Space")
    reader.read("Who will open the answers?")
    _expect(reader.tab_to("A survey lead outside the team"), "radio button, not checked")
    _expect(reader.press("Down", "Down"), "I will, on this laptop, radio button, not checked")
    _expect(reader.press("Space"), "I will, on this laptop, radio button, checked")
    for field, typed in (("Passphrase", WORDS), ("Once more", WRONG), ("Organisation", "Exampleshire Council")):
        reader.tab_to(field)
        reader.type(typed)
    reader.tab_to("They have to answer too")
    for field, typed in (("Team", "Harbour"), ("People", str(PEOPLE)), ("Manager PIN", PIN), ("PIN once more", PIN)):
        reader.tab_to(field)
        reader.type(typed)
    reader.tab_to("Continue to check")


def _mend(reader: ScreenReader) -> None:
    reader.note("Three things are wrong")
    _expect(reader.press("Space"), "There are 3 problems.")
    _expect(reader.focus, "The two passphrases do not match.")
    _expect(reader.press("Tab"), "Enter a name for the round")
    reader.press("Tab")
    _expect(reader.press("Tab"), "The two passphrases do not match., button")
    _expect(reader.press("Space"), "Once more, password edit")
    _expect(reader.focus, "The two passphrases do not match.")
    reader.press("Control+a")
    reader.type(WORDS)
    reader.tab_to("Round")
    reader.type("Autumn 2026")
    reader.tab_to("Shown from 8 answers")
    reader.press("Down")
    reader.press("Space")
    reader.tab_to("Continue to check")
    reader.press("Space")


def _check(reader: ScreenReader) -> None:
    reader.note("Check")
    reader.read("Create the survey")
    reader.tab_to("Create the survey")
    reader.press("Space")
    reader.note("Collecting")
    reader.read(f"0 of {PEOPLE}")
    reader.tab_to("Start questionnaire")
    reader.press("Space")


def _answer(reader: ScreenReader, code: int, *, aloud: bool) -> None:
    reader.note(f"Somebody answers {code}")
    reader.wait_for_page("Make sure that nobody can see the screen.")
    reader.transcript.append("FOCUS " + reader.focus.speech)
    if aloud:
        reader.read("Make sure that nobody can see the screen.")
    reader.press("Enter")
    reader.wait_for("the first question", lambda: reader.focus.name.startswith("Question 1 of 32."))
    for number in range(1, 31):
        _expect(reader.focus, f"Question {number} of 32.")
        if aloud:
            reader.read("Prefer not to say")
        _expect(reader.press(str(code)), "radio button, checked")
        reader.press("Enter")
    for number in (31, 32):
        _expect(reader.focus, f"Your comment, edit, Question {number} of 32.")
        if aloud and number == 31:
            reader.read("1,000 characters left")
            reader.type("Fewer forms.")
        reader.press("Control+Enter")
    if aloud:
        reader.read("Once you send")
    # A chord so soon could have been meant for the question before, and is passed over.
    reader.pause(1.1)
    reader.press("Control+Enter")
    reader.wait_for_page("Your answers are sealed.")
    reader.transcript.append("FOCUS " + reader.focus.speech)
    reader.read("Your answers are sealed.") if aloud else None
    reader.pause(1.1)
    reader.press("Enter")


def _leave(reader):
    reader.note("Leave")
    reader.wait_for_page("Make sure that nobody can see the screen.")
    reader.press("Control+Shift+q")
    reader.read("PIN")
    reader.type(PIN)
    reader.press("Enter")
    reader.note("Back")
    reader.read(f"5 of {PEOPLE}")
    reader.tab_to("Close survey")
    reader.press("Space")
    reader.note("Close prompt")
    reader.read("PIN")
    reader.tab_to("Manager PIN"); reader.type(PIN)
    reader.tab_to("Close"); reader.press("Space")
    reader.note("Open")
    reader.read("The passphrase opens everything together")
    reader.type(WORDS)
    reader.tab_to("Open the answers")
    reader.press("Space")
    reader.note("Comments")
    reader.read("Fewer forms.")
    reader.tab_to("Continue")
    reader.press("Space")
    reader.note("Publish")
    reader.read("What will be shown")
    reader.tab_to("Publish 1 team")
    reader.press("Space")
    reader.pause(0.3)
    _expect(reader.focus, "I have read the comments. Publishing is final., check box, not checked, Tick this box first.")
    _expect(reader.press("Space"), "check box, checked")
    reader.tab_to("Publish 1 team")
    reader.press("Space")
    reader.note("Results")
    reader.wait_for("the results", lambda: reader.focus.name.startswith("Workforce stability"))
    reader.read("Harbour")
    for _ in range(30): reader.press("Tab")
    reader.tab_to("Export")
    reader.press("Space")
    for _ in range(6): reader.press("Down")
    raise NotHeard("todo")


def _expect(heard: Heard, words: str) -> None:
    if words not in heard.speech:
        raise NotHeard(f"{words!r} in {heard.speech!r}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
