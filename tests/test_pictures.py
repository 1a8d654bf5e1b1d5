"""The documents' pictures are what the one command makes of the program as it is now."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import difference

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
# Another system's shaping of letters moves some edges; another screen moves whole words.
_WIDEST = 0.005
_AGAIN = "make them anew with .ci/pictures.py, and look at them"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, str(ROOT / ".ci" / "pictures.py"), "--into", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=170)
    return folder


def test_no_picture_is_out_of_date(made: Path) -> None:
    there, now = ({each.name for each in folder.glob("*.png")} for folder in (PICTURES, made))
    assert there == now
    apart = {name: difference((PICTURES / name).read_bytes(), (made / name).read_bytes()) for name in there}
    assert {name: share for name, share in apart.items() if share > _WIDEST} == {}, _AGAIN
