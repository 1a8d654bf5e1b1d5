"""Which figure an item gets: boxes, a diverging bar, or none where only its word is shown."""

from teamhealth.figures.item_state import hatched
from teamhealth.figures.sentences import item_figure_sentence
from teamhealth.figures.shapes import Figure
from teamhealth.figures.shares import SHARES_HEIGHT, shares
from teamhealth.figures.splits import splits
from teamhealth.publication.types import ItemResult, Tier
from teamhealth.survey.questionnaire import Item


def item_figure(item: Item, result: ItemResult, tier: Tier, *, width: float = 207.0) -> Figure | None:
    """Return an item's figure as far as the team's tier and the item's own answers allow.

    Parameters
    ----------
    item, result : Item, ItemResult
        What was asked, and what is published of it.
    tier : Tier
        The team's: splits diverge from a tick, shares are boxes, words have no figure.
    width : float
        Pixels.

    Returns
    -------
    Figure or None
        A hatch for an item that is not shown; None where a word is all there is.
    """
    if result.word is None:
        return hatched(width, SHARES_HEIGHT, item_figure_sentence(item, result))
    if result.answered is None or (result.split is None and result.favourable is None):
        return None
    if tier is Tier.SPLITS or result.split is not None:
        return splits(item, result, width=width)
    return shares(item, result, width=width)
