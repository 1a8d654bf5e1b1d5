"""Which commands there are: each is imported when it is asked for, so that opening the window waits for none."""

from collections.abc import Callable

import click


def _answers() -> click.Command:
    from teamhealth.cli.answers import answers

    return answers


def _backup() -> click.Command:
    from teamhealth.cli.backup import backup

    return backup


def _check() -> click.Command:
    from teamhealth.cli.check import check

    return check


def _delete() -> click.Command:
    from teamhealth.cli.delete import delete

    return delete


def _demo() -> click.Command:
    from teamhealth.cli.demo import demo

    return demo


def _doctor() -> click.Command:
    from teamhealth.cli.doctor import doctor

    return doctor


def _open() -> click.Command:
    from teamhealth.cli.returns import open_command

    return open_command


def _plan() -> click.Command:
    from teamhealth.cli.plan import plan

    return plan


def _probe() -> click.Command:
    from teamhealth.cli.doctor import probe

    return probe


def _report() -> click.Command:
    from teamhealth.cli.report import report

    return report


def _restore() -> click.Command:
    from teamhealth.cli.backup import restore

    return restore


def _results() -> click.Command:
    from teamhealth.cli.figures import results

    return results


def _survey() -> click.Command:
    from teamhealth.cli.survey import survey

    return survey


def _verify() -> click.Command:
    from teamhealth.cli.returns import verify

    return verify


def _workforce() -> click.Command:
    from teamhealth.cli.workforce import workforce

    return workforce


OFFERED: dict[str, Callable[[], click.Command]] = {
    "answers": _answers,
    "backup": _backup,
    "check": _check,
    "delete": _delete,
    "demo": _demo,
    "doctor": _doctor,
    "open": _open,
    "plan": _plan,
    "probe-display": _probe,
    "report": _report,
    "restore": _restore,
    "results": _results,
    "survey": _survey,
    "verify": _verify,
    "workforce": _workforce,
}
