"""Walks from an empty folder to a team's PDF by what a screen reader says and by keys alone.

Started in the system's Python, on a screen and a message bus of its own:
``python3 -m tests.ui.at_spi.walk PROGRAM-PYTHON FOLDER``. The folder is given the data, the PDF and the transcript.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.at_spi.reader import Heard, NotHeard, ScreenReader
from tests.ui.at_spi.walk_files import PDF, TRANSCRIPT

WORDS = "quiet harbour lantern meadow copper"
WRONG = "quiet harbour lantern meadow silver"
PIN = "2468"
PEOPLE, CHOICES, COMMENTS = 6, 30, 2
QUESTIONS = CHOICES + COMMENTS
MISSING = "Choose an answer, or press 0 to leave it out."
COMMENT = "Fewer forms."
ANSWERS = (4, 3, 5, 2, 4)
# Keys so soon on a page that is left for good could have been meant for the page before, and are passed over.
LISTENS_AFTER = 1.1


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
    for number, code in enumerate(ANSWERS, 1):
        reader.note(f"Somebody answers, the {number}. of {len(ANSWERS)}")
        _answer(reader, code, aloud=number == 1)
    _close(reader)
    _open(reader)
    _publish(reader)
    _export(reader, folder / PDF)


def _begin(reader: ScreenReader) -> None:
    reader.note("The window comes up")
    reader.read("There are no surveys on this laptop yet.")
    reader.wait_for_focus("Set up a survey, button")


def _set_up(reader: ScreenReader) -> None:
    reader.note("Set up a survey")
    reader.press("Space")
    reader.read("Who will open the answers?")
    reader.wait_for_focus("A survey lead outside the team, on their own computer, radio button, not checked")
    reader.press("Down", "Down")
    reader.expect("I will, on this laptop, radio button, not checked")
    reader.press("Space")
    reader.expect("I will, on this laptop, radio button, checked")
    reader.tab_to("Passphrase")
    reader.expect("password edit, 4 words or more.")
    reader.type(WORDS)
    for field, typed in (("Once more", WRONG), ("Organisation", "Exampleshire Council")):
        reader.tab_to(field)
        reader.type(typed)
    # An example that is shown in an empty field does not pass for what was typed.
    reader.tab_to("Round")
    reader.expect("Round, edit, Such as: Autumn 2026")
    reader.tab_to("Somebody who receives it answers too")
    for field, typed in (("Team", "Harbour"), ("People", str(PEOPLE)), ("Manager PIN", PIN), ("PIN once more", PIN)):
        reader.tab_to(field)
        if field == "People":
            reader.expect("Leave out whoever will receive the report.")
        reader.type(typed)
    reader.tab_to("Continue to check")


def _mend(reader: ScreenReader) -> None:
    reader.note("Three things are wrong")
    reader.press("Space")
    reader.expect("There are 3 problems.")
    reader.expect("The two passphrases do not match.")
    reader.press("Tab")
    reader.expect("Enter a name for the round, such as ‘Autumn 2026’., button")
    reader.press("Tab")
    reader.expect("The team has fewer than 8 people: choose when comments are shown., button")
    reader.press("Tab")
    reader.expect("The two passphrases do not match., button")
    reader.press("Space")
    reader.expect("Once more, password edit")
    reader.expect("The two passphrases do not match.")
    reader.press("Control+a")
    reader.type(WORDS)
    reader.tab_to("Round")
    reader.type("Autumn 2026")
    reader.tab_to("Shown from 8 answers")
    reader.press("Down")
    reader.press("Space")
    reader.expect("Shown from 5 answers, radio button, checked")
    reader.tab_to("Continue to check")
    reader.press("Space")


def _check(reader: ScreenReader) -> None:
    reader.note("Check what was chosen")
    reader.read("This is confidential, not anonymous.")
    reader.wait_for_focus("Create the survey, button")
    reader.press("Space")
    reader.note("Hand the laptop round")
    reader.read(f"0 of {PEOPLE} have answered.")
    reader.wait_for_focus("Start questionnaire mode, button")
    reader.press("Space")


def _answer(reader: ScreenReader, code: int, *, aloud: bool) -> None:
    read = reader.read if aloud else reader.wait_for_page
    read("Make sure that nobody can see the screen.")
    # Whoever hears the page and presses Enter at once has been promised all that whoever sees it has.
    reader.expect("This is confidential, not anonymous.")
    reader.press("Enter")
    reader.wait_for_focus(f"Question 1 of {QUESTIONS}.")
    if aloud:
        _choose_aloud(reader, code)
    else:
        # Each question was heard from the first; a key that is lost on the way leads to another question than the next.
        reader.press_ahead(*(str(code), "Enter") * CHOICES)
    for number in range(CHOICES + 1, QUESTIONS + 1):
        reader.expect(f"Your comment, edit, Question {number} of {QUESTIONS}.")
        if number > CHOICES + 1:
            # The same keys at once would be a double press.
            reader.pause(LISTENS_AFTER)
        reader.expect("Please do not name anyone.")
        if aloud:
            _insist(reader.read("1,000 characters left"), "Ctrl + Enter: next")
            reader.type(COMMENT)
        reader.press("Control+Enter")
    reader.wait_for_focus("Workforce stability, 7 of 7, radio button, checked")
    read("Once you send, you cannot change or withdraw your answers")
    reader.pause(LISTENS_AFTER)
    reader.press("Control+Enter")
    reader.wait_for_focus("Ready for the next person, button, Thank you. Your answers are sealed.")
    read("Please do not tell others what you answered.")
    reader.pause(LISTENS_AFTER)
    reader.press("Enter")


def _choose_aloud(reader: ScreenReader, code: int) -> None:
    for number in range(1, CHOICES + 1):
        reader.expect(f"Question {number} of {QUESTIONS}.")
        _insist(reader.read("Prefer not to say"), ": choose", "Enter: next", "not checked")
        if number == 1:
            reader.press("Enter")
            reader.wait_for("it is said that an answer is missing", lambda: MISSING in reader.announced)
        reader.press(str(code))
        reader.expect("radio button, checked")
        reader.press("Enter")


def _close(reader: ScreenReader) -> None:
    reader.note("Leave questionnaire mode, and close")
    reader.wait_for_page("Make sure that nobody can see the screen.")
    reader.press("Control+Shift+q")
    reader.expect("Manager PIN, password edit")
    reader.read("Leave questionnaire mode")
    # The focus is in the field already: what is wrong has to be said all the same.
    reader.press_and_be_led("Enter", "Manager PIN, password edit, Type the PIN.")
    reader.type(PIN)
    reader.press("Enter")
    reader.read(f"{len(ANSWERS)} of {PEOPLE} have answered.")
    reader.wait_for_focus("Start questionnaire mode, button")
    reader.tab_to("Close survey")
    reader.press("Space")
    reader.expect("Manager PIN, password edit")
    reader.read("Closing is final.")
    reader.type(PIN)
    reader.tab_to("Close survey")
    reader.press("Space")


def _open(reader: ScreenReader) -> None:
    reader.note("Open the answers")
    reader.read("The passphrase opens everything together")
    reader.wait_for_focus("Passphrase, password edit")
    reader.type(WORDS)
    reader.tab_to("Open the answers")
    reader.press("Space")
    reader.note("Read the comments")
    # Before any comment is heard.
    reader.wait_for_focus(
        "A comment that speaks of a child or an adult at risk: follow your council’s procedure at once."
    )
    reader.read(COMMENT)
    reader.tab_to("Show")
    reader.expect(f"Show, radio button, checked, {COMMENT}")
    reader.tab_to("Continue to publish")
    reader.press("Space")


def _publish(reader: ScreenReader) -> None:
    reader.note("Publish")
    reader.read("What stays hidden")
    reader.tab_to("Publish the results")
    reader.press("Space")
    sure = "I have read the comments. Publishing is final., check box"
    reader.wait_for_focus(f"{sure}, not checked, Tick this box first.")
    reader.press("Space")
    reader.expect(f"{sure}, checked")
    reader.tab_to("Publish the results")
    reader.press("Space")
    reader.note("The results")
    sentence = (
        "Workforce stability, morale and psychological safety lean positive. "
        "Bureaucracy burden is near the middle of the scale."
    )
    _insist(
        reader.read(sentence),
        "Workforce stability: 61 of 100, leans positive. Likely range 46 to 76.",
        "Results, radio button, checked",
        f"{len(ANSWERS)} of {PEOPLE} people answered (83%)",
    )
    reader.wait_for_focus("Harbour")
    reader.tab_to("Workforce stability")
    reader.expect("61 of 100, leans positive.")


def _export(reader: ScreenReader, path: Path) -> None:
    reader.note("Export the PDF")
    reader.tab_to("Results")
    reader.expect("button")
    reader.tab_to("Export PDF")
    reader.press("Space")
    reader.expect("Team report, menu item")
    reader.press("Enter")
    reader.wait_for_focus("File name:, edit")
    reader.press("Control+a")
    reader.type(str(path))
    reader.press("Enter")
    reader.wait_for("it is said that the file was saved", lambda: any(PDF in each for each in reader.announced))
    reader.wait_for_focus("Open it, button")
    reader.read(f"Saved as {PDF}")


def _insist(page: list[Heard], *words: str) -> None:
    missing = [each for each in words if not any(each in heard.speech for heard in page)]
    if missing:
        raise NotHeard(f"{missing} on the page {[each.speech for each in page]}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
