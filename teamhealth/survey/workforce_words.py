"""What workforce rates and their references are called, for screen, paper and command line."""

from datetime import date

from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import Reference
from teamhealth.survey.workforce_release import LEAST_PEOPLE, ShownRate, ShownRates
from teamhealth.survey.workforce_why_not import WhyNot
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date


def rate_name(rate: Rate) -> str:
    """Return 'Turnover'."""
    return {
        Rate.TURNOVER: tr("Turnover"),
        Rate.VACANCY: tr("Vacancies"),
        Rate.AGENCY: tr("Agency workers"),
        Rate.ABSENCE: tr("Sickness absence"),
        Rate.CASELOAD: tr("Caseload"),
    }[rate]


def rate_meaning(rate: Rate) -> str:
    """Return how a rate is reckoned, in a phrase."""
    return {
        Rate.TURNOVER: tr("leavers in the year for each 100 in post"),
        Rate.VACANCY: tr("vacancies among posts filled and vacant"),
        Rate.AGENCY: tr("agency workers among all who work here"),
        Rate.ABSENCE: tr("working days lost to sickness"),
        Rate.CASELOAD: tr("cases for each case holder"),
    }[rate]


def field_name(field: str) -> str:
    """Return what an entered figure is called, such as 'In post'; KeyError for no field of ``WorkforceFigures``."""
    return {
        "as_of": tr("Date"),
        "people": tr("People in post"),
        "establishment": tr("Establishment"),
        "in_post": tr("In post"),
        "vacancies": tr("Vacancies"),
        "agency": tr("Agency workers"),
        "leavers": tr("Leavers in the year"),
        "days_lost": tr("Days lost to sickness"),
        "working_days": tr("Working days in a year"),
        "cases": tr("Cases"),
        "case_holders": tr("Case holders"),
    }[field]


def field_title(field: str) -> str:
    """Return what an entered figure is called where it stands beside others: which of two counts is of people."""
    return tr("In post (full-time equivalent)") if field == "in_post" else field_name(field)


def value_text(rate: Rate, value: object) -> str:
    """Return '15.9%', or '16.0' for a caseload."""
    return str(value) if rate is Rate.CASELOAD else tr("{value}%", value=value)


def rate_text(shown: ShownRate) -> str:
    """Return the value, with how many teams it is of where they are not all; or in a few words why there is none."""
    if shown.value is not None:
        value = value_text(shown.rate, shown.value)
        return value if shown.cover is None else tr("{value} ({cover})", value=value, cover=cover_text(shown))
    if shown.why_not is WhyNot.ONE_OF_SEVERAL and shown.cover is not None:
        return tr("not shown for one of {total} teams alone", total=shown.cover.of)
    return {
        WhyNot.TOO_FEW: tr("fewer than {count} people", count=LEAST_PEOPLE),
        WhyNot.ONE_TEAM: tr("not shown for one team alone"),
        WhyNot.SERVICE_ONLY: tr("only for the service"),
        WhyNot.NO_HOLDERS: tr("case holders not given"),
        WhyNot.NO_IN_POST: tr("in post not given"),
        WhyNot.NO_WORKING_DAYS: tr("working days not given"),
        WhyNot.NOT_GIVEN: tr("not given"),
    }[shown.why_not or WhyNot.NOT_GIVEN]


def cover_text(shown: ShownRate) -> str:
    """Return '5 of 12 teams'; '' where all teams are in it."""
    if shown.cover is None:
        return ""
    return tr("{count} of {total} teams", count=shown.cover.teams, total=shown.cover.of)


def reference_text(reference: Reference, rate: Rate) -> str:
    """Return a reference's value, or that it was not published."""
    value = reference.rates.get(rate)
    return tr("not published") if value is None else value_text(rate, value)


def reference_name(reference: Reference, today: date) -> str:
    """Return 'England, 30 September 2023', with 'old' where it is more than two years back."""
    fields = {"place": reference.place, "date": long_date(reference.as_of)}
    return tr("{place}, {date} (old)", **fields) if reference.is_old(today) else tr("{place}, {date}", **fields)


def old_text() -> str:
    """Return what is said of a published mark that lies more than two years back."""
    return tr("more than two years old")


def left_out_sentence(*rates: ShownRates) -> str | None:
    """Return what to say under totals that lack a small part; None where nothing is left out."""
    if not any(rate.left_out for each in rates for rate in each.rates):
        return None
    return tr(
        "Teams of fewer than {count} people are in these totals only where nobody can work them out by subtraction.",
        count=LEAST_PEOPLE,
    )


def beside_sentence() -> str:
    """Return what stands wherever workforce figures stand beside a survey."""
    return tr("Workforce figures are entered by managers or HR. They are no part of the survey’s answers.")
