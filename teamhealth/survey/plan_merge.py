"""A plan that went out and came back: what was changed outside since, put beside what was changed here since."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from teamhealth.survey.plan import Action, Plan


class PlanField(StrEnum):
    """What an action holds, by the name of its attribute."""

    CONCERN = "concern"
    WHAT = "what"
    OWNER = "owner"
    DUE = "due"
    STATE = "state"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that was changed on both sides, or of which nobody can say where: the action here, and as it came."""

    here: Action
    came: Action
    field: PlanField


@dataclass(frozen=True, slots=True)
class PlanMerge:
    """The plan as it would be, and what of it is added, changed or gone; ``clashes`` overwrite what is here.

    ``back`` are those of the added that were taken out here, or may have been.
    """

    plan: Plan
    added: tuple[Action, ...]
    back: tuple[Action, ...]
    changed: int
    gone: tuple[Action, ...]
    clashes: tuple[Clash, ...]


def merge_plans(here: Plan, came: Plan, saved: Plan | None) -> PlanMerge:
    """Return the plan here with what was changed in the one that came, where that was saved as ``saved``.

    Parameters
    ----------
    here : Plan
        The plan as it is now. Its order stays; new actions follow.
    came : Plan
        The plan as it came back.
    saved : Plan or None
        The plan as it went out. None where nobody knows: then every difference is a clash, and what is lacking is gone.
    """
    before: dict[str, Action] = {action.id: action for action in saved.actions} if saved is not None else {}
    known = {action.id: action for action in here.actions}
    incoming = {action.id: action for action in _recognised(here, came, before)}
    clashes = tuple(
        clash for each in here.actions if each.id in incoming
        for clash in _clashes(each, incoming[each.id], before.get(each.id))
    )  # fmt: skip
    gone = tuple(each for each in here.actions if each.id not in incoming and (saved is None or each.id in before))
    kept = tuple(
        _merged(each, incoming[each.id], before.get(each.id)) if each.id in incoming else each
        for each in here.actions if each not in gone
    )  # fmt: skip
    # What was taken out here and left alone in what came stays out.
    added = tuple(each for each in incoming.values() if each.id not in known and before.get(each.id) != each)
    return PlanMerge(
        replace(here, actions=(*kept, *added)),
        added=added,
        back=tuple(each for each in added if saved is None or each.id in before),
        changed=sum(each != known[each.id] for each in kept),
        gone=gone,
        clashes=clashes,
    )


def keeping(merged: PlanMerge, here: Plan, mine: Collection[Clash | Action]) -> PlanMerge:
    """Return a merge in which some of what it would overwrite, take out or bring back stays as it is here.

    Parameters
    ----------
    merged : PlanMerge
        What ``merge_plans`` returned.
    here : Plan
        The plan as it is now.
    mine : collection of Clash and Action
        Of its clashes, of what is gone and of what is back, those that are not taken.
    """
    actions = {action.id: action for action in merged.plan.actions}
    for clash in (each for each in merged.clashes if each in mine):
        own = {clash.field.value: _value(clash.here, clash.field)}
        actions[clash.here.id] = replace(actions[clash.here.id], **own)  # type: ignore[arg-type]  # as below
    gone = tuple(each for each in merged.gone if each not in mine)
    back = tuple(each for each in merged.back if each not in mine)
    added = tuple(each for each in merged.added if each not in merged.back or each in back)
    stays = [each for each in here.actions if each not in gone]
    kept = [actions.get(each.id, each) for each in stays]
    return PlanMerge(
        replace(here, actions=(*kept, *added)),
        added=added,
        back=back,
        changed=sum(now != before for now, before in zip(kept, stays, strict=True)),
        gone=gone,
        clashes=tuple(each for each in merged.clashes if each not in mine),
    )


def _recognised(here: Plan, came: Plan, before: dict[str, Action]) -> Iterator[Action]:
    """Give the identity here to a row that was new in what came, and is taken in for the second time."""
    taken = {action.id for action in came.actions} | set(before)
    waiting = [action for action in here.actions if action.id not in taken]
    ours = {action.id for action in here.actions}
    for action in came.actions:
        again = None
        if action.id not in ours and action.id not in before:
            again = next((each for each in waiting if (each.concern, each.what) == (action.concern, action.what)), None)
        if again is not None:
            waiting.remove(again)
            action = replace(action, id=again.id)  # noqa: PLW2901 - the same action under the identity it has here
        yield action


def _value(action: Action | None, field: PlanField) -> object:
    return getattr(action, field.value) if action is not None else None


def _clashes(here: Action, came: Action, before: Action | None) -> Iterator[Clash]:
    for field in PlanField:
        ours, theirs, was = (_value(each, field) for each in (here, came, before))
        if ours != theirs and (before is None or was not in (ours, theirs)):
            yield Clash(here, came, field)


def _merged(here: Action, came: Action, before: Action | None) -> Action:
    """Return the action here with every field that was changed in what came."""
    if before is None:
        return came
    changed = {field.value: _value(came, field) for field in PlanField if _value(came, field) != _value(before, field)}
    return replace(here, **changed)  # type: ignore[arg-type]  # each is a value of this field
