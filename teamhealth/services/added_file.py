"""What became of a file that was added as a return."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from teamhealth.services.return_counts import TeamReturns


class AddOutcome(StrEnum):
    """What became of a file: all of it is new, some of it, or nothing."""

    ADDED = "added"
    IN_PART = "in-part"
    NOT_ADDED = "not-added"


class NotAddedReason(StrEnum):
    """Why nothing, or not all, was added.

    COPY is here already; LATE came after opening for a team that was opened; DELETED belongs to a survey whose results
    have been deleted here, DESTROYED to one whose answers have been, unpublished. The others are those of any file.
    """

    COPY = "copy"
    OTHER_SURVEY = "other-survey"
    LATE = "late"
    DELETED = "deleted"
    DESTROYED = "destroyed"
    EMPTY = "empty"
    MISSING = "missing"
    FOLDER = "folder"
    DENIED = "denied"
    LARGE = "large"
    NEWER = "newer"
    DAMAGED = "damaged"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AddedFile:
    """One line of the files' list: ``new`` and ``known`` count envelopes of teams that could still be added to.

    ``beside`` says that it is a table of a team of which another table is here already. ``envelopes`` are those that
    were found in it, known by their digests: of a damaged file those that are whole.
    """

    path: Path
    outcome: AddOutcome
    reason: NotAddedReason | None = None
    teams: tuple[TeamReturns, ...] = ()
    new: int = 0
    known: int = 0
    beside: bool = False
    envelopes: frozenset[bytes] = frozenset()

    @property
    def is_copy(self) -> bool:
        """Whether all of it is here already, so that nothing is lost by its not being added again."""
        return self.outcome is AddOutcome.NOT_ADDED and self.reason is NotAddedReason.COPY

    @property
    def wanted_again(self) -> bool:
        """Whether nothing of it is here, so that it has to be asked for again, or looked for elsewhere."""
        return self.outcome is AddOutcome.NOT_ADDED and not self.is_copy

    def settles(self, earlier: "AddedFile") -> bool:
        """Whether nobody has to ask for an earlier file any more that was refused, now that this one has come.

        Two teams' files may have the same name, so that a name alone does not show that a damaged file came anew. Its
        envelopes do: a laptop exports the same ones again.
        """
        if earlier.envelopes and earlier.envelopes <= self.envelopes:
            return True
        again = self.wanted_again and self.envelopes == earlier.envelopes
        return self.path.name == earlier.path.name and (again or not earlier.incomplete)

    @property
    def incomplete(self) -> bool:
        """Whether it may hold answers of which nobody can say whose they are: it could not be read as a whole."""
        return self.reason in _INCOMPLETE


_INCOMPLETE = frozenset({NotAddedReason.DAMAGED, NotAddedReason.LARGE, NotAddedReason.NEWER})


def wanted_again(files: Sequence[AddedFile]) -> tuple[AddedFile, ...]:
    """Return the files of which nothing could be added, but copies, and what has come anew since."""
    return tuple(
        file
        for number, file in enumerate(files)
        if file.wanted_again and not any(each.settles(file) for each in files[number + 1 :])
    )
