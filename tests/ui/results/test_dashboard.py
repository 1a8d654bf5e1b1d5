from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.item_figure import item_figure
from teamhealth.publication.compared_words import short_text
from teamhealth.publication.headline import headline
from teamhealth.publication.item_words import CONCERN_BELOW, STRENGTH_ABOVE
from teamhealth.publication.items_said import item_sentence
from teamhealth.publication.types import Comparison, Publication, Verdict
from teamhealth.publication.words import find_item, hidden_text, likely_text, score_text
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.domain_card import DomainCard
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.theme import TEXT_SIZES, Theme
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.figure_view import FigureView
from tests.invented import TEAM_ID, publication
from tests.rounds import with_teams
from tests.survey.test_lineage_words import RENAMED
from tests.ui.office import seen, settle
from tests.ui.pointing import tip_of
from tests.ui.results.publications import compared, with_comments_policy, with_holes, with_modules
from tests.ui.results.reading import card, dashboard, labels, text


@pytest.mark.parametrize("answered", [5, 6, 8, 9, 10, 14])
def test_numbers_are_the_publications(qtbot: QtBot, answered: int) -> None:
    shown = publication(answered)
    page = dashboard(qtbot, shown)
    team = shown.teams[0]
    for result in team.domains:
        assert result.score is not None
        assert result.likely is not None
        assert text(page, f"score_{result.domain}") == score_text(result.score)
        assert text(page, f"likely_{result.domain}") == likely_text(result.likely)
    for item in team.items:
        asked = find_item(shown.survey.questionnaires, item.item)
        figure = item_figure(asked, item, team.tier)
        if figure is None:
            assert text(page, f"words_{item.item}") == item_sentence(asked, item)
            assert page.findChild(FittedFigure, f"figure_{item.item}") is None
        else:
            view = page.findChild(FittedFigure, f"figure_{item.item}")
            assert view is not None
            assert view.figure.sentence == figure.sentence


def test_head_says_what_the_team_was_called(qtbot: QtBot) -> None:
    page = dashboard(qtbot, replace(publication(6), lineage=RENAMED))
    assert text(page, "team_origin") == "Called Hawthorn in Spring 2026."


