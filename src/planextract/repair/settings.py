"""What the repair may decide. Unless said otherwise: nats (natural logarithms)."""

from __future__ import annotations

import math

UNSEEN_FORM = math.log(0.12 / 1.1e6)
"""Share of a listed form that 1.1 million counted words of Nynorsk do not hold."""
UNSEEN_FOREIGN = math.log(0.015 / 1.1e6)
FOREIGN_SHARE = math.log(0.15)
"""Weight of the sister language's frequencies in a document of the other."""
USER_WORD = math.log(5 / 1.1e6)
"""A word that the user lists: as common as one met five times in the counted texts."""
REMEMBERED = 200_000
"""Answers kept by a vocabulary (words, beginnings); at about 100 bytes each 20 MB."""


NUMBER_SHARE = math.log(0.03)
STRANGER = math.log(1e-9)
PRIOR_WEIGHT = 20.0
"""Letters that the channel learned beforehand counts for against a document's own."""
LETTER_SMOOTHING = 10.0
ODD_SIGN = -4.0
"""A digit or sign inside a word."""
COMMON = math.log(2e-5)
"""A word this common is not taken for another by a confusion that loses no æ, ø or å."""
MOST_STEPS = 3000
"""Steps of one token's walk; a long token of common letters takes some 300."""
MOST_CANDIDATES = 10
MOST_COST = 17.0
MOST_PARTS = 3
LOST_SPACE = 6.5
"""Cost of a lost space: about 1.5 in 1,000 in the tuning pages."""
LOST_SPACE_LONG = 8.5
SPLIT_SHORT = math.log(3e-4)
SPLIT_LONG = math.log(2e-6)
PART_SHORT = math.log(3e-5)
PART_LONG = math.log(1e-7)
LINK = math.log(0.5)
COMPOUND = math.log(0.02)
PART_POWER = 0.62
START_OF_WORD = math.log(0.1)
ONE_DIGIT = math.log(0.15)
STRANGE_WORD = math.log(0.004)
STRANGE_NAME = math.log(0.08)
STRANGE_CAPITALS = math.log(0.1)
ENGLISH = math.log(3e-3)
GENERIC = 2.0
UNLEARNED = 12.0
"""Against a look-alike within a compound that the document has not shown elsewhere."""
KNOWN_MARGIN = 0.5
"""Least margin over a token that is itself a word of the language."""
STRANGE_MARGIN = 0.0
DOUBT_MARGIN = -6.0
"""A token left as it stands is doubted if a candidate comes this near to it."""
CERTAINTY_AT_NOTHING = 0.5
CERTAINTY_PER_NAT = 0.5
MOST_CERTAIN = 0.99
DAMAGED_SHARE = 0.25
"""A page with this share of its frequent words damaged is repaired; undamaged pages have 0."""
BLOCK_WORDS = 250
"""Words of a plain text that are judged together, as a page is."""
NEIGHBOURS = 1.0
"""Weight of the whole text's damage in the judgement of a block, in words met."""
WINDOW = 9.0
"""Candidates this much worse than the best are not sought: context seldom gives more."""
LIKELIEST = 4.0
"""The commonest words make up e**-4 of a text."""
LIKELIEST_PART = 6.0
SHORT_PART = math.log(1e-4)
ENDING = -6.0
LEAST_STEM = 5
MARK_SHARE = math.log(0.03)
OWN_WORDS_WEIGHT = 2000.0
"""Words of other texts that a document's own counts are held against."""
CERTAIN_MARGIN = 4.0
"""A reading this much better than the next counts as the document's own word."""
BAR_IN_TABLE = math.log(0.3)
BAR_IN_PROSE = math.log(1e-6)
BARS_OF_TABLE = 2
"""Bars glued to words that show that a text's bars are ruling lines."""
CELL_RULE_CERTAINTY = 0.97
SETTLED_MARGIN = -2.0
"""What one place may lose for a string to be read the same way all through a document."""
GENERIC_MARGIN = 1.0
SAME_PRINT = 4.0
"""How much likelier each certain look-alike makes the same one elsewhere in a document."""
MOST_LOOK_ALIKE = 0.02
HOPELESS = 38.0
"""Cost and rarity of a candidate that no stranger can be worse than."""
