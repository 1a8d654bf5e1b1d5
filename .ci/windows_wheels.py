"""Whether the program can be built for Windows: every pinned library has a wheel there, and needs no stranger's DLL.

Usage: ``python .ci/windows_wheels.py`` asks the package index only (seconds); with ``--dlls``, in the environment that
bundles are made in, it fetches the wheels (150 MB) and reads which DLLs they import.
"""

import ast
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / ".ci" / "requirements.txt"
FOR_WINDOWS = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", "3.12", "--implementation", "cp"]
QUIET = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
QT_MODULES = ("qtcore.pyd", "qtgui.pyd", "qtsvg.pyd", "qtwidgets.pyd")
# What Windows 10 has from version 1903 on, and what the installer of Python brings.
SYSTEM = frozenset(
    {
        "advapi32", "authz", "bcrypt", "bcryptprimitives", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11",
        "d3d12", "d3d9", "dwmapi", "dwrite", "dxgi", "dxva2", "gdi32", "icuuc", "icuin", "imm32", "iphlpapi",
        "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "powrprof", "propsys", "psapi",
        "rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi", "user32", "userenv", "uxtheme", "version",
        "winmm", "winspool.drv", "ws2_32", "wtsapi32", "uiautomationcore", "msvcp140", "msvcp140_1", "msvcp140_2",
        "vcruntime140", "vcruntime140_1", "python3", "python312", "concrt140", "dbghelp",
    }
)  # fmt: skip


def resolve() -> None:
    """Fail unless each pinned library has a wheel for Windows."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--target", place]
        subprocess.run([*command, *QUIET, *FOR_WINDOWS, "-r", str(REQUIREMENTS)], check=True)


def strangers() -> list[str]:
    """Return what the bundle on Windows would import and not find, followed from what it needs by name."""
    rules = _recipe()
    imports = _imports()
    by_name = {_name(entry): entry for entry in sorted(imports, reverse=True)}
    waiting = [entry for entry in imports if _starts(entry, rules)]
    seen: set[str] = set()
    wrong: list[str] = []
    while waiting:
        entry = waiting.pop()
        if entry in seen:
            continue
        seen.add(entry)
        for dll in imports[entry]:
            found = by_name.get(dll)
            if found is not None and rules["wanted"]((found,)):
                waiting.append(found)
            elif found is not None:
                wrong.append(f"left out by the recipe: {dll} (needed by {entry})")
            elif not _in_windows(dll):
                wrong.append(f"not in any wheel and not known to be in Windows: {dll} (needed by {entry})")
    print(f"{len(seen)} of {len(imports)} libraries in the wheels are needed")
    return sorted(wrong)


def _imports() -> dict[str, list[str]]:
    """Return for each library in the wheels the names of the libraries that it imports."""
    import pefile

    found: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        command = [sys.executable, "-m", "pip", "download", "--dest", str(place)]
        subprocess.run([*command, *QUIET, *FOR_WINDOWS, "-r", str(REQUIREMENTS)], check=True)
        for wheel in sorted(place.glob("*.whl")):
            with zipfile.ZipFile(wheel) as archive:
                for entry in archive.namelist():
                    if entry.lower().endswith((".dll", ".pyd")):
                        binary = pefile.PE(data=archive.read(entry), fast_load=True)
                        binary.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
                        asked = getattr(binary, "DIRECTORY_ENTRY_IMPORT", [])
                        found[entry] = [each.dll.decode("ascii").lower() for each in asked]
    return found


def _recipe() -> dict[str, Any]:
    """Return the bundle recipe's lists and its filter, without building anything."""
    tree = ast.parse((ROOT / "build_installer.spec").read_text(encoding="utf-8"))
    lists = {"LEFT_OUT", "LIBRARIES_LEFT_OUT", "PLUGINS_KEPT", "PLUGINS_LEFT_OUT"}
    kept = [
        node
        for node in tree.body
        if (isinstance(node, ast.FunctionDef) and node.name == "wanted")
        or (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in lists)
    ]
    rules: dict[str, Any] = {}
    exec(compile(ast.Module(kept, []), "build_installer.spec", "exec"), rules)  # noqa: S102 - the recipe is our own
    return rules


def _starts(entry: str, rules: dict[str, Any]) -> bool:
    """Whether the bundle has this library even if no other asks for it."""
    if not entry.startswith("PySide6/"):
        return entry.endswith(".pyd")
    if entry.startswith("PySide6/plugins/"):
        return bool(rules["wanted"]((entry,)))
    return entry.endswith(".pyd") and _name(entry) in QT_MODULES


def _name(entry: str) -> str:
    return entry.rsplit("/", 1)[-1].lower()


def _in_windows(dll: str) -> bool:
    bare = dll.removesuffix(".dll")
    return bare in SYSTEM or bare.startswith(("api-ms-win-", "ext-ms-win-"))


def main() -> int:
    """Check; returns an exit status."""
    resolve()
    print("every pinned library has a wheel for Windows")
    unknown = strangers() if "--dlls" in sys.argv[1:] else []
    for each in unknown:
        print(f"WRONG: {each}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    raise SystemExit(main())
