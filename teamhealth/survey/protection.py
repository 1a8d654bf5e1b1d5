"""What answers are protected against and what not, in plain words, made from the custody and never claiming more."""

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.texts.catalogue import tr


def protects_against(custody: Custody) -> tuple[str, ...]:
    """Return what answers are protected against, whoever opens them."""
    said = [_opening_early(custody)]
    if custody.kind is CustodyKind.LEAD:
        said.append(tr("Somebody who finds, copies or searches the laptop."))
        said.append(tr("Answers sealed to somebody else: the three words on the screen would be others."))
    else:
        said.append(tr("Somebody who finds or copies the laptop and does not know the passphrase."))
    if custody.one_time_codes:
        said.append(tr("Anyone answering twice: each code counts once."))
    said += [
        tr("Working out who answered when: no name, time or order is stored."),
        tr("Working one person’s answers out from a report: small groups are not shown by themselves."),
        tr("Answers going out over a network: the program uses none."),
    ]
    return tuple(said)


def does_not_protect_against(custody: Custody) -> tuple[str, ...]:
    """Return what answers are not protected against."""
    said = [*_those_who_open(custody), tr("The threshold is kept by the program, not by mathematics.")]
    if custody.one_time_codes:
        said.append(tr("Somebody who keeps slips that nobody used can add answers of their own."))
    else:
        said.append(tr("Somebody who answers more than once, or for another person."))
    said += [
        tr("Colleagues who tell each other what they answered: the group gets smaller."),
        tr("Altered software, key loggers, or cameras in the room."),
        tr("Being recognised by your way of writing in a comment."),
        tr("Published results and comments: whoever opens the program where they are kept can read them."),
    ]
    return tuple(said)


def _opening_early(custody: Custody) -> str:
    if custody.kind is CustodyKind.LEAD:
        return tr("Your manager reading answers: the key to them is never on the team’s laptop.")
    if custody.kind is CustodyKind.CHOSEN:
        return tr("Your manager reading answers: your manager does not know the passphrase.")
    return tr("Reading answers in this program before the survey has closed.")


def _those_who_open(custody: Custody) -> list[str]:
    if custody.kind is CustodyKind.LEAD:
        return [tr("The survey lead and your manager acting together: they could link answers to people.")]
    if custody.kind is CustodyKind.CHOSEN:
        return [tr("Whoever knows the passphrase and copies the disk around each person.")]
    return [tr("The person running this survey copying the disk around each person: that links everyone.")]
