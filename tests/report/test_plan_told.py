"""The page that tells the team of a retention plan: one page, no figure, and how far each action is."""

import re
from dataclasses import replace
from datetime import date

import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.planned import concerns_of
from teamhealth.publication.types import ItemWord
from teamhealth.report.metadata import Attachment
from teamhealth.report.provenance import grouped
from teamhealth.report.sheet import LARGE
from teamhealth.services.attached import team_figures_attached
from teamhealth.survey.plan import Action, ActionState
from tests.invented import TEAM_ID, publication
from tests.plans import action_id, plan, planned, spring
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.plan_pages import TODAY, annex, told_page
from tests.report.test_team import text_of


def test_the_teams_page_is_one_page_and_holds_no_figure() -> None:
    content = told_page(planned(spring()))
    with checks.opened(content) as pdf:
        assert len(pdf.pages) == 1
    words = " ".join(text_of(content).replace(grouped(planned().results), "").split())
    for concern in planned().concerns:
        assert concern.item.concern[1:] in words
    for action in plan().actions:
        assert action.what in words
    for figure in ("52", "57", "37", "68", "%", "chance", "concern on average"):
        assert figure not in words
    assert "Nothing is planned for these yet." in words
    assert "Please do not guess who said what." in words


def test_the_teams_page_says_on_which_day_and_how_far_each_action_is() -> None:
    made = planned()
    first, done, later = made.plan.actions
    under_way = replace(later, state=ActionState.UNDER_WAY)
    plan = replace(made.plan, actions=(first, done, under_way))
    words = " ".join(text_of(told_page(replace(made, plan=plan))).split())
    assert "Your answers lead to this, as of 20 January 2027." in words
    assert "15 January 2027. Under way, overdue" in words
    assert "18 December 2026. Under way, overdue" in words
    assert "By when, how far" in words
    assert "Done" in words
    with checks.opened(told_page(made)) as pdf:
        title = "Northgate: what you told us, what we will do, Autumn 2026"
        assert checks.title_problems(pdf, title) == []


def test_the_teams_page_promises_no_next_round_and_names_one_that_is_there() -> None:
    alone, followed = (" ".join(text_of(told_page(each)).split()) for each in (planned(), planned(spring())))
    assert "A next round may ask about these again." in alone
    assert "Spring 2027 has been published since." in followed
    assert "next round" not in followed


def test_beside_a_later_round_the_teams_page_says_in_which_round_it_was_told() -> None:
    alone, followed = (" ".join(text_of(told_page(each)).split()) for each in (planned(), planned(spring())))
    assert "You also told us:" in alone
    assert "In Autumn 2026 you also told us:" in followed
    assert "You also told us:" not in followed


def test_the_teams_page_names_the_file_that_is_attached_and_promises_nothing_as_next() -> None:
    attached = (Attachment.of("figures.csv", "text/csv", "the figures", b"figures"),)
    words = " ".join(text_of(told_page(planned(), attachments=attached)).split())
    assert "The file figures.csv is attached, with the figures. In Acrobat, press the paperclip." in words
    assert "Please note" in words
    assert "What happens next" not in words


@pytest.mark.parametrize("together", [False, True])
def test_a_concern_without_an_action_says_what_it_is_in_a_later_round(*, together: bool) -> None:
    concerns = concerns_of(publication(6), TEAM_ID)
    words = {each.item.id: ItemWord.MIXED for each in concerns}
    made = planned(spring(words=words))
    kept = (
        ()
        if together
        else tuple(
            Action(action_id(number), each.item.id, "Ask the team", "Team manager", None)
            for number, each in enumerate(concerns[1:])
        )
    )
    made = replace(made, plan=replace(made.plan, actions=kept))
    assert bool(made.said_together) is together
    found = " ".join(text_of(annex(made)).split())
    assert "Concerns without an action yet" not in found
    assert found.count("Spring 2027: mixed.") == (len(concerns) if together else 1)
    assert ("Concerns of Autumn 2026 without an action" in found) is together
    assert found.count("Examples, not instructions") == 1
    assert "Spring 2027: " not in " ".join(text_of(annex(planned())).split())


