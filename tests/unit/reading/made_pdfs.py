"""PDFs drawn for a test, read back at once."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from planextract.model.page import Page
from planextract.model.source import Source
from planextract.reading.digital import read_pdf

WIDTH, HEIGHT = 400.0, 300.0


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def source_of(data: bytes, name: str = "made.pdf") -> Source:
    return Source(Path(name), name, data, "application/pdf", "sha256:" + "0" * 64)


def pages_of(data: bytes) -> list[Page]:
    return list(read_pdf(source_of(data)))


def page_of(draw: Callable[[Canvas], None], **options: object) -> Page:
    return pages_of(drawn(draw, **options))[0]


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def raw_pdf(content: bytes, *more: bytes, resources: bytes, page: bytes = b"") -> bytes:
    """A PDF written by hand: objects 1 to 4 are catalog, pages, page, content; then ``more``."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R "
        b"/Resources << " + resources + b" >> " + page + b" >>",
        stream(content),
        *more,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), extra)
    return head + b"\nstream\n" + packed + b"\nendstream"


def to_unicode(pairs: dict[int, str]) -> bytes:
    """A ToUnicode map of one-byte codes."""
    rows = "\n".join(
        f"<{code:02X}> <{text.encode('utf-16-be').hex()}>" for code, text in pairs.items()
    )
    return stream(
        f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{len(pairs)} beginbfchar
{rows}
endbfchar endcmap end end""".encode()
    )


def with_font_map(content: bytes, pairs: dict[int, str]) -> bytes:
    """A page in Helvetica whose codes stand for the characters given."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return raw_pdf(content, font, to_unicode(pairs), resources=b"/Font << /F 5 0 R >>")
