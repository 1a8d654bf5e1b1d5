"""Why a workforce rate is not shown, and what its figures lack."""

from enum import StrEnum

from teamhealth.survey.workforce import Rate, WorkforceFigures


class WhyNot(StrEnum):
    """Why a rate is not shown: a figure is missing, it is about too few, or of one team alone."""

    NOT_GIVEN = "not-given"
    NO_HOLDERS = "no-holders"
    NO_IN_POST = "no-in-post"
    NO_WORKING_DAYS = "no-working-days"
    TOO_FEW = "too-few"
    SERVICE_ONLY = "service-only"
    ONE_TEAM = "one-team"
    ONE_OF_SEVERAL = "one-of-several"


def what_lacks(rate: Rate, figures: WorkforceFigures | None) -> WhyNot:
    """Tell whoever gave cases that it is their holders that lack, and so on; it was not given at all else."""
    if figures is None:
        return WhyNot.NOT_GIVEN
    if rate is Rate.CASELOAD:
        without_holders = figures.cases is not None and figures.case_holders is None
        return WhyNot.NO_HOLDERS if without_holders else WhyNot.NOT_GIVEN
    given = {
        Rate.TURNOVER: figures.leavers,
        Rate.VACANCY: figures.vacancies,
        Rate.AGENCY: figures.agency,
        Rate.ABSENCE: figures.days_lost,
    }
    if given[rate] is None:
        return WhyNot.NOT_GIVEN
    if figures.in_post is None:
        return WhyNot.NO_IN_POST
    return WhyNot.NO_WORKING_DAYS if rate is Rate.ABSENCE and figures.working_days is None else WhyNot.NOT_GIVEN
