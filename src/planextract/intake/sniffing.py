"""What a file is, by its content; its name only tells Markdown from plain text."""

from __future__ import annotations

import re

from planextract.model.source import MediaType

PDF_HEADER_WITHIN = 1024
"""Bytes in which ``%PDF-`` may stand, as Acrobat and ISO 32000 annex H allow."""
TEXT_SAMPLE = 65_536
"""Bytes of a file that are looked at to tell a text from something else."""
MAGIC: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def sniff(data: bytes, suffix: str = "") -> MediaType | None:
    """The media type of some bytes, or None where they are no format that can be read."""
    for magic, media_type in MAGIC:
        if data.startswith(magic):
            return media_type
    if b"%PDF-" in data[:PDF_HEADER_WITHIN]:
        return "application/pdf"
    if encoding_of(data) is None:
        return None
    return "text/markdown" if suffix.lower() in MARKDOWN_SUFFIXES else "text/plain"


def encoding_of(data: bytes) -> str | None:
    """The encoding of a text: UTF-8, UTF-16 or Windows-1252; None where it is no text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding if _reads(data, encoding) else None
    guesses = [*_unmarked_utf16(data), "utf-8", "cp1252", "latin-1"]
    return next((guess for guess in guesses if _reads(data, guess)), None)


def _unmarked_utf16(data: bytes) -> list[str]:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:TEXT_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return []
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.9 * half:
        return ["utf-16-le"]
    if sample[0::2].count(0) > 0.9 * half:
        return ["utf-16-be"]
    return []


def _reads(data: bytes, encoding: str) -> bool:
    """Whether bytes decode to text: no control characters but those that lay out lines."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text[:TEXT_SAMPLE])