def test_head_says_who_answered(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    assert text(page, "team_name") == "Northgate"
    assert text(page, "team_subtitle") == "Autumn 2026 · 6 of 7 people answered (86%)"


def test_banner_is_the_publications_headline(qtbot: QtBot) -> None:
    shown = publication(6)
    page = dashboard(qtbot, shown)
    banner = page.findChild(QWidget, "headline")
    assert banner is not None
    assert banner.accessibleName() == headline(shown.survey, shown.teams[0]).text
    assert banner.height() >= banner.heightForWidth(banner.width())


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_everything_fits_the_usual_laptop_without_scrolling(qtbot: QtBot, answered: int) -> None:
    page = dashboard(qtbot, publication(answered))
    content = page.findChild(QWidget, "overview")
    assert content is not None
    parent = content.parentWidget()
    assert parent is not None
    assert content.height() <= parent.height()


def test_hidden_team_shows_its_name_and_one_sentence_and_nothing_else(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(3))
    assert labels(page) == {"Northgate", "Autumn 2026", hidden_text(5)}
    assert not page.findChildren(FigureView)
    assert [each.objectName() for each in page.findChildren(QPushButton) if each.isVisible()] == ["crumb_results"]
    page.show_tables(True)
    assert not page.findChildren(QTableView)


def test_first_round_says_so_and_shows_no_comparator(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    said = page.findChild(QWidget, "headline")
    assert said is not None
    assert "There is no change to show yet." in said.accessibleName()
    assert page.findChild(QLabel, "change_stability") is None
    assert page.findChild(QLabel, "rest_stability") is None
    assert page.findChild(FigureView, "sign_flag") is None


def test_comparators_are_shown_where_there_are_any(qtbot: QtBot) -> None:
    page = dashboard(qtbot, compared())
    assert text(page, "rest_stability") == "Others: 60, within chance (24 would show)"
    assert text(page, "rest_bureaucracy") == "Others: 60, heavier by 23, more than chance"
    assert text(page, "change_stability") == "Spring 2026: 49, within chance (26 would show)"
    assert page.findChild(FigureView, "sign_flag") is not None
    chosen = page.header.comparators
    assert isinstance(chosen, ComboBox)
    assert chosen.currentText() == "Other teams"
    page.resize(1174, 720)
    settle()
    assert chosen.fontMetrics().horizontalAdvance(chosen.currentText()) <= chosen.room()


def test_beside_others_of_the_same_score_no_gap_that_would_show_is_missed(qtbot: QtBot) -> None:
    whole = compared()
    team = whole.teams[0]
    alike = [
        replace(each, rest=Comparison(each.score, Verdict.WITHIN_CHANCE)) if each.score and each.rest else each
        for each in team.domains
    ]
    page = dashboard(qtbot, with_teams(whole, (replace(team, domains=tuple(alike)), *whole.teams[1:])))
    score = text(page, "score_stability")
    assert text(page, "rest_stability") == f"Others: {score}, the same score"


def test_hidden_parts_of_a_shown_team_are_hatched(qtbot: QtBot) -> None:
    page = dashboard(qtbot, with_holes())
    assert page.findChild(QLabel, "score_morale") is None
    assert text(page, "hidden_morale_sentence") == short_text()
    hatch = page.findChild(FittedFigure, "figure_st2")
    assert hatch is not None
    assert hatch.figure.sentence == "Few thoughts of leaving: not shown."
    assert text(page, "words_st2") == "not shown"
    assert text(page, "words_st3") == "a word only: mixed"


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_one_sentence_says_what_strength_and_concern_go_by(qtbot: QtBot, answered: int) -> None:
    page = dashboard(qtbot, publication(answered))
    words = f"Strength and concern go by the average answer: above {STRENGTH_ABOVE}, below {CONCERN_BELOW} of 100."
    assert text(page, "legend_words") == words


def test_modules_go_on_in_further_rows_and_unscored_ones_show_items_only(qtbot: QtBot) -> None:
    page = dashboard(qtbot, with_modules())
    domains = [each.shown.domain.id for each in page.findChildren(DomainCard)]
    assert len(domains) > 4
    unscored = next(each for each in page.findChildren(DomainCard) if each.shown.result is None)
    assert page.findChild(QLabel, f"score_{unscored.shown.domain.id}") is None
    assert unscored.shown.items
    assert unscored.y() > card(page, "stability").geometry().bottom()


@pytest.mark.parametrize(("width", "across"), [(1174, 4), (960, 2), (620, 2)])
def test_narrow_windows_put_cards_below_each_other(qtbot: QtBot, width: int, across: int) -> None:
    page = dashboard(qtbot, publication(8), width=width)
    tops = [each.y() for each in page.findChildren(DomainCard)]
    assert tops.count(tops[0]) == across


@pytest.mark.parametrize("scale", TEXT_SIZES)
@pytest.mark.parametrize("shown", [publication(6), compared(9), compared()])
def test_nothing_is_wider_than_a_narrow_window_at_any_text_size(qtbot: QtBot, shown: Publication, scale: float) -> None:
    page = TeamDashboard(shown, TEAM_ID, theme=Theme(scale))
    qtbot.addWidget(page)
    page.resize(1016, 600)
    page.show()
    QApplication.processEvents()
    content = page.findChild(QWidget, "overview")
    assert content is not None
    assert content.minimumSizeHint().width() <= 1016 - 12
    assert page.header.minimumSizeHint().width() <= 1016


def test_what_was_asked_stands_whole_above_the_comments(qtbot: QtBot) -> None:
    for width in (1160, 960):
        page = dashboard(qtbot, publication(8), width=width)
        asked = [each for each in page.findChildren(QLabel) if each.text().startswith("What ")]
        assert {type(each) for each in asked} == {QLabel}
        assert len(asked) == 2
        assert all(each.height() >= each.heightForWidth(each.width()) for each in asked)


def test_narrow_window_puts_comments_below_the_time(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(8), width=960)
    time, comments = page.findChild(QWidget, "time_card"), page.findChild(QWidget, "comments_card")
    assert time is not None
    assert comments is not None
    assert comments.y() > time.geometry().bottom()


def test_answers_that_were_not_collected_sealed_are_told_above_the_headline(qtbot: QtBot) -> None:
    whole = publication(6)
    page = dashboard(qtbot, replace(whole, survey=replace(whole.survey, elsewhere=True)))
    for tables in (False, True):
        page.show_tables(tables)
        assert text(page, "team_elsewhere_text").startswith("Some answers were not collected sealed")
        assert "Some answers were not collected sealed" in seen(page)
    assert dashboard(qtbot, whole).findChild(QWidget, "team_elsewhere") is None


def test_low_response_and_too_many_answers_are_warned_of(qtbot: QtBot) -> None:
    few = dashboard(qtbot, publication(6, headcount=12))
    many = dashboard(qtbot, publication(8, headcount=7))
    usual = dashboard(qtbot, publication(6))
    assert text(few, "warning_0_text") == "Many of the team did not answer: take care."
    assert text(many, "warning_0_text").startswith("More answers were counted than the team has people.")
    assert usual.findChild(QWidget, "warning_0") is None


@pytest.mark.parametrize(
    ("choice", "answered", "words"),
    [
        (CommentsChoice.NOT_ASKED, 12, "This survey asked for no comments."),
        (
            CommentsChoice.FROM_EIGHT,
            6,
            "Comments are shown from 8 answers on, and the team has fewer people.",
        ),
        (CommentsChoice.FROM_THRESHOLD, 6, "Nobody wrote a comment."),
    ],
)
def test_card_without_comments_says_why(qtbot: QtBot, choice: CommentsChoice, answered: int, words: str) -> None:
    page = dashboard(qtbot, with_comments_policy(answered, choice))
    assert text(page, "no_comments") == words
    assert page.findChild(QPushButton, "read_comments") is None


@pytest.mark.parametrize(
    ("headcount", "needed", "words"),
    [
        # One of them receives the report, so nine answers are needed.
        (9, 6, "Comments are shown from 9 answers on, to protect the people who wrote them."),
        (8, 6, "Comments are shown from 9 answers on, and the team has fewer people."),
        # Eight answers of seven people: nobody knows who answered twice.
        (7, 5, "Comments are shown from 8 answers on, and the team has fewer people."),
    ],
)
def test_it_is_not_said_that_nobody_wrote_where_comments_are_held_back(
    qtbot: QtBot, headcount: int, needed: int, words: str
) -> None:
    made = publication(8, headcount=headcount)
    facts = replace(made.survey, policy=ReleasePolicy(5, CommentsChoice.FROM_EIGHT))
    team = replace(made.teams[0], needed=needed, comments=())
    page = dashboard(qtbot, replace(made, survey=facts, services=(replace(made.services[0], teams=(team,)),)))
    assert text(page, "no_comments") == words


def test_comments_of_enough_answers_are_shown_though_fewer_people_were_counted(qtbot: QtBot) -> None:
    made = publication(8, headcount=7)
    facts = replace(made.survey, policy=ReleasePolicy(5, CommentsChoice.FROM_EIGHT))
    page = dashboard(qtbot, replace(made, survey=facts))
    assert page.findChild(QWidget, "no_comments") is None
    assert page.findChild(QPushButton, "read_comments") is not None


def test_long_name_is_cut_but_whole_in_its_tooltip_and_who_answered_stays(qtbot: QtBot) -> None:
    name = "Assessment and Family Support Team of Upper Riverside and the whole of the Harbour Quarter, North and South"
    page = dashboard(qtbot, publication(6, team_name=name))
    title, rest = page.findChild(ElidedLabel, "team_name"), page.findChild(ElidedLabel, "team_subtitle")
    assert title is not None
    assert rest is not None
    assert title.shown_text.endswith("…")
    assert tip_of(title) == title.accessibleName() == name
    assert rest.shown_text == rest.text()


@pytest.mark.parametrize("shown", [publication(6), publication(8), compared(), with_holes(), with_modules()])
def test_every_widget_that_can_be_reached_has_both_names(qtbot: QtBot, shown: Publication) -> None:
    page = dashboard(qtbot, shown)
    page.show_tables(True)
    page.open_domain("stability")
    page.open_comments()
    for widget in page.findChildren(QWidget):
        passed_over = isinstance(widget, FigureView) and widget.pixmap().isNull()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or (isinstance(widget, QLabel) and not passed_over):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(5, 14))
def test_figures_say_what_no_words_beside_them_say(qtbot: QtBot, answered: int) -> None:
    page = TeamDashboard(publication(answered), TEAM_ID, theme=Theme())
    views = page.findChildren(FittedFigure)
    assert len(views) >= 4
    for view in views:
        said, card = view.accessibleName(), view.parentWidget()
        assert (said == "") == view.pixmap().isNull()
        assert said.lower() in view.figure.sentence.lower()
        # A theme's range is told by its card, which has the focus.
        assert said or (card is not None and card.accessibleName() == view.figure.sentence != "")
    page.deleteLater()
