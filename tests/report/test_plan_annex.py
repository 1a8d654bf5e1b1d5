"""The annex of a retention plan: concerns, evidence, actions, how measures moved, and workforce figures beside them."""

from dataclasses import replace
from datetime import date

from teamhealth.publication.types import ItemWord, Verdict
from teamhealth.report.evidence import ExampleKind
from teamhealth.report.plan_annex import plan_annex
from teamhealth.survey.plan import Action
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import ENGLAND_2023
from teamhealth.survey.workforce_release import ShownRate
from teamhealth.survey.workforce_why_not import WhyNot
from tests.plans import action_id, planned, spring
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.plan_pages import annex, beside, problems, rates
from tests.report.test_team import text_of


def test_the_annex_with_workforce_figures_is_sound() -> None:
    content = annex(planned(), rates())
    assert problems(content) == []
    with checks.opened(content) as pdf:
        assert checks.title_problems(pdf, "Northgate: retention plan, Autumn 2026") == []


def test_the_annex_says_concerns_evidence_and_actions() -> None:
    made = planned()
    words = text_of(annex(made))
    for concern in made.concerns:
        assert concern.item.concern in words
        for example in samples.evidence().examples_for((concern.item.id,)):
            assert example.text in words
            assert example.source.short in words
    for action in made.plan.actions:
        assert action.what in words
        assert f"Owner: {action.owner}" in words
    assert "due 15 January 2027" in words
    assert "no day set" in words
    assert "As of 20 January 2027, 3 actions: 2 overdue, 1 done." in words
    assert words.count("overdue as of 20 January 2027") == 2
    assert "Examples, not instructions" in words
    assert made.results in words.replace(" ", "")


def test_beside_an_action_stands_one_example_what_others_have_tried_first() -> None:
    made = planned()
    workload = next(item for item in made.publication.survey.questionnaires[0].items if item.id == "st4")
    team = made.publication.teams[0]
    items = tuple(replace(each, word=ItemWord.CONCERN) if each.item == workload.id else each for each in team.items)
    action = Action(action_id(1), workload.id, "Agree a limit with the duty team", "Team manager", None)
    answered = replace(
        made,
        publication=samples.with_team(made.publication, replace(team, items=items)),
        plan=replace(made.plan, actions=(action,)),
    )
    tried, proposed = sorted(
        samples.evidence().examples_for((workload.id,)), key=lambda each: each.kind is not ExampleKind.TRIED
    )
    assert proposed.kind is ExampleKind.PROPOSED
    words = text_of(annex(answered))
    assert tried.text in words
    assert proposed.text not in words


def test_an_item_without_an_example_says_so() -> None:
    made = planned()
    words = text_of(plan_annex(made, replace(beside(), evidence=replace(samples.evidence(), examples=()))))
    together = made.said_together
    assert words.count("No published example for this question yet.") == len(made.concerns) - len(together)
    assert "No published example yet for: " in words
    assert "No published example" not in text_of(annex(made))


def test_measures_show_then_and_now_and_only_a_theme_speaks_of_chance() -> None:
    words = text_of(annex(planned(spring(words={"st3": ItemWord.MIXED}, verdict=Verdict.ABOVE))))
    theme = "Measure The theme Bureaucracy burden Autumn 2026 37 Spring 2027 37 Lighter by 15, more than chance."
    assert "Measure Families keep their worker Autumn 2026 concern Spring 2027 mixed" in words
    assert theme in words


def test_workforce_figures_stand_beside_a_dated_reference() -> None:
    words = text_of(annex(planned(), rates()))
    for value in ("18.2%", "21.4%", "14.6%", "4.1%", "17.8", "15.9%", "18.9%", "3.2%", "16.0"):
        assert value in words
    assert "England, 30 September 2023 (old)" in words
    assert "Department for Education" in words
    assert "Workforce figures" not in text_of(annex(planned()))


def test_it_is_said_whose_workforce_figures_they_are_and_where_the_published_ones_are_from() -> None:
    region = replace(ENGLAND_2023, place="West Midlands", as_of=date(2025, 9, 30))
    both = replace(beside(rates()), references=(ENGLAND_2023, region))
    words = " ".join(text_of(plan_annex(planned(), both)).split())
    assert (
        "Managers or HR entered the figures of Help and Protection. They are no part of the survey’s answers."
        " Staff count as full-time equivalents. Published figures: Department for Education, Children’s social work"
        " workforce. The black mark is England; each bar has its own scale."
    ) in words
    assert "Help and Protection, 30 September 2026" in words
    assert "West Midlands, 30 September 2025" in words
    older = replace(rates(), since=date(2026, 4, 30))
    words = " ".join(text_of(plan_annex(planned(), beside(older))).split())
    assert "entered the figures of Help and Protection. The oldest count among them is of 30 April 2026." in words
    alone = text_of(plan_annex(planned(), replace(beside(rates()), references=())))
    assert "Published figures" not in alone
    assert "black mark" not in alone


def test_no_word_of_a_workforce_tables_head_is_broken_beside_three_references() -> None:
    three = tuple(
        replace(ENGLAND_2023, place=place) for place in ("Exampleshire", "Yorkshire and The Humber", "England")
    )
    shown = replace(rates(), name="Safeguarding Northumbria")
    content = plan_annex(planned(), replace(beside(shown), references=three))
    assert problems(content) == []
    words = text_of(content).split()
    for word in ("Exampleshire,", "Yorkshire", "Humber,", "Safeguarding", "Northumbria,"):
        assert word in words
    assert words.count("September") >= 4


def test_a_workforce_figure_that_may_not_be_shown_is_not() -> None:
    shown = rates()
    hidden = replace(shown, rates=(ShownRate(Rate.TURNOVER, None, WhyNot.TOO_FEW), *shown.rates[1:]))
    words = text_of(annex(planned(), hidden))
    assert "fewer than 5 people" in words
    assert "18.2%" not in words


def test_signatures_are_roles() -> None:
    words = text_of(annex(planned()))
    assert all(f"{role}, date" in words for role in ("Team manager", "Practice lead", "HR partner"))


def test_an_annex_says_what_on_average_means_where_a_concern_is_one() -> None:
    words = "‘A concern on average’: fewer than half answered unfavourably"
    whole = planned()
    average = replace(whole, publication=samples.on_average(samples.compared(12), ItemWord.CONCERN))
    assert words in text_of(annex(average))
    assert words not in text_of(annex(whole))
