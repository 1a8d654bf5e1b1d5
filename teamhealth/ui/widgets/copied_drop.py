"""Files that are dropped are taken as copies, whatever the program they come from proposes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> bool:
    """Accept files as copies and return True, or refuse them where no copy is offered.

    After a move a file manager may delete the original, which is read here and left where it is.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
