"""Tables of a page: by ruling lines and shading, or by alignment and white space."""

from planextract.layout.tables.aligned import find_aligned_tables
from planextract.layout.tables.finding import find_all_tables, find_tables
from planextract.layout.tables.ruled import find_boxes, find_ruled_tables

__all__ = [
    "find_aligned_tables",
    "find_all_tables",
    "find_boxes",
    "find_ruled_tables",
    "find_tables",
]