@pytest.mark.parametrize("answered", [5, 6, 8, 12])
def test_the_teams_page_of_an_ordinary_plan_fits(answered: int) -> None:
    made = planned(answered=answered)
    actions = tuple(
        Action(
            action_id(number), concern.item.id, "Try one shared workbook for visits and notes", "Team manager", TODAY
        )
        for number, concern in enumerate(made.concerns)
    )
    with checks.opened(told_page(replace(made, plan=replace(made.plan, actions=actions)))) as pdf:
        assert len(pdf.pages) == 1


def test_the_teams_page_of_many_concerns_fits_with_an_action_each() -> None:
    team = publication(6).teams[0]
    items = tuple(
        replace(each, word=ItemWord.CONCERN if number < 13 else ItemWord.MIXED)
        for number, each in enumerate(team.items)
    )
    made = replace(planned(), publication=samples.with_team(publication(6), replace(team, items=items)))
    assert len(made.concerns) == 13
    what = "Keep the same worker for the first year, and say so to the family at the start"
    actions = tuple(
        Action(action_id(number), concern.item.id, what, "Team manager", TODAY)
        for number, concern in enumerate(made.concerns)
    )
    attached = team_figures_attached(made.publication, TEAM_ID)
    content = told_page(replace(made, plan=replace(made.plan, actions=actions)), attachments=attached)
    with checks.opened(content) as pdf:
        assert len(pdf.pages) == 1
    assert text_of(content).count("Team manager") == 13


@pytest.mark.parametrize("actions", [0, 1])
def test_many_concerns_without_an_action_are_said_together_and_no_example_twice(actions: int) -> None:
    made = planned()
    whole = samples.one_sided(made.publication, ItemWord.CONCERN)
    answering = tuple(each for each in made.plan.actions if each.concern is not None)[:actions]
    crowded = replace(made, publication=whole, plan=replace(made.plan, actions=answering))
    told, long = (" ".join(text_of(each).split()) for each in (told_page(crowded), annex(crowded)))
    assert told.count("Nothing is planned") == 1
    assert ("You also told us: " in told) is (actions > 0)
    assert ("You told us: " in told) is (actions == 0)
    for concern in crowded.concerns:
        assert concern.sentence[1:] in told
        assert concern.sentence[1:] in long
    assert "Concerns without an action yet" in long
    assert "No action yet." not in long
    known = samples.evidence().examples_for(tuple(each.item.id for each in crowded.unanswered))
    beside = samples.evidence().examples_for(tuple(str(each.concern) for each in answering))
    for example in known:
        assert long.count(example.text) == 1 + (example in beside), example.text


def test_an_overdue_action_says_how_far_it_is_and_counts_stand_after_a_colon() -> None:
    made = planned()
    [first, *_] = made.plan.actions
    late = replace(first, state=ActionState.UNDER_WAY, due=date(2026, 12, 1))
    one = replace(made, plan=replace(made.plan, actions=(late,)))
    assert "Under way, overdue" in " ".join(text_of(annex(one)).split())
    counted = " ".join(text_of(annex(planned(answered=8))).split())
    assert re.search(r"(concern|mixed|strength): [\w ]+ of \d+ people favourable", counted)


def test_the_teams_page_of_three_actions_is_one_sheet_of_large_print_with_its_figures_attached() -> None:
    whole = samples.compared(8)
    attached = (Attachment.of("figures.csv", "text/csv", "the figures of Northgate", figures_csv((whole,))),)
    content = told_page(replace(planned(), publication=whole), LARGE, attachments=attached)
    with checks.opened(content) as pdf:
        assert len(pdf.pages) == 1
    words = " ".join(text_of(content).split())
    assert "Nothing is planned for these yet." in words
    assert "Please note: " in words
