"""Word processors' files and books, written with code: as small as such a file can be."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The pier</dc:title><dc:creator>Lena Orth</dc:creator></c:coreProperties>'
)


def zipped(parts, *, packed=True):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return stream.getvalue()


def paragraph(text, *, style="", indent=0):
    """A paragraph of a DOCX; ``[^3]`` calls a footnote, ``[^e3]`` an endnote."""
    props = f'<w:pStyle w:val="{style}"/>' * bool(style) + f'<w:ind w:left="{indent}"/>' * bool(indent)
    pieces = text.split("[^")
    runs = run(pieces[0])
    for piece in pieces[1:]:
        key, _, rest = piece.partition("]")
        kind = "endnote" if key.startswith("e") else "footnote"
        runs += f'<w:r><w:{kind}Reference w:id="{key.lstrip("e")}"/></w:r>{run(rest)}'
    return f"<w:p><w:pPr>{props}</w:pPr>{runs}</w:p>"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def notes(kind, said):
    items = "".join(f'<w:{kind} w:id="{key}">{paragraph(text)}</w:{kind}>' for key, text in said.items())
    return f"<w:{kind}s {W}>{items}</w:{kind}s>"


def make_docx(*paragraphs, footnotes=None, endnotes=None, parts=None):
    """A DOCX of paragraphs (``paragraph(…)``, or a text), and its notes by their keys."""
    body = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>'
    kinds = {
        "styles": styles,
        "footnotes": notes("footnote", footnotes or {}),
        "endnotes": notes("endnote", endnotes or {}),
    }
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    relations += f'<Relationship Id="rlink" Type="{R}/hyperlink" Target="https://herald.example/pier" TargetMode="External"/>'
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{what}+xml"/>'
        for name, what in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("endnotes", "endnotes"),
        )
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
            "_rels/.rels": f'<Relationships {space}><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document {W} xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f"<Relationships {space}>{relations}</Relationships>",
            **{f"word/{name}.xml": text for name, text in kinds.items()},
            "docProps/core.xml": CORE,
            **(parts or {}),
        }
    )


def make_odt(body, *, styles="", parts=None):
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {ODF} xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": CORE,
            **(parts or {}),
        }
    )


def make_epub(files, *, parts=None):
    """A book of files by their names, in reading order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(files)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(files))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book/content.opf"/></rootfiles></container>',
            "book/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<metadata><dc:title>The pier</dc:title><dc:language>en-GB</dc:language><dc:date>2031-04-02</dc:date></metadata>"
            f'<manifest>{items}<item id="p" href="cover.png" media-type="image/png"/></manifest><spine>{refs}</spine></package>',
            **{
                f"book/{name}": f"<html><head><title/></head><body>{text}</body></html>"
                for name, text in files.items()
            },
            **(parts or {}),
        }
    )
