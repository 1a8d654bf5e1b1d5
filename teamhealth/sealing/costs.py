"""What it costs to derive something from a secret: known when a data folder is opened, without what derives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one derivation costs: passes over the memory, and how much memory."""

    operations: int
    memory_bytes: int

    @property
    def allowed(self) -> bool:
        """Whether the cost is one that libsodium takes and that an ordinary laptop can bear."""
        return (
            LOWEST.operations <= self.operations <= HIGHEST.operations
            and LOWEST.memory_bytes <= self.memory_bytes <= HIGHEST.memory_bytes
        )


STRONG = KeyCost(operations=3, memory_bytes=256 * 1024 * 1024)
LOWEST = KeyCost(operations=1, memory_bytes=8192)
# What is read from a file may ask for no more: it could stop the computer.
HIGHEST = KeyCost(operations=16, memory_bytes=1024 * 1024 * 1024)
# Codes hold 50 random bits, so each guess need not cost as much as one at a passphrase.
CODE_COST = KeyCost(operations=2, memory_bytes=32 * 1024 * 1024)
SEAL_COST = KeyCost(operations=4, memory_bytes=256 * 1024 * 1024)
