"""An invented council's published rounds, put straight on a computer: for a look at comparison and trends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from random import Random

from teamhealth.services.demo import CHEAP, OPENING_WORDS
from teamhealth.services.destroying import destroy_now
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.invented_council import (
    DAYS_BETWEEN,
    InventedCouncil,
    InventedRound,
    by_service,
    drifted,
    invented_teams,
    round_name,
    spec_of,
)
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.opened import Refused, opened_from
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.workspace import Workspace
from teamhealth.storage import surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.policy import RETENTION_DAYS

COUNCIL = InventedCouncil(teams=12, rounds=3, seed=12)
ORGANISATION = "Otherton Council (invented)"


def fill_council(workspace: Workspace, council: InventedCouncil = COUNCIL) -> None:
    """Publish an invented council's rounds by the same rules as real ones, its answers destroyed in their time.

    Nobody answers on a laptop and nothing is sealed: ``run_council`` shows that way. The newest round is as old as
    makes its answers due to be destroyed, so that nothing is there which real rounds would not leave.
    """
    for this in _rounds(workspace, council):
        then = replace(
            workspace, clock=partial(_moment, this.moment), key_cost=CHEAP, code_cost=CHEAP, seal_cost=CHEAP
        )  # fmt: skip
        made = create_lead_survey(then, spec_of(this, ORGANISATION), OPENING_WORDS, unwatched)
        invented = [team for _, teams in this.services for team in teams]
        responses = [
            response
            for place, (team, people) in enumerate(zip(made.survey.teams, invented, strict=True))
            for response in invented_responses(
                made.survey, people.answering, council.seed * 1000 + this.number * 100 + place, team.id, people.leaning
            )
        ]
        with then.database.connect() as store, transaction(store):
            surveys.close(store, made.survey.id, then.today())
        publish(then, opened_from(made.survey, responses, Refused()), frozenset(), unwatched)
        destroy_now(then, made.survey.id)


def _rounds(workspace: Workspace, council: InventedCouncil) -> Iterator[InventedRound]:
    draw = Random(council.seed)  # noqa: S311 - invented people need no secrecy, they need to be the same again
    people = invented_teams(council, draw)
    newest = workspace.clock() - timedelta(days=RETENTION_DAYS + 1)
    for number in range(council.rounds):
        back = council.rounds - 1 - number
        moment = newest - timedelta(days=DAYS_BETWEEN * back)
        teams = by_service(drifted(people, draw, number))
        yield InventedRound(number, round_name(newest, back), moment, teams)


def _moment(moment: datetime) -> datetime:
    return moment
