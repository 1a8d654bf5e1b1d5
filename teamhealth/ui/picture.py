"""Charts as pictures for slides: on the clipboard, or saved as PNG or SVG; the one way from a figure to a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QWidget

from teamhealth.figures.shapes import Figure
from teamhealth.figures.svg import svg
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.theme import SPACE_4, SPACE_16, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.figure_view import figure_image
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.naming import named

SCALE = 2.0
_SVG = ".svg"


def copy_picture(figure: Figure) -> None:
    """Put a figure on the clipboard as a picture twice its size."""
    QGuiApplication.clipboard().setPixmap(QPixmap.fromImage(figure_image(figure, SCALE)))


def ask_and_save(parent: QWidget, figure: Figure, suggested: str, outside: Outside) -> Path | None:
    """Ask where a picture goes and save it there.

    Parameters
    ----------
    parent : QWidget
        The window that asks.
    figure : Figure
    suggested : str
        A file name without its ending.
    outside : Outside

    Returns
    -------
    Path or None
        The file; None if somebody thought better of it.

    Raises
    ------
    FileUnwritable
        If it cannot be written.
    """
    path = outside.save_path(parent, f"{suggested}.png", picture_files())
    if path is None:
        return None
    if path.suffix.lower() not in (".png", _SVG):
        path = path.with_name(path.name + ".png")
    save_picture(figure, path)
    return path


def save_picture(figure: Figure, path: Path) -> None:
    """Save a figure as SVG or PNG by the path's ending, whole or not at all; FileUnwritable otherwise."""
    if path.suffix.lower() == _SVG:
        write_atomically(path, svg(figure).encode())
    else:
        write_atomically(path, png(figure_image(figure, SCALE)))


def png(image: QImage) -> bytes:
    """Return a picture's bytes as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def picture_files() -> str:
    """Return the kinds of files that a picture may be saved as, for the system's window."""
    return tr("Picture (*.png);;Drawing for slides (*.svg)")


class PictureLinks(QWidget):
    """Two links below a chart: copy it, save it."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        named(self, f"{name}_picture", "")
        self._row = row = Flow(theme, gap=SPACE_16, below=SPACE_4)
        self.setLayout(row)
        self.copy: Button = link_button(tr("Copy chart"), f"{name}_copy", theme=theme)
        self.save: Button = link_button(tr("Save as a picture"), f"{name}_save", theme=theme)
        row.addWidget(self.copy)
        row.addWidget(self.save)

    def add(self, link: Button) -> None:
        """Put one more link beside them, which saves something else of the same page."""
        self._row.addWidget(link)

    def say_copied(self) -> None:
        """Say on the link that the chart is on the clipboard."""
        self.copy.set_words(tr("Copied"))
