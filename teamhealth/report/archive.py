"""What makes a document fit for an archive (PDF/A-3a): its colours explained, and its figures attached as data."""

from collections.abc import Sequence
from functools import cache

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from teamhealth.report.dated_document import DatedDocument
from teamhealth.report.metadata import Attachment
from teamhealth.report.pdf_objects import Literal, text_string
from teamhealth.texts.lists import capitalised

_SRGB = "sRGB IEC61966-2.1"
# An ICC profile says at bytes 24 to 36 when it was made; the same document must be the same bytes on any day.
_MADE = slice(24, 36)
_FIRST_OF_2000 = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def archive(document: DatedDocument, attachments: Sequence[Attachment]) -> None:
    """Add the output intent and the attached files to a document's catalogue, which reportlab has no way for.

    Each file is said to be the data of the document (AFRelationship Data, ISO 19005-3 6.8).
    """
    catalogue = document.Catalog
    profile = PDFStream(PDFDictionary({"N": 3}), content=_colour_profile(), filters=[PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_SRGB),
        "Info": PDFString(_SRGB),
        "DestOutputProfile": document.Reference(profile),
    }
    catalogue.OutputIntents = PDFArray([PDFDictionary(intent)])
    files = sorted(attachments, key=_name)
    references = [document.Reference(_file(document, each)) for each in files]
    names = [part for each, where in zip(files, references, strict=True) for part in (text_string(each.name), where)]
    catalogue.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})
    catalogue.AF = PDFArray(references)
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]


def _file(document: DatedDocument, attachment: Attachment) -> PDFDictionary:
    facts: dict[str, object] = {"Size": attachment.size}
    if document.dated:
        facts["ModDate"] = Literal(f"({document.dated})")
    head = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": Literal("/" + attachment.kind.replace("/", "#2F")),
        "Filter": PDFName("FlateDecode"),
        "Params": PDFDictionary(facts),
    }
    stream = document.Reference(PDFStream(PDFDictionary(head), content=attachment.packed))
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": text_string(attachment.name),
            "UF": text_string(attachment.name),
            "Desc": text_string(capitalised(attachment.description)),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )


@cache
def _colour_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE] = _FIRST_OF_2000
    return bytes(profile)


def _name(attachment: Attachment) -> str:
    return attachment.name
