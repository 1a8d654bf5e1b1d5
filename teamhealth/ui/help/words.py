"""The help page's words: what happens, and what the words on the screens mean."""

from dataclasses import dataclass

from teamhealth.publication.method_words import likely_range_text, range_alone_text
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class Topic:
    """A card of the help page: a title and its paragraphs."""

    name: str
    title: str
    paragraphs: tuple[str, ...]


def steps() -> tuple[tuple[str, str], ...]:
    """Return the way of a survey, a step and its explanation each."""
    return (
        (tr("Set up a survey"), tr("Choose who opens the answers. Staff read what you chose before they start.")),
        (
            tr("Hand the laptop round"),
            tr("Questionnaire mode fills the screen. Each person takes about 7 minutes."),
        ),
        (tr("Close the survey"), tr("Closing is final. Until then you see counts only.")),
        (
            tr("Open, read the comments, publish"),
            tr("All answers are opened together. Comments that name or plainly point to a person are withheld."),
        ),
        (
            tr("Talk about it in the team"),
            tr("Print the report and the meeting sheet. They show group results only."),
        ),
    )


def topics() -> tuple[Topic, ...]:
    """Return the cards in plain words."""
    return (
        Topic(
            "leaving",
            tr("How to leave questionnaire mode"),
            (
                tr("Press Ctrl, Shift and Q together. Then type your manager PIN."),
                tr("Nothing on the questionnaire says so, so that nobody leaves it by chance."),
            ),
        ),
        Topic(
            "sealed",
            tr("What ‘sealed’ means"),
            (
                tr("Answers are encrypted as soon as they are sent. We say sealed."),
                tr("Each survey has a key of its own, locked with the passphrase."),
                tr("Only that passphrase opens the answers, all together, after closing."),
                tr("Every time somebody sends, all sealed answers are shuffled and stored again."),
            ),
        ),
        Topic(
            "plans",
            tr("What a retention plan is for"),
            (
                tr("It says what a team’s concerns lead to: who does what by when. An owner is a role, not a name."),
                tr("Examples from elsewhere always name their source. They are no instructions: ask the team first."),
                tr("The plan stays here until you delete it or its results. HR gets a PDF, the team a page."),
                tr("After the next round, an action’s measure shows both published figures side by side."),
            ),
        ),
        Topic(
            "workforce",
            tr("What workforce figures are for"),
            (
                tr(
                    "Turnover, vacancies, agency workers, absence and caseload stand beside the results, never in them."
                ),
                tr("Managers or HR type them or take them from a file. They stay here and in what you save."),
                tr("A team of fewer than 5 people is shown with its service only. Absence is never kept for a team."),
                tr("The DfE’s rates carry their date. One more than two years back is marked as old."),
            ),
        ),
        Topic(
            "teams",
            tr("When teams merge, close or change their names"),
            (
                tr("Say so under Workforce, Teams and services. The next round’s results tell it, with the old names."),
                tr("A renamed team stays the same team. A merged one is compared with its teams together."),
                tr("‘Set up the next round’ begins with today’s teams."),
                tr("A new round starts 60 days after the last one closed."),
            ),
        ),
        Topic(
            "likely-range",
            tr("What the likely range is"),
            (
                tr("Not everyone answers, and people answer differently from day to day."),
                likely_range_text(),
                range_alone_text(),
            ),
        ),
        Topic(
            "fewer-than-five",
            tr("Why fewer than 5 shows nothing"),
            (
                tr("In a very small group, a score can give one person away."),
                tr("So a team is shown from 5 answers, or from more if you choose so."),
                tr("More answers show more: shares from 8, full splits from 10."),
            ),
        ),
        Topic(
            "passphrase",
            tr("If the passphrase or the PIN is lost"),
            (
                tr("Without the passphrase nobody can ever open the answers. Keep it on paper, locked away."),
                tr("A forgotten PIN can be reset with the passphrase. No answers are lost."),
                tr("With a survey lead, open the survey file again on the laptop, and set a new PIN."),
            ),
        ),
    )
