"""What people read when a file cannot be read or written."""

from teamhealth import failures
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import Three

_SAID_OF_A_LONG_NAME = 40
# What of the program's own travels, and so was exported by somebody.
_EXPORTED = frozenset({".thsurvey", ".threturn", ".thresults", ".thkey"})
# Tables that a spreadsheet program can save as one that is read here.
_OTHER_TABLES = frozenset({".xls", ".xlsb", ".ods", ".numbers"})


def unreadable(failure: failures.FileUnreadable) -> Three:
    """Return the words for FileUnreadable."""
    name = failure.path.name
    elsewhere = _belongs_elsewhere(failure)
    if elsewhere is not None:
        return elsewhere
    what = {
        "missing": tr("There is no file {name}.", name=name),
        "folder": tr("{name} is a folder.", name=name),
        "report": tr("{name} is a PDF report, and cannot be opened here.", name=name),
        "sheet": tr("{name} is a spreadsheet. Each is taken in on its own page.", name=name),
        "part": tr("{name} holds one team’s part only.", name=name),
        "late": tr("{name} holds only a team that was published later.", name=name),
        "newer": tr("{name} was written by a newer version of Team Health.", name=name),
        "older": tr("{name} was written by an older version of Team Health.", name=name),
        "large": tr("{name} is too large to be a file of Team Health.", name=name),
        "damaged": tr("{name} is incomplete or was changed.", name=name),
        "denied": tr("{name} cannot be read.", name=name),
        "twice": tr("Two questionnaires in {name} have a theme or question with the same id.", name=name),
    }.get(failure.reason, tr("{name} is not the kind of file that is needed here.", name=name))
    do = {
        "missing": tr("Check the name and the folder."),
        "folder": tr("Open the folder, and choose the file in it."),
        "report": tr("Read it in a PDF reader. To see its results here, open the results file."),
        "sheet": tr(
            "Drop the spreadsheet of a plan on the page of that plan."
            " Choose any other in Sealed returns, Workforce or Set up a survey."
        ),
        "part": tr("Use the whole results file that it was taken from. The survey lead has it."),
        "late": tr("Use the results file that was published first."),
        "newer": tr("Install the newer version and open it with that."),
        "older": tr("Open it with the version that wrote it."),
        "denied": tr("Close it in other programs and try again. Otherwise ask IT whether you may read it."),
        "twice": tr("Ask for a new survey, in which the council’s own questionnaire has ids of its own."),
    }.get(failure.reason, _instead(failure))
    return what, tr("Nothing on this computer has been changed."), do


def _instead(failure: failures.FileUnreadable) -> str:
    """Return what to do about a file that is damaged, too large or of another kind: only some have been exported."""
    ending = failure.path.suffix.casefold()
    if ending == ".thcopy":
        return tr("Use another copy, if there is one.")
    if ending in _EXPORTED:
        return tr("Ask for the file to be exported again.")
    if ending in _OTHER_TABLES:
        return tr("Save it as .xlsx or .csv in the program that made it.")
    if failure.reason == "damaged":
        return tr("Fetch or save it again, and try that.")
    return tr("Check that it is the right file.")


def _belongs_elsewhere(failure: failures.FileUnreadable) -> Three | None:
    """Return the words for a file of the program that was chosen in the wrong place: what it is, and its own place."""
    name = failure.path.name
    results = tr("Open it in Results.")
    found = {
        "survey": (tr("{name} is a survey file.", name=name), tr("Open it in Surveys: Open a survey file.")),
        "return": (
            tr("{name} is a sealed return.", name=name),
            tr("Whoever opens the answers adds it in Sealed returns."),
        ),
        "results": (tr("{name} is a results file.", name=name), results),
        "part": (tr("{name} is a results file of one team.", name=name), results),
        "key": (
            tr("{name} is a key file. It opens nothing by itself.", name=name),
            tr("Open the survey file that it belongs to."),
        ),
    }.get("key" if failure.reason == "key" else failure.kind)
    return (found[0], tr("Nothing on this computer has been changed."), found[1]) if found is not None else None


def unwritable(failure: failures.FileUnwritable) -> Three:
    """Return the words for FileUnwritable."""
    name = failure.path.name
    what = {
        "open": tr("{name} is open in another program.", name=name),
        "full": tr("There is no room left for {name}.", name=name),
        "missing": tr("The folder for {name} does not exist.", name=name),
        "large": tr("{name} would be too large for one file.", name=name),
        "there": tr("{name} is there already.", name=name),
        "special": tr("{name} is a device or a pipe, not an ordinary file.", name=name),
        "key": tr("{name} is a key file. Nothing is written over a key.", name=name),
        "own": tr("{name} is there already, and is a file of Team Health. No other is written over it.", name=name),
        "given": tr("{name} is read for this. Nothing is written over it.", name=name),
        "folder": tr("{name} is a folder.", name=name),
        "long": tr("A name that begins with {name} is too long for a file.", name=name[:_SAID_OF_A_LONG_NAME]),
        "inside": tr(
            "A copy of all surveys cannot lie in their own folder: what is destroyed in time would stay in it."
        ),
        "stays": tr("{name} could not be deleted, and may still hold what was to go.", name=name),
    }.get(failure.reason, tr("{name} cannot be written in that folder.", name=name))
    do = {
        "open": tr("Close it and try again, or save under another name."),
        "full": tr("Free some space, then try again."),
        "large": tr("Divide the teams between several files."),
        "there": tr("Choose another folder or another name."),
        "folder": tr("Name a file in it."),
        "stays": tr("Delete it yourself. It lies in {folder}.", folder=failure.path.parent),
        "long": tr("Choose a shorter name."),
        **dict.fromkeys(("key", "own", "given", "special"), tr("Choose another name.")),
    }.get(failure.reason, tr("Choose another folder."))
    left = tr("It has been left as it is, and nothing has been written.")
    others = tr("What was there before is unchanged, and nothing of the new file has been written.")
    gone = tr("All else of it is gone.")
    return what, {"there": left, "stays": gone}.get(failure.reason, others), do
