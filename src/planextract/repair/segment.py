"""A segment (a page, a cell) as the decoder takes it: units of one token or two halves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planextract.repair import settings as s
from planextract.repair.cell_rules import is_table
from planextract.repair.channel import Channel
from planextract.repair.context import START, Context
from planextract.repair.decode import Reading, read
from planextract.repair.finder import Finder
from planextract.repair.joints import joints
from planextract.repair.options import options
from planextract.repair.own_words import OwnWords
from planextract.repair.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """One word: a token, or the two halves of a word cut at a line's end."""

    token: Token
    """The whole word, its place that of the first half."""
    halves: tuple[Token, Token] | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A text with its units."""

    text: str
    tokens: tuple[Token, ...]
    units: tuple[Unit, ...]
    bar_share: float
    """Natural logarithm of how common a lone bar is in it."""


def segment_of(text: str, finder: Finder, channel: Channel) -> Segment:
    """A text cut into units."""
    vocabulary = finder.vocabulary
    found = tokens(text, lambda word: vocabulary.standing(word) is not None)
    pairs = joints(found, finder, channel)
    seconds = set(pairs.values())
    units = []
    for at, token in enumerate(found):
        if at in pairs:
            second = found[pairs[at]]
            whole = replace(token, text=token.text + second.text, cut=False)
            units.append(Unit(whole, (token, second)))
        elif at not in seconds:
            units.append(Unit(token))
    bar_share = s.BAR_IN_TABLE if is_table(found) else s.BAR_IN_PROSE
    return Segment(text, tuple(found), tuple(units), bar_share)


def readings(
    segment: Segment, finder: Finder, channel: Channel, context: Context, own: OwnWords
) -> list[Reading]:
    """What the decoder makes of each unit."""
    units = []
    for unit in segment.units:
        found = options(unit.token, finder, channel, context, segment.bar_share)
        read_as = unit.token.text.lower()
        units.append(
            tuple(replace(it, share=own.share(read_as, it.words[0], it.share)) for it in found)
        )
    return read(units, context, START)
