"""How a laptop's answers come to the survey lead: exported as a sealed return, others' taken in before."""

from datetime import date

from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.surveys.icon_lines import icon_title
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint


class SendCard(Card):
    """``export`` and ``take_in`` are its buttons; once the survey is closed there is only the first to press.

    ``until`` is the day from which the answers of a closed survey are destroyed.
    """

    def __init__(self, theme: Theme, *, over: bool, until: date | None) -> None:
        super().__init__(None, "laptop_send", theme=theme)
        title = tr("Send the answers to the survey lead")
        named(self, "laptop_send", title, "card")
        self.content.addLayout(icon_title(IconName.EXPORT, title, "laptop_send_title", theme))
        said = tr(
            "A sealed return holds this laptop’s answers, shuffled. You cannot open it: only the survey lead can. "
            "It holds no laptop name and no date. Export it as often as you like."
        )
        self.content.addWidget(hint(said, name="laptop_send_words", theme=theme))
        make = primary_button if over else secondary_button
        self.export = make(tr("Export sealed return"), "laptop_export", theme=theme)
        self.take_in = link_button(tr("Take in an answer from somebody’s own computer"), "laptop_take_in", theme=theme)
        if over:
            self.take_in.hide()
        row = Flow(theme, gap=SPACE_12)
        row.addWidget(self.export)
        row.addWidget(self.take_in)
        self.content.addLayout(row)
        self.content.addWidget(hint(_last_words(until), name="laptop_closing_words", theme=theme))
        self.content.addStretch(1)


def _last_words(until: date | None) -> str:
    if until is None:
        return tr("Closing is final, and needs your PIN. Nothing closes by itself.")
    return tr(
        "Send it before {day}. At its first start from that day on, this laptop destroys the answers, and no return "
        "can be sent any more.",
        day=long_date(until),
    )
