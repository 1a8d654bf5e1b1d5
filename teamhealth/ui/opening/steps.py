"""The three steps from closed to published."""

from teamhealth.texts.catalogue import tr


def opening_steps() -> tuple[str, ...]:
    """Return the steps' words."""
    return tr("Open"), tr("Comments"), tr("Publish")
