"""The file that was given, opened and known by its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

MediaType = Literal[
    "application/pdf", "image/png", "image/jpeg", "image/tiff", "text/plain", "text/markdown"
]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes and what they are; nothing later reads the file again."""

    path: Path
    name: str
    data: bytes = field(repr=False)
    media_type: MediaType
    id: str
    """``sha256:`` and the hash of the bytes in hexadecimal."""
