"""What ``teamhealth report`` makes of a plan's spreadsheet: the annex, or the team's page."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from teamhealth.publication.types import Publication
from teamhealth.services.clock import local_now
from teamhealth.services.plan_files import planned_from_sheet, write_plan_annex, write_plan_told


def write_annex(plan: Path, publications: Sequence[Publication], out: Path) -> None:
    """Write the retention plan annex; what is overdue is worked out for today."""
    planned = planned_from_sheet(plan, publications, secrets.token_bytes)
    write_plan_annex(planned, out, local_now().date())


def write_told(plan: Path, publications: Sequence[Publication], out: Path) -> None:
    """Write the team's page, 'What you told us, what we will do'."""
    write_plan_told(planned_from_sheet(plan, publications, secrets.token_bytes), out)
