"""What the repair may decide. Unless said otherwise: nats (natural logarithms)."""

from __future__ import annotations

import math

UNSEEN_FORM = math.log(0.12 / 1.1e6)
"""Share of a listed form that 1.1 million counted words of Nynorsk do not hold."""
UNSEEN_FOREIGN = math.log(0.015 / 1.1e6)
FOREIGN_SHARE = {"nn": math.log(0.15), "nb": math.log(0.02)}
"""Weight of the sister language's frequencies in a document of the other."""
PLAN_WORD = math.log(10 / 1.1e6)
SLIP = math.log(0.05)
"""Weight of a word that a language's texts have only by quotation or by a slip."""
SELDOM = math.log(0.2)
"""Weight of a permitted form that plans and news seldom have: the counted texts are in part
speech and Bokmål."""
USER_WORD = math.log(5 / 1.1e6)
"""A word that the user lists: as common as one met five times in the counted texts."""
REMEMBERED = 50_000
"""Answers kept by a vocabulary (words, beginnings); at about 200 bytes each 10 MB."""


NUMBER_SHARE = math.log(0.03)
STRANGER = math.log(1e-9)
PRIOR_WEIGHT = 20.0
"""Letters that the channel learned beforehand counts for against a document's own."""
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
STRANGE_NAME = math.log(0.05)
STRANGE_CAPITALS = math.log(0.1)
ENGLISH = math.log(3e-3)
GENERIC = 2.0
UNLEARNED = 30.0
"""Against a look-alike within a compound that the document has not shown elsewhere."""
DOUBT_MARGIN = -6.0
"""A token left as it stands is doubted if a candidate comes this near to it."""
CERTAINTY_AT_NOTHING = 0.73
CERTAINTY_BY_MARGIN = 1.23
"""Logistic curve over ln(1 + margin), fitted on 3,128 changes of 88 tuning pages: of those with
a margin of 2 to 3 nats 84 % were right, of 4 to 6 96 %, above 9 98 %."""
MOST_CERTAIN = 0.99
DAMAGED_SHARE = 0.25
"""A page with this share of its frequent words damaged is repaired; undamaged pages have 0."""
BLOCK_WORDS = 250
"""Words of a plain text that are judged together, as a page is."""
NEIGHBOURS = 1.0
"""Weight of the whole text's damage in the judgement of a block, in words met."""
WINDOW = 7.5
"""Candidates this much worse than the best are not sought: context seldom gives more."""
LIKELIEST = -4.0
"""The commonest words make up e**-4 of a text."""
LIKELIEST_PART = -6.0
SHORT_PART = math.log(1e-4)
ENDING = -6.0
LEAST_STEM = 5
MARK_SHARE = math.log(0.03)
OWN_WORDS_WEIGHT = 4000.0
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
ONE_FORM_MARGIN = 1.5
"""What all places of a word with two permitted forms must win by, together."""
OTHER_SPELLING = 2.0
"""What each reading that can only be the other form adds to that."""
SAME_PRINT = 4.0
"""How much likelier each certain look-alike makes the same one elsewhere in a document."""
MOST_LOOK_ALIKE = 0.02
HOPELESS = 38.0
"""Cost and rarity of a candidate that no stranger can be worse than."""
FOREIGN_PART = -2.5
LEAST_WEIGHT = 0.2
"""Readings less probable than this are not counted among a document's own words."""
ONE_LETTER_WORDS = ("å", "i")
"""All that a single letter or sign is ever taken for."""
LINES_AHEAD = 2
"""A cut word goes on within two lines; blank lines of a ragged cell counted in."""
TOKENS_AHEAD = 30
LEAST_GAIN = -1.0
NO_WORD_ALONE = 4.0
"""For a first half that is no word by itself."""
LEAST_MARGINS = {
    ("word", "word"): 1.5,
    ("word", "compound"): 4.0,
    ("word", "split"): 2.0,
    ("compound", "word"): 1.0,
    ("compound", "compound"): 2.0,
    ("", "word"): 1.0,
    ("", "compound"): 6.0,
    ("", "split"): 2.0,
}
"""Least margin of a change, by what the token is as read ("" is a stranger) and becomes.

On 64 tuning pages these keep 98 % of the right changes and leave out half of the wrong ones.
"""
OTHER_MARGIN = 1.5
GENERIC_MARGIN = 2.5
"""More, for a change that brings back no æ, ø or å."""
RARE_WORD = -13.5
FAR_COMMONER = math.log(33)
RARE_READING = 1.8
"""A word more common than ``RARE_WORD`` is made another, if that is not ``FAR_COMMONER``, by a
reading that costs more than this only with ``RARE_READING_MARGIN``: ``kler``, ``heve``."""
RARE_READING_MARGIN = 4.2
LONE_CAPITAL_MARGIN = 4.0
"""For a capital by itself within a sentence: ``A`` is as often a name as an ``å``."""
REMEMBERED_TOKENS = 4_000
"""Tokens whose candidates are kept from document to document; at about 3 KB each 12 MB."""
MOST_OFFERED = 3
NEAR = 70.0
"""Likeness of rapidfuzz (0 to 100) from which a document's word is named for a stranger."""
SHORT_WORD = 3
ODD_SPELLING = -3.2
"""Mean log share of a letter; of listed words one in a hundred is spelled so oddly."""
BELOW_EACH_OTHER = 1.5
"""For halves that stand where the text goes on."""
YEAR = "år"
YEAR_AFTER_NUMBER = 6.0
FOREIGN_NAME = 1.0
FOREIGN_WORD = 3.0
"""Against making a word of one written language of a word of the other."""
LONGEST_ACRONYM = 6
ACRONYM_MARGIN = 2.5
"""For up to six capitals: an acronym, or a word of a heading (``MAL``)."""
