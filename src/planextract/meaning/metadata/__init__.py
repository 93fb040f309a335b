"""What a document says of itself: owner, title, period, state, language."""

from planextract.meaning.metadata.reading import MetadataReading, read_metadata

__all__ = ["MetadataReading", "read_metadata"]
