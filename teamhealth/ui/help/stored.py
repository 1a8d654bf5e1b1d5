"""What is stored, where, for how long and why, short; the whole table is in the documentation."""

from dataclasses import dataclass

from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class Stored:
    """One kind of thing that is stored; ``words`` say where, how long and why."""

    what: str
    words: str


def stored() -> tuple[Stored, ...]:
    """Return everything that the program keeps, in the order of the documentation's table."""
    return (
        Stored(
            tr("answers in progress"),
            tr(
                "In the laptop’s memory until sent, left, or idle for 4 minutes: the program writes nothing unsent."
                " Windows may, in its page file."
            ),
        ),
        Stored(
            tr("answers on paper, while they are keyed"),
            tr(
                "In the memory of the computer where answers are opened, until sealed or left: the program writes"
                " nothing before. Windows may, in its page file."
            ),
        ),
        Stored(
            tr("an answer from your own computer"),
            tr(
                "In a sealed file where you save it, and in the e-mail, until deleted. Whoever takes it in can see who"
                " sent it."
            ),
        ),
        Stored(
            tr("sealed answers"),
            tr(
                "On the computer that opens them until 90 days after publishing, so that results can be verified. On a"
                " laptop that collects for a survey lead until 90 days after closing. In return files until deleted."
            ),
        ),
        Stored(
            tr("names of return files that could not be added"),
            tr("With the survey lead, until they are added or taken off the list: so that they are asked for again."),
        ),
        Stored(
            tr("private key of a survey, locked with a passphrase"),
            tr(
                "With the survey lead, or on the laptop that opens the answers, as long as these; key files until"
                " deleted. Nothing else can."
            ),
        ),
        Stored(
            tr("public key, questions, teams, headcounts, threshold"),
            tr("On the laptop and in the survey file, with the survey: to seal, and to say what was promised."),
        ),
        Stored(
            tr("one-time codes"),
            tr(
                "On slips, and in the PDF of them until somebody deletes it. What checks them goes with the sealed"
                " answers."
            ),
        ),
        Stored(tr("manager PIN"), tr("On the laptop, scrambled, with the sealed answers: to leave and to close.")),
        Stored(
            tr("wrong tries of PIN or passphrase"),
            tr("How many, on the laptop, until the next right one: to slow guessing down."),
        ),
        Stored(
            tr("days on which a survey was set up, closed and published"),
            tr("On the laptop, with all data: for the 90 days, and for 60 days between rounds. Never of an answer."),
        ),
        Stored(
            tr("published results"),
            tr("On the laptop until somebody deletes them, in results files and on paper: they are the team’s."),
        ),
        Stored(
            tr("drafts of surveys"),
            tr("On the laptop, until the survey is created or the draft deleted. No passphrase and no PIN is in one."),
        ),
        Stored(
            tr("retention plans and workforce figures"),
            tr(
                "On the laptop and in documents that you save, until somebody deletes them or a plan’s results."
                " Owners are roles, figures counts."
            ),
        ),
        Stored(
            tr("names of teams and services"),
            tr("On the laptop, in survey and results files, with what became of them: to compare rounds."),
        ),
        Stored(
            tr("questionnaires of your own, and how a table’s columns were matched"),
            tr("On the laptop, to be used again. No answer is in either."),
        ),
        Stored(
            tr("what was chosen in the settings"),
            tr("On the laptop, with the paths of the last six files opened, until the list is cleared."),
        ),
        Stored(
            tr("copies of all data"),
            tr(
                "Where somebody put them, and where surveys were moved from, until somebody deletes them. Answers stay"
                " sealed in them."
            ),
        ),
    )


def not_stored() -> str:
    """Return what is stored nowhere."""
    return tr(
        "Stored nowhere by the program: names of staff, times, sequence, addresses, devices, who has which code,"
        " who has answered."
    )
