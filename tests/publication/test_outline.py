"""The short reading of a stored results file says the same as the whole one."""

import pytest

from teamhealth.publication.document import NotAPublication, read_document, write_document
from teamhealth.publication.outline import read_outline
from teamhealth.publication.types import Publication
from tests.invented import publication
from tests.rounds import council


@pytest.mark.parametrize("made", [publication(6), publication(3), publication(12), *council(2)])
def test_the_outline_has_the_teams_of_the_whole_document(made: Publication) -> None:
    document = write_document(made)
    whole = read_document(document)
    assert [(each.id, each.name, each.headcount, each.answered, each.shown) for each in read_outline(document)] == [
        (team.id, team.name, team.headcount, team.answered, team.shown) for team in whole.teams
    ]


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff", b'{"publication": {"services": [1]}}'])
def test_bytes_that_are_no_results_file_are_refused_as_everywhere(spoilt: bytes) -> None:
    with pytest.raises(NotAPublication):
        read_outline(spoilt)
