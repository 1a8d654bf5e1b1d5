"""Adding returns is idempotent, commutative and total: what is here depends on which whole files came, no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamhealth.exchange.return_file import Return, read_return, return_document
from teamhealth.failures import FileUnreadable
from teamhealth.services.added_file import AddedFile, AddOutcome, NotAddedReason
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage import returns
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.survey import Survey
from teamhealth.ui.returns.words import outcome_detail
from tests.exchange.spoiling import changed_bytes, garbage
from tests.faults.test_disk import without_power
from tests.services.conftest import Clock
from tests.services.council import computer, set_up
from tests.storage.rooms import envelope

FILES = 5
Held = frozenset[tuple[TeamId, bytes]]


class Council:
    """A lead's data folder, and return files of which some hold the same envelopes."""

    def __init__(self, folder: Path) -> None:
        with computer(folder / "lead", Clock(), 1) as lead:
            self.survey: Survey = set_up(lead, folder)[0].survey
        self._database = (folder / "lead" / DATABASE_NAME).read_bytes()
        random = Random(2)
        sealed = [(random.choice(self.survey.teams).id, envelope(random)) for _ in range(9)]
        self.held: list[Held] = [frozenset(random.sample(sealed, random.randint(1, 6))) for _ in range(FILES)]
        self.files = [return_document(Return(self.survey.id, each)) for each in self.held]
        self.foreign = return_document(Return(SurveyId("e" * 32), self.held[0]))

    @contextmanager
    def fresh(self, folder: Path) -> Iterator[Workspace]:
        """Open the lead's folder as it was before anything came."""
        folder.mkdir()
        (folder / DATABASE_NAME).write_bytes(self._database)
        with computer(folder, Clock(), 3) as lead:
            yield lead


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    return Council(tmp_path_factory.mktemp("council"))


def add(lead: Workspace, survey: Survey, contents: list[bytes]) -> list[AddOutcome]:
    """Add files of these bytes, each under a name that says nothing; returns what became of each."""
    paths = []
    for number, content in enumerate(contents):
        paths.append(lead.folder / f"attachment {number}.dat")
        paths[-1].write_bytes(content)
    found = add_returns(lead, survey.id, paths, unwatched)
    for each in found:
        assert (each.new == 0) == (each.outcome is AddOutcome.NOT_ADDED)
        assert each.outcome is not AddOutcome.NOT_ADDED or each.reason is not None
    return [each.outcome for each in found]


def here(lead: Workspace, survey: Survey) -> Held:
    with lead.database.connect() as store:
        found = returns.envelopes(store, survey.id)
    assert len(set(found)) == len(found)
    return frozenset(found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    whole=st.lists(st.integers(0, FILES - 1), max_size=8),
    spoilt=st.lists(st.tuples(st.integers(0, FILES - 1), st.integers(0, 2**32), st.integers(0, 3)), max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_what_is_here_depends_on_the_whole_files_alone(
    council: Council, whole: list[int], spoilt: list[tuple[int, int, int]], order: Random
) -> None:
    contents = [council.files[number] for number in whole]
    for number, seed, way in spoilt:
        file, random = council.files[number], Random(seed)
        cut = file[: random.randrange(len(file))]
        contents.append((cut, changed_bytes(file, random), garbage(random), council.foreign)[way])
    expected: Held = frozenset().union(*(council.held[number] for number in whole))
    # A change of bytes may by chance put back what was there.
    contents = [each for each in contents if each not in council.files or each in [council.files[n] for n in whole]]
    first, second = list(contents), list(contents)
    order.shuffle(second)
    with TemporaryDirectory() as folder:
        for number, each in enumerate((first, second)):
            with council.fresh(Path(folder) / str(number)) as lead:
                outcomes = add(lead, council.survey, each)
                assert here(lead, council.survey) == expected
                for content, outcome in zip(each, outcomes, strict=True):
                    assert content in council.files or outcome is AddOutcome.NOT_ADDED
                assert set(add(lead, council.survey, each)) <= {AddOutcome.NOT_ADDED}
                assert here(lead, council.survey) == expected


def test_a_folder_and_a_file_that_may_not_be_read_are_named_as_such(council: Council, tmp_path: Path) -> None:
    locked = tmp_path / "locked.threturn"
    locked.write_bytes(council.files[0])
    locked.chmod(0)
    with council.fresh(tmp_path / "lead") as lead:
        (added,) = add_returns(lead, council.survey.id, [tmp_path], unwatched)
        assert (added.outcome, added.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.FOLDER)
        assert outcome_detail(added) == "It is a folder. Add the files in it."
        with without_power():
            added = AddedFile(locked, AddOutcome.NOT_ADDED, _why_not(locked))
        assert outcome_detail(added) == "It cannot be read. Close it in other programs and add it again."


def _why_not(path: Path) -> NotAddedReason:
    with pytest.raises(FileUnreadable) as caught:
        read_return(path)
    return NotAddedReason(caught.value.reason)


def test_a_return_cut_off_anywhere_adds_nothing(council: Council, tmp_path: Path) -> None:
    file = council.files[0]
    with council.fresh(tmp_path / "lead") as lead:
        path = tmp_path / "cut"
        for length in (*range(0, len(file), 1499), len(file) - 1):
            path.write_bytes(file[:length])
            (added,) = add_returns(lead, council.survey.id, [path], unwatched)
            assert added.outcome is AddOutcome.NOT_ADDED
            assert added.reason in {NotAddedReason.DAMAGED, NotAddedReason.OTHER}
        assert here(lead, council.survey) == frozenset()
