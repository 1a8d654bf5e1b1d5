"""What is said when results have been computed again, on the screen and on the command line."""

from teamhealth.services.verifying import Verified
from teamhealth.texts.catalogue import tr, trn


def verified_words(verified: Verified, *, of_files: bool = True) -> tuple[str, ...]:
    """Return what was found the same, and what could not be compared: ``of_files``, or of what is kept here."""
    said = [tr("These results are what the sealed answers give.")]
    if verified.withheld:
        said.append(
            trn(
                "{count} comment was withheld, so it could not be compared.",
                "{count} comments were withheld, so they could not be compared.",
                verified.withheld,
            )
        )
    if verified.changes_left_out and not of_files:
        said.append(tr("Changes since earlier rounds were not compared: those results have been deleted here."))
    elif verified.changes_left_out:
        said.append(tr("Changes since earlier rounds were not compared: name the earlier results with --earlier."))
    if verified.whole_left_out:
        said.append(tr("This is one team’s part. To compare other teams’ figures, name the whole with --earlier."))
    return tuple(said)
