"""Reads which libraries the Windows wheels need, and tells those that a bundle there would not find or not name."""

import ast
import importlib
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

from carried import ROOT, components

QT_MODULES = ("qtcore.pyd", "qtgui.pyd", "qtsvg.pyd", "qtwidgets.pyd")
# What Windows 10 has from version 1903 on, and what the installer of Python brings.
SYSTEM = frozenset(
    {
        "advapi32", "authz", "bcrypt", "bcryptprimitives", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11",
        "d3d12", "d3d9", "dwmapi", "dwrite", "dxgi", "dxva2", "gdi32", "icuuc", "icuin", "imm32", "iphlpapi",
        "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "powrprof", "propsys", "psapi",
        "rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi", "user32", "userenv", "uxtheme", "version",
        "winmm", "winspool.drv", "ws2_32", "wtsapi32", "uiautomationcore", "msvcp140", "msvcp140_1", "msvcp140_2",
        "vcruntime140", "vcruntime140_1", "python3", "concrt140", "dbghelp",
    }
)  # fmt: skip


def strangers(imports: dict[str, list[str]], python: str) -> list[str]:
    """Return what the bundle on Windows would import and not find or not name, followed from what it needs by name.

    Parameters
    ----------
    imports : dict of str to list of str
        For each library in the wheels of one Python the names of those that it imports.
    python : str
        That Python, such as '3.12': its own library (python312.dll) comes with it, and no other's.
    """
    system = SYSTEM | {f"python{python.replace('.', '')}"}
    rules = _recipe()
    table = components()
    by_name = {_name(entry): entry for entry in sorted(imports, reverse=True)}
    waiting = [entry for entry in imports if _starts(entry, rules)]
    seen: set[str] = set()
    wrong: list[str] = []
    while waiting:
        entry = waiting.pop()
        if entry in seen:
            continue
        seen.add(entry)
        if ".libs/" in entry and not any(each.is_file(entry) for each in table):
            wrong.append(f"not in the table of what is carried: {entry}")
        for dll in imports[entry]:
            found = by_name.get(dll)
            if found is not None and rules["wanted"]((found,)):
                waiting.append(found)
            elif found is not None:
                wrong.append(f"left out by the recipe: {dll} (needed by {entry})")
            elif not _in_windows(dll, system):
                wrong.append(f"not in any wheel and not known to be in Windows: {dll} (needed by {entry})")
    print(f"Python {python}: {len(seen)} of {len(imports)} libraries in the wheels are needed")
    return sorted(wrong)


def imports_of(wheels: list[Path], reader: ModuleType) -> dict[str, list[str]]:
    """Return for each library in the wheels the names of the libraries that it imports, at its start or later."""
    found: dict[str, list[str]] = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.namelist():
                if entry.lower().endswith((".dll", ".pyd")):
                    found[entry] = _asked(archive.read(entry), reader)
    return found


def reader(place: Path) -> ModuleType:
    """Return pefile, from this environment or else fetched, as pinned for builds, into a folder."""
    try:
        return importlib.import_module("pefile")
    except ModuleNotFoundError:
        pinned = (ROOT / ".ci" / "requirements-build.txt").read_text(encoding="utf-8")
        lines = pinned[pinned.index("\npefile==") + 1 :].splitlines()
        last = next(number for number, line in enumerate(lines) if not line.endswith("\\"))
        (place / "pefile.txt").write_text("\n".join(lines[: last + 1]) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--require-hashes", "--target", str(place / "pefile"), "-r", str(place / "pefile.txt")]
        subprocess.run(command, check=True)
        sys.path.insert(0, str(place / "pefile"))
        return importlib.import_module("pefile")


def _asked(content: bytes, reader: ModuleType) -> list[str]:
    binary = reader.PE(data=content, fast_load=True)
    kinds = ("IMPORT", "DELAY_IMPORT")
    binary.parse_data_directories([reader.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{kind}"] for kind in kinds])
    lists = [getattr(binary, f"DIRECTORY_ENTRY_{kind}", []) for kind in kinds]
    return sorted({each.dll.decode("ascii").lower() for named in lists for each in named})


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


def _in_windows(dll: str, system: frozenset[str]) -> bool:
    bare = dll.removesuffix(".dll")
    return bare in system or bare.startswith(("api-ms-win-", "ext-ms-win-"))
