"""Open a file and know it by its content."""

from planextract.intake.opening import open_source
from planextract.model.source import MediaType, Source

__all__ = ["MediaType", "Source", "open_source"]
