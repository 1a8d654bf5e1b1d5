"""The cards that choose text size and contrast, each with a sample."""

from PySide6.QtCore import Signal

from teamhealth.figures import palette
from teamhealth.settings.choices import TEXT_SIZES, Choices
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import Contrast, set_sheet
from teamhealth.ui.settings.contrast_sample import ContrastSample
from teamhealth.ui.theme import RADIUS_CARD, SPACE_8, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.segments import Segments
from teamhealth.ui.widgets.text import body, hint


class TextSizeCard(Card):
    """``chosen`` carries the size in percent."""

    chosen = Signal(int)

    def __init__(self, choices: Choices, theme: Theme) -> None:
        super().__init__(tr("Text size"), "settings_text_size", theme=theme)
        words = [(str(size), tr("{size}%", size=size)) for size in TEXT_SIZES]
        self.sizes = Segments(words, "text_size", tr("Text size"), theme)
        self.sizes.select(TEXT_SIZES.index(choices.text_size))
        self.sizes.chosen.connect(self._on_chosen)
        self.content.addWidget(self.sizes)
        keys = tr(
            "Ctrl with + or − also works on every page; Ctrl with 0 is 100%. In questionnaire mode each person chooses"
            " their own, up to 200%. Tables need the width here: for more than 150%, enlarge everything in Windows."
        )
        self.content.addWidget(hint(keys, name="text_size_keys", theme=theme))
        sample = Card(None, "text_size_example", theme=theme, kind="paper-card")
        sample.content.setContentsMargins(*(theme.px(SPACE_16), theme.px(SPACE_8)) * 2)
        sample.content.addWidget(body(tr("I can be open about my mistakes in this team."), name="text_size_sample"))
        set_sheet(
            sample,
            f'QFrame[kind="paper-card"] {{ background: {palette.PAPER}; border: 1px solid {palette.LINE};'
            f" border-radius: {theme.px(RADIUS_CARD)}px; }}",
        )
        self.content.addWidget(sample)

    def _on_chosen(self, place: int) -> None:
        self.chosen.emit(TEXT_SIZES[place])


class ContrastCard(Card):
    """``chosen`` carries the name of the contrast."""

    chosen = Signal(str)

    def __init__(self, choices: Choices, theme: Theme) -> None:
        super().__init__(tr("Contrast"), "settings_contrast", theme=theme)
        words = (
            (Contrast.STANDARD.value, tr("Standard")),
            (Contrast.HIGH.value, tr("High contrast")),
            (Contrast.SYSTEM.value, tr("As Windows")),
        )
        self.contrasts = Segments(words, "contrast", tr("Contrast"), theme)
        self.contrasts.select([each.value for each in Contrast].index(choices.contrast))
        self.contrasts.chosen.connect(self._on_chosen)
        self.content.addWidget(self.contrasts)
        samples = Flow(theme, gap=SPACE_12)
        for each in (Contrast.STANDARD, Contrast.HIGH):
            samples.addWidget(ContrastSample(each, dict(words)[each.value], theme))
        self.content.addLayout(samples)
        said = tr("In high contrast, unfavourable answers are striped as well as coloured.")
        self.content.addWidget(hint(said, name="contrast_stripes", theme=theme))

    def _on_chosen(self, place: int) -> None:
        self.chosen.emit(list(Contrast)[place].value)
