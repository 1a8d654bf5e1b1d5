"""Help on each place of the window: what it is for, what is kept, who can see it."""

from dataclasses import dataclass

from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class PlaceHelp:
    """What F1 says of a place."""

    title: str
    purpose: str
    kept: str
    seen: str


def place_help(place_id: str) -> PlaceHelp:
    """Return help on a place of the rail; on the program as a whole for one it does not know."""
    return _places().get(place_id) or PlaceHelp(
        tr("About Team Health"),
        tr("Anonymous questionnaires for teams, and what came of them."),
        tr("Everything is kept on this laptop. Nothing leaves it unless you export it."),
        tr("Only group results can be seen, and only from 5 answers on."),
    )


def _places() -> dict[str, PlaceHelp]:
    return {
        "surveys": PlaceHelp(
            tr("About Surveys"),
            tr("Here you set surveys up, hand the laptop round, close them and open the answers."),
            tr("Kept on this laptop: drafts, surveys, how many have answered, and sealed answers in random order."),
            tr("Before opening, you see counts only. Who answered, and when, is not kept."),
        ),
        "results": PlaceHelp(
            tr("About Results"),
            tr("Here are published results, of your own surveys or from a results file that you were sent."),
            tr("Kept on this laptop: figures and comments that were published here. A results file stays where it is."),
            tr("Whoever uses this laptop can see them. Teams and questions with too few answers stay hidden."),
        ),
        "compare": PlaceHelp(
            tr("About Compare teams"),
            tr("Here you see which teams differ by more than chance, and whom to visit."),
            tr("Nothing more is kept: it shows published results side by side."),
            tr("Whoever uses this laptop. Hidden teams count in ‘Not shown, together’ only, where that is safe."),
        ),
        "trends": PlaceHelp(
            tr("About Trends"),
            tr("Here you follow the same teams over several rounds."),
            tr("Nothing more is kept: it shows published results of several rounds."),
            tr("Whoever uses this laptop. A round with too few answers is a gap, which no line crosses."),
        ),
        "plans": PlaceHelp(
            tr("About Retention plans"),
            tr("Here a team’s concerns become actions: who does what by when, and how you will know."),
            tr("Kept on this laptop: what you write here. Owners are roles, not names."),
            tr("Whoever uses this laptop, and whoever is sent the plan. It holds published figures only."),
        ),
        "workforce": PlaceHelp(
            tr("About Workforce"),
            tr("Here turnover, vacancies and other workforce figures stand beside the survey."),
            tr("Kept on this laptop: the figures that you bring in. They are never part of a survey."),
            tr("Whoever uses this laptop. No figure is about one person."),
        ),
        "returns": PlaceHelp(
            tr("About Sealed returns"),
            tr("Here a survey lead adds what laptops have exported, opens all of it together, and publishes."),
            tr("Kept on this laptop: sealed answers until 90 days after publishing, and what you publish."),
            tr("Before opening, nobody sees more than counts. Then you read comments. Others see what you publish."),
        ),
        "settings": PlaceHelp(
            tr("About Settings"),
            tr("Here you choose text size, contrast and the folder of surveys, and make copies of all data."),
            tr("Kept on this laptop: your choices, paths of files you opened, questionnaires of your own."),
            tr("Whoever uses this laptop. A copy holds all data; answers stay sealed in it."),
        ),
    }
