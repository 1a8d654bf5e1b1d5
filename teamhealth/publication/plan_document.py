"""A retention plan as canonical JSON with its hash, read strictly."""

from typing import Annotated

import msgspec

from teamhealth.settings import canonical
from teamhealth.settings.canonical import Flaw, Form, NotCanonical
from teamhealth.survey.plan import Plan, plan_problems

KIND = "team-health-plan"
FORMAT_VERSION = 1
LARGEST_BYTES = 1024 * 1024


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    plan: Plan
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}\\Z")]
    version: int


def write_plan(plan: Plan) -> bytes:
    """Return the bytes of a plan's document; ValueError for a plan that is not sound."""
    found = plan_problems(plan)
    if found:
        raise ValueError(found[0])
    return canonical.write(_Envelope(KIND, plan, canonical.sha256(plan), FORMAT_VERSION))


def read_plan(data: bytes) -> Plan:
    """Return the plan that bytes hold; NotCanonical for any others."""
    envelope = canonical.read(data, Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES))
    if canonical.sha256(envelope.plan) != envelope.sha256:
        raise NotCanonical("the hash does not match", Flaw.DAMAGED)
    found = plan_problems(envelope.plan)
    if found:
        raise NotCanonical(found[0], Flaw.DAMAGED)
    return envelope.plan
