"""The signs of a running program on Windows can be seen by every account, and last while any program runs."""

import ctypes
from collections.abc import Callable

from teamhealth.services import windows_mutex
from teamhealth.services.windows_mutex import Attributes, hold_mutex

EVERYBODY_SEES = "D:(A;;0x00100000;;;WD)(A;;GA;;;OW)"
ALL_RIGHTS, SYNCHRONIZE = 0x1F0001, 0x00100000


class Function:
    """A function of a library, which converts as ctypes does what it is given."""

    def __init__(self, does: Callable[..., int]) -> None:
        self.argtypes: list[type] = []
        self.restype: type = ctypes.c_int
        self._does = does

    def __call__(self, *given: object) -> int | None:
        shape = ctypes.CFUNCTYPE(self.restype, *self.argtypes)
        found: int | None = shape(self._does)(*given)
        return found


class Windows:
    """Mutexes by name: who made each with which access, and how many handles there are."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[str, str]] = {}
        self.handles: list[tuple[str, str]] = []
        self._texts: list[ctypes.Array[ctypes.c_wchar]] = []

    def libraries(self, account: str) -> "Libraries":
        return Libraries(self, account)

    def seen_by(self, account: str, name: str) -> bool:
        """Whether setup sees it, which asks for nothing but to wait for it."""
        return self.allows(account, name, SYNCHRONIZE)

    def allows(self, account: str, name: str, asked: int) -> bool:
        if not any(name == held for held, _ in self.handles):
            return False
        owner, access = self.made[name]
        return account == owner or (access == EVERYBODY_SEES and asked == SYNCHRONIZE)

    def end(self, account: str) -> None:
        self.handles = [each for each in self.handles if each[1] != account]

    def text_at(self, text: str) -> int:
        self._texts.append(ctypes.create_unicode_buffer(text))
        return ctypes.addressof(self._texts[-1])


class Libraries:
    """kernel32 and advapi32 of a process of one account."""

    def __init__(self, windows: Windows, account: str) -> None:
        self._windows = windows
        self._account = account
        self.CreateMutexW: windows_mutex.Function = Function(self._create)
        self.OpenMutexW: windows_mutex.Function = Function(self._open)
        self.ConvertStringSecurityDescriptorToSecurityDescriptorW: windows_mutex.Function = Function(self._convert)

    def _create(self, attributes: "ctypes._Pointer[Attributes]", owned: int, name: str) -> int:
        assert owned == 0
        if any(name == held for held, _ in self._windows.handles):
            return self._handle(name, ALL_RIGHTS)
        access = ""
        if attributes:
            assert attributes.contents.nLength == ctypes.sizeof(Attributes)
            access = ctypes.wstring_at(attributes.contents.lpSecurityDescriptor)
        self._windows.made[name] = (self._account, access)
        return self._handle(name, SYNCHRONIZE, new=True)

    def _open(self, asked: int, _inherited: int, name: str) -> int:
        return self._handle(name, asked)

    def _handle(self, name: str, asked: int, *, new: bool = False) -> int:
        if not new and not self._windows.allows(self._account, name, asked):
            return 0
        self._windows.handles.append((name, self._account))
        return 2**40 + len(self._windows.handles)

    def _convert(self, text: str, version: int, descriptor: "ctypes._Pointer[ctypes.c_void_p]", _size: int) -> int:
        assert version == 1
        descriptor[0] = self._windows.text_at(text)
        return 1


def _start(windows: Windows, account: str) -> int | None:
    libraries = windows.libraries(account)
    return hold_mutex("Global\\TeamHealthRuns", libraries, libraries)


def test_another_account_sees_the_sign() -> None:
    windows = Windows()
    assert _start(windows, "manager") == 2**40 + 1
    assert windows.seen_by("it", "Global\\TeamHealthRuns")


def test_the_sign_of_a_second_account_lasts_when_the_first_has_gone() -> None:
    windows = Windows()
    _start(windows, "manager")
    assert _start(windows, "lead") == 2**40 + 2
    windows.end("manager")
    assert windows.seen_by("it", "Global\\TeamHealthRuns")
    windows.end("lead")
    assert not windows.seen_by("it", "Global\\TeamHealthRuns")
