"""Lays out, with its byte code, what PySide keeps as source text inside its library and would compile at each start.

Usage: ``python .ci/qt_support.py FOLDER``, with the Python of the bundle. PySide looks for the folder ``files.dir``
beside its library before it opens the archive inside (its own switch SBK_EMBED makes the same folder).
"""

import compileall
import shutil
import sys
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode

import shiboken6.Shiboken  # noqa: F401 - loading it brings the archive


def lay_out(folder: Path) -> int:
    """Write the modules and their byte code into a folder made anew; returns how many modules there are."""
    archive = sys.modules["shibokensupport.signature.loader"].__loader__.zfile
    if not isinstance(archive, zipfile.ZipFile):
        raise TypeError("this PySide keeps its modules in another way; leave this step out of the bundle")
    shutil.rmtree(folder, ignore_errors=True)
    modules = [name for name in archive.namelist() if name.endswith(".py")]
    archive.extractall(folder, modules)
    # Not checked against the source's time when it is loaded, so that copying the folder about costs nothing.
    mode = PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(folder, quiet=1, stripdir=str(folder), invalidation_mode=mode):
        raise SystemExit("a module of PySide could not be compiled")
    return len(modules)


if __name__ == "__main__":
    print(f"{lay_out(Path(sys.argv[1]))} modules")
