"""What a report of an area stands beside, from invented publications."""

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.area import Area
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.report.area import AreaBeside
from teamhealth.report.metadata import Attachment
from teamhealth.report.standards import read_standards
from teamhealth.resources import resource
from tests.report.samples import evidence


def beside(whole: Publication, earlier: Area | None = None) -> AreaBeside:
    return AreaBeside(
        evidence(),
        read_standards(resource("evidence", "standards.toml")),
        publication_hash(whole),
        earlier=earlier,
        attachments=(Attachment.of("figures.csv", "text/csv", "Released figures", figures_csv([whole])),),
    )
