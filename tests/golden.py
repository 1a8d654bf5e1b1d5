"""Golden files: texts compared exactly, pictures with a tolerance; ``--update-golden`` writes them anew."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

# Antialiasing differs a little between versions of a renderer; a moved word, a lost rule or another colour does not.
_BLUR = 1.2
_SEEN = 40
_WIDEST = 0.0002


@dataclass(frozen=True, slots=True)
class Golden:
    """A folder of golden files, and whether they are written anew.

    Parameters
    ----------
    folder : Path
        Where they lie: 'golden' beside the test.
    update : bool
        Whether what a test finds becomes the golden.
    """

    folder: Path
    update: bool

    def text(self, name: str, found: str) -> None:
        """Fail unless ``found`` is the golden text, line by line."""
        path = self.folder / f"{name}.txt"
        if self.update:
            self.folder.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden {path.name}: run with --update-golden, and look at it"
        assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()

    def picture(self, name: str, found: bytes) -> None:
        """Fail if the PNG ``found`` looks other than the golden picture; what was found is left beside it."""
        path = self.folder / f"{name}.png"
        beside = self.folder / f"{name}.found.png"
        if self.update:
            self.folder.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"no golden {path.name}: run with --update-golden, and look at it"
        share = difference(path.read_bytes(), found)
        if share > _WIDEST:
            beside.write_bytes(found)
        else:
            beside.unlink(missing_ok=True)
        assert share <= _WIDEST, f"{share:.2%} of {path.name} looks different: see {beside.name}"


def difference(one: bytes, other: bytes) -> float:
    """Return the share of pixels, 0 to 1, that look different in two PNGs; 1 for pictures of different size."""
    first, second = (Image.open(BytesIO(each)).convert("RGB") for each in (one, other))
    if first.size != second.size:
        return 1.0
    blurred = (each.filter(ImageFilter.GaussianBlur(_BLUR)) for each in (first, second))
    apart = ImageChops.difference(*blurred)
    widest = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    counts = widest.histogram()
    return sum(counts[_SEEN:]) / sum(counts)
