"""Every file that a survey lead can hand on or keep of some publications, as bytes: nothing else is read of them."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import decompress

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.document import write_document
from teamhealth.publication.part import part_of, write_part
from teamhealth.publication.types import Publication
from teamhealth.services import attached
from tests.differencing.rounds import Told

TOTALS_ALONE = "totals alone"
ONE_TEAM = "one team"
RESULTS = "results"
FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Handed:
    """A file: what it is, of which publication, and its bytes."""

    kind: str
    of: int
    data: bytes

    @property
    def rows(self) -> list[dict[str, str]]:
        """Its rows, of a table."""
        return list(csv.DictReader(io.StringIO(self.data.decode("utf-8-sig"))))


def all_documents(told: Sequence[Told]) -> list[Handed]:
    """Return all files of all publications."""
    return [each for number, one in enumerate(told) for each in _of(number, one.publication, told)]


def _of(number: int, whole: Publication, told: Sequence[Told]) -> Iterator[Handed]:
    yield Handed(RESULTS, number, write_document(whole))
    yield Handed(FIGURES, number, figures_csv((whole,)))
    before = [each.publication for each in told[:number] if each.round < told[number].round and not each.late]
    earlier = before[-1] if before else None
    for service in (None, *(each.id for each in whole.services)):
        for teams in (True, False):
            for each in attached.area_figures_attached(whole, service, teams=teams):
                yield Handed(FIGURES if teams else TOTALS_ALONE, number, decompress(each.packed))
        for each in attached.totals_beside_attached(whole, service, earlier):
            yield Handed(FIGURES, number, decompress(each.packed))
    for team in whole.teams:
        yield Handed(ONE_TEAM, number, write_part(part_of(whole, team.id)))
        for each in attached.team_figures_attached(whole, team.id):
            yield Handed(FIGURES, number, decompress(each.packed))


def pools_of(results: Handed) -> list[tuple[str | None, str, int]]:
    """Return the pools of answers that a results file prints: of which service, of which item, the share."""
    publication = json.loads(results.data)["publication"]
    return [
        (pool["service"], share["item"], share["favourable"])
        for pool in publication["pools"]
        for share in pool["shares"]
    ]
