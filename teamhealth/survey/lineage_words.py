"""What became of earlier rounds' teams, in words that screen, paper and command line share."""

from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import EarlierTeam, Lineage
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list


def origin_sentence(lineage: Lineage, team_id: str) -> str | None:
    """Return where a team comes from, such as 'Formed from Alder and Beech since Spring 2026.'; None if it went on."""
    identity = TeamId(team_id)
    before = lineage.predecessors(identity)
    told = lineage.named(before)
    if not told:
        return None
    fields = {"teams": _names(told), "round": _rounds(told)}
    if before == (identity,):
        return tr("Called {teams} in {round}.", **fields)
    return tr("Formed from {teams} since {round}.", **fields)


def closed_sentence(lineage: Lineage) -> str | None:
    """Return which earlier teams are no more, such as 'Closed since Spring 2026: Elder.'; None if there is none."""
    told = lineage.named(lineage.closed)
    if not told:
        return None
    return tr("Closed since {round}: {teams}.", teams=_names(told), round=_rounds(told))


def _names(teams: tuple[EarlierTeam, ...]) -> str:
    return and_list([each.name for each in teams])


def _rounds(teams: tuple[EarlierTeam, ...]) -> str:
    return and_list(list(dict.fromkeys(each.round_name for each in teams)))
