"""Words cut by a line's end: the halves found, though columns may have run together.

``fore-`` above ``bygging`` is ``førebygging``; ``familia-`` above ``nar`` says that this
``nar`` is no damaged ``når``.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from planextract.repair import settings as s
from planextract.repair.channel import Channel
from planextract.repair.compounds import share_as_read
from planextract.repair.finder import Finder
from planextract.repair.letters import log_spelling
from planextract.repair.tokens import Token


def joints(found: Sequence[Token], finder: Finder, channel: Channel) -> dict[int, int]:
    """Places of first halves, each with that of its second half."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for at, token in enumerate(found):
        if token.cut and token.kind == "word" and _ends_chunk(found, at):
            second = _second_half(found, at, finder, channel, taken)
            if second is not None:
                pairs[at] = second
                taken.add(second)
    return pairs


def _ends_chunk(found: Sequence[Token], at: int) -> bool:
    """Whether nothing but the hyphen follows before white space."""
    if at + 2 >= len(found):
        return False
    return found[at + 2].start > found[at + 1].end and found[at + 1].start == found[at].end


def _second_half(
    found: Sequence[Token], at: int, finder: Finder, channel: Channel, taken: set[int]
) -> int | None:
    """The token of the lines below that gains most by being this word's second half."""
    first, best, best_gain = found[at], None, s.LEAST_GAIN
    for place in range(at + 2, min(at + s.TOKENS_AHEAD, len(found))):
        second = found[place]
        below = second.line - first.line
        if not 0 < below <= s.LINES_AHEAD or place in taken or second.kind != "word":
            continue
        if len(second.text) < 2 or not second.text[0].islower():
            continue
        adjacent = place == at + 2
        mendable = adjacent or (second.first_in_line and below == 1)
        gain = _gain(first.text, second.text, mendable, finder, channel)
        if gain > best_gain:
            best, best_gain = place, gain
    return best


def _gain(first: str, second: str, mendable: bool, finder: Finder, channel: Channel) -> float:
    """How much likelier the second half is as a half than as a word by itself, in nats."""
    whole = share_as_read((first + second).lower(), finder.vocabulary)
    mended = _mended(first + second, finder, channel) if mendable else None
    whole = max((share for share in (whole, mended) if share is not None), default=None)
    if whole is None:
        return s.LEAST_GAIN
    alone = finder.vocabulary.standing(second.lower())
    half = finder.vocabulary.standing(first.lower())
    gain = whole - (alone.log_share if alone else s.STRANGE_WORD + log_spelling(second.lower()))
    gain += s.BELOW_EACH_OTHER if mendable else 0.0
    return gain + (0.0 if half and half.own else s.NO_WORD_ALONE)


def _mended(joined: str, finder: Finder, channel: Channel) -> float | None:
    """Log share of the likeliest mended whole, less its cost; None if there is none."""
    likely = [
        candidate.share - sum(channel.costs[rule] for rule in candidate.path)
        for candidate in finder.candidates(joined, False)
        if candidate.sort == "word" and not candidate.generic
    ]
    return max(likely, default=None)


def halves(word: str, first: str, second: str) -> tuple[str, str]:
    """A mended word cut where its halves were: where the fewest letters change."""

    def cost(at: int) -> tuple[int, int]:
        changed = Levenshtein.distance(first.lower(), word[:at].lower())
        changed += Levenshtein.distance(second.lower(), word[at:].lower())
        return changed, abs(at - len(first))

    at = min(range(1, len(word)), key=cost)
    return word[:at], word[at:]
