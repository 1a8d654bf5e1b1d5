"""What this laptop stores of a survey, truthfully for whoever opens the answers."""

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised


def stored_here(custody: Custody) -> tuple[tuple[bool, str], ...]:
    """Return lines with whether the thing is stored (True) or is not (False)."""
    lines = [(True, tr("Sealed answers, in shuffled order"))]
    if custody.kind is CustodyKind.LEAD:
        lines.append((True, tr("Which codes have been used")))
        lines.append((False, tr("No names, times or order of answers")))
        lines.append((False, tr("No way to open the answers")))
        return tuple(lines)
    lines.append((True, tr("The key, locked with the passphrase")))
    lines.append((False, tr("No names, times or order of answers")))
    lines.append((False, tr("No passphrase, and no PIN in plain words")))
    return tuple(lines)


def stored_note(custody: Custody) -> str:
    """Return what the promise rests on."""
    if custody.kind is CustodyKind.LEAD:
        return tr("Only the survey lead’s program can open the answers.")
    if custody.kind is CustodyKind.CHOSEN:
        who = capitalised(custody.role)
        return tr("{who} chose the passphrase. Without it nobody can open the answers.", who=who)
    return tr("You know the passphrase. So this is confidential, not anonymous.")
