"""Numbers that the analysis may choose."""

DOUBTFUL = 0.8
"""Confidence below which a value is marked: of such values at least one in five is wrong
by the contract's meaning of confidence (a calibrated probability)."""
NEAR_DUPLICATE = 95.0
"""Likeness of two texts (rapidfuzz ratio, 0 to 100) from which they count as one action:
one letter in twenty differs, so a misspelling or a written form, not another word."""
SHORTEST_NEAR = 20
"""Letters that a text needs for near likeness to mean anything."""
MOST_OCCURRENCES = 1000
"""Days of one recurring deadline that are listed: daily for nearly three years."""
