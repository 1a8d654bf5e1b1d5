"""What a document says of itself: title, language, date and that it is PDF/UA-1, as XMP."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

PROGRAM = "Team Health"


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's title, subject, language and date; ``identity`` says what it is of, for the file identifier.

    ``day`` is None for a document that says no date.
    """

    title: str
    subject: str
    day: date | None
    identity: str
    language: str = "en-GB"


def xmp_packet(metadata: Metadata) -> bytes:
    """Return the XMP packet as UTF-8. It names no author and no machine."""
    title, subject = escape(metadata.title), escape(metadata.subject)
    lines = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about=""',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:format>application/pdf</dc:format>",
        f"<dc:language><rdf:Bag><rdf:li>{metadata.language}</rdf:li></rdf:Bag></dc:language>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>',
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        *_dates(metadata.day),
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="w"?>',
    )
    return "\n".join(lines).encode("utf-8")


def _dates(day: date | None) -> tuple[str, ...]:
    if day is None:
        return ()
    stamp = f"{day.isoformat()}T00:00:00Z"
    return (f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>",)
