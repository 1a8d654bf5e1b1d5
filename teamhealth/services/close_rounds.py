"""Says which earlier results are of fewer than sixty days ago: of surveys kept in files, no data folder knows."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import trn


def close_rounds(survey: Survey, earlier: Sequence[Path], today: date) -> Iterator[str]:
    """Yield a sentence for each earlier round of the same organisation that was published too lately.

    Raises
    ------
    FileUnreadable
        If one is no results file.
    """
    for path in earlier:
        facts = results_file.read_whole_results(path).survey
        days = (today - facts.published).days
        if facts.organisation.id == survey.organisation.id and 0 <= days < DAYS_BETWEEN_ROUNDS:
            yield trn(
                "{round} was published {count} day ago. Rounds of one team belong {least} days apart: "
                "who came or left meanwhile could be told from the change.",
                "{round} was published {count} days ago. Rounds of one team belong {least} days apart: "
                "who came or left meanwhile could be told from the change.",
                days,
                round=facts.wave.name,
                least=DAYS_BETWEEN_ROUNDS,
            )
