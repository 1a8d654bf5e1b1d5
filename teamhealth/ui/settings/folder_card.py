"""The card that says where surveys are kept, and moves them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.text import body, hint, strong


class FolderCard(Card):
    """``move_asked`` wants another folder, ``usual_asked`` the usual one, ``show_asked`` to see this one."""

    move_asked = Signal()
    usual_asked = Signal()
    show_asked = Signal()

    def __init__(self, folder: Path, *, moved: bool, theme: Theme) -> None:
        super().__init__(tr("Where surveys are kept"), "settings_folder", theme=theme)
        self.content.addWidget(strong(tr("Survey folder"), name="folder_label", theme=theme))
        self.content.addWidget(body(str(folder), name="folder_path", theme=theme))
        said = tr(
            "It must be on this laptop: not a network share, not a synced folder. Copies could show who answered when."
        )
        self.content.addWidget(hint(said, name="folder_rule", theme=theme))
        self.show_folder = secondary_button(tr("Show in folder"), "folder_show", IconName.FOLDER, theme=theme)
        self.move_ = secondary_button(tr("Choose another folder"), "folder_move", theme=theme)
        self.usual = secondary_button(tr("Move to this laptop only"), "folder_usual", theme=theme)
        self.usual.setVisible(moved)
        row = Flow(theme, gap=SPACE_12)
        for each in (self.move_, self.show_folder):
            row.addWidget(each)
        self.content.addLayout(row)
        self.content.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)
        self.show_folder.clicked.connect(self.show_asked)
        self.move_.clicked.connect(self.move_asked)
        self.usual.clicked.connect(self.usual_asked)
