import pytest

from teamhealth.figures.item_figure import item_figure
from teamhealth.figures.splits import splits
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord, Tier
from tests.figures.reading import rects
from tests.invented import core_questionnaire

COVER = core_questionnaire().domains[0].items[4]
COUNTED = ItemResult("st5", ItemWord.MIXED, 10, favourable=FavourableCount(5, 5))


@pytest.mark.parametrize("tier", [Tier.WORDS, Tier.SHARES, Tier.SPLITS])
def test_word_alone_has_no_figure(tier: Tier) -> None:
    assert item_figure(COVER, ItemResult("st5", ItemWord.MIXED), tier) is None


def test_shares_are_boxes_and_splits_diverge() -> None:
    boxes, bar = item_figure(COVER, COUNTED, Tier.SHARES), item_figure(COVER, COUNTED, Tier.SPLITS)
    assert boxes is not None
    assert len(rects(boxes)) == 10
    assert bar == splits(COVER, COUNTED)


def test_hidden_item_is_hatched() -> None:
    figure = item_figure(COVER, ItemResult("st5", None), Tier.SPLITS)
    assert figure is not None
    assert figure.sentence == "Cover: not shown."
