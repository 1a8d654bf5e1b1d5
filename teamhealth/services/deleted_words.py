"""What is said of deleting a survey's results, in the window and on the command line."""

from teamhealth.services.deleting import Deleted
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import and_list


def goes_words(goes: Deleted) -> str:
    """Return whose results go, and what goes with them."""
    said = [
        tr("‘{title}’ was published on {day}.", title=goes.title, day=long_date(goes.published)),
        _results_words(goes.teams),
    ]
    if goes.plans:
        said.append(
            trn(
                "So is {count} retention plan, which holds these figures: save its PDF first if you need it.",
                "So are {count} retention plans, which hold these figures: save their PDFs first if you need them.",
                goes.plans,
            )
        )
    if goes.answers:
        said.append(tr("So are the sealed answers and the key that are still here."))
    if goes.spoilt:
        said.append(spoilt_words(goes.spoilt))
    return " ".join(said)


def spoilt_words(names: tuple[str, ...]) -> str:
    """Return which copies that cannot be read go too."""
    return trn(
        "{names} goes too: it cannot be read, and may hold this. To have it repaired, keep these for now.",
        "{names} go too: they cannot be read, and may hold this. To have them repaired, keep these for now.",
        len(names),
        names=and_list(names),
    )


def _results_words(teams: int | None) -> str:
    if teams is None:
        return tr("Its results and comments on this computer, made by an earlier version, are overwritten.")
    return trn(
        "The results and comments of {count} team on this computer are overwritten.",
        "The results and comments of {count} teams on this computer are overwritten.",
        teams,
    )


def stays_words() -> str:
    """Return what deleting does not reach."""
    return tr(
        "PDFs, spreadsheets, results files and backups that were saved stay: delete those too. A later round’s results "
        "still name this round’s scores beside their own."
    )
