"""What an area's teams say of staying and of leaving together, and in how many of them."""

from teamhealth.publication.area import LEAVING, STAYING, Area, ItemCount
from teamhealth.publication.share_spans import limits_note_text, says_enough, share_in_sentence
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.words import teams_text, with_others
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import number_word

_ALL = 100


def staying_text(area: Area) -> str:
    """Return how many expect to stay and how many have not thought of leaving, each with the teams it rests on."""
    stay, leave = _told(area.about(STAYING)), _told(area.about(LEAVING))
    stays, leaves = _share(stay), _share(leave)
    if stay is not None and leave is not None and not stays and not leaves:
        return tr(
            "Too few answers are counted to say how many expect to stay, or have thought seriously about leaving."
        )
    together = stay is not None and leave is not None and _base(stay) == _base(leave)
    if stay is not None and leave is not None and together and stays and leaves:
        return tr(
            "{where}, {stay} expect to be in their team a year from now. Asked about leaving, {leave} say they have"
            " not thought seriously about it{others}.",
            where=_where(stay),
            stay=stays,
            leave=leaves,
            others=_others_clause(leave),
        )
    said = []
    if stay is not None and stays:
        said.append(tr("{where}, {stay} expect to be in their team a year from now.", where=_where(stay), stay=stays))
    elif stay is not None:
        said.append(tr("Too few answers are counted to say how many expect to be in their team a year from now."))
    if leave is not None and leaves:
        said.append(
            tr(
                "{where}, {leave} say they have not thought seriously about leaving{others}.",
                where=_where(leave),
                leave=leaves,
                others=_others_clause(leave),
            )
        )
    elif leave is not None:
        said.append(tr("Too few answers are counted to say how many have thought seriously about leaving."))
    return " ".join(said)


def _others_clause(count: ItemCount) -> str:
    """Return what those said who are not in a share that is a negation, which by itself is heard as its opposite."""
    return tr("; the others have, or said ‘neither’") if _has_others(count) else ""


def _has_others(count: ItemCount) -> bool:
    return count.total is not None and (count.span is not None or count.total.favourable < _ALL)


def of_few_teams(area: Area) -> bool:
    """Return whether what is told of staying and leaving holds a share of fewer than half of the area's teams.

    Such a share leads no report: another round may count other teams, and would be read as a fall or a rise.
    """
    told = (_told(area.about(STAYING)), _told(area.about(LEAVING)))
    return any(count is not None and bool(_share(count)) and counts_few(count) for count in told)


def counts_few(count: ItemCount) -> bool:
    """Return whether a share rests on fewer than half of the teams that were asked; with others pooled on all."""
    return count.total is not None and not count.total.pooled and 2 * count.total.teams < count.asked


def few_text() -> str:
    """Return why a share counts few teams, and what it is therefore not to be used for."""
    return tr("The other teams show too little to be counted in this. Compare it only with rounds that count the same.")


def same_rounds_text() -> str:
    """Return with which rounds a share of few teams can be compared, where it is told already of how many it is."""
    return tr("Compare a share only with rounds that count the same.")


def counted_text(count: ItemCount) -> str:
    """Say what a share is a share of, and what it says: 'in 2 of 3 teams expect to be in their team a year from now'.

    A share of some teams alone is not everybody's. 'Favourable' beside a question that is asked the other way round
    would be read as its opposite.
    """
    if count.total is None:
        return ""
    says = _says(count.item.id)
    if with_others(count.total, count.asked):
        words = trn("across {count} team and others counted together {says}",
                    "across {count} teams and others counted together {says}",
                    count.total.teams, says=says)  # fmt: skip
        return words if count.total.teams else tr("in several teams together {says}", says=says)
    if count.total.teams == count.asked == FEWEST_TEAMS:
        return tr("in both teams {says}", says=says)
    if count.total.teams == count.asked:
        return trn("in {count} team {says}", "in all {count} teams {says}", count.asked, says=says)
    return trn("in {teams} of {count} team {says}", "in {teams} of {count} teams {says}",
               count.asked, teams=count.total.teams, says=says)  # fmt: skip


def rest_text(count: ItemCount) -> str:
    """Return what the rest of a share answered, where it would be taken for the opposite; '' where it is not."""
    if count.item.id not in (STAYING, LEAVING) or not _has_others(count):
        return ""
    if count.item.id == STAYING:
        return tr("The others do not expect it, or said ‘neither’.")
    return tr("The others have, or said ‘neither’.")


def base_text(count: ItemCount) -> str:
    """Return in how many of the teams that were asked a share is counted: '3 of 12', '3 and others', or ''."""
    if count.total is None:
        return ""
    if with_others(count.total, count.asked):
        return teams_text(count.total, count.asked)
    return tr("{count} of {teams}", count=count.total.teams, teams=count.asked)


def no_share_text(count: ItemCount) -> str:
    """Return what stands in place of a share: that of one team would tell what its people answered."""
    if count.teams < FEWEST_TEAMS:
        return tr("No share is shown: it needs two teams or more.")
    return tr("No share can be shown for all teams together.")


def no_shares_text() -> str:
    """Return why no share stands beside some questions of several teams."""
    return tr("‘Not shown’ beside a question: too few teams could be counted, or a share would tell too much of one.")


def signs_text() -> str:
    """Return what the signs of teams go by: they may speak for more teams than the share that stands above them."""
    return tr("Strength, mixed and concern go by all answers of each team that shows them.")


def stay_or_leave(area: Area) -> list[ItemCount]:
    """Return what was found of staying and leaving, as far as any team is asked and shown."""
    return [each for each in (area.about(STAYING), area.about(LEAVING)) if each is not None and each.teams]


def said_of_both(area: Area) -> tuple[str, ...]:
    """Return what is said below both cards of their signs and shares; items that follow need not say it again."""
    found = stay_or_leave(area)
    limits = any(each.total is not None and each.span is not None for each in found)
    return (*((signs_text(),) if found else ()), *((limits_note_text(),) if limits else ()))


def _says(item: str) -> str:
    if item == STAYING:
        return tr("expect to be in their team a year from now")
    if item == LEAVING:
        return tr("say they have not thought seriously about leaving")
    return tr("answer favourably")


def _where(count: ItemCount) -> str:
    """Return 'In two of three teams together', or the like."""
    total = count.total
    if total is None or (total.pooled and not total.teams):
        return tr("In several teams together")
    if with_others(total, count.asked):
        return trn("Across {words} team and others counted together",
                   "Across {words} teams and others counted together",
                   total.teams, words=number_word(total.teams))  # fmt: skip
    if total.teams < count.asked:
        return tr("In {teams} of {all} teams together",
                  teams=number_word(total.teams), all=number_word(count.asked))  # fmt: skip
    if total.teams == FEWEST_TEAMS:
        return tr("In both teams together")
    return tr("In all {teams} teams together", teams=number_word(total.teams))


def _base(count: ItemCount) -> tuple[int, bool] | None:
    return (count.total.teams, with_others(count.total, count.asked)) if count.total is not None else None


def _told(count: ItemCount | None) -> ItemCount | None:
    """Return what speaks for several teams; one team's share alone is in no headline."""
    if count is None or count.total is None or (count.total.teams < FEWEST_TEAMS and not count.total.pooled):
        return None
    return count


def _share(count: ItemCount | None) -> str:
    """Return a share as a sentence says it; nothing where limits leave too wide a range."""
    if count is None or count.total is None or not says_enough(count.span):
        return ""
    return share_in_sentence(count.total, count.span)
