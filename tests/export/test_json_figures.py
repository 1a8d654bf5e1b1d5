"""The figures as JSON: the publication and its hash, and not one figure more."""

import json

import msgspec
import pytest

from teamhealth.export.json_figures import figures_json
from teamhealth.publication.document import publication_hash, read_document
from tests.invented import publication


@pytest.mark.parametrize("answered", [3, 6, 8, 12])
def test_the_json_is_the_results_file_laid_out(answered: int) -> None:
    data = figures_json(publication(answered))
    assert data.endswith(b"}\n")
    assert json.loads(data)["sha256"] == publication_hash(publication(answered))
    assert read_document(msgspec.json.format(data, indent=-1)) == publication(answered)


def test_a_hidden_team_has_a_name_and_its_sizes_only() -> None:
    team = json.loads(figures_json(publication(3)))["publication"]["services"][0]["teams"][0]
    assert {key: value for key, value in team.items() if value} == {
        "id": "1" * 32,
        "name": "Northgate",
        "headcount": 4,
        "tier": "hidden",
        "needed": 5,
    }
