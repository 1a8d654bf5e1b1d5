"""The annex and the team's page say what the plan says, show only published figures, and are sound documents."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import page
import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.failures import FileUnwritable, TeamHidden
from teamhealth.publication.planned import Planned, concerns_of
from teamhealth.publication.types import ItemWord, Verdict
from teamhealth.report.evidence import ExampleKind
from teamhealth.report.metadata import Attachment
from teamhealth.report.plan_annex import Beside, plan_annex, write_plan_annex
from teamhealth.report.plan_told import plan_told, write_plan_told
from teamhealth.report.provenance import grouped
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.services.attached import team_figures_attached
from teamhealth.survey.plan import Action, ActionState, Measure, MeasureKind, Plan
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import ENGLAND_2023
from teamhealth.survey.workforce_release import ShownRate, ShownRates
from teamhealth.survey.workforce_why_not import WhyNot
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import action_id, plan, planned, spring
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.test_team import text_of

TODAY = date(2027, 1, 20)
VALUES = ("18.2", "21.4", "14.6", "4.1", "17.8")


def rates() -> ShownRates:
    shown = [ShownRate(rate, Decimal(value)) for rate, value in zip(Rate, VALUES, strict=True)]
    return ShownRates("Help and Protection", date(2026, 9, 30), tuple(shown))


def beside(workforce: ShownRates | None = None) -> Beside:
    return Beside(samples.evidence(), TODAY, workforce)


def annex(made: Planned, workforce: ShownRates | None = None) -> bytes:
    return plan_annex(made, beside(workforce))


def told_page(made: Planned, sheet: Sheet = ORDINARY, *, attachments: tuple[Attachment, ...] = ()) -> bytes:
    return plan_told(made, TODAY, sheet, attachments=attachments)


def many() -> Plan:
    """Return as many actions as a plan holds, each as long as it may be."""
    concerns = [concern.item.id for concern in concerns_of(publication(6), TEAM_ID)]
    return Plan(
        SURVEY_ID,
        TEAM_ID,
        tuple(
            Action(
                action_id(number), concerns[number % len(concerns)], "word " * 39 + "word", "role " * 11 + "role.",
                date(2027, 3, 1), ActionState.UNDER_WAY, Measure(MeasureKind.DOMAIN, "morale"),
            )
            for number in range(100)
        ),
    )  # fmt: skip


def one_action(words: str) -> Plan:
    return Plan(SURVEY_ID, TEAM_ID, (Action(action_id(1), "st3", words[:200], words[:60], None),))


def named(name: str) -> Planned:
    made = planned()
    team = replace(made.publication.teams[0], name=name)
    service = replace(made.publication.services[0], teams=(team,))
    return replace(made, publication=replace(made.publication, services=(service,)))


def problems(content: bytes) -> list[object]:
    """Return what the validator and the own checks find wrong with a document."""
    report = page.validate_pdf_bytes(content, profile="ua1")
    with checks.opened(content) as pdf:
        own = (checks.header_problems, checks.parent_tree_problems, checks.bookmark_problems, checks.figure_problems,
               checks.font_problems)  # fmt: skip
        return [*report.failures, *(problem for check in own for problem in check(pdf))]


CASES = {
    "ordinary": planned(),
    "next round": planned(spring(words={"st3": ItemWord.STRENGTH})),
    "twelve": planned(spring(12), answered=12),
    "empty": replace(planned(), plan=Plan(SURVEY_ID, TEAM_ID)),
    "no concern": replace(planned(), publication=samples.one_sided(publication(6), ItemWord.STRENGTH)),
    "all concerns": replace(planned(), publication=samples.one_sided(publication(6), ItemWord.CONCERN)),
    "long": replace(named(samples.LONG_NAME), plan=many()),
    "hidden now": planned(spring(team=publication(4).teams[0])),
    **{
        f"hostile {number}": replace(named(words), plan=one_action(words))
        for number, words in enumerate(samples.HOSTILE)
    },
    **{f"welsh {number}": replace(named(words), plan=one_action(words)) for number, words in enumerate(samples.WELSH)},
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("make", [annex, told_page])
def test_documents_are_sound(make: Callable[[Planned], bytes], case: str) -> None:
    assert problems(make(CASES[case])) == []


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
        " Staff count as full-time equivalents. Published figures: Department for Education, Children's social work"
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


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert annex(planned(), rates()) == annex(planned(), rates())
    assert told_page(planned()) == told_page(planned())
    assert annex(planned()) != annex(planned(spring()))


def test_a_hidden_team_has_no_annex(tmp_path: Path) -> None:
    hidden = Planned(plan(), publication(4))
    with pytest.raises(TeamHidden):
        write_plan_annex(hidden, beside(), tmp_path / "plan.pdf")
    with pytest.raises(TeamHidden):
        write_plan_told(hidden, tmp_path / "told.pdf", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_documents_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_plan_annex(planned(), beside(), tmp_path / "plan.pdf")
    write_plan_told(planned(), tmp_path / "told.pdf", TODAY)
    assert (tmp_path / "plan.pdf").read_bytes() == annex(planned())
    assert (tmp_path / "told.pdf").read_bytes() == told_page(planned())
    with pytest.raises(FileUnwritable):
        write_plan_told(planned(), tmp_path / "missing" / "told.pdf", TODAY)


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
    assert "Nothing is planned for these yet." in " ".join(text_of(content).split())
