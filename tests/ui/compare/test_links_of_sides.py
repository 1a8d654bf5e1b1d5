"""A theme that divides the teams: those of either side are links to their rows."""

from pytestqt.qtbot import QtBot

from tests.publication.test_compared import two_above_two
from tests.rounds import council, with_teams
from tests.ui.compare.comparing import chosen_team, page_of
from tests.ui.office import flush


def test_every_team_that_a_divided_theme_names_leads_to_its_row_and_that_theme(qtbot: QtBot) -> None:
    whole = council(5)[-1]
    teams = two_above_two(whole, "morale")
    shown = [place for place, team in enumerate(teams) if team.shown]
    page = page_of(with_teams(whole, tuple(teams)))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    flush()
    names = [teams[place].name for place in shown]
    assert sorted(page.headline.links) == sorted(names)
    for name in names:
        page.headline.links[name].click()
        flush()
        assert chosen_team(page.table) == name
        column = page.table.compared.column(page.table.currentIndex().column())
        assert column is not None
        assert column.domain.id == "morale"
