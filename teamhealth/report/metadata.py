"""What a document says of itself: title, language, date, that it is PDF/UA-1 and perhaps PDF/A-3a, as XMP."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self, TypeAlias
from xml.sax.saxutils import escape
from zlib import compress

PROGRAM = "Team Health"
# PDF/A lets a document use only properties it has heard of, so those of PDF/UA are described (ISO 19005-3 6.6.2.3).
_ARCHIVE = (
    "<pdfaid:part>3</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Part of PDF/UA that the document conforms to</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a document: the data that its figures are drawn from.

    Parameters
    ----------
    name, kind, description : str
        Its name, its media type, and what it holds, in words that go on a sentence.
    packed : bytes
        Its content, compressed as a PDF holds it: of a pack's figures a tenth.
    size : int
        How many bytes the content has.
    """

    name: str
    kind: str
    description: str
    packed: bytes
    size: int

    @classmethod
    def of(cls, name: str, kind: str, description: str, content: bytes) -> Self:
        """Return a file of this content."""
        return cls(name, kind, description, compress(content), len(content))


Attachments: TypeAlias = tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's title, subject, language and date; ``identity`` says what it is of, for the file identifier.

    ``day`` is None for a document that says no date. One with attachments is made to be archived: PDF/A-3a too.
    ``foreign`` holds the language of texts that are of another one (see ``languages``).
    """

    title: str
    subject: str
    day: date | None
    identity: str
    language: str = "en-GB"
    attachments: tuple[Attachment, ...] = ()
    foreign: Mapping[str, str] = field(default_factory=dict)

    @property
    def archived(self) -> bool:
        """Whether the document is PDF/A-3a."""
        return bool(self.attachments)


def xmp_packet(metadata: Metadata) -> bytes:
    """Return the XMP packet as UTF-8. It names no author and no machine."""
    title, subject = escape(metadata.title), escape(metadata.subject)
    lines = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about=""',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
        "<pdfuaid:part>1</pdfuaid:part>",
        *(_ARCHIVE if metadata.archived else ()),
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
