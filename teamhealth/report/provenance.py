"""Where a document's figures come from, in words: the publication's fingerprint, and the data that is attached."""

from collections.abc import Sequence

from teamhealth.report.metadata import Attachment
from teamhealth.texts.catalogue import tr

_GROUP = 8


def provenance_words(
    fingerprint: str, attachments: Sequence[Attachment], *, from_part: bool = False, explained: bool = False
) -> str:
    """Return the fingerprint of the publication, and which files are attached, whose figures are in them.

    Parameters
    ----------
    fingerprint : str
        The hash of the publication, of a part that of the whole.
    attachments : sequence of Attachment
        What the document carries; nothing is said of none.
    from_part : bool
        Whether the figures were read from one team's part.
    explained : bool
        Whether it is said what a fingerprint is for; a page that has to hold all it says leaves it out.
    """
    digits = grouped(fingerprint)
    part = tr(
        "These figures are one team’s part. Fingerprint of the whole that it was taken from: {hash}.", hash=digits
    )
    whole = tr("Fingerprint of the published figures: {hash}.", hash=digits)
    meant = (tr("Documents with the same fingerprint are made from the same results."),) if explained else ()
    return " ".join((part if from_part else whole, *meant, *attached_words(attachments)))


def attached_words(attachments: Sequence[Attachment]) -> tuple[str, ...]:
    """Return a sentence a file that is attached, and how they are opened; nothing without any."""
    if not attachments:
        return ()
    files = (tr("The file {name} is attached, with {figures}.", name=each.name, figures=each.description)
             for each in attachments)  # fmt: skip
    return *files, tr("In Acrobat, press the paperclip.")


def grouped(digits: str) -> str:
    """Return a hash in groups, so that it can be read and may break between lines."""
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))
