"""Whether a PDF opens, and if not, why."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from planextract.errors import Encrypted, NothingInside, NotReadable


def check_pdf(data: bytes, name: str) -> int:
    """The number of pages; raises an ``InputError`` that names the file for one unusable."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Encrypted(f"{name} is protected by a password.") from None
        if code == raw.FPDF_ERR_SUCCESS:  # so PDFium answers for a sound file of no pages
            raise NothingInside(f"{name} is a PDF without pages.") from None
        raise NotReadable(f"{name} is damaged: it cannot be opened as a PDF.") from None
    try:
        pages = len(document)
    finally:
        document.close()
    if pages < 1:
        raise NothingInside(f"{name} is a PDF without pages.")
    return pages
