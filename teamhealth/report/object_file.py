"""A PDF file that grows object by object, so that what is finished need not be kept (ISO 32000-1 7.5)."""

import hashlib
import zlib
from struct import Struct
from typing import BinaryIO

# Bytes after the version that no text has: programs that send files see that it is none.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Small objects are compressed together, so many at a time: more would be kept longer and save little.
_TOGETHER = 100
# A place is a kind, an offset or an object stream's number, and a number in that stream: 1, 4 and 2 bytes.
_PLACE, _WIDTHS = Struct(">BIH"), "1 4 2"
_FREE, _OFFSET, _IN_STREAM = 0, 1, 2


class ObjectFile:
    """Writes objects as they come and remembers seven bytes of each: where it lies.

    Parameters
    ----------
    target : BinaryIO
        Where the file is written, from where it stands.
    """

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._written = 0
        self._count = 0
        self._places = bytearray()
        self._waiting: list[tuple[int, bytes]] = []
        self._digest = hashlib.sha256()
        self._write(_HEADER)

    @property
    def count(self) -> int:
        """How many objects have a number."""
        return self._count

    @property
    def digest(self) -> str:
        """A hash of all that has been written so far, before it was compressed."""
        return self._digest.hexdigest()

    def new_number(self) -> int:
        """Return the number of an object that is to come."""
        self._count += 1
        self._places.extend(bytes(_PLACE.size * (self._count + 1) - len(self._places)))
        return self._count

    def write(self, number: int, body: bytes) -> None:
        """Write an object, from 1, that holds no stream; it may lie compressed among others."""
        self._digest.update(body)
        self._waiting.append((number, body))
        if len(self._waiting) == _TOGETHER:
            self._write_waiting()

    def write_stream(self, number: int, entries: str, content: bytes) -> None:
        """Write a stream, compressed, its dictionary's other entries in PDF's own words."""
        self._digest.update(content)
        self._put_stream(number, entries, content)

    def _put_stream(self, number: int, entries: str, content: bytes) -> None:
        packed = zlib.compress(content)
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        # Two bytes: after content that ends in CR, a lone LF would be read as one end of line with it.
        self._put_whole(number, b"".join((head, packed, b"\r\nendstream\n")))

    def write_whole(self, number: int, body: bytes) -> None:
        """Write an object that lies by itself, as one with a stream must."""
        self._digest.update(body)
        self._put_whole(number, body)

    def _put_whole(self, number: int, body: bytes) -> None:
        self._put(number, _OFFSET, self._written, 0)
        self._write(f"{number} 0 obj\n".encode("ascii"))
        self._write(body)
        self._write(b"endobj\n")

    def finish(self, catalogue: int, information: int, identifier: str) -> None:
        """Write what waits and where everything lies; ``identifier`` is the file's, in PDF's own words."""
        self._write_waiting()
        number = self.new_number()
        start = self._written
        self._put(number, _OFFSET, start, 0)
        # The first of the numbers that are free is always the last to be used again.
        self._put(0, _FREE, 0, 0xFFFF)
        entries = (
            f"/Type /XRef /Size {number + 1} /W [ {_WIDTHS} ]"
            f" /Root {catalogue} 0 R /Info {information} 0 R /ID {identifier}"
        )
        self._put_stream(number, entries, bytes(self._places))
        self._write(f"startxref\n{start}\n%%EOF\n".encode("ascii"))

    def _write_waiting(self) -> None:
        if not self._waiting:
            return
        number = self.new_number()
        heads: list[str] = []
        bodies: list[bytes] = []
        length = 0
        for index, (each, body) in enumerate(self._waiting):
            self._put(each, _IN_STREAM, number, index)
            heads.append(f"{each} {length}")
            bodies.append(body)
            length += len(body) + 1
        self._waiting.clear()
        head = " ".join(heads).encode("ascii") + b"\n"
        entries = f"/Type /ObjStm /N {len(heads)} /First {len(head)}"
        self._put_stream(number, entries, head + b"\n".join(bodies))

    def _put(self, number: int, kind: int, first: int, second: int) -> None:
        _PLACE.pack_into(self._places, number * _PLACE.size, kind, first, second)

    def _write(self, content: bytes) -> None:
        self._target.write(content)
        self._written += len(content)
