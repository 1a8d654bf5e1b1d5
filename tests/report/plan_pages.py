"""Both documents of a retention plan, made of invented plans."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import page

from teamhealth.publication.planned import Planned, concerns_of
from teamhealth.report.metadata import Attachment
from teamhealth.report.plan_annex import Beside, plan_annex
from teamhealth.report.plan_told import plan_told
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.survey.plan import Action, ActionState, Measure, MeasureKind, Plan
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_release import ShownRate, ShownRates
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import action_id, planned
from tests.report import pdf_checks as checks
from tests.report import samples

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
